import { Form } from "react-router";
import type { UnsealingState } from "../domain/custody/custody.ts";
import { useWords } from "../i18n/use-words.ts";
import { Button } from "./button.tsx";
import { HiddenFields } from "./confirm.tsx";
import type { Tone } from "./tone.ts";

export const stateTones: Record<UnsealingState, Tone> = {
  waiting: "amber",
  approved: "green",
  refused: "neutral",
  ended: "grey",
};

interface EndUnsealingProps {
  action: string;
  fields: Readonly<Record<string, string>>;
  label: string;
}

/** Ends a request for a sealed identity, asked for twice: it can't be taken up again. */
export function EndUnsealing({ action, fields, label }: EndUnsealingProps) {
  const { custody } = useWords();
  return (
    <details className="mt-1">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-blue underline desk:min-h-6">
        {label}
      </summary>
      <Form method="post" action={action} className="mt-1 flex flex-wrap items-center gap-3">
        <HiddenFields fields={fields} />
        <span>{custody.endQuestion}</span>
        <Button tone="danger">{label}</Button>
      </Form>
    </details>
  );
}
