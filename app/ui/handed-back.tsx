import type { ReactNode } from "react";
import { useFormat, useWords } from "../i18n/use-words.ts";
import { ActForm } from "./act-form.tsx";
import { TextLink } from "./button.tsx";
import { NoticeBanner } from "./notice-banner.tsx";
import { PasskeyField } from "./passkey-field.tsx";
import { TextField } from "./text-field.tsx";
import { CodeField } from "./totp-form.tsx";

/** A form that could not be taken yet: what was typed, and how many files have to be chosen again. */
interface Kept {
  path: string;
  fields: readonly (readonly [name: string, value: string])[];
  files: number;
}

function HiddenAgain({ fields }: Pick<Kept, "fields">) {
  // A name may come more than once, in an order that says something.
  return fields.map(([name, value], nth) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
    <input key={nth} type="hidden" name={name} value={value} />
  ));
}

interface ConfirmYourselfProps extends Kept {
  from: string;
  wrong: "wrong" | "nothing" | "tooOften" | null;
  hasApp: boolean;
  /** What a passkey has to sign; null where there is none. */
  passkey: unknown;
}

/** Asks for a proof before what can't be undone, and sends the form on with it. */
export function ConfirmYourself({ path, from, fields, files, wrong, hasApp, passkey }: ConfirmYourselfProps) {
  const words = useWords().factor;
  const format = useFormat();
  return (
    <ActForm
      action={path}
      refusal={wrong ? words.fresh[wrong] : undefined}
      submit={words.fresh.confirm}
      cancel={{ to: from, label: words.fresh.cancel }}
      isAlone
    >
      {files > 0 ? <NoticeBanner tone="warn">{words.fresh.files(format.number(files))}</NoticeBanner> : null}
      <HiddenAgain fields={fields} />
      {passkey ? (
        <PasskeyField
          name="proof-passkey"
          options={{ prove: passkey }}
          label={words.fresh.usePasskey}
          tone="secondary"
        />
      ) : null}
      <TextField
        name="proof-password"
        type="password"
        label={words.fresh.password}
        autoComplete="current-password"
        required
      />
      {hasApp ? <CodeField name="proof-code" label={words.fresh.code} isOptional /> : null}
    </ActForm>
  );
}

/** Hands back what somebody sent who had been signed out: to sign in beside it, and to send it again. */
export function SendAgain({ path, fields, files }: Kept) {
  const words = useWords().factor.ended;
  return (
    <div className="space-y-4">
      <p>{words.steps}</p>
      <p>
        <TextLink to="/sign-in" newWindow>
          {words.signIn}
        </TextLink>
      </p>
      <Again path={path} fields={fields} files={files} submit={words.again} />
    </div>
  );
}

/** Hands back what was sent and never answered: the line or the hub was gone for a moment. */
export function Unanswered(kept: Kept) {
  return (
    <div className="space-y-4">
      <Again {...kept} submit={useWords().limits.again} />
    </div>
  );
}

function Again({ path, fields, files, submit }: Kept & { submit: string }) {
  const words = useWords().factor.ended;
  const format = useFormat();
  return (
    <>
      {files > 0 ? <NoticeBanner tone="warn">{words.files(format.number(files))}</NoticeBanner> : null}
      <ActForm action={path} submit={submit} isAlone>
        <HiddenAgain fields={fields} />
      </ActForm>
      <Typed fields={fields}>{words.typed}</Typed>
    </>
  );
}

/** What a person wrote, and not what the page added, so that it can be copied whatever happens. */
function Typed({ fields, children }: Pick<Kept, "fields"> & { children: ReactNode }) {
  const written = fields.filter(([, value]) => /\s|[^\x20-\x7e]/.test(value.trim()));
  if (written.length === 0) return null;
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-blue desk:min-h-9">
        {children}
      </summary>
      <div className="mt-2 space-y-3 rounded-md border border-line p-3">
        {written.map(([name, value]) => (
          <p key={name} className="whitespace-pre-wrap">
            {value}
          </p>
        ))}
      </div>
    </details>
  );
}
