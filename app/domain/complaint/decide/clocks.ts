import type { Grade } from "../../../../db/vocabulary.ts";
import type { Day } from "../../clock/day.ts";
import { assignRule, type ClockRule, replyRule } from "../../clock/defaults.ts";
import { type ClockFacts, reckon } from "../../clock/reckon.ts";
import { dispatchFacts, type Moving, ownFacts, type ReplyClock, replyFacts } from "../clock-facts.ts";
import { type Assignment, type Case, type Complaint, live, openClue, openMeasures } from "../complaint.ts";
import { statuses } from "../lifecycle.ts";
import type { Deciding } from "./deciding.ts";

type Clock = Pick<Complaint, "dueOn" | "dueRule" | "dueFrom">;

const none: Clock = { dueOn: null, dueRule: null, dueFrom: null };

const dayOn = (on: Deciding, facts: ClockFacts): Day => reckon(on.calendar, facts).on;

/** A complaint's own clock, moved by the pauses since its start. */
export function runClock(on: Deciding, after: Pick<Case, "pause">, dueFrom: Date, dueRule: ClockRule): Clock {
  const facts = ownFacts(on, { dueRule, dueFrom }, after.pause);
  return { dueOn: facts && dayOn(on, facts), dueRule, dueFrom };
}

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
      return lookBackClock(on, after);
    case "triage":
      return triageClock(on, after);
    case "clue":
      return clueClock(on, after);
    case "assign":
      // Domain, section 4: assigned within three working days of submission in all, not of acceptance.
      return runClock(on, after, complaint.triageFrom, assignRule(complaint.field === "arrears"));
    default:
      return runClock(on, after, on.at, statuses[complaint.status].clock as ClockRule);
  }
}

/** Triage begins when the matter comes in or comes back; after a supplement its old clock runs on. */
function triageClock(on: Deciding, after: Case): Clock {
  const { triageFrom, field } = after.complaint;
  return runClock(on, after, triageFrom, field === "arrears" ? "arrearsAssign" : "triage");
}

/** Told within its days that it is accepted, then within the law's that it is concluded; then nothing is due. */
function clueClock(on: Deciding, after: Case): Clock {
  const clue = openClue(after);
  if (!clue) return none;
  return clue.acceptedAt
    ? runClock(on, after, clue.acceptedAt, "clueConclude")
    : runClock(on, after, clue.arrivedAt, "clueAccept");
}

/** In the departments' hands a complaint is due when its first open assignment is. */
export function replyClock(after: Pick<Case, "assignment">): Clock {
  const first = firstDue(after);
  return first ? { dueOn: first.replyDueOn, dueRule: first.dueRule, dueFrom: first.dueFrom } : none;
}

/** The assignment whose reply a complaint in the departments' hands waits for first. */
export function firstDue(after: Pick<Case, "assignment">): Assignment | null {
  const open = live(after.assignment).filter((a) => a.status !== "accepted" && a.status !== "replied");
  const counted = open.length > 0 ? open : live(after.assignment);
  return counted.toSorted((a, b) => (a.replyDueOn < b.replyDueOn ? -1 : 1))[0] ?? null;
}

function lookBackClock(on: Deciding, after: Case): Clock {
  const { closedAt, lookBacks } = after.complaint;
  const from = closedAt ?? on.at;
  if (lookBacks === 0) return runClock(on, after, from, "lookBackFirst");
  if (lookBacks === 1) return runClock(on, after, from, "lookBackSecond");
  return none;
}

type Dates = Pick<Assignment, "signDueOn" | "contactDueOn" | "returnDueOn" | "replyDueOn">;
type DispatchDates = Dates & Pick<Assignment, "dispatchedAt" | "originalReplyDueOn" | "dueRule" | "dueFrom">;

/** A department's dates: its clock runs from dispatch, not from signing. */
export function datesFromDispatch(on: Deciding, grade: Grade, isArrears: boolean): DispatchDates {
  const dueRule = replyRule(grade, isArrears);
  const clock: ReplyClock = { id: "", round: 1, dispatchedAt: on.at, dueRule, dueFrom: on.at };
  const rows: Moving = {
    acceptedAt: on.matter.complaint.acceptedAt ?? on.at,
    pause: [],
    extension: [],
  };
  const due = (rule: ClockRule) => dayOn(on, dispatchFacts(on, clock, rule, rows));
  const replyDueOn = dayOn(on, replyFacts(on, clock, rows));
  return {
    dispatchedAt: on.at,
    signDueOn: due("sign"),
    contactDueOn: due("firstContact"),
    returnDueOn: due("return"),
    replyDueOn,
    originalReplyDueOn: replyDueOn,
    dueRule,
    dueFrom: on.at,
  };
}

/** The reply's new date when an assignment comes back: a fresh clock of the rework rule. */
export function datesOfRework(
  on: Deciding,
  one: Assignment,
): Pick<Assignment, "replyDueOn" | "dueRule" | "dueFrom"> {
  const clock = { ...one, round: one.round + 1, dueRule: "rework", dueFrom: on.at };
  const facts = replyFacts(on, clock, movingRows(on.matter));
  return { replyDueOn: dayOn(on, facts), dueRule: "rework", dueFrom: on.at };
}

export const movingRows = ({ complaint, pause, extension }: Case): Moving => ({
  acceptedAt: complaint.acceptedAt,
  pause,
  extension,
});

/** The reply date that an assignment's facts now come to. */
export const replyDueNow = (on: Deciding, after: Case, one: Assignment): Day =>
  dayOn(on, replyFacts(on, one, movingRows(after)));

/** The dates that an assignment's facts now come to; those of steps that were taken stay what they were. */
export function datesNow(on: Deciding, after: Case, one: Assignment): Partial<Dates> {
  const due = (rule: ClockRule) => dayOn(on, dispatchFacts(on, one, rule, movingRows(after)));
  return {
    ...(one.signedAt ? {} : { signDueOn: due("sign") }),
    ...(one.firstContactAt ? {} : { contactDueOn: due("firstContact") }),
    replyDueOn: replyDueNow(on, after, one),
  };
}
