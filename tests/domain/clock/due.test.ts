import { describe, expect, it } from "vitest";
import {
  addWorkingDays,
  dueOn,
  effectiveDay,
  type Span,
  shiftByPause,
  workingDaysBetween,
} from "../../../app/domain/clock/due.ts";
import { at, calendar } from "./reckoning.ts";

const due = (wallTime: string, count: number, unit: Span["unit"] = "workingDays") =>
  dueOn(calendar, at(wallTime), { unit, count });

describe("the day on which an arrival counts", () => {
  it.each([
    ["before the office opens", "2026-11-23 07:15", "2026-11-23"],
    ["in office hours", "2026-11-23 10:00", "2026-11-23"],
    ["at the stroke of half past five", "2026-11-23 17:30", "2026-11-23"],
    ["a minute later", "2026-11-23 17:31", "2026-11-24"],
    ["on Friday evening", "2026-11-20 20:00", "2026-11-23"],
    ["on a Sunday", "2026-11-22 12:00", "2026-11-23"],
    ["on a Sunday that is made up", "2026-09-20 12:00", "2026-09-20"],
    ["in the evening before a made-up Saturday", "2026-10-09 18:00", "2026-10-10"],
    ["in the evening before National Day", "2026-09-30 18:00", "2026-10-08"],
  ])("%s", (_, wallTime, day) => {
    expect(effectiveDay(calendar, at(wallTime))).toBe(day);
  });
});

describe("a deadline in working days", () => {
  it.each([
    ["an ordinary week", "2026-11-23 10:00", 3, "2026-11-26"],
    ["over a weekend", "2026-11-20 10:00", 1, "2026-11-23"],
    ["through the Spring Festival, its first Saturday worked", "2026-02-13 10:00", 5, "2026-02-27"],
    ["up to the Saturday made up after it", "2026-02-13 10:00", 6, "2026-02-28"],
    ["through National Day", "2026-09-30 16:00", 1, "2026-10-08"],
    ["through National Day to the Saturday made up", "2026-09-30 16:00", 3, "2026-10-10"],
    ["the Sunday made up before Labour Day", "2025-04-25 10:00", 1, "2025-04-27"],
    ["through Labour Day", "2025-04-30 10:00", 1, "2025-05-06"],
    ["from the evening before Labour Day", "2025-04-30 17:45", 1, "2025-05-07"],
  ])("%s", (_, wallTime, count, on) => {
    expect(due(wallTime, count)).toMatchObject({ on, provisional: false });
  });

  it("explains every day from the one after the arrival counts", () => {
    expect(due("2026-09-29 18:00", 2)).toEqual({
      on: "2026-10-09",
      provisional: false,
      effectiveOn: "2026-09-30",
      startsOn: "2026-10-08",
      span: { unit: "workingDays", count: 2 },
      steps: [
        ...[1, 2, 3, 4, 5, 6, 7].map((date) => ({
          day: `2026-10-0${date}`,
          kind: "holiday",
          name: "国庆节",
        })),
        { day: "2026-10-08", kind: "counted" },
        { day: "2026-10-09", kind: "counted" },
      ],
    });
  });

  it("tells weekends from holidays, and names a made-up day", () => {
    const { steps } = due("2026-05-08 10:00", 2);
    expect(steps).toEqual([
      { day: "2026-05-09", kind: "counted", name: "劳动节" },
      { day: "2026-05-10", kind: "weekend" },
      { day: "2026-05-11", kind: "counted" },
    ]);
  });
});

describe("a deadline in days or months", () => {
  it("counts days off too, from the day after", () => {
    expect(due("2026-03-02 10:00", 7, "days")).toMatchObject({ on: "2026-03-09", startsOn: "2026-03-03" });
  });

  it("starts from the working day on which the arrival counts", () => {
    expect(due("2026-03-06 18:00", 30, "days")).toMatchObject({
      effectiveOn: "2026-03-09",
      on: "2026-04-08",
    });
  });

  it("rolls an end on a day off to the next working day, which takes its place among the counted", () => {
    const rolled = due("2026-09-25 10:00", 7, "days");
    expect(rolled).toMatchObject({ effectiveOn: "2026-09-28", startsOn: "2026-09-29", on: "2026-10-08" });
    expect(rolled.steps.filter(({ kind }) => kind === "counted")).toHaveLength(7);
    expect(rolled.steps.at(-4)).toEqual({ day: "2026-10-05", kind: "holiday", name: "国庆节" });
  });

  it("ends on the same date of the month, or with the month, and rolls too", () => {
    expect(due("2026-01-20 10:00", 3, "months").on).toBe("2026-04-20");
    expect(due("2025-10-31 10:00", 6, "months").on).toBe("2026-04-30");
    // 28 February 2026 is a Saturday that is worked; 1 May is Labour Day.
    expect(due("2025-11-28 10:00", 3, "months").on).toBe("2026-02-28");
    expect(due("2025-10-30 18:00", 6, "months").on).toBe("2026-04-30");
    expect(due("2026-02-02 10:00", 3, "months").on).toBe("2026-05-06");
  });
});

describe("a year without data", () => {
  it("makes a date in it provisional, however the count got there", () => {
    expect(due("2026-12-24 10:00", 5)).toMatchObject({ on: "2026-12-31", provisional: false });
    expect(due("2026-12-24 10:00", 6)).toMatchObject({ on: "2027-01-01", provisional: true });
    expect(due("2026-12-20 10:00", 30, "days")).toMatchObject({ on: "2027-01-20", provisional: true });
    expect(due("2026-11-30 10:00", 3, "months")).toMatchObject({ on: "2027-03-01", provisional: true });
  });

  it("makes a date provisional that starts in one", () => {
    expect(due("2023-12-29 18:00", 1)).toMatchObject({ on: "2024-01-03", provisional: true });
  });
});

describe("counting working days", () => {
  it("goes both ways and leaves out the first day", () => {
    expect(addWorkingDays(calendar, "2026-09-30", 1)).toBe("2026-10-08");
    expect(addWorkingDays(calendar, "2026-10-08", -3)).toBe("2026-09-28");
    expect(addWorkingDays(calendar, "2026-10-03", 0)).toBe("2026-10-03");
    expect(workingDaysBetween(calendar, "2026-09-30", "2026-10-12")).toBe(4);
    expect(workingDaysBetween(calendar, "2026-10-12", "2026-09-30")).toBe(-4);
    expect(workingDaysBetween(calendar, "2026-11-21", "2026-11-20")).toBe(0);
  });
});

describe("a pause", () => {
  it("moves the deadline by the working days that it took, and by none that were off", () => {
    expect(shiftByPause(calendar, "2026-11-27", "2026-11-23", "2026-11-25")).toBe("2026-12-01");
    expect(shiftByPause(calendar, "2026-10-09", "2026-09-30", "2026-10-07")).toBe("2026-10-09");
    expect(shiftByPause(calendar, "2026-09-30", "2026-09-28", "2026-10-08")).toBe("2026-10-10");
  });

  it("leaves a missed deadline missed", () => {
    expect(shiftByPause(calendar, "2026-11-23", "2026-11-25", "2026-11-27")).toBe("2026-11-25");
  });

  it("can't end before it began", () => {
    expect(() => shiftByPause(calendar, "2026-11-27", "2026-11-25", "2026-11-24")).toThrow(RangeError);
  });
});

it.each([0, -1, 1.5, Number.NaN])("a span of %s is no span", (count) => {
  expect(() => due("2026-11-23 10:00", count)).toThrow(RangeError);
});
