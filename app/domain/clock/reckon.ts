import type { PauseReason } from "../../../db/vocabulary.ts";
import { type Calendar, isProvisional, workingDayFrom } from "./calendar.ts";
import { type Day, dayOf } from "./day.ts";
import { type Due, dueOn, type Span, shiftByPause } from "./due.ts";

/** What moved a deadline after it was set, in the order in which it happened. A pause that still runs has no end. */
export type Move =
  | { kind: "pause"; why: PauseReason; from: Day; to: Day | null }
  | { kind: "extension"; grantedOn: Day; until: Day };

/** All that a deadline depends on. Its date is never anything but `reckon` of these. */
export interface ClockFacts {
  from: Date;
  span: Span;
  /** A day that the law lets no first deadline pass, null where none stands. */
  cap: Day | null;
  moves: readonly Move[];
}

/** A deadline with its whole story. `on` is the day that counts, `original` the deadline as first set. */
export interface Reckoning {
  on: Day;
  original: Due;
  /** Set when the law's cap was earlier than the period's end. */
  cappedOn: Day | null;
  /** Each move with the day that it led to; a pause that still runs leads nowhere yet. */
  moves: (Move & { on: Day })[];
  isPaused: boolean;
  provisional: boolean;
}

/**
 * The deadline that facts come to: the period, cut by the cap, then moved by each pause (as many working
 * days as it lasted) and by the extension, which names its own day.
 */
export function reckon(calendar: Calendar, { from, span, cap, moves }: ClockFacts): Reckoning {
  const original = dueOn(calendar, from, span);
  const cappedOn = cap !== null && cap < original.on ? cap : null;
  let on = cappedOn ?? original.on;
  const moved = moves.map((move) => {
    on = afterMove(calendar, on, move);
    return { ...move, on };
  });
  return {
    on,
    original,
    cappedOn,
    moves: moved,
    isPaused: moves.some((move) => move.kind === "pause" && move.to === null),
    provisional: isProvisional(calendar, dayOf(from), on),
  };
}

function afterMove(calendar: Calendar, on: Day, move: Move): Day {
  if (move.kind === "extension") {
    // A year that was loaded since may have made the day that was granted a day off.
    const until = workingDayFrom(calendar, move.until);
    return until > on ? until : on;
  }
  return move.to === null ? on : shiftByPause(calendar, on, move.from, move.to);
}
