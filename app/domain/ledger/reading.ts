import type { Calendar } from "../clock/calendar.ts";
import { type Day, officeDay } from "../clock/day.ts";
import { type LampReading, lamp } from "../clock/lamp.ts";

/** The lamp of a complaint's running clock; null where none runs. */
export function lampOf(
  row: { dueOn: Day | null; pausedOn: Day | null },
  at: Date,
  calendar: Calendar,
): LampReading | null {
  if (row.dueOn === null) return null;
  return lamp({
    dueOn: row.dueOn,
    endedOn: null,
    paused: row.pausedOn !== null,
    today: officeDay(at),
    calendar,
  });
}
