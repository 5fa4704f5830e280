import type { ReactNode } from "react";
import { useWords } from "../i18n/use-words.ts";
import { ActForm } from "./act-form.tsx";
import type { FormErrors, FormValues } from "./form-scope.tsx";
import { TextArea } from "./text-area.tsx";

interface ReasonFormProps {
  /** A plain question: what will happen. */
  question: string;
  /** What comes of it, who will be told. */
  detail?: ReactNode;
  /** The words of the field. */
  label: string;
  hint?: string;
  submit: string;
  action: string;
  cancelTo: string;
  danger?: boolean;
  /** Of what is asked about, as it was looked at. */
  version?: number;
  /** Left out where nothing has to be said. */
  hasReason?: boolean;
  values?: FormValues;
  errors?: FormErrors;
  refusal?: ReactNode;
}

/** Asks before an act that somebody else will read the reason of. */
export function ReasonForm({ question, detail, label, hint, danger = false, ...props }: ReasonFormProps) {
  const { hasReason = true, action, submit, cancelTo, version, values, errors, refusal } = props;
  const words = useWords().ui;
  return (
    <div className="max-w-[46rem]">
      <h2 className="text-lead font-semibold">{question}</h2>
      {detail ? <div className="mt-1 text-soft">{detail}</div> : null}
      <ActForm
        action={action}
        version={version}
        values={values}
        errors={errors}
        refusal={refusal}
        submit={submit}
        tone={danger ? "danger" : "primary"}
        cancel={{ to: cancelTo, label: words.cancel }}
        className="mt-3"
      >
        {hasReason ? (
          <TextArea name="reason" label={label} hint={hint} required maxLength={500} rows={3} />
        ) : null}
      </ActForm>
    </div>
  );
}
