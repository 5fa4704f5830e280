import type { ComplaintStatus, Role } from "../../../db/vocabulary.ts";
import { type Assignment, type Case, live, openClue } from "./complaint.ts";
import { pendingExtension } from "./decide/extension.ts";
import { lifecycle, statuses } from "./lifecycle.ts";
import { pendingWriteOff, writeOffChecks } from "./write-off.ts";

/** What a complaint waits for: mostly its status, and where a status holds several steps, which of them. */
export type Turn =
  | ComplaintStatus
  | "ruling"
  | "extending"
  | "callBack"
  | "feedBack"
  | "silent"
  | "applying"
  | "secondLine"
  | "review"
  | "clueAccepted"
  | "clueConcluded";

/** The one thing that has to happen next. */
export function turnOf(matter: Case): Turn {
  const { complaint, assignment, clue } = matter;
  const { status } = complaint;
  const pending = pendingWriteOff(matter);
  if (status === "handling" && assignment.some((one) => one.status === "returning")) return "ruling";
  if (status === "handling" && assignment.some((one) => asksForTime(matter, one))) return "extending";
  if (status === "verifying" && complaint.badRatingPending) return "callBack";
  if (status === "verifying" && live(assignment).every((one) => one.status === "accepted")) return "feedBack";
  if (status === "clearing" && isSilent(matter)) return "silent";
  if (status === "clearing" && !pending) return "applying";
  if (status === "clearing" && complaint.keyProblem && pending?.confirmedById) return "secondLine";
  if (status === "declined" && complaint.reviewAskedAt && !complaint.reviewAnsweredAt) return "review";
  if (status === "clue") return clueTurn({ clue });
  return status;
}

const asksForTime = (matter: Case, one: Assignment) =>
  pendingExtension(matter, one) !== null && (lifecycle.ruleOnExtension.assignment ?? []).includes(one.status);

/** Neither rated nor called back since the answer, without which no write-off is approved. */
const isSilent = (matter: Case) =>
  writeOffChecks(matter).some(({ check, met }) => check === "ratedOrCalledBack" && !met);

function clueTurn(matter: Pick<Case, "clue">): Turn {
  const clue = openClue(matter);
  if (!clue) return "clueConcluded";
  return clue.acceptedAt ? "clueAccepted" : "clue";
}

/** Whose step that is, or null when nobody owes one. */
export function ownerOf(turn: Turn): Role | "calendar" | null {
  switch (turn) {
    case "ruling":
      return "intake";
    case "extending":
    case "callBack":
    case "feedBack":
    case "silent":
    case "applying":
    case "secondLine":
    case "review":
      return "supervisor";
    case "clueAccepted":
      return "discipline";
    case "clueConcluded":
      return null;
    default:
      return statuses[turn].owner;
  }
}

/** Steps that nobody may take of a complaint that they handled. */
export const isForOthers = (turn: Turn): boolean =>
  turn === "clearing" || turn === "secondLine" || turn === "closed";
