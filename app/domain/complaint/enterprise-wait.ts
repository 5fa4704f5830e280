import type { ComplaintStatus } from "../../../db/vocabulary.ts";

/** What an enterprise waits for: mostly the status, and where a status holds several things, which of them. */
export type EnterpriseWait =
  | ComplaintStatus
  | "callBack"
  | "review"
  | "reviewLapsed"
  | "reviewed"
  | "clueConcluded";

/** What of a complaint says what its enterprise waits for. */
export interface Waited {
  status: ComplaintStatus;
  badRatingPending: boolean;
  reviewAskedAt: Date | null;
  reviewAnsweredAt: Date | null;
  endedAt: Date | null;
}

/** The one thing that its enterprise waits for, or has to do; `isPast` says that the day for it has gone by. */
export function enterpriseWaitOf(complaint: Waited, isPast = false): EnterpriseWait {
  const { status, reviewAskedAt, reviewAnsweredAt } = complaint;
  if (status === "verifying" && complaint.badRatingPending) return "callBack";
  if (status === "clue" && complaint.endedAt) return "clueConcluded";
  if (status === "declined" && !reviewAskedAt && isPast) return "reviewLapsed";
  if (status !== "declined" || !reviewAskedAt) return status;
  return reviewAnsweredAt ? "reviewed" : "review";
}
