import { describe, expect, it } from "vitest";
import {
  calendarOf,
  isKnown,
  isProvisional,
  isWorkingDay,
  workingDayFrom,
} from "../../../app/domain/clock/calendar.ts";
import { chineseCalendar } from "../../../db/seed/calendar.ts";
import { calendar, everyDay } from "./reckoning.ts";

const worked = (day: string) => isWorkingDay(calendar, day);

describe("the State Council's calendar", () => {
  it("gives nine days at the Spring Festival of 2026, with two Saturdays to make up for them", () => {
    expect(worked("2026-02-13")).toBe(true);
    expect(worked("2026-02-14")).toBe(true);
    for (let date = 15; date <= 23; date++) expect(worked(`2026-02-${date}`)).toBe(false);
    expect(worked("2026-02-24")).toBe(true);
    expect(worked("2026-02-28")).toBe(true);
  });

  it("gives seven days at the National Day of 2026, with a Sunday and a Saturday to make up for them", () => {
    expect(worked("2026-09-20")).toBe(true);
    for (let date = 1; date <= 7; date++) expect(worked(`2026-10-0${date}`)).toBe(false);
    expect(worked("2026-10-10")).toBe(true);
    expect(worked("2026-10-11")).toBe(false);
  });

  it("gives five days at the Labour Day of 2025, with a Sunday to make up for them", () => {
    expect(worked("2025-04-27")).toBe(true);
    for (let date = 1; date <= 5; date++) expect(worked(`2025-05-0${date}`)).toBe(false);
    expect(worked("2025-05-06")).toBe(true);
  });

  it("joins National Day and Mid-autumn of 2025, and leaves New Year's Eve of 2024 a working day", () => {
    expect(worked("2025-10-06")).toBe(false);
    expect(worked("2025-10-08")).toBe(false);
    expect(worked("2025-10-09")).toBe(true);
    expect(worked("2024-02-09")).toBe(true);
  });

  it("has 28 days off and 8 made up in 2024, 28 and 5 in 2025, 33 and 6 in 2026", () => {
    const count = (year: number, kind: string) =>
      chineseCalendar().days.filter((entry) => entry.day.startsWith(`${year}`) && entry.kind === kind).length;
    expect([2024, 2025, 2026].map((year) => count(year, "holiday"))).toEqual([28, 28, 33]);
    expect([2024, 2025, 2026].map((year) => count(year, "makeUpWorkday"))).toEqual([8, 5, 6]);
  });

  it("agrees with the package that it was read from on every day", () => {
    expect(everyDay.at(-1)?.day).toBe("2026-12-31");
    expect(everyDay.filter(({ day, worked: theirs }) => worked(day) !== theirs)).toEqual([]);
  });

  it("names its days in Chinese and lists each once, in order", () => {
    const { days } = chineseCalendar();
    expect(days.find(({ day }) => day === "2026-10-01")?.name).toBe("国庆节");
    expect(days.map(({ day }) => day)).toEqual([...new Set(days.map(({ day }) => day))].sort());
  });
});

describe("a year without data", () => {
  it("is not known, and is Monday to Friday for the time being", () => {
    expect(isKnown(calendar, "2026-12-31")).toBe(true);
    expect(isKnown(calendar, "2027-01-01")).toBe(false);
    expect(worked("2027-01-01")).toBe(true);
    expect(worked("2027-01-02")).toBe(false);
  });

  it("makes provisional whatever crosses it, between known years too", () => {
    expect(isProvisional(calendar, "2026-01-01", "2026-12-31")).toBe(false);
    expect(isProvisional(calendar, "2026-12-31", "2027-01-04")).toBe(true);
    expect(isProvisional(calendarOf([], [2026, 2028]), "2026-12-31", "2028-01-01")).toBe(true);
  });

  it("keeps the days that a neighbouring year's notice names in it", () => {
    const named = calendarOf([{ day: "2027-01-01", kind: "holiday", name: "元旦" }], [2026]);
    expect(isWorkingDay(named, "2027-01-01")).toBe(false);
    expect(isKnown(named, "2027-01-01")).toBe(false);
  });
});

it("the working day from a day is that day itself or the next one worked", () => {
  expect(workingDayFrom(calendar, "2026-09-30")).toBe("2026-09-30");
  expect(workingDayFrom(calendar, "2026-10-01")).toBe("2026-10-08");
  expect(workingDayFrom(calendar, "2026-10-10")).toBe("2026-10-10");
});
