import type { ComplaintStatus } from "../../../db/vocabulary.ts";
import type { Calendar } from "../clock/calendar.ts";
import { type Day, officeDay } from "../clock/day.ts";
import { type LampReading, lamp } from "../clock/lamp.ts";

interface Clocked {
  dueOn: Day | null;
  pausedOn: Day | null;
  status?: ComplaintStatus;
  /** When the lead department had to reply, and when it last did. */
  leadDueOn?: Day | null;
  leadRepliedAt?: Date | null;
}

/**
 * The lamp of a complaint: of its running clock, and once it is written off, whether the lead department had
 * replied in time. Then only the look-back's clock runs, which speaks up when it is near. Null where there is none.
 */
export function lampOf(row: Clocked, at: Date, calendar: Calendar): LampReading | null {
  const { dueOn, leadDueOn, leadRepliedAt } = row;
  const today = officeDay(at);
  const paused = row.pausedOn !== null;
  const running = dueOn === null ? null : lamp({ dueOn, endedOn: null, paused, today, calendar });
  const isNear = running?.lamp === "red" || running?.lamp === "yellow";
  if (row.status !== "closed" || isNear || !leadDueOn || !leadRepliedAt) return running;
  return lamp({ dueOn: leadDueOn, endedOn: officeDay(leadRepliedAt), paused: false, today, calendar });
}
