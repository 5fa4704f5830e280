import type { PauseReason } from "../../../../db/vocabulary.ts";
import { dayOf } from "../../clock/day.ts";
import { add, type Change, patch } from "../change.ts";
import type { Case, Pause } from "../complaint.ts";
import type { Deciding } from "./deciding.ts";

/** A clock stands still from today: the assignment's, or without one the complaint's own. */
export function beginPause(on: Deciding, why: PauseReason, assignmentId: string | null): Change {
  const { id: complaintId } = on.matter.complaint;
  return add("pause", { id: on.newId(), complaintId, assignmentId, why, fromOn: dayOf(on.at), toOn: null });
}

/** Ends the pauses whose reason is gone, whatever act it was that took it away. */
export function endPauses(on: Deciding, entered: Case): Change[] {
  const over = entered.pause.filter((pause) => pause.toOn === null && !isStanding(entered, pause));
  const { id, pausedOn, status } = entered.complaint;
  const resumes = pausedOn !== null && status !== "supplementing";
  return [
    ...over.map((pause) => patch("pause", pause.id, { toOn: dayOf(on.at) })),
    ...(resumes ? [patch("complaint", id, { pausedOn: null })] : []),
  ];
}

const isStanding = ({ complaint, assignment }: Case, { assignmentId }: Pause) =>
  assignmentId === null
    ? complaint.status === "supplementing"
    : assignment.some((one) => one.id === assignmentId && one.status === "returning");
