import { type FormEvent, type ReactNode, useState } from "react";
import { Form, useFormAction, useLocation, useNavigation } from "react-router";
import { useWords } from "../i18n/use-words.ts";
import { Button, ButtonLink } from "./button.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { type FormErrors, FormScope, type FormValues } from "./form-scope.tsx";
import { rememberSent } from "./last-sent.ts";
import { Unsent } from "./unsent.tsx";

interface ActFormProps {
  /** The resource that takes it; the page's own route unless given. */
  action?: string;
  encType?: "multipart/form-data";
  values?: FormValues;
  errors?: FormErrors;
  /** What the fields are called, so that what is wrong above the form names each. */
  labels?: Readonly<Record<string, string>>;
  /** Why the act as a whole was refused. */
  refusal?: ReactNode;
  /** The version that the reader saw, to notice that somebody else acted first. */
  version?: number | string;
  /** Names this one sending, so that a double press acts once. */
  token?: string;
  /** The words of the button. */
  submit: string;
  tone?: "primary" | "danger";
  cancel?: { to: string; label: string };
  /** The step before, for a form in steps. */
  back?: { to: string; label: string };
  /** Further buttons, at the end. */
  more?: ReactNode;
  /** Below the buttons, and not kept in sight with them. */
  below?: ReactNode;
  idPrefix?: string;
  /** What is typed costs thought: whoever leaves before it is sent is asked. */
  asksBeforeLeaving?: boolean;
  /** The buttons stay at the bottom of a phone, where the thumb is. */
  stickyOnPhone?: boolean;
  /** Stands in place of its page, which is read whatever the answer: refused, there would be nothing to show it on. */
  isAlone?: boolean;
  className?: string;
  children?: ReactNode;
}

/** A form that does one act: fields, what is wrong, version and token, and one button that says what it does. */
export function ActForm({
  values,
  errors,
  labels,
  refusal,
  version,
  token,
  idPrefix,
  asksBeforeLeaving = false,
  children,
  ...props
}: ActFormProps) {
  const { offline } = useWords().ui;
  const path = useFormAction(props.action);
  const pending = useIsPending(path);
  const [isOffline, setOffline] = useState(false);
  const { isTyped, wrong, onInput } = useTyping(errors);

  // A sending that can't arrive would end in an error page, without what was typed.
  function sendOrStay(event: FormEvent<HTMLFormElement>) {
    setOffline(!navigator.onLine);
    if (!navigator.onLine) event.preventDefault();
    else rememberSent(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
  }

  return (
    <FormScope values={values} errors={wrong} labels={labels} idPrefix={idPrefix}>
      <Form
        method="post"
        action={props.action}
        encType={props.encType}
        defaultShouldRevalidate={props.isAlone}
        noValidate
        onSubmit={sendOrStay}
        onInput={onInput}
        className={`space-y-4 ${props.stickyOnPhone ? "phone:pb-20" : ""} ${props.className ?? ""}`}
      >
        <ErrorSummary errors={errors} refusal={isOffline ? offline : refusal} />
        {version === undefined ? null : <input type="hidden" name="version" value={version} />}
        {token === undefined ? null : <input type="hidden" name="token" value={token} />}
        {asksBeforeLeaving && isTyped ? <Unsent path={path} /> : null}
        {children}
        <Buttons {...props} pending={pending} />
        {props.below}
      </Form>
    </FormScope>
  );
}

type ButtonsProps = Pick<ActFormProps, "submit" | "tone" | "cancel" | "back" | "more" | "stickyOnPhone"> & {
  pending: boolean;
};

function Buttons({ submit, tone = "primary", cancel, back, more, stickyOnPhone, pending }: ButtonsProps) {
  const sticky = stickyOnPhone
    ? "phone:fixed phone:mb-0! phone:inset-x-0 phone:bottom-[calc(var(--phone-bar,3.6rem)+env(safe-area-inset-bottom))] phone:z-10 phone:border-t phone:border-line phone:bg-card phone:px-4 phone:py-3"
    : "";
  return (
    <div className={`flex flex-wrap items-center gap-2 pt-1 ${sticky}`}>
      {back ? <ButtonLink to={back.to}>{back.label}</ButtonLink> : null}
      <div className="phone:grow">
        <Button tone={tone} pending={pending} wide>
          {submit}
        </Button>
      </div>
      {cancel ? (
        <ButtonLink to={cancel.to} tone="quiet" preventScrollReset>
          {cancel.label}
        </ButtonLink>
      ) : null}
      {more}
    </div>
  );
}

/** What typing does: a field that was changed since the answer is no longer said to be wrong, until the next answer. */
function useTyping(errors: FormErrors | undefined) {
  const { key } = useLocation();
  const [isTyped, setTyped] = useState(false);
  const [changed, setChanged] = useState({ key, names: [] as string[] });
  const names = changed.key === key ? changed.names : [];
  function onInput({ target }: FormEvent<HTMLFormElement>) {
    const { name } = target as HTMLInputElement;
    setTyped(true);
    if (errors?.[name] && !names.includes(name)) setChanged({ key, names: [...names, name] });
  }
  const wrong =
    errors && Object.fromEntries(Object.entries(errors).filter(([name]) => !names.includes(name)));
  return { isTyped, wrong, onInput };
}

/** True while this form's own act is under way. */
function useIsPending(path: string): boolean {
  const navigation = useNavigation();
  return navigation.state !== "idle" && navigation.formAction === path;
}
