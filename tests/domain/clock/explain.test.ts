import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../app/domain/clock/day.ts";
import { explain } from "../../../app/domain/clock/explain.ts";
import { reckon } from "../../../app/domain/clock/reckon.ts";
import { maySet, spansOf } from "../../../app/domain/clock/spans.ts";
import { at, calendar, everyDay, instants } from "./reckoning.ts";

const fiveDays = { unit: "workingDays", count: 5 } as const;
// 28 September 2026 is a Monday; 1 to 7 October are off, 10 October is a make-up Saturday.
const facts = { from: at("2026-09-28 18:00"), span: fiveDays, cap: null, moves: [] };

describe("why a date is on its day", () => {
  it("names the start, the rule with its source, and each stretch of days left out", () => {
    expect(explain(calendar, "replyC", facts)).toMatchObject({
      on: "2026-10-12",
      original: "2026-10-12",
      rule: "replyC",
      source: "officePractice",
      effectiveOn: "2026-09-29",
      startsOn: "2026-09-30",
      skipped: [
        { kind: "holiday", name: "国庆节", from: "2026-10-01", to: "2026-10-07" },
        { kind: "weekend", from: "2026-10-11", to: "2026-10-11" },
      ],
      cappedOn: null,
      moves: [],
      unknownYears: [],
    });
  });

  it("tells the pauses with the days that they gave back, and the extension", () => {
    const why = explain(calendar, "replyC", {
      ...facts,
      moves: [
        { kind: "pause", why: "return", from: "2026-09-29", to: "2026-10-08" },
        { kind: "extension", grantedOn: "2026-10-09", until: "2026-10-20" },
        { kind: "pause", why: "return", from: "2026-10-16", to: null },
      ],
    });
    expect(why.moves).toMatchObject([
      { kind: "pause", givenBack: 2, on: "2026-10-14" },
      { kind: "extension", grantedOn: "2026-10-09", on: "2026-10-20" },
      { kind: "pause", to: null, givenBack: 0, on: "2026-10-20" },
    ]);
    expect([why.original, why.on]).toEqual(["2026-10-12", "2026-10-20"]);
  });

  it("tells the law's limit where it was earlier, and nothing of the days beyond it", () => {
    const why = explain(calendar, "replyB", { ...facts, cap: "2026-10-09" });
    expect([why.on, why.original, why.cappedOn]).toEqual(["2026-10-09", "2026-10-09", "2026-10-09"]);
    expect(why.skipped.every(({ to }) => to <= "2026-10-09")).toBe(true);
  });

  it("says which years it guesses, and what the office has set itself", () => {
    const late = explain(calendar, "replyC", {
      ...facts,
      from: at("2026-12-28 10:00"),
      span: { ...fiveDays, count: 7 },
    });
    expect([late.unknownYears, late.source]).toEqual([[2027], "officeSetting"]);
  });

  it("accounts for every day between the start and the deadline", () => {
    const worked = new Map(everyDay.map((entry) => [entry.day, entry.worked]));
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 30 }), (from, count) => {
        const why = explain(calendar, "replyB", {
          from,
          span: { unit: "workingDays", count },
          cap: null,
          moves: [],
        });
        const left = new Set<string>();
        for (const { from: first, to } of why.skipped)
          for (let day = first; day <= to; day = addDays(day, 1)) left.add(day);
        for (let day = addDays(why.effectiveOn, 1); day <= why.on; day = addDays(day, 1))
          expect([day, left.has(day)]).toEqual([day, !worked.get(day)]);
      }),
      { numRuns: 200 },
    );
  });
});

describe("the office's periods", () => {
  const set = (count: number, moment: string) => ({
    rule: "replyC",
    unit: "workingDays" as const,
    count,
    validFrom: at(moment),
  });
  const spansAt = spansOf([set(9, "2026-06-01 00:00"), set(7, "2026-03-01 00:00")]);

  it("are those of the day, whatever was set later and in whatever order it is read", () => {
    const days = ["2026-02-28 23:59", "2026-03-01 00:00", "2026-05-31 23:59", "2026-06-01 00:00"];
    expect(days.map((day) => spansAt(at(day)).replyC.count)).toEqual([5, 7, 7, 9]);
    expect(spansAt(at("2026-06-01 00:00")).replyB.count).toBe(15);
  });

  it("may be set as the office likes, but never beyond what a law gives", () => {
    expect([
      maySet("replyC", 366),
      maySet("replyC", 367),
      maySet("replyC", 0),
      maySet("replyC", 1.5),
    ]).toEqual([true, false, false, false]);
    expect([maySet("cap", 60), maySet("cap", 61), maySet("arrearsAssign", 11), maySet("review", 31)]).toEqual(
      [true, false, false, false],
    );
  });
});

it("an extension that ends on what has become a day off goes on to the next working day", () => {
  const until = "2026-10-01";
  expect(
    reckon(calendar, {
      ...facts,
      from: at("2026-09-21 10:00"),
      moves: [{ kind: "extension", grantedOn: "2026-09-22", until }],
    }).on,
  ).toBe("2026-10-08");
});
