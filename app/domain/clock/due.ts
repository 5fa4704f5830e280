import { type Calendar, isProvisional, isWorkingDay, workingDayFrom } from "./calendar.ts";
import { addDays, addMonths, type Day, dayOf, officeDay } from "./day.ts";

/** How long a clock runs. */
export interface Span {
  unit: "workingDays" | "days" | "months";
  count: number;
}

/** One day of the reckoning, for explaining it: counted, or skipped and why. `name` is the calendar's. */
export interface Step {
  day: Day;
  kind: "counted" | "weekend" | "holiday";
  name?: string | undefined;
}

/** A deadline that can explain itself. It passes at the close of office on `on`. */
export interface Due {
  on: Day;
  /** Reckoned through a year without data: to be told as 暂算 and reckoned again once the year is loaded. */
  provisional: boolean;
  /** The working day on which the start counts; the clock runs from the day after it. */
  effectiveOn: Day;
  /** Day one. */
  startsOn: Day;
  /** Every day after `effectiveOn` up to `on`, which is the last one counted. */
  steps: Step[];
  span: Span;
}

/** The working day on which an arrival counts: after the close of office or on a day off, the next one. */
export function effectiveDay(calendar: Calendar, at: Date): Day {
  return workingDayFrom(calendar, officeDay(at));
}

/** The deadline of a clock that starts at an instant. `span.count` is a whole number from 1 (RangeError). */
export function dueOn(calendar: Calendar, at: Date, span: Span): Due {
  if (!Number.isInteger(span.count) || span.count < 1) throw new RangeError(`not a span: ${span.count}`);
  const effectiveOn = effectiveDay(calendar, at);
  const nominal = spanAfter(calendar, effectiveOn, span);
  // Civil Code, art. 203: a period that ends on a day off ends on the day after it.
  const on = workingDayFrom(calendar, nominal);
  return {
    on,
    provisional: isProvisional(calendar, dayOf(at), on),
    effectiveOn,
    startsOn:
      span.unit === "workingDays" ? addWorkingDays(calendar, effectiveOn, 1) : addDays(effectiveOn, 1),
    steps: stepsOf(calendar, effectiveOn, nominal, on, span),
    span,
  };
}

/** The day `count` working days after a day (before it when negative); with 0 the day itself. */
export function addWorkingDays(calendar: Calendar, day: Day, count: number): Day {
  const direction = Math.sign(count);
  let [reached, left] = [day, Math.abs(count)];
  while (left > 0) {
    reached = addDays(reached, direction);
    if (isWorkingDay(calendar, reached)) left--;
  }
  return reached;
}

/** Working days after `from` up to and with `to`; negative when `to` is earlier. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  // Not a plain minus: that would answer -0 for a deadline missed since the last working day.
  if (to < from) return 0 - workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) count++;
  }
  return count;
}

/**
 * The deadline after a pause: as many working days are left on `resumedOn` as were left on `pausedFrom`.
 * A pause can't end before it began (RangeError).
 */
export function shiftByPause(calendar: Calendar, due: Day, pausedFrom: Day, resumedOn: Day): Day {
  if (resumedOn < pausedFrom) throw new RangeError(`paused from ${pausedFrom}, resumed on ${resumedOn}`);
  return addWorkingDays(calendar, due, workingDaysBetween(calendar, pausedFrom, resumedOn));
}

/** The day a period after another, which for one in calendar days or months may be a day off. */
export function spanAfter(calendar: Calendar, effectiveOn: Day, span: Span): Day {
  switch (span.unit) {
    case "workingDays":
      return addWorkingDays(calendar, effectiveOn, span.count);
    case "days":
      return addDays(effectiveOn, span.count);
    case "months":
      return addMonths(effectiveOn, span.count);
  }
}

/** The last day from which a period is over by `today`: of what began later, it still runs. */
export function lastStart(calendar: Calendar, today: Day, span: Span): Day {
  const isOver = (from: Day) => spanAfter(calendar, from, span) <= today;
  // Months have an end and weeks a rest, so that counting backwards may miss by a few days.
  let from = spanAfter(calendar, today, { ...span, count: -span.count });
  while (!isOver(from)) from = addDays(from, -1);
  while (isOver(addDays(from, 1))) from = addDays(from, 1);
  return from;
}

function stepsOf(calendar: Calendar, effectiveOn: Day, nominal: Day, on: Day, span: Span): Step[] {
  const steps: Step[] = [];
  for (let day = addDays(effectiveOn, 1); day <= on; day = addDays(day, 1)) {
    const entry = calendar.days.get(day);
    // A period in calendar days counts days off too, but not as its end: the working day it rolls on to
    // takes that place. So there are always as many counted days as the period has, and the last one is `on`.
    const counted = span.unit === "workingDays" ? isWorkingDay(calendar, day) : day < nominal || day === on;
    const skipped = entry?.kind === "holiday" ? "holiday" : "weekend";
    steps.push({ day, kind: counted ? "counted" : skipped, name: entry?.name });
  }
  return steps;
}
