import type { ReactNode } from "react";
import { useWords } from "../i18n/use-words.ts";
import { fieldId, useFormScope } from "./form-scope.tsx";
import { Icon } from "./icon.tsx";

export interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Overrides what the form says about this field. */
  error?: string;
  /** A field that isn't required says that it is optional. */
  required?: boolean;
  defaultValue?: string;
  disabled?: boolean;
}

export interface FieldState {
  error: string | undefined;
  value: string | readonly string[] | undefined;
  hintId: string;
  errorId: string;
  /** What goes onto the control itself. */
  control: {
    id: string;
    name: string;
    required: boolean | undefined;
    disabled: boolean | undefined;
    "aria-invalid": true | undefined;
    "aria-describedby": string | undefined;
  };
}

type StateOf = Omit<FieldProps, "label" | "defaultValue"> & { defaultValue?: string | readonly string[] };

/** What a field shows: its value and error out of the form around it, and the ids that tie them together. */
export function useField({ name, hint, error, required, defaultValue, disabled }: StateOf): FieldState {
  const scope = useFormScope();
  const id = fieldId(scope, name);
  const wrong = error ?? scope.errors[name];
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [hint ? hintId : "", wrong ? errorId : ""].filter(Boolean).join(" ");
  return {
    error: wrong,
    value: defaultValue ?? scope.values[name] ?? undefined,
    hintId,
    errorId,
    control: {
      id,
      name,
      required,
      disabled,
      "aria-invalid": wrong ? true : undefined,
      "aria-describedby": describedBy || undefined,
    },
  };
}

/** The one value of a field that can hold only one. */
export function oneValue({ value }: FieldState): string | undefined {
  return typeof value === "string" ? value : value?.[0];
}

export const controlLook =
  "block w-full min-h-11 desk:min-h-9 rounded-md border border-edge bg-card px-3 py-1.5 text-ink placeholder:text-soft aria-invalid:border-red disabled:bg-grey-wash disabled:text-soft";

/** Label above, then hint, control and error: the frame of a field with one control. */
export function FieldFrame({
  field,
  state,
  children,
}: {
  field: FieldProps;
  state: FieldState;
  children: ReactNode;
}) {
  return (
    <div className="max-w-[46rem]">
      <label htmlFor={state.control.id} className="mb-1 block font-semibold">
        {field.label}
        <Optional required={field.required} />
      </label>
      <Hint id={state.hintId}>{field.hint}</Hint>
      {children}
      <FieldError id={state.errorId}>{state.error}</FieldError>
    </div>
  );
}

/** The mark of a field that may stay empty. */
export function Optional({ required }: { required?: boolean }) {
  const words = useWords().ui;
  return required ? null : <span className="ml-2 text-small font-normal text-soft">{words.optional}</span>;
}

/** What helps to fill a field, before it is filled. */
export function Hint({ id, children }: { id: string; children?: ReactNode }) {
  return children ? (
    <div id={id} className="mb-1.5 text-small text-soft">
      {children}
    </div>
  ) : null;
}

/** What is wrong with a field, beside it. */
export function FieldError({ id, children }: { id: string; children?: ReactNode }) {
  const words = useWords().ui;
  return children ? (
    <p id={id} className="mt-1 flex items-start gap-1.5 text-small font-semibold text-red">
      <Icon name="warning" className="h-lh w-3.5" />
      <span>
        <span className="sr-only">{words.errorMark}</span>
        {children}
      </span>
    </p>
  ) : null;
}
