import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWorkingDay } from "../../../app/domain/clock/calendar.ts";
import { addDays, addMonths } from "../../../app/domain/clock/day.ts";
import {
  addWorkingDays,
  dueOn,
  effectiveDay,
  lastStart,
  type Span,
  shiftByPause,
  spanAfter,
  workingDaysBetween,
} from "../../../app/domain/clock/due.ts";
import { calendar, everyDay, instants, placeOf, workingDays } from "./reckoning.ts";

const spans: fc.Arbitrary<Span> = fc.oneof(
  fc.record({ unit: fc.constant("workingDays" as const), count: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ unit: fc.constant("days" as const), count: fc.integer({ min: 1, max: 90 }) }),
  fc.record({ unit: fc.constant("months" as const), count: fc.integer({ min: 1, max: 6 }) }),
);
const days = fc.constantFrom(...everyDay.slice(0, 800).map(({ day }) => day));

/** The second reckoning: by places in the list of working days, without walking the calendar. */
function reckon(instant: Date, span: Span): string | undefined {
  const place = placeOf(instant);
  if (span.unit === "workingDays") return workingDays[place + span.count];
  const from = workingDays[place] ?? "";
  const end = span.unit === "days" ? addDays(from, span.count) : addMonths(from, span.count);
  return workingDays.find((day) => day >= end);
}

describe("any deadline in known years", () => {
  it("is the one that a second reckoning comes to", () => {
    fc.assert(
      fc.property(instants, spans, (instant, span) => {
        expect(effectiveDay(calendar, instant)).toBe(workingDays[placeOf(instant)]);
        expect(dueOn(calendar, instant, span).on).toBe(reckon(instant, span));
      }),
      { numRuns: 1000 },
    );
  });

  it("is a working day, known for certain, explained day by day", () => {
    fc.assert(
      fc.property(instants, spans, (instant, span) => {
        const due = dueOn(calendar, instant, span);
        expect(due.provisional).toBe(false);
        expect(isWorkingDay(calendar, due.on)).toBe(true);
        due.steps.forEach(({ day }, index) => {
          expect(day).toBe(addDays(due.effectiveOn, index + 1));
        });
        expect(due.steps.at(-1)).toMatchObject({ day: due.on, kind: "counted" });
        const counted = due.steps.filter(({ kind }) => kind === "counted").length;
        if (span.unit !== "months") expect(counted).toBe(span.count);
      }),
    );
  });

  it("never gets earlier by arriving later or by a longer span", () => {
    fc.assert(
      fc.property(instants, instants, spans, (one, other, span) => {
        const [early, late] = one <= other ? [one, other] : [other, one];
        const due = dueOn(calendar, early, span).on;
        expect(due <= dueOn(calendar, late, span).on).toBe(true);
        expect(due <= dueOn(calendar, early, { ...span, count: span.count + 1 }).on).toBe(true);
      }),
    );
  });
});

describe("the last day from which a period is over", () => {
  it("is over by today, and from the day after it is not", () => {
    fc.assert(
      fc.property(days, spans, (today, span) => {
        const from = lastStart(calendar, today, span);
        expect(spanAfter(calendar, from, span) <= today).toBe(true);
        expect(spanAfter(calendar, addDays(from, 1), span) <= today).toBe(false);
      }),
    );
  });
});

describe("working days", () => {
  it("added and counted are each other's reverse", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -60, max: 60 }), (day, count) => {
        const from = effectiveDay(calendar, new Date(`${day}T10:00:00+08:00`));
        const to = addWorkingDays(calendar, from, count);
        expect(workingDaysBetween(calendar, from, to)).toBe(count);
        expect(addWorkingDays(calendar, to, -count)).toBe(from);
      }),
    );
  });

  it("between two days are those in the list, signed", () => {
    fc.assert(
      fc.property(days, days, (from, to) => {
        const upTo = (last: string) => workingDays.filter((day) => day <= last).length;
        expect(workingDaysBetween(calendar, from, to)).toBe(upTo(to) - upTo(from));
      }),
    );
  });

  it("lost to a pause are given back, no more and no fewer", () => {
    fc.assert(
      fc.property(instants, spans, days, fc.integer({ min: 0, max: 30 }), (instant, span, pausedFrom, n) => {
        const due = dueOn(calendar, instant, span).on;
        const resumedOn = addWorkingDays(calendar, pausedFrom, n);
        const shifted = shiftByPause(calendar, due, pausedFrom, resumedOn);
        expect(workingDaysBetween(calendar, due, shifted)).toBe(n);
        expect(workingDaysBetween(calendar, resumedOn, shifted)).toBe(
          workingDaysBetween(calendar, pausedFrom, due),
        );
      }),
    );
  });
});
