import type { Calendar } from "./calendar.ts";
import { addDays, type Day } from "./day.ts";
import { addWorkingDays, workingDaysBetween } from "./due.ts";

/**
 * The lamp of a deadline (督办灯): red is overdue, yellow near, green in time, grey paused, blue done in time.
 * "late" is none of the five: it was done, after its day. Red would be an alarm that nobody can end, blue a
 * lie, so it is a word of its own (逾期办结).
 */
export const LAMPS = ["green", "yellow", "red", "grey", "blue", "late"] as const;
export type Lamp = (typeof LAMPS)[number];

/** A deadline is near when so many working days are left, or fewer; due today is 0. */
const NEAR_WORKING_DAYS = 2;

export interface LampInput {
  dueOn: Day;
  /** The office day (`officeDay`) of the end, null while the clock runs. */
  endedOn: Day | null;
  paused: boolean;
  /** The office day (`officeDay`) of now. */
  today: Day;
  calendar: Calendar;
}

export interface LampReading {
  lamp: Lamp;
  /** Negative when overdue, 0 until the first working day after it; null when ended or paused. */
  workingDaysLeft: number | null;
}

/** The lamp of one deadline. An end counts before a pause, a pause before the date. */
export function lamp({ dueOn, endedOn, paused, today, calendar }: LampInput): LampReading {
  if (endedOn !== null) return { lamp: endedOn <= dueOn ? "blue" : "late", workingDaysLeft: null };
  if (paused) return { lamp: "grey", workingDaysLeft: null };
  const running = dueOn < today ? "red" : dueOn <= nearBoundary(calendar, today) ? "yellow" : "green";
  return { lamp: running, workingDaysLeft: workingDaysBetween(calendar, today, dueOn) };
}

/** The last day that is still near. So SQL judges alike: `due_on < today` is red, else `due_on <= near` yellow. */
export function nearBoundary(calendar: Calendar, today: Day): Day {
  // Up to the eve of the next working day, because days off after the last near one have as many left as it.
  return addDays(addWorkingDays(calendar, today, NEAR_WORKING_DAYS + 1), -1);
}
