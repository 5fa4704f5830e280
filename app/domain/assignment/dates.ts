import type { AssignmentPart, AssignmentStatus } from "../../../db/vocabulary.ts";
import type { Calendar } from "../clock/calendar.ts";
import { type Day, officeDay } from "../clock/day.ts";
import { type LampReading, lamp } from "../clock/lamp.ts";

export interface DueRow {
  status: AssignmentStatus;
  part: AssignmentPart;
  signDueOn: Day;
  contactDueOn: Day;
  firstContactAt: Date | null;
  replyDueOn: Day;
  repliedAt: Date | null;
  /** The next promised measure's. */
  measureDueOn?: Day | null;
}

export interface Due {
  on: Day;
  what: "sign" | "contact" | "reply" | "measure";
  endedAt: Date | null;
}

/** Getting in touch is the lead department's, and comes before the reply; of the reply after a rework it is no part. */
const owesContact = ({ status, part, firstContactAt, contactDueOn, replyDueOn }: DueRow) =>
  status === "signed" && part === "lead" && firstContactAt === null && contactDueOn < replyDueOn;

/** The date that the department has to keep next, and whether it has been met already. */
export function dueOf(row: DueRow): Due {
  if (row.status === "dispatched") return { on: row.signDueOn, what: "sign", endedAt: null };
  if (owesContact(row)) return { on: row.contactDueOn, what: "contact", endedAt: null };
  if (row.status === "signed" || row.status === "redo")
    return { on: row.replyDueOn, what: "reply", endedAt: null };
  if (row.measureDueOn) return { on: row.measureDueOn, what: "measure", endedAt: null };
  return { on: row.replyDueOn, what: "reply", endedAt: row.repliedAt };
}

interface Clock {
  today: Day;
  calendar: Calendar;
}

/** The lamp of what is due next; what was taken away has no clock any more. */
export function lampOf(row: DueRow, clock: Clock): LampReading | null {
  if (row.status === "recalled") return null;
  const { on, endedAt } = dueOf(row);
  return reading(on, endedAt, row.status === "returning", clock);
}

/** The lamp of a promise that is still to be kept. */
export const lampUntil = (dueOn: Day, clock: Clock) => reading(dueOn, null, false, clock);

function reading(dueOn: Day, endedAt: Date | null, paused: boolean, clock: Clock): LampReading {
  return lamp({ dueOn, endedOn: endedAt && officeDay(endedAt), paused, ...clock });
}

interface DatedRow extends DueRow {
  signedAt: Date | null;
}

const dated = ["sign", "contact", "reply"] as const;
export type DatedStep = (typeof dated)[number];

/**
 * The dates of an assignment, each with when it was met and its lamp; none where nobody waits for it any more. An
 * assisting department owes no contact: it has the date of one that it made all the same.
 */
export function datesOf(row: DatedRow, clock: Clock) {
  const steps: Record<DatedStep, { on: Day; doneAt: Date | null }> = {
    sign: { on: row.signDueOn, doneAt: row.signedAt },
    contact: { on: row.contactDueOn, doneAt: row.firstContactAt },
    // Sent back, the reply is owed again, whenever the first one came.
    reply: { on: row.replyDueOn, doneAt: row.status === "redo" ? null : row.repliedAt },
  };
  const isWaiting = ["dispatched", "signed", "redo", "returning"].includes(row.status);
  const isTheirs = (step: DatedStep) =>
    step !== "contact" || row.part === "lead" || row.firstContactAt !== null;
  return dated.filter(isTheirs).map((step) => {
    const { on, doneAt } = steps[step];
    const hasLamp = isWaiting || doneAt !== null;
    return {
      step,
      on,
      doneAt,
      lamp: hasLamp ? reading(on, doneAt, row.status === "returning", clock) : null,
    };
  });
}
