import type { ReactNode } from "react";
import { useWords } from "../i18n/use-words.ts";

/** How far one is in a form of a few steps; `current` counts from 1. */
export function ProgressSteps({
  current,
  steps,
  note,
}: {
  current: number;
  steps: readonly string[];
  /** At the right, as that it is saved. */
  note?: ReactNode;
}) {
  const words = useWords().ui;
  return (
    <div className="mb-3">
      <ol className="flex gap-1.5" aria-label={words.step(current, steps.length)}>
        {steps.map((step, index) => (
          <li key={step} aria-current={index + 1 === current ? "step" : undefined} className="min-w-0 flex-1">
            <span
              aria-hidden="true"
              className={`block h-1 rounded-sm ${index < current ? "bg-action" : "bg-line"}`}
            />
            <span
              className={`mt-1 block text-small phone:sr-only ${index + 1 === current ? "font-semibold text-blue" : "text-soft"}`}
            >
              {step}
            </span>
          </li>
        ))}
      </ol>
      <div className="mt-2 flex justify-between gap-3 text-small text-soft">
        <p aria-hidden="true" className="shrink-0 desk:hidden">
          {words.step(current, steps.length)}
        </p>
        {note ? <div className="ml-auto">{note}</div> : null}
      </div>
    </div>
  );
}
