import type { ReactNode } from "react";
import { useWords } from "../i18n/use-words.ts";
import { ActForm } from "./act-form.tsx";

interface ConfirmProps {
  /** A plain question: what will happen. */
  question: string;
  /** What can't be undone, who will be told. */
  detail?: ReactNode;
  action: string;
  confirmLabel: string;
  cancelTo: string;
  danger?: boolean;
  refusal?: ReactNode;
  /** Sent along. */
  fields?: Readonly<Record<string, string>>;
}

/** Asks before an act that can't be undone. A part of a page, so that it works without scripts. */
export function Confirm({ question, detail, danger = false, fields = {}, ...props }: ConfirmProps) {
  const words = useWords().ui;
  return (
    <div className="max-w-[46rem]">
      <h2 className="text-lead font-semibold">{question}</h2>
      {detail ? <div className="mt-1 text-soft">{detail}</div> : null}
      <ActForm
        action={props.action}
        refusal={props.refusal}
        submit={props.confirmLabel}
        tone={danger ? "danger" : "primary"}
        cancel={{ to: props.cancelTo, label: words.cancel }}
        className="mt-3"
      >
        <HiddenFields fields={fields} />
      </ActForm>
    </div>
  );
}

/** Values that a form sends without showing them. */
export function HiddenFields({ fields }: { fields: Readonly<Record<string, string>> }) {
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}
