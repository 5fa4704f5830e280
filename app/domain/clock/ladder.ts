import { RUNGS, type Rung } from "../../../db/vocabulary.ts";
import type { Calendar } from "./calendar.ts";
import { addDays, type Day, dayOf, openedDay } from "./day.ts";
import { addWorkingDays } from "./due.ts";

/** The promises that are watched: the departments', the commission's own step, and the look-back. */
export type Watched = "reply" | "measure" | "signing" | "step" | "lookBack";

interface RungRow {
  watches: readonly Watched[];
  /** When it comes, in working days after the due day (domain, section 5); before it when negative. */
  after: number;
  /** Word of it goes out at once, so it waits for the office to open; others wait for the morning's digest. */
  atOpening?: true;
}

const promises = ["reply", "measure"] as const;

/** THE ladder (催办阶梯): which clocks each rung watches, and when it comes. */
export const ladder: Readonly<Record<Rung, RungRow>> = {
  reminder: { watches: promises, after: -3 },
  dueDay: { watches: promises, after: 0 },
  urging: { watches: promises, after: 1, atOpening: true },
  circular: { watches: promises, after: 5, atOpening: true },
  talk: { watches: promises, after: 10, atOpening: true },
  signLate: { watches: ["signing"], after: 1 },
  stepLate: { watches: ["step"], after: 1 },
  lookBackDue: { watches: ["lookBack"], after: 0 },
};

/** A running clock as the ladder sees it; `begunOn` is the day on which its date was set. */
export interface WatchedClock {
  watched: Watched;
  dueOn: Day;
  begunOn: Day;
}

/** The rungs of one kind of clock, in the order in which they come. */
export const rungsOf = (watched: Watched): Rung[] =>
  RUNGS.filter((rung) => ladder[rung].watches.includes(watched));

/** The day on which a rung of a deadline comes. */
export const rungDay = (calendar: Calendar, dueOn: Day, rung: Rung): Day =>
  addWorkingDays(calendar, dueOn, ladder[rung].after);

/** The last day on which a rung may have come by an instant. */
export const lastDayOf = (rung: Rung, at: Date): Day => (ladder[rung].atOpening ? openedDay(at) : dayOf(at));

/** A rung, and the last due day for which it has come by an instant. */
export interface Reach {
  rung: Rung;
  upTo: Day;
}

/** How far each rung of one kind of clock reaches by an instant, the highest rung first. */
export function reachOf(calendar: Calendar, watched: Watched, at: Date): Reach[] {
  return rungsOf(watched)
    .toReversed()
    .map((rung) => ({ rung, upTo: lastDueDay(calendar, rung, lastDayOf(rung, at)) }));
}

function lastDueDay(calendar: Calendar, rung: Rung, on: Day): Day {
  // From the day itself, or for a rung that comes before its day from as far ahead as days off can push it.
  let due = ladder[rung].after < 0 ? addWorkingDays(calendar, on, 1 - ladder[rung].after) : on;
  while (rungDay(calendar, due, rung) > on) due = addDays(due, -1);
  return due;
}

/**
 * The rungs that a running clock has reached by an instant. Those that came before its date was set, or
 * on that day, are left out: nobody is reminded of what was sent this morning.
 */
export function reachedRungs(
  calendar: Calendar,
  { watched, dueOn, begunOn }: WatchedClock,
  at: Date,
): Rung[] {
  return rungsOf(watched).filter((rung) => {
    const day = rungDay(calendar, dueOn, rung);
    return day > begunOn && day <= lastDayOf(rung, at);
  });
}
