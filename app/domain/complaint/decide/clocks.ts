import { type Day, dayOf } from "../../clock/day.ts";
import { type ClockRule, defaultSpans, replyRule } from "../../clock/defaults.ts";
import { dueOn, shiftByPause } from "../../clock/due.ts";
import { type Assignment, type Case, type Complaint, live, openMeasures } from "../complaint.ts";
import { statuses } from "../lifecycle.ts";
import type { Deciding } from "./deciding.ts";

type Clock = Pick<Complaint, "dueOn" | "dueRule" | "dueFrom">;

const none: Clock = { dueOn: null, dueRule: null, dueFrom: null };

const run = (on: Deciding, from: Date, rule: ClockRule): Clock => ({
  dueOn: dueOn(on.calendar, from, defaultSpans[rule]).on,
  dueRule: rule,
  dueFrom: from,
});

const earliest = (days: Day[]): Day | null => days.toSorted()[0] ?? null;

/** The clock of a complaint that has just entered its status: whose start is the act, or what lies behind it. */
export function clockOnEntry(on: Deciding, after: Case): Clock {
  const { complaint } = after;
  switch (statuses[complaint.status].clock) {
    case null:
      return none;
    case "reply":
      return replyClock(after);
    case "measures":
      return {
        dueOn: earliest(openMeasures(after).map((m) => m.dueOn)),
        dueRule: "measures",
        dueFrom: on.at,
      };
    case "lookBack":
      return lookBackClock(on, complaint);
    case "assign":
      // Domain, section 4: assigned within three working days of submission in all, not of acceptance.
      return run(on, complaint.submittedAt, complaint.field === "arrears" ? "arrearsAssign" : "assign");
    default:
      return run(on, on.at, statuses[complaint.status].clock as ClockRule);
  }
}

/** In the departments' hands a complaint is due when its first open assignment is. */
export function replyClock(after: Case): Clock {
  const open = live(after.assignment).filter((a) => a.status !== "accepted" && a.status !== "replied");
  const counted = open.length > 0 ? open : live(after.assignment);
  const first = counted.toSorted((a, b) => (a.replyDueOn < b.replyDueOn ? -1 : 1))[0];
  return first ? { dueOn: first.replyDueOn, dueRule: first.dueRule, dueFrom: first.dueFrom } : none;
}

function lookBackClock(on: Deciding, complaint: Complaint): Clock {
  const from = complaint.closedAt ?? on.at;
  if (complaint.lookBacks === 0) return run(on, from, "lookBackFirst");
  if (complaint.lookBacks === 1) return run(on, from, "lookBackSecond");
  return none;
}

/** After a pause as many working days are left as there were before it. */
export function resumeClock(on: Deciding, before: Complaint): Clock {
  const rule: ClockRule = before.field === "arrears" ? "arrearsAssign" : "triage";
  const original = dueOn(on.calendar, before.submittedAt, defaultSpans[rule]).on;
  const shifted = shiftByPause(on.calendar, original, before.pausedOn ?? dayOf(on.at), dayOf(on.at));
  return { dueOn: shifted, dueRule: rule, dueFrom: before.submittedAt };
}

type AssignmentDates = Pick<
  Assignment,
  | "dispatchedAt"
  | "signDueOn"
  | "contactDueOn"
  | "returnDueOn"
  | "replyDueOn"
  | "originalReplyDueOn"
  | "dueRule"
  | "dueFrom"
>;

/** A department's dates: its clock runs from dispatch, not from signing. */
export function datesFromDispatch(on: Deciding, grade: "A" | "B" | "C", isArrears: boolean): AssignmentDates {
  const rule = replyRule(grade, isArrears);
  const due = (name: ClockRule) => dueOn(on.calendar, on.at, defaultSpans[name]).on;
  return {
    dispatchedAt: on.at,
    signDueOn: due("sign"),
    contactDueOn: due("firstContact"),
    returnDueOn: due("return"),
    replyDueOn: due(rule),
    originalReplyDueOn: due(rule),
    dueRule: rule,
    dueFrom: on.at,
  };
}

/** The reply's new date when an assignment comes back: a fresh clock of the rework rule. */
export function datesOfRework(on: Deciding): Pick<Assignment, "replyDueOn" | "dueRule" | "dueFrom"> {
  return { replyDueOn: dueOn(on.calendar, on.at, defaultSpans.rework).on, dueRule: "rework", dueFrom: on.at };
}
