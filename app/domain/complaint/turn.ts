import type { ComplaintStatus, Role } from "../../../db/vocabulary.ts";
import { type Case, live, openClue } from "./complaint.ts";
import { statuses } from "./lifecycle.ts";
import { pendingWriteOff } from "./write-off.ts";

/** What a complaint waits for: mostly its status, and where a status holds several steps, which of them. */
export type Turn =
  | ComplaintStatus
  | "ruling"
  | "callBack"
  | "feedBack"
  | "applying"
  | "secondLine"
  | "review"
  | "clueAccepted"
  | "clueConcluded";

type Looked = Pick<Case, "complaint" | "assignment" | "writeOff" | "clue">;

/** The one thing that has to happen next. */
export function turnOf({ complaint, assignment, writeOff, clue }: Looked): Turn {
  const { status } = complaint;
  const pending = pendingWriteOff({ writeOff });
  if (status === "handling" && assignment.some((one) => one.status === "returning")) return "ruling";
  if (status === "verifying" && complaint.badRatingPending) return "callBack";
  if (status === "verifying" && live(assignment).every((one) => one.status === "accepted")) return "feedBack";
  if (status === "clearing" && !pending) return "applying";
  if (status === "clearing" && complaint.keyProblem && pending?.confirmedById) return "secondLine";
  if (status === "declined" && complaint.reviewAskedAt && !complaint.reviewAnsweredAt) return "review";
  if (status === "clue") return clueTurn({ clue });
  return status;
}

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
    case "callBack":
    case "feedBack":
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
