import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../app/domain/clock/day.ts";
import { type Move, reckon } from "../../../app/domain/clock/reckon.ts";
import { at, calendar, everyDay, instants, workingDays } from "./reckoning.ts";

const fiveDays = { unit: "workingDays", count: 5 } as const;
const facts = { from: at("2026-09-28 10:00"), span: fiveDays, cap: null };
const pause = (from: string, to: string | null): Move => ({ kind: "pause", why: "return", from, to });

describe("a deadline's date", () => {
  // 28 September 2026 is a Monday; 1 to 7 October are off, 10 October is a make-up Saturday.
  it("is its period's when nothing moved it", () => {
    const { on, original, moves, cappedOn } = reckon(calendar, { ...facts, moves: [] });
    expect([on, original.on, moves, cappedOn]).toEqual(["2026-10-10", "2026-10-10", [], null]);
  });

  it("moves by as many working days as a pause lasted, and keeps the original", () => {
    const { on, original, moves } = reckon(calendar, {
      ...facts,
      moves: [pause("2026-09-29", "2026-10-08")],
    });
    // Off from the 29th to the 8th: the 30th and the 8th were worked.
    expect([on, original.on]).toEqual(["2026-10-13", "2026-10-10"]);
    expect(moves.map((move) => move.on)).toEqual(["2026-10-13"]);
  });

  it("stands still while a pause runs", () => {
    const found = reckon(calendar, { ...facts, moves: [pause("2026-09-29", null)] });
    expect([found.on, found.isPaused]).toEqual(["2026-10-10", true]);
  });

  it("goes to the extension's day, from which a later pause moves it on", () => {
    const extension: Move = { kind: "extension", grantedOn: "2026-10-09", until: "2026-10-15" };
    const moves = [extension, pause("2026-10-12", "2026-10-14")];
    expect(reckon(calendar, { ...facts, moves }).moves.map(({ on }) => on)).toEqual([
      "2026-10-15",
      "2026-10-19",
    ]);
  });

  it("never passes the law's cap by its period alone", () => {
    const found = reckon(calendar, { ...facts, cap: "2026-10-09", moves: [] });
    expect([found.on, found.cappedOn, found.original.on]).toEqual(["2026-10-09", "2026-10-09", "2026-10-10"]);
  });

  it("is provisional once it reaches a year without data", () => {
    const late = { from: at("2026-12-28 10:00"), span: fiveDays, cap: null, moves: [] };
    expect(reckon(calendar, late).provisional).toBe(true);
    expect(reckon(calendar, { ...facts, moves: [] }).provisional).toBe(false);
  });

  it("is what walking the days one by one comes to, however often it paused", () => {
    const stretches = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
      maxLength: 4,
    });
    const spans = fc.integer({ min: 1, max: 30 }).map((count) => ({ unit: "workingDays" as const, count }));
    fc.assert(
      fc.property(instants, spans, stretches, (from, span, gaps) => {
        let day = everyDay.find((entry) => at(`${entry.day} 17:30`) >= from)?.day ?? "";
        const moves = gaps.map(([wait, last]) => {
          const begins = addDays(day, wait);
          day = addDays(begins, last);
          return pause(begins, day);
        });
        expect(reckon(calendar, { from, span, cap: null, moves }).on).toBe(walked(from, span.count, moves));
      }),
      { numRuns: 300 },
    );
  });
});

/** The second reckoning: the days that count, plus the working days inside the pauses, counted off one by one. */
function walked(from: Date, count: number, moves: readonly Move[]) {
  const first = workingDays.findIndex((day) => at(`${day} 17:30`) >= from);
  const lost = moves.reduce(
    (sum, move) =>
      sum +
      (move.kind === "pause"
        ? workingDays.filter((day) => day > move.from && day <= (move.to ?? "")).length
        : 0),
    0,
  );
  return workingDays[first + count + lost];
}
