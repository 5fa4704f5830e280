import type { ComplaintStatus, Refusal } from "../../../db/vocabulary.ts";
import { applyChanges, type Change, patch } from "./change.ts";
import type { Command, CommandType } from "./commands.ts";
import { type Case, type Complaint, live } from "./complaint.ts";
import * as assignmentActs from "./decide/assignment.ts";
import * as climbActs from "./decide/climb.ts";
import { clockOnEntry } from "./decide/clocks.ts";
import * as closingActs from "./decide/closing.ts";
import * as clueActs from "./decide/clue.ts";
import * as custodyActs from "./decide/custody.ts";
import type { Decide, Deciding } from "./decide/deciding.ts";
import * as erasureActs from "./decide/erasure.ts";
import { dropRequest, isErased } from "./decide/erasure.ts";
import * as extensionActs from "./decide/extension.ts";
import * as intakeActs from "./decide/intake.ts";
import { endPauses } from "./decide/pauses.ts";
import * as recusalActs from "./decide/recusal.ts";
import * as redateActs from "./decide/redate.ts";
import * as retaliationActs from "./decide/retaliation.ts";
import * as verifyingActs from "./decide/verifying.ts";
import { isInSight, lifecycle, type Outcome, statuses } from "./lifecycle.ts";
import { type Marks, refusedAsTelling } from "./told.ts";

/** The rules of every command beyond its row in the table, by the command's name. */
const decisions: { [T in CommandType]: Decide<T> } = {
  ...intakeActs,
  ...clueActs,
  ...recusalActs,
  ...assignmentActs,
  ...extensionActs,
  ...verifyingActs,
  ...closingActs,
  ...custodyActs,
  ...erasureActs,
  ...retaliationActs,
  ...climbActs,
  ...redateActs,
};

export type Decision =
  | { ok: true; outcome: Outcome; changes: Change[]; after: Case }
  | { ok: false; refusal: Refusal; marks?: Marks };

/**
 * Decides one command on one complaint: the table first, then the command's own rules, then the
 * status and the clock that follow. Pure: nothing is written, and the given case is left as it was.
 */
export function decide(on: Deciding, command: Command): Decision {
  const refusal = refusedByTable(on, command.type);
  if (refusal) return { ok: false, refusal };
  const verdict = (decisions[command.type] as Decide<CommandType>)(on, command as never);
  if ("refusal" in verdict) return { ok: false, refusal: verdict.refusal };
  const outcome = lifecycle[command.type].outcomes[verdict.outcome as string];
  if (!outcome || outcome.from?.includes(on.matter.complaint.status) === false)
    throw new Error(`${command.type} has no outcome ${verdict.outcome} here`);
  const telling = refusedAsTelling(on, command, verdict.changes);
  if (telling) return { ok: false, ...telling };
  const settled = settle(on, command.type, outcome, verdict.changes);
  return { ok: true, outcome, ...settled };
}

function refusedByTable(on: Deciding, type: CommandType): Refusal | null {
  const row = lifecycle[type];
  if (!row.by.includes(on.actor.kind)) return "notAllowed";
  if (isErased(on.matter) && !row.evenErased) return "erased";
  const { status } = on.matter.complaint;
  if (!row.from.includes(status) || !isInSight(on.actor.kind, status)) return "wrongStatus";
  const actsOnAssignment = row.assignment !== undefined || on.actor.kind === "department";
  if (actsOnAssignment && !on.assignment) return "noSuchAssignment";
  if (row.assignment && on.assignment && !row.assignment.includes(on.assignment.status)) {
    return on.assignment.status === "returning" ? "returnPending" : "wrongAssignmentStatus";
  }
  if (row.measure && !on.measure) return "noSuchMeasure";
  return null;
}

/** Adds what every act brings: the status, its clock, and the versions of the rows that people look at. */
function settle(on: Deciding, type: CommandType, outcome: Outcome, changes: Change[]) {
  const { complaint } = on.matter;
  const status: ComplaintStatus = outcome.to === "same" ? complaint.status : outcome.to;
  const version = lifecycle[type].isNote ? complaint.version : complaint.version + 1;
  const entered = applyChanges(on.matter, [...changes, patch("complaint", complaint.id, { status })]);
  const ended = endPauses(on, entered);
  const resumed = applyChanges(entered, ended);
  const all = [
    ...changes,
    ...ended,
    ...bumped(on, changes),
    ...dropRequest(on, status),
    patch("complaint", complaint.id, { status, version, ...clock(on, type, resumed) }),
  ];
  return { changes: all, after: applyChanges(on.matter, all) };
}

function clock(on: Deciding, type: CommandType, entered: Case): Partial<Complaint> {
  const before = on.matter.complaint;
  if (lifecycle[type].isNote) return {};
  if (entered.complaint.status !== before.status) return clockOnEntry(on, entered);
  const { dueOn, dueRule, dueFrom } = clockOnEntry(on, entered);
  switch (statuses[before.status].clock) {
    // In triage the rule hangs on the field: arrears have days of their own by law.
    case "triage":
    case "assign":
      return dueRule === before.dueRule ? {} : { dueOn, dueRule, dueFrom };
    // In these the date hangs on rows that an act may change without leaving the status.
    case "measures":
      return dueOn === before.dueOn ? {} : { dueOn, dueRule, dueFrom };
    case "reply":
    case "lookBack":
    case "clue":
      return { dueOn, dueRule, dueFrom };
    default:
      return {};
  }
}

/** The departments' forms carry their assignment's version; any change that they can see raises it. */
function bumped(on: Deciding, changes: readonly Change[]): Change[] {
  const touched = new Set<string>();
  for (const change of changes) {
    if (change.entity === "assignment" && !change.isNew) touched.add(change.id);
    if (change.entity === "reply" || change.entity === "measure") {
      const known = [...on.matter.reply, ...on.matter.measure].find((row) => row.id === change.id);
      touched.add(change.set.assignmentId ?? known?.assignmentId ?? "");
    }
  }
  return on.matter.assignment
    .filter((a) => touched.has(a.id))
    .map((a) => patch("assignment", a.id, { version: a.version + 1 }));
}

/** The assignments whose departments hear of an act: those it touched, live ones before recalled ones. */
export function assignmentsTouched(changes: readonly Change[], after: Case) {
  const ids = new Set(changes.filter((c) => c.entity === "assignment").map((c) => c.id));
  const touched = after.assignment.filter((a) => ids.has(a.id));
  const alive = live(touched);
  if (alive.length > 0) return alive;
  return touched.length > 0 ? touched : live(after.assignment);
}
