import { BAD_RATINGS, type Rating } from "../../../db/vocabulary.ts";
import type { Day } from "../clock/day.ts";
import { reckon } from "../clock/reckon.ts";
import { type Clocks, ownFacts } from "./clock-facts.ts";
import type { CommandType } from "./commands.ts";
import type { Case } from "./complaint.ts";

export const isBad = (rating: Rating) => (BAD_RATINGS as readonly Rating[]).includes(rating);

/** The last day on which an answer may be rated, whatever has become of the matter since its first rating. */
export function ratingUntil(clocks: Clocks, feedbackAt: Date): Day | null {
  const facts = ownFacts(clocks, { dueRule: "evaluate", dueFrom: feedbackAt }, []);
  return facts && reckon(clocks.calendar, facts).on;
}

/** What somebody does because of a rating: from then on it stands, and what they did stays true. */
export const RATING_ACTS: readonly CommandType[] = [
  "recordCallBack",
  "waiveRework",
  "rework",
  "applyWriteOff",
];

/** Whether somebody has acted on the last rating: called back, waived rework, or applied for the write-off. */
export function isRatingActedOn({ complaint, evaluation, callBack, writeOff }: Case): boolean {
  const last = evaluation.at(-1);
  if (!last) return false;
  const isWaived = isBad(last.rating) && !complaint.badRatingPending;
  return (
    isWaived ||
    callBack.some((call) => call.calledAt >= last.ratedAt) ||
    writeOff.some((one) => one.appliedAt >= last.ratedAt)
  );
}
