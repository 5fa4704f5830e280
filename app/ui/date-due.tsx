import { useFormat, useWords } from "../i18n/use-words.ts";

interface DateDueProps {
  /** The last day, "2026-11-25". */
  on: string;
  /** The day that was set at first, when it is another. */
  original?: string;
}

/** By when. */
export function DateDue({ on, original }: DateDueProps) {
  const words = useWords().ui;
  const format = useFormat();
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2 text-small">
      <time dateTime={on}>{words.due(format.day(on))}</time>
      {format.isProvisional(on) ? (
        <span className="text-amber">
          {words.provisional}
          <span className="sr-only">{words.provisionalWhy}</span>
        </span>
      ) : null}
      {original && original !== on ? (
        <span className="text-soft">{words.originalDue(format.day(original))}</span>
      ) : null}
    </span>
  );
}
