import { describe, expect, it } from "vitest";
import { RUNGS, reachedRungs, rungDay } from "../../../app/domain/clock/ladder.ts";
import { calendar, workingDays } from "./reckoning.ts";

describe("the ladder", () => {
  it("stands at 3 working days before, the day itself, and 1, 5 and 10 after", () => {
    const place = workingDays.indexOf("2026-10-09");
    const expected = [-3, 0, 1, 5, 10].map((offset) => workingDays[place + offset]);
    expect(RUNGS.map((rung) => rungDay(calendar, "2026-10-09", rung))).toEqual(expected);
    // By the wall calendar: the holiday lies before it, the make-up Saturday right after.
    expect(expected).toEqual(["2026-09-29", "2026-10-09", "2026-10-10", "2026-10-15", "2026-10-22"]);
  });

  it("is climbed as the days pass, each rung once its day has come", () => {
    const reached = (today: string) => reachedRungs(calendar, "2026-10-09", "2026-09-21", today);
    expect(reached("2026-09-28")).toEqual([]);
    expect(reached("2026-09-29")).toEqual(["reminder"]);
    expect(reached("2026-10-08")).toEqual(["reminder"]);
    expect(reached("2026-10-10")).toEqual(["reminder", "dueDay", "urging"]);
    expect(reached("2026-12-31")).toEqual([...RUNGS]);
  });

  it("reminds nobody of what began only that day or after the rung", () => {
    expect(reachedRungs(calendar, "2026-10-09", "2026-09-29", "2026-10-09")).toEqual(["dueDay"]);
    expect(reachedRungs(calendar, "2026-10-09", "2026-09-30", "2026-10-09")).toEqual(["dueDay"]);
  });
});
