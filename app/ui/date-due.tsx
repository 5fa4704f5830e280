import { useFormat, useWords } from "../i18n/use-words.ts";
import { TextLink } from "./button.tsx";

interface DateDueProps {
  /** The last day, "2026-11-25". */
  on: string;
  /** Worked out over a year whose public holidays aren't known. */
  provisional?: boolean;
  /** The day that was set at first, when it is another. */
  original?: string;
  /** Where the day explains itself. */
  explainTo?: string;
}

/** By when. */
export function DateDue({ on, provisional = false, original, explainTo }: DateDueProps) {
  const words = useWords().ui;
  const format = useFormat();
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2 text-small">
      <time dateTime={on}>{words.due(format.day(on))}</time>
      {provisional ? (
        <span className="text-amber">
          {words.provisional}
          <span className="sr-only">{words.provisionalWhy}</span>
        </span>
      ) : null}
      {original && original !== on ? (
        <span className="text-soft">{words.originalDue(format.day(original))}</span>
      ) : null}
      {explainTo ? <TextLink to={explainTo}>{words.whyThisDay}</TextLink> : null}
    </span>
  );
}
