import type { ComplaintStatus } from "../../../db/vocabulary.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { loadCalendar } from "../clock/calendar.server.ts";
import type { Day } from "../clock/day.ts";
import { loadSpansAt } from "../clock/spans.server.ts";
import { reviewUntil } from "./review.ts";

interface Refused {
  status: ComplaintStatus;
  declinedAt: Date | null;
  reviewAskedAt: Date | null;
  dueOn: Day | null;
}

const maybeReviewed = ({ status, declinedAt, reviewAskedAt }: Refused) =>
  status === "declined" && !reviewAskedAt ? declinedAt : null;

/** A refusal is due on no day of the office: what its enterprise goes by is the last day to ask for a review. */
export async function withReviewDay<R extends Refused>(tx: Tx, rows: readonly R[]): Promise<R[]> {
  if (!rows.some(maybeReviewed)) return [...rows];
  const clocks = { calendar: await loadCalendar(tx), spansAt: await loadSpansAt(tx) };
  return rows.map((row) => {
    const declinedAt = maybeReviewed(row);
    return declinedAt ? { ...row, dueOn: reviewUntil(clocks, declinedAt) } : row;
  });
}
