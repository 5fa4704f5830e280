import { useWords } from "../i18n/use-words.ts";
import { Icon } from "./icon.tsx";

export interface JourneyStep {
  label: string;
  /** Below it: the day on which it was done, who is at it, how long it takes. */
  note?: string;
  state: "done" | "current" | "todo";
}

const dots: Record<JourneyStep["state"], string> = {
  done: "bg-action border-action text-on-action",
  current: "bg-card border-blue ring-4 ring-blue-wash",
  todo: "bg-card border-line",
};

/** The steps of a complaint from the first to the last, and where it is now. */
export function Journey({ label, steps }: { label: string; steps: JourneyStep[] }) {
  return (
    <ol aria-label={label} className="mb-4 flex gap-1 desk:gap-0">
      {steps.map((step, index) => (
        <Step key={step.label} step={step} isLast={index === steps.length - 1} />
      ))}
    </ol>
  );
}

function Step({ step, isLast }: { step: JourneyStep; isLast: boolean }) {
  const words = useWords().ui;
  const isCurrent = step.state === "current";
  const state = { done: words.stepDone, current: words.stepCurrent, todo: words.stepTodo }[step.state];
  const line = step.state === "done" ? "bg-action" : isCurrent ? "bg-blue phone:bg-blue" : "bg-line";
  return (
    <li
      aria-current={isCurrent ? "step" : undefined}
      // On a phone only the current step has room for its words; the others are a stroke each.
      className={`relative min-w-0 ${isCurrent ? "flex-[6]" : "flex-1"} desk:flex-1`}
    >
      <span aria-hidden="true" className={`block h-1 rounded-sm desk:hidden ${line}`} />
      <span aria-hidden="true" className="relative hidden h-5 items-center desk:flex">
        {isLast ? null : (
          <span className={`absolute inset-x-0 h-0.5 ${step.state === "done" ? "bg-action" : "bg-line"}`} />
        )}
        <span className={`relative grid size-4 place-items-center rounded-full border-2 ${dots[step.state]}`}>
          {step.state === "done" ? <Icon name="check" className="size-2.5" /> : null}
        </span>
      </span>
      <span className={isCurrent ? "" : "phone:sr-only"}>
        <span className={`mt-1 block pr-2 font-semibold ${isCurrent ? "text-blue" : ""}`}>{step.label}</span>
        <span className="sr-only">{state}</span>
        {step.note ? <span className="block pr-2 text-small text-soft">{step.note}</span> : null}
      </span>
    </li>
  );
}
