import allYears from "chinese-days/dist/chinese-days.json" with { type: "json" };
import fc from "fast-check";
import { calendarOf } from "../../../app/domain/clock/calendar.ts";
import { chineseCalendar } from "../../../db/seed/calendar.ts";

const { years, days } = chineseCalendar();

/** The calendar of the tests: the one that the office starts with. */
export const calendar = calendarOf(days, years);

/** An instant by the clock on the office's wall: `at("2026-11-23 09:00")`. */
export function at(wallTime: string): Date {
  return new Date(`${wallTime.replace(" ", "T")}:00+08:00`);
}

/** Instants from which no period under test leaves the years with data. */
export const instants = fc.date({
  min: at("2024-01-02 00:00"),
  max: at("2026-06-01 00:00"),
  noInvalidDate: true,
});

/** Every day with data, and whether it is worked by the package's other file, all years in one. */
export const everyDay = Array.from({ length: 366 + 365 + 365 }, (_, index) => {
  const date = new Date(Date.UTC(2024, 0, 1 + index));
  const day = date.toISOString().slice(0, 10);
  const ordinary = date.getUTCDay() !== 0 && date.getUTCDay() !== 6;
  return { day, worked: day in allYears.workdays || (ordinary && !(day in allYears.holidays)) };
});

/** All working days with data, in order: a second reckoning counts by places in this list. */
export const workingDays = everyDay.filter(({ worked }) => worked).map(({ day }) => day);

/** The place of the first working day whose close of office is not before an instant. */
export function placeOf(instant: Date): number {
  return workingDays.findIndex((day) => at(`${day} 17:30`) >= instant);
}
