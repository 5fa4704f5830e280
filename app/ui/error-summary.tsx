import { type ReactNode, useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { useWords } from "../i18n/use-words.ts";
import { type FormErrors, fieldId, useFormScope } from "./form-scope.tsx";
import { Icon } from "./icon.tsx";

interface ErrorSummaryProps {
  /** What is wrong, by field name; the form's own unless given. */
  errors?: FormErrors;
  /** Why the act as a whole was refused. */
  refusal?: ReactNode;
}

/** Above a form: what went wrong, with a way to each field. Takes the focus when it appears. */
export function ErrorSummary({ errors, refusal }: ErrorSummaryProps) {
  const words = useWords().ui;
  const scope = useFormScope();
  const wrong = Object.entries(errors ?? scope.errors).filter(([, message]) => message);
  const box = useRef<HTMLDivElement>(null);
  const said = (name: string, message = "") =>
    scope.labels[name] ? words.errorOf(scope.labels[name], message) : message;
  const told = JSON.stringify(wrong) + String(refusal ?? "");
  const { key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another message, or the same after another try, is the reason to take the focus
  useEffect(() => box.current?.focus(), [told, key]);
  if (wrong.length === 0 && !refusal) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="mb-4 max-w-[46rem] rounded-md border border-red-line bg-red-wash px-4 py-3"
    >
      <p className="flex items-start gap-2 font-semibold text-red">
        <Icon name="warning" className="h-lh w-4.5" />
        {refusal ? words.refusalHead : words.errorHead}
      </p>
      {refusal ? <div className="mt-1 pl-6.5">{refusal}</div> : null}
      {wrong.length > 0 ? (
        <ul className="mt-1 pl-6.5">
          {wrong.map(([name, message]) => (
            <li key={name}>
              <a href={`#${fieldId(scope, name)}`} className="inline-block min-h-6 text-red underline">
                {said(name, message)}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
