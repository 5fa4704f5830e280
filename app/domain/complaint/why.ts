import type { ClockRule } from "../clock/defaults.ts";
import { explain, type WhyDate } from "../clock/explain.ts";
import {
  type Clocks,
  dispatchFacts,
  type Moving,
  ownFacts,
  type ReplyClock,
  replyFacts,
} from "./clock-facts.ts";
import { type Assignment, type Case, type Complaint, live } from "./complaint.ts";
import { movingRows } from "./decide/clocks.ts";
import { statuses } from "./lifecycle.ts";

/** Why an assignment's reply is due on its day. */
export const whyReply = (clocks: Clocks, one: ReplyClock, rows: Moving): WhyDate =>
  explain(clocks.calendar, one.dueRule as ClockRule, replyFacts(clocks, one, rows));

/** Why an assignment is to be signed, or its enterprise to be spoken with, by its day. */
export const whyEarly = (
  clocks: Clocks,
  one: ReplyClock,
  rule: "sign" | "firstContact",
  rows: Moving,
): WhyDate => explain(clocks.calendar, rule, dispatchFacts(clocks, one, rule, rows));

type Owed = ReplyClock & Pick<Assignment, "status" | "replyDueOn">;
type Own = Pick<Complaint, "status" | "dueOn" | "dueRule" | "dueFrom">;

/** Why a complaint is due on its day: its own clock, or the reply that it waits for. Null where promises set it. */
export function whyComplaint(
  clocks: Clocks,
  complaint: Own,
  assignments: readonly Owed[],
  rows: Moving,
): WhyDate | null {
  if (complaint.dueOn === null || statuses[complaint.status].clock === "measures") return null;
  if (statuses[complaint.status].clock === "reply") {
    const first = assignments.find((one) => one.status !== "recalled" && one.replyDueOn === complaint.dueOn);
    return first ? whyReply(clocks, first, rows) : null;
  }
  const facts = ownFacts(clocks, complaint, rows.pause);
  return facts && explain(clocks.calendar, complaint.dueRule as ClockRule, facts);
}

/** Why every date of a case is on its day: the complaint's own, and each assignment's by its id. */
export function whyOf(matter: Case, clocks: Clocks) {
  const rows = movingRows(matter);
  return {
    complaint: whyComplaint(clocks, matter.complaint, matter.assignment, rows),
    assignments: Object.fromEntries(
      live(matter.assignment).map((one) => [one.id, whyReply(clocks, one, rows)]),
    ),
  };
}
