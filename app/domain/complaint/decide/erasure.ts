import type { ComplaintStatus, Refusal } from "../../../../db/vocabulary.ts";
import { addDays, type Day, dayOf } from "../../clock/day.ts";
import { spanAfter } from "../../clock/due.ts";
import { unsealingState } from "../../custody/custody.ts";
import { add, type Change, patch } from "../change.ts";
import type { CommandType } from "../commands.ts";
import { type Case, type ErasureRequest, openClue } from "../complaint.ts";
import { type Decide, type Deciding, personOf, refuse } from "./deciding.ts";

/** The last question whether somebody was treated worse comes after 90 days; so many more its answer is waited for. */
const QUESTIONS_DAYS = 90 + 30;

/**
 * Whether what was said of a matter is gone. One that isn't at its end any more, because a backup of before it was
 * restored, goes on as any other: else it would stay open for ever.
 */
export const isErased = ({ erasure, complaint }: Pick<Case, "erasure" | "complaint">): boolean =>
  erasure.length > 0 && complaint.endedAt !== null;

/** The request that waits for somebody else's word. */
export const openRequest = ({ erasureRequest }: Pick<Case, "erasureRequest">): ErasureRequest | undefined =>
  erasureRequest.find((one) => one.decidedAt === null && one.droppedAt === null);

/** Whether an act may have its place now, by what is erased or asked to be; of any other act it says nothing. */
export function isErasureInPlace(
  type: CommandType,
  matter: Pick<Case, "erasure" | "erasureRequest" | "complaint">,
  personId: string,
): boolean {
  if (isErased(matter)) return false;
  const request = openRequest(matter);
  if (type === "askErasure") return request === undefined;
  const isDecision = type === "approveErasure" || type === "refuseErasure";
  return !isDecision || (request !== undefined && request.askedById !== personId);
}

/** On the ground of retention once it was kept for long enough, on a lawful request (个人信息保护法 47) at any time. */
export const askErasure: Decide<"askErasure"> = (on, { erasureGround: ground }) => {
  const { id, status } = on.matter.complaint;
  if (openRequest(on.matter)) return refuse("erasureAskedBefore");
  const refusal = whyNot(on, ground);
  if (refusal) return refuse(refusal);
  const undecided = { decidedById: null, decidedAt: null, approved: null, droppedAt: null };
  const row = {
    id: on.newId(),
    complaintId: id,
    ground,
    askedById: personOf(on),
    askedAt: on.at,
    ...undecided,
  };
  return {
    outcome: status === "clue" ? "askedOfClue" : "asked",
    changes: [add("erasureRequest", row)],
  };
};

/** Whatever was in its way when it was asked may have come since. */
export const approveErasure: Decide<"approveErasure"> = (on) => {
  const request = decidable(on);
  if ("refusal" in request) return request;
  const refusal = whyNot(on, request.ground);
  if (refusal) return refuse(refusal);
  const { id: complaintId } = on.matter.complaint;
  const { ground } = request;
  return {
    outcome: "erased",
    changes: [
      patch("erasureRequest", request.id, decided(on, true)),
      add("erasure", { id: on.newId(), complaintId, at: on.at, ground, byId: personOf(on) }),
    ],
  };
};

export const refuseErasure: Decide<"refuseErasure"> = (on) => {
  const request = decidable(on);
  if ("refusal" in request) return request;
  return {
    outcome: on.matter.complaint.status === "clue" ? "refusedOfClue" : "refused",
    changes: [patch("erasureRequest", request.id, decided(on, false))],
  };
};

/** A matter that is taken up again takes its request with it. */
export function dropRequest(on: Deciding, status: ComplaintStatus): Change[] {
  const request = openRequest(on.matter);
  if (!request || status === on.matter.complaint.status) return [];
  return [patch("erasureRequest", request.id, { droppedAt: on.at })];
}

const decided = (on: Deciding, approved: boolean) => ({
  decidedById: personOf(on),
  decidedAt: on.at,
  approved,
});

/** The request, where this person may decide it: not their own. */
function decidable(on: Deciding) {
  const request = openRequest(on.matter);
  if (!request) return refuse("noErasureAsked");
  return request.askedById === personOf(on) ? refuse("ownErasure") : request;
}

function whyNot(on: Deciding, ground: ErasureRequest["ground"]): Refusal | null {
  if (isStillOpen(on)) return "stillOpen";
  // The report stands in the course of the matter after which it came, too.
  if (on.around.before.isLinkedWhole) return "linkedFirst";
  return ground === "retention" && dayOf(on.at) < keptUntil(on) ? "retentionRuns" : null;
}

/** The day on which the retention is over: counted from the last end, and of a merged matter from its primary's. */
function keptUntil(on: Deciding): Day {
  const ends = [on.matter.complaint.endedAt, on.around.before.followed].flatMap((at) => at ?? []);
  const lastEnd = new Date(Math.max(...ends.map(Number)));
  return spanAfter(on.calendar, dayOf(lastEnd), on.spans.retention);
}

/** Whether somebody still owes or may still come to say something: then the words are needed. */
function isStillOpen(on: Deciding): boolean {
  const { complaint, unsealing, writeOff } = on.matter;
  const today = dayOf(on.at);
  return (
    complaint.endedAt === null ||
    openClue(on.matter) !== undefined ||
    // A look-back, or the answer to a review.
    complaint.dueOn !== null ||
    (complaint.status === "merged" && on.around.before.followed === null) ||
    writeOff.some((one) => one.decidedAt === null) ||
    unsealing.some((one) => ["waiting", "approved"].includes(unsealingState(one, today))) ||
    areQuestionsOpen(on, today)
  );
}

/** Whether the enterprise may still be asked or still answer if it was treated worse since the answer. */
function areQuestionsOpen({ matter }: Deciding, today: Day): boolean {
  const { feedbackAt } = matter.complaint;
  if (!feedbackAt) return false;
  const sinceOn = dayOf(feedbackAt);
  const answered = matter.question.filter((one) => one.sinceOn === sinceOn && one.answeredAt !== null);
  return answered.length < 2 && today <= addDays(sinceOn, QUESTIONS_DAYS);
}
