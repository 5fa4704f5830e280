import type { PauseReason } from "../../../db/vocabulary.ts";
import { type Calendar, isKnown } from "./calendar.ts";
import { addDays, type Day, dayOf, yearOf } from "./day.ts";
import { type ClockRule, defaultSpans, type SpanSource } from "./defaults.ts";
import { type Due, type Span, workingDaysBetween } from "./due.ts";
import { type ClockFacts, reckon } from "./reckon.ts";

/** Days in a row that didn't count, for one reason; `name` is the holiday's. */
export interface Skipped {
  kind: "weekend" | "holiday";
  name: string | null;
  from: Day;
  to: Day;
}

/** What moved a deadline. A pause tells how many working days it gave back; one that runs has no end yet. */
export type WhyMove =
  | { kind: "pause"; why: PauseReason; from: Day; to: Day | null; givenBack: number; on: Day }
  | { kind: "extension"; grantedOn: Day; on: Day };

/** Why a deadline is on its day (为什么是这天), as data in the order in which it is told. */
export interface WhyDate {
  on: Day;
  rule: ClockRule;
  span: Span;
  /** Where the period comes from; "officeSetting" once the office has set another than it began with. */
  source: SpanSource | "officeSetting";
  from: Date;
  /** The working day on which the start counts, and day one. */
  effectiveOn: Day;
  startsOn: Day;
  skipped: Skipped[];
  /** The deadline as first set, before anything moved it. */
  original: Day;
  cappedOn: Day | null;
  moves: WhyMove[];
  /** Years that it runs through without knowing their days off. */
  unknownYears: number[];
}

/** The story of a deadline, out of the same reckoning that sets it. */
export function explain(calendar: Calendar, rule: ClockRule, facts: ClockFacts): WhyDate {
  const { on, original, cappedOn, moves } = reckon(calendar, facts);
  return {
    on,
    rule,
    span: facts.span,
    source: isDefault(rule, facts.span) ? defaultSpans[rule].source : "officeSetting",
    from: facts.from,
    effectiveOn: original.effectiveOn,
    startsOn: original.startsOn,
    skipped: skippedIn(original, cappedOn ?? original.on),
    original: cappedOn ?? original.on,
    cappedOn,
    moves: moves.map((move) =>
      move.kind === "extension"
        ? { kind: move.kind, grantedOn: move.grantedOn, on: move.on }
        : { ...move, givenBack: move.to ? workingDaysBetween(calendar, move.from, move.to) : 0 },
    ),
    unknownYears: yearsOf(facts.from, on).filter((year) => !isKnown(calendar, `${year}-01-01`)),
  };
}

const isDefault = (rule: ClockRule, { unit, count }: Span) =>
  defaultSpans[rule].unit === unit && defaultSpans[rule].count === count;

function yearsOf(from: Date, to: Day): number[] {
  const first = yearOf(dayOf(from));
  return Array.from({ length: yearOf(to) - first + 1 }, (_, index) => first + index);
}

/** The days that the period left out, those in a row and of one name together. */
function skippedIn({ steps }: Due, until: Day): Skipped[] {
  const skipped: Skipped[] = [];
  for (const { day, kind, name } of steps) {
    if (kind === "counted" || day > until) continue;
    const last = skipped.at(-1);
    const goesOn = last?.kind === kind && last.name === (name ?? null) && addDays(last.to, 1) === day;
    if (last && goesOn) last.to = day;
    else skipped.push({ kind, name: name ?? null, from: day, to: day });
  }
  return skipped;
}
