import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  endOfDay,
  officeDay,
  weekday,
  yearOf,
} from "../../../app/domain/clock/day.ts";
import { instants } from "./reckoning.ts";

describe("days of Asia/Shanghai", () => {
  it("begin at midnight there, whatever the day in Greenwich", () => {
    expect(dayOf(new Date("2026-11-21T15:59:59.999Z"))).toBe("2026-11-21");
    expect(dayOf(new Date("2026-11-21T16:00:00Z"))).toBe("2026-11-22");
    expect(dayOf(new Date("2025-12-31T16:00:00Z"))).toBe("2026-01-01");
  });

  it("end for the office at half past five", () => {
    expect(endOfDay("2026-11-23").toISOString()).toBe("2026-11-23T09:30:00.000Z");
    expect(officeDay(new Date("2026-11-23T17:30:00+08:00"))).toBe("2026-11-23");
    expect(officeDay(new Date("2026-11-23T17:30:00.001+08:00"))).toBe("2026-11-24");
    expect(officeDay(new Date("2026-11-23T00:00:00+08:00"))).toBe("2026-11-23");
  });

  it("are counted across months, years and a leap day", () => {
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2026-01-01", "2025-12-31")).toBe(-1);
    expect(yearOf("2025-12-31")).toBe(2025);
  });

  it("run from Monday, 1, to Sunday, 7", () => {
    expect(weekday("2026-11-22")).toBe(7);
    expect(weekday("2026-11-23")).toBe(1);
  });

  it("keep their date in another month, or take its last one", () => {
    expect(addMonths("2026-01-15", 3)).toBe("2026-04-15");
    expect(addMonths("2025-11-30", 3)).toBe("2026-02-28");
    expect(addMonths("2023-11-30", 3)).toBe("2024-02-29");
    expect(addMonths("2026-08-31", 6)).toBe("2027-02-28");
    expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
  });
});

it("an instant is within a deadline exactly when its office day is not after the deadline's", () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: -3, max: 3 }), (at, shift) => {
      const due = addDays(dayOf(at), shift);
      expect(officeDay(at) <= due).toBe(at <= endOfDay(due));
    }),
  );
});
