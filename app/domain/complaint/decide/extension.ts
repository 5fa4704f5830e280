import { workingDayFrom, workingDayUntil } from "../../clock/calendar.ts";
import { addDays, type Day, officeDay } from "../../clock/day.ts";
import type { ClockRule } from "../../clock/defaults.ts";
import { dueOn, spanAfter } from "../../clock/due.ts";
import { add, applyChanges, patch } from "../change.ts";
import type { Clocks } from "../clock-facts.ts";
import type { Assignment, Case, Extension } from "../complaint.ts";
import { replyDueNow } from "./clocks.ts";
import { assignmentOf, type Decide, refuse } from "./deciding.ts";

type Extended = Pick<Assignment, "replyDueOn" | "dueRule" | "dueFrom" | "round">;

/**
 * The last working day to which a reply may be put off: as long again as its period, at most the setting's days, and
 * a first reply never beyond what the law leaves after the acceptance.
 */
export function longestUntil(clocks: Clocks, one: Extended, acceptedAt: Date | null, at: Date): Day {
  const { calendar, spansAt } = clocks;
  const period = spansAt(one.dueFrom)[one.dueRule as ClockRule];
  const longest = spanAfter(calendar, one.replyDueOn, period);
  const most = addDays(one.replyDueOn, spansAt(at).extension.count);
  const cap = one.dueRule === "arrearsReply" ? "arrearsCap" : "extendedCap";
  const lawful =
    one.round === 1 && acceptedAt ? [dueOn(calendar, acceptedAt, spansAt(acceptedAt)[cap]).on] : [];
  return workingDayUntil(calendar, [longest, most, ...lawful].toSorted()[0] ?? longest);
}

/** The extension that waits for its ruling. One asked for an earlier round has lapsed with that round's clock. */
export const pendingExtension = ({ extension }: Pick<Case, "extension">, one: Assignment) =>
  extension.find(
    (row) => row.assignmentId === one.id && row.granted === null && row.askedAt >= one.dueFrom,
  ) ?? null;

export const askExtension: Decide<"askExtension"> = (on, { until, reason }) => {
  const one = assignmentOf(on);
  if (on.matter.extension.some((row) => row.assignmentId === one.id)) return refuse("extensionAskedBefore");
  if (officeDay(on.at) > one.replyDueOn) return refuse("extensionTooLate");
  // A deadline is the end of a working day, whatever day was picked.
  const day = workingDayFrom(on.calendar, until);
  if (day <= one.replyDueOn) return refuse("extensionTooShort");
  if (day > longestUntil(on, one, on.matter.complaint.acceptedAt, on.at)) return refuse("extensionTooLong");
  const row: Extension = {
    id: on.newId(),
    assignmentId: one.id,
    askedAt: on.at,
    reason,
    until: day,
    dueOnBefore: one.replyDueOn,
    granted: null,
    ruling: null,
    ruledAt: null,
  };
  return { outcome: "asked", changes: [add("extension", row)] };
};

/** A request made in time is decided on its merits, even when the day has passed meanwhile. */
export const ruleOnExtension: Decide<"ruleOnExtension"> = (on, { decision, reason }) => {
  const one = assignmentOf(on);
  const asked = pendingExtension(on.matter, one);
  if (!asked) return refuse("noExtensionAsked");
  const granted = decision === "granted";
  const ruled = patch("extension", asked.id, { granted, ruling: reason, ruledAt: on.at });
  if (!granted) return { outcome: "refused", changes: [ruled] };
  const replyDueOn = replyDueNow(on, applyChanges(on.matter, [ruled]), one);
  return { outcome: "granted", changes: [ruled, patch("assignment", one.id, { replyDueOn })] };
};
