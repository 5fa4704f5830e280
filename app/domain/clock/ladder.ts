import type { Calendar } from "./calendar.ts";
import type { Day } from "./day.ts";
import { addWorkingDays } from "./due.ts";

/** The rungs of the ladder (催办阶梯) on which a promise is watched, in the order in which they come. */
export const RUNGS = ["reminder", "dueDay", "urging", "circular", "talk"] as const;
export type Rung = (typeof RUNGS)[number];

/** When each rung comes, in working days after the due day (domain, section 5); before it when negative. */
export const rungOffsets: Record<Rung, number> = {
  reminder: -3,
  dueDay: 0,
  urging: 1,
  circular: 5,
  talk: 10,
};

/** The day on which a rung of a deadline comes. */
export const rungDay = (calendar: Calendar, dueOn: Day, rung: Rung): Day =>
  addWorkingDays(calendar, dueOn, rungOffsets[rung]);

/**
 * The rungs that a running clock has reached by `today`. Those that came before the clock began, or on
 * its first day, are left out: nobody is reminded of what was sent this morning.
 */
export function reachedRungs(calendar: Calendar, dueOn: Day, begunOn: Day, today: Day): Rung[] {
  return RUNGS.filter((rung) => {
    const day = rungDay(calendar, dueOn, rung);
    return day > begunOn && day <= today;
  });
}
