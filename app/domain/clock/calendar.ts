import { addDays, type Day, weekday, yearOf } from "./day.ts";

/** A day on which the State Council's calendar departs from Monday to Friday. */
export interface CalendarDay {
  day: Day;
  kind: "holiday" | "makeUpWorkday";
  name: string;
}

export interface Calendar {
  readonly years: ReadonlySet<number>;
  readonly days: ReadonlyMap<Day, CalendarDay>;
}

/** A calendar out of its rows; `years` are those that have been loaded in full. */
export function calendarOf(days: readonly CalendarDay[], years: readonly number[]): Calendar {
  return { years: new Set(years), days: new Map(days.map((entry) => [entry.day, entry])) };
}

/** Whether the year of this day has been loaded. */
export function isKnown(calendar: Calendar, day: Day): boolean {
  return calendar.years.has(yearOf(day));
}

/** Whether a date reckoned from one day to another crosses a year that has not been loaded (暂算). */
export function isProvisional(calendar: Calendar, from: Day, to: Day): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    if (!calendar.years.has(year)) return true;
  }
  return false;
}

/** Whether the office works on this day. In a year without data: Monday to Friday, to be called provisional. */
export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  // A notice may name days of the year before or after it, so entries count whether their year is loaded or not.
  const entry = calendar.days.get(day);
  return entry ? entry.kind === "makeUpWorkday" : weekday(day) <= 5;
}

/** The day itself when it is a working day, else the working day before. */
export function workingDayUntil(calendar: Calendar, day: Day): Day {
  let candidate = day;
  while (!isWorkingDay(calendar, candidate)) candidate = addDays(candidate, -1);
  return candidate;
}

/** The day itself when it is a working day, else the next working day. */
export function workingDayFrom(calendar: Calendar, day: Day): Day {
  let candidate = day;
  while (!isWorkingDay(calendar, candidate)) candidate = addDays(candidate, 1);
  return candidate;
}
