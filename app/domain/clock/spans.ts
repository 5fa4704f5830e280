import { type ClockRule, defaultSpans, isClockRule } from "./defaults.ts";
import type { Span } from "./due.ts";

/** Every period of the office, by rule, as it stands at some instant. */
export type Spans = Readonly<Record<ClockRule, Span>>;

/** What a period was set to, and from when. */
export interface SpanSetting extends Span {
  rule: string;
  validFrom: Date;
}

/** The periods at an instant. A clock runs by those of its start, so that no setting is retroactive. */
export type SpansAt = (at: Date) => Spans;

/** The settings in the order of their days, over the periods that the office begins with. */
export function spansOf(settings: readonly SpanSetting[]): SpansAt {
  const inOrder = settings.toSorted((a, b) => a.validFrom.getTime() - b.validFrom.getTime());
  return (at) => {
    const spans: Record<ClockRule, Span> = { ...defaultSpans };
    for (const { rule, unit, count, validFrom } of inOrder) {
      if (isClockRule(rule) && validFrom <= at) spans[rule] = { unit, count };
    }
    return spans;
  };
}

/** Whether the office may set a period to so many days: what a law gives may be made shorter, never longer. */
export function maySet(rule: ClockRule, count: number): boolean {
  if (!Number.isInteger(count) || count < 1 || count > 366) return false;
  return defaultSpans[rule].source === "officePractice" || count <= defaultSpans[rule].count;
}
