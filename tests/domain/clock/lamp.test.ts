import fc from "fast-check";
import { expect, it } from "vitest";
import { lamp, nearBoundary } from "../../../app/domain/clock/lamp.ts";
import { calendar, everyDay } from "./reckoning.ts";

const running = (dueOn: string, today: string) =>
  lamp({ dueOn, today, endedOn: null, paused: false, calendar });

it.each([
  ["three working days left", "2026-11-26", "2026-11-23", "green", 3],
  ["two left", "2026-11-25", "2026-11-23", "yellow", 2],
  ["due today", "2026-11-23", "2026-11-23", "yellow", 0],
  ["a day over", "2026-11-23", "2026-11-24", "red", -1],
  ["over, with only days off since", "2026-11-20", "2026-11-22", "red", 0],
  ["seven days of holiday don't make it near", "2026-10-10", "2026-09-30", "green", 3],
  ["near across a whole holiday", "2026-10-09", "2026-09-30", "yellow", 2],
  ["seen on a day off", "2026-11-25", "2026-11-22", "green", 3],
])("%s", (_, dueOn, today, expected, workingDaysLeft) => {
  expect(running(dueOn, today)).toEqual({ lamp: expected, workingDaysLeft });
});

it("what has ended is blue in time and late after it, paused or not", () => {
  const ended = (endedOn: string, paused = false) =>
    lamp({ dueOn: "2026-11-23", endedOn, paused, today: "2026-12-31", calendar });
  expect(ended("2026-11-23")).toEqual({ lamp: "blue", workingDaysLeft: null });
  expect(ended("2026-11-24")).toEqual({ lamp: "late", workingDaysLeft: null });
  expect(ended("2026-11-20", true).lamp).toBe("blue");
});

it("what is paused is grey, over its day or not", () => {
  const paused = { dueOn: "2026-11-23", endedOn: null, paused: true, calendar };
  expect(lamp({ ...paused, today: "2026-11-20" })).toEqual({ lamp: "grey", workingDaysLeft: null });
  expect(lamp({ ...paused, today: "2026-11-30" }).lamp).toBe("grey");
});

it("comparing days with the boundary, as SQL does, comes to the same as counting working days", () => {
  const days = fc.constantFrom(...everyDay.slice(0, 1000).map(({ day }) => day));
  fc.assert(
    fc.property(days, days, (dueOn, today) => {
      const left = running(dueOn, today).workingDaysLeft ?? Number.NaN;
      const bySql = dueOn < today ? "red" : dueOn <= nearBoundary(calendar, today) ? "yellow" : "green";
      expect(running(dueOn, today).lamp).toBe(bySql);
      if (dueOn >= today) expect(bySql === "yellow").toBe(left <= 2);
    }),
    { numRuns: 500 },
  );
});
