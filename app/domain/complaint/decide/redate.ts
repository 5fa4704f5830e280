import { workingDayFrom } from "../../clock/calendar.ts";
import { reckon } from "../../clock/reckon.ts";
import { applyChanges, type Change, patch } from "../change.ts";
import { dispatchFacts, ownFacts, replyFacts } from "../clock-facts.ts";
import { type Assignment, type Case, openMeasures } from "../complaint.ts";
import { statuses } from "../lifecycle.ts";
import { clockOnEntry, datesNow, movingRows } from "./clocks.ts";
import { type Decide, type Deciding, refuse } from "./deciding.ts";

/** Reckons every date that is still to be kept anew, by the calendar as it now is. */
export const redate: Decide<"redate"> = (on) => {
  const below = [...on.matter.assignment.flatMap((one) => assignmentChanges(on, one)), ...measureChanges(on)];
  const own = ownChange(on, applyChanges(on.matter, below));
  if (below.length > 0) return { outcome: "moved", changes: [...below, ...own] };
  return own.length > 0 ? { outcome: "movedOwn", changes: own } : refuse("datesUnmoved");
};

function assignmentChanges(on: Deciding, one: Assignment): Change[] {
  if (!["dispatched", "signed", "redo", "returning"].includes(one.status)) return [];
  const dates = { ...datesNow(on, on.matter, one), ...firstDates(on, one) };
  const moved = Object.entries(dates).filter(([key, day]) => one[key as keyof Assignment] !== day);
  return moved.length > 0 ? [patch("assignment", one.id, Object.fromEntries(moved))] : [];
}

/** The dates of a first round that nothing but the calendar moves. */
function firstDates(on: Deciding, one: Assignment): Partial<Assignment> {
  if (one.round > 1) return {};
  const rows = movingRows(on.matter);
  const { cappedOn, original } = reckon(on.calendar, replyFacts(on, one, rows));
  const returned = one.returnedAt !== null || one.ruling !== null;
  return {
    originalReplyDueOn: cappedOn ?? original.on,
    ...(returned ? {} : { returnDueOn: reckon(on.calendar, dispatchFacts(on, one, "return", rows)).on }),
  };
}

/** A promise for what has become a day off is due on the next working day. */
const measureChanges = (on: Deciding): Change[] =>
  openMeasures(on.matter).flatMap((measure) => {
    const dueOn = workingDayFrom(on.calendar, measure.dueOn);
    return dueOn === measure.dueOn ? [] : [patch("measure", measure.id, { dueOn })];
  });

function ownChange(on: Deciding, after: Case): Change[] {
  const { complaint } = after;
  const { clock } = statuses[complaint.status];
  const facts = clock === "reply" || clock === "measures" ? null : ownFacts(on, complaint, after.pause);
  const hanging = clock === "reply" || clock === "measures" ? clockOnEntry(on, after).dueOn : complaint.dueOn;
  const dueOn = facts ? reckon(on.calendar, facts).on : hanging;
  return dueOn === complaint.dueOn ? [] : [patch("complaint", complaint.id, { dueOn })];
}
