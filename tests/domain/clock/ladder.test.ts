import { describe, expect, it } from "vitest";
import { ladder, reachedRungs, rungDay, rungsOf } from "../../../app/domain/clock/ladder.ts";
import { RUNGS } from "../../../db/vocabulary.ts";
import { at, calendar, workingDays } from "./reckoning.ts";

const reply = { watched: "reply", dueOn: "2026-10-09", begunOn: "2026-09-21" } as const;

describe("the ladder", () => {
  it("stands at 3 working days before, the day itself, and 1, 5 and 10 after", () => {
    const place = workingDays.indexOf("2026-10-09");
    const expected = [-3, 0, 1, 5, 10].map((offset) => workingDays[place + offset]);
    expect(rungsOf("reply").map((rung) => rungDay(calendar, "2026-10-09", rung))).toEqual(expected);
    // By the wall calendar: the holiday lies before it, the make-up Saturday right after.
    expect(expected).toEqual(["2026-09-29", "2026-10-09", "2026-10-10", "2026-10-15", "2026-10-22"]);
  });

  it("has for every clock the rungs of the office, and every rung on some clock", () => {
    expect(rungsOf("reply")).toEqual(["reminder", "dueDay", "urging", "circular", "talk"]);
    expect(rungsOf("measure")).toEqual(rungsOf("reply"));
    expect(rungsOf("signing")).toEqual(["signLate"]);
    expect(rungsOf("step")).toEqual(["stepLate"]);
    expect(rungsOf("lookBack")).toEqual(["lookBackDue"]);
    expect(RUNGS.filter((rung) => ladder[rung].watches.length === 0)).toEqual([]);
    const afterOneDay = ["signLate", "stepLate"] as const;
    expect(afterOneDay.map((rung) => rungDay(calendar, "2026-09-30", rung))).toEqual([
      "2026-10-08",
      "2026-10-08",
    ]);
    expect(rungDay(calendar, "2026-10-09", "lookBackDue")).toBe("2026-10-09");
  });

  it("is climbed as the days pass, each rung once its day has come", () => {
    const reached = (moment: string) => reachedRungs(calendar, reply, at(moment));
    expect(reached("2026-09-28 23:59")).toEqual([]);
    expect(reached("2026-09-29 00:00")).toEqual(["reminder"]);
    expect(reached("2026-10-08 12:00")).toEqual(["reminder"]);
    expect(reached("2026-10-10 09:00")).toEqual(["reminder", "dueDay", "urging"]);
    expect(reached("2026-12-31 09:00")).toEqual(rungsOf("reply"));
  });

  it("waits for the office to open with what goes out at once", () => {
    expect(reachedRungs(calendar, reply, at("2026-10-10 08:59"))).toEqual(["reminder", "dueDay"]);
    expect(reachedRungs(calendar, reply, at("2026-10-15 08:59")).at(-1)).toBe("urging");
    expect(reachedRungs(calendar, reply, at("2026-10-15 09:00")).at(-1)).toBe("circular");
  });

  it("reminds nobody of what began only that day or after the rung", () => {
    const begun = (begunOn: string) => reachedRungs(calendar, { ...reply, begunOn }, at("2026-10-09 12:00"));
    expect(begun("2026-09-29")).toEqual(["dueDay"]);
    expect(begun("2026-09-30")).toEqual(["dueDay"]);
    expect(begun("2026-10-09")).toEqual([]);
  });
});
