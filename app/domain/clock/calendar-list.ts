import type { CalendarDay } from "./calendar.ts";
import { addDays, type Day, daysBetween } from "./day.ts";

/** A pasted list of days, or the numbers of the lines that could not be read. */
export type CalendarList = { ok: true; days: CalendarDay[] } | { ok: false; lines: number[] };

const LINE = /^(\d{4}-\d\d-\d\d)(?:\s*(?:至|~|-{2}|–)\s*(\d{4}-\d\d-\d\d))?\s+(\S{1,20})\s+(休|班)$/u;
const LONGEST_DAYS = 15;

/**
 * Reads a list with a day or a stretch of days a line, its name, and whether it is off (休) or worked (班):
 * "2027-01-01 元旦 休", "2027-02-05至2027-02-11 春节 休". Days of other years and days named twice are faults.
 */
export function readCalendarList(text: string, year: number): CalendarList {
  const days = new Map<Day, CalendarDay>();
  const wrong: number[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const found = daysIn(line.trim());
    const isRight = found?.every(({ day }) => day.startsWith(`${year}-`) && !days.has(day));
    if (!found || !isRight) wrong.push(index + 1);
    else for (const day of found) days.set(day.day, day);
  }
  if (wrong.length > 0) return { ok: false, lines: wrong };
  return { ok: true, days: [...days.values()].sort((a, b) => a.day.localeCompare(b.day)) };
}

function daysIn(line: string): CalendarDay[] | null {
  const [, from = "", to = from, name = "", mark] = LINE.exec(line) ?? [];
  if (!isRealDay(from) || !isRealDay(to)) return null;
  const length = daysBetween(from, to) + 1;
  if (length < 1 || length > LONGEST_DAYS) return null;
  const kind = mark === "班" ? ("makeUpWorkday" as const) : ("holiday" as const);
  return Array.from({ length }, (_, index) => ({ day: addDays(from, index), kind, name }));
}

const isRealDay = (text: string) => {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};
