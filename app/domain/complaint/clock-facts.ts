import type { Calendar } from "../clock/calendar.ts";
import { type Day, dayOf } from "../clock/day.ts";
import { type ClockRule, isClockRule } from "../clock/defaults.ts";
import { dueOn, effectiveDay } from "../clock/due.ts";
import type { ClockFacts, Move } from "../clock/reckon.ts";
import type { SpansAt } from "../clock/spans.ts";
import type { Assignment, Complaint, Extension, Pause } from "./complaint.ts";

/** What every clock is reckoned by: the calendar, and the periods as they stood at its start. */
export interface Clocks {
  calendar: Calendar;
  spansAt: SpansAt;
}

type PauseRow = Pick<Pause, "assignmentId" | "why" | "fromOn" | "toOn">;
type ExtensionRow = Pick<Extension, "assignmentId" | "askedAt" | "until" | "granted" | "ruledAt">;

/** The rows that cap and move the dates of a complaint's assignments. */
export interface Moving {
  acceptedAt: Date | null;
  pause: readonly PauseRow[];
  extension: readonly ExtensionRow[];
}

export type ReplyClock = Pick<Assignment, "id" | "round" | "dispatchedAt" | "dueRule" | "dueFrom">;

/** What the reply date of an assignment depends on. */
export function replyFacts(clocks: Clocks, one: ReplyClock, rows: Moving): ClockFacts {
  const rule = one.dueRule as ClockRule;
  return {
    from: one.dueFrom,
    span: clocks.spansAt(one.dueFrom)[rule],
    cap: one.round === 1 ? capOn(clocks, rows.acceptedAt, one) : null,
    moves: movesOf(one, one.dueFrom, rows),
  };
}

/** What the other dates of an assignment depend on: they run from its dispatch, and no law caps them. */
export function dispatchFacts(
  { spansAt }: Clocks,
  one: ReplyClock,
  rule: ClockRule,
  rows: Moving,
): ClockFacts {
  const moves = movesOf(one, one.dispatchedAt, { ...rows, extension: [] });
  return { from: one.dispatchedAt, span: spansAt(one.dispatchedAt)[rule], cap: null, moves };
}

/**
 * The last day that the law leaves for a first reply (信访工作条例 第34条, 令802 第25条). One that had passed when
 * the assignment was dispatched, as after a reopening, binds nobody.
 */
function capOn({ calendar, spansAt }: Clocks, acceptedAt: Date | null, one: ReplyClock): Day | null {
  if (!acceptedAt) return null;
  const rule = one.dueRule === "arrearsReply" ? "arrearsCap" : "cap";
  const day = dueOn(calendar, acceptedAt, spansAt(acceptedAt)[rule]).on;
  return day > effectiveDay(calendar, one.dueFrom) ? day : null;
}

/** What moved a clock of this assignment since it began, in the order in which it happened. */
function movesOf(one: ReplyClock, from: Date, rows: Moving): Move[] {
  const pauses = rows.pause
    .filter((row) => row.assignmentId === one.id && row.fromOn >= dayOf(from))
    .map((row) => ({ day: row.fromOn, move: pauseMove(row) }));
  const extensions = rows.extension
    .filter((row) => row.assignmentId === one.id && row.granted && row.askedAt >= from)
    .map(({ until, ruledAt, askedAt }) => {
      const grantedOn = dayOf(ruledAt ?? askedAt);
      return { day: grantedOn, move: { kind: "extension" as const, grantedOn, until } };
    });
  return [...pauses, ...extensions].toSorted((a, b) => a.day.localeCompare(b.day)).map(({ move }) => move);
}

const pauseMove = ({ why, fromOn, toOn }: PauseRow): Move => ({ kind: "pause", why, from: fromOn, to: toOn });

const STANDS_STILL: readonly string[] = ["triage", "assign", "arrearsAssign"] satisfies ClockRule[];

/**
 * What a complaint's own date depends on. Null where it has none, and where it hangs on rows below it: the
 * departments' replies and the measures.
 */
export function ownFacts(
  { spansAt }: Clocks,
  { dueRule, dueFrom }: Pick<Complaint, "dueRule" | "dueFrom">,
  pauses: readonly PauseRow[],
): ClockFacts | null {
  if (!dueFrom || !isClockRule(dueRule)) return null;
  const moves = STANDS_STILL.includes(dueRule)
    ? pauses.filter((row) => row.assignmentId === null && row.fromOn >= dayOf(dueFrom)).map(pauseMove)
    : [];
  return { from: dueFrom, span: spansAt(dueFrom)[dueRule], cap: null, moves };
}
