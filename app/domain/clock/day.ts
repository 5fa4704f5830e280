/** A calendar day at the office (Asia/Shanghai), "2026-11-22": as text it sorts and compares as days do. */
export type Day = string;

// Asia/Shanghai has been UTC+8 without summer time since 1992, and no record here is older. Fixed
// arithmetic is therefore exact, and it doesn't change with the machine's own zone or its zone tables.
const OFFSET_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** When the office is open, on the clock of Asia/Shanghai. */
export const officeHours = { opens: "09:00", closes: "17:30" } as const;

/** The calendar day on which an instant falls in Asia/Shanghai. */
export function dayOf(at: Date): Day {
  return textOf(at.getTime() + OFFSET_MS);
}

/** The instant of the close of office on a day, which is when a deadline on that day passes. */
export function endOfDay(day: Day): Date {
  return new Date(`${day}T${officeHours.closes}:00+08:00`);
}

/**
 * The day to which the office counts an instant: until the close of office the calendar day, after it the
 * next one. So `officeDay(at) <= due` says exactly that `at` was not later than `endOfDay(due)`.
 */
export function officeDay(at: Date): Day {
  const day = dayOf(at);
  // Civil Code, art. 203: where there are business hours, the last day ends with them and not at midnight.
  return at.getTime() > endOfDay(day).getTime() ? addDays(day, 1) : day;
}

/** The last day on which the office's doors had opened by an instant: before they open, the day before. */
export function openedDay(at: Date): Day {
  const day = dayOf(at);
  return at < new Date(`${day}T${officeHours.opens}:00+08:00`) ? addDays(day, -1) : day;
}

/** The day `count` calendar days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return textOf(midnight(day).getTime() + count * DAY_MS);
}

/** The same date `count` months later; where that month is shorter, its last day. */
export function addMonths(day: Day, count: number): Day {
  const from = midnight(day);
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + count];
  // Civil Code, art. 202: without a corresponding date the period ends with the month.
  const lastDate = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return textOf(Date.UTC(year, month, Math.min(from.getUTCDate(), lastDate)));
}

/** Calendar days from one day to another, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (midnight(to).getTime() - midnight(from).getTime()) / DAY_MS;
}

/** The day of the week, 1 (Monday) to 7 (Sunday). */
export function weekday(day: Day): number {
  return midnight(day).getUTCDay() || 7;
}

/** The calendar year of a day. */
export function yearOf(day: Day): number {
  return midnight(day).getUTCFullYear();
}

function midnight(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

function textOf(utcMs: number): Day {
  return new Date(utcMs).toISOString().slice(0, 10);
}
