import type { Rung } from "../../../../db/vocabulary.ts";
import { type Day, dayOf } from "../../clock/day.ts";
import { ladder, type Watched, type WatchedClock } from "../../clock/ladder.ts";
import { type Assignment, type Complaint, live, type Measure } from "../complaint.ts";
import { statuses } from "../lifecycle.ts";
import type { Deciding } from "./deciding.ts";

const owed = ["handling", "verifying", "feedback", "rectifying", "clearing"];
const inHand = ["dispatched", "signed", "redo"];
const steps = ["submitted", "accepted", "clue", "verifying", "clearing"];

/** The clock that a rung watches on what an act is on; null where none of that kind runs. */
export function watchedClock(on: Deciding, rung: Rung): WatchedClock | null {
  const clock = on.measure
    ? measureClock(on, on.measure)
    : on.assignment
      ? assignmentClock(on, on.assignment, rung === "signLate" ? "signing" : "reply")
      : complaintClock(on.matter.complaint);
  return clock && ladder[rung].watches.includes(clock.watched) ? clock : null;
}

const latest = (days: readonly Day[]): Day => days.toSorted().at(-1) ?? "";

function assignmentClock(on: Deciding, a: Assignment, watched: Watched): WatchedClock | null {
  const runs = on.matter.complaint.status === "handling" && inHand.includes(a.status);
  if (!runs) return null;
  if (watched === "signing")
    return a.status === "dispatched" ? { watched, dueOn: a.signDueOn, begunOn: dayOf(a.dispatchedAt) } : null;
  return { watched, dueOn: a.replyDueOn, begunOn: latest([dayOf(a.dueFrom), ...moved(on, a)]) };
}

/** The days on which a department's date was moved: what came before, it was told of by the old date. */
function moved(on: Deciding, a: Assignment): Day[] {
  const resumed = on.matter.pause.filter((p) => p.assignmentId === a.id).flatMap((p) => p.toOn ?? []);
  const extended = on.matter.extension.filter((e) => e.assignmentId === a.id && e.granted);
  return [...resumed, ...extended.flatMap((e) => (e.ruledAt ? dayOf(e.ruledAt) : []))];
}

function measureClock(on: Deciding, m: Measure): WatchedClock | null {
  const counts = live(on.matter.assignment).some((a) => a.id === m.assignmentId);
  if (!counts || m.status !== "promised" || !owed.includes(on.matter.complaint.status)) return null;
  // One that was sent back has its date from after its report.
  return { watched: "measure", dueOn: m.dueOn, begunOn: dayOf(m.reportedAt ?? m.promisedAt) };
}

function complaintClock({ status, dueOn, dueFrom, dueRule }: Complaint): WatchedClock | null {
  if (dueOn === null || dueFrom === null) return null;
  const begunOn = dayOf(dueFrom);
  if (statuses[status].clock === "lookBack") return { watched: "lookBack", dueOn, begunOn };
  // A refusal has a clock only while a review of it waits for its answer.
  const isStep = steps.includes(status) || (status === "declined" && dueRule === "reviewAnswer");
  return isStep ? { watched: "step", dueOn, begunOn } : null;
}
