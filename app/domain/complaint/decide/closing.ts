import { officeDay } from "../../clock/day.ts";
import { add, type Change, patch } from "../change.ts";
import type { CommandOf } from "../commands.ts";
import { live } from "../complaint.ts";
import { isBad, isRatingActedOn, ratingUntil } from "../rating.ts";
import { reviewUntil } from "../review.ts";
import { mayConfirm, pendingWriteOff, writeOffChecks } from "../write-off.ts";
import { runClock } from "./clocks.ts";
import { type Decide, type Deciding, personOf, refuse } from "./deciding.ts";
import { dropApplication, hasOpenMeasures, sendToLead } from "./verifying.ts";

const own = (on: Deciding) => on.matter.complaint;

type Rated = CommandOf<"evaluate"> | CommandOf<"evaluateAgain">;

const ratedAs = (on: Deciding, rating: Rated["rating"]) =>
  isBad(rating) ? "bad" : hasOpenMeasures(on) ? "promised" : "settled";

function rate(on: Deciding, { rating, solved, reason }: Rated): Change[] {
  const row = { id: on.newId(), complaintId: own(on).id, rating, solved, reason, ratedAt: on.at };
  return [
    add("evaluation", row),
    patch("complaint", own(on).id, { solved: solved === "solved", badRatingPending: isBad(rating) }),
  ];
}

export const evaluate: Decide<"evaluate"> = (on, rated) => ({
  outcome: ratedAs(on, rated.rating),
  changes: rate(on, rated),
});

export const evaluateAgain: Decide<"evaluateAgain"> = (on, rated) => {
  const { feedbackAt, status } = own(on);
  const last = on.matter.evaluation.at(-1);
  if (!feedbackAt || !last || last.ratedAt < feedbackAt) return refuse("wrongStatus");
  if (officeDay(on.at) > (ratingUntil(on, feedbackAt) ?? "")) return refuse("windowClosed");
  if (isRatingActedOn(on.matter)) return refuse("ratingActedOn");
  const outcome = ratedAs(on, rated.rating);
  const isThere =
    (outcome === "settled" && status === "clearing") || (outcome === "promised" && status === "rectifying");
  return { outcome: isThere ? "kept" : outcome, changes: rate(on, rated) };
};

export const lapseEvaluation: Decide<"lapseEvaluation"> = (on) =>
  officeDay(on.at) <= (own(on).dueOn ?? "")
    ? refuse("windowOpen")
    : { outcome: hasOpenMeasures(on) ? "promised" : "settled", changes: [] };

export const recordCallBack: Decide<"recordCallBack"> = (on, { solved, pressed, words }) => {
  const { id, status } = own(on);
  const called = add("callBack", {
    id: on.newId(),
    complaintId: id,
    solved,
    pressed,
    words,
    calledAt: on.at,
  });
  if (status === "withdrawn" && pressed)
    return { outcome: "pressed", changes: [called, patch("complaint", id, { ...anew(on), urgent: true })] };
  return { outcome: "recorded", changes: [called, patch("complaint", id, { solved: solved === "solved" })] };
};

export const applyWriteOff: Decide<"applyWriteOff"> = (on, { words }) => {
  if (on.actor.kind === "department" && on.assignment?.part !== "lead") return refuse("leadOnly");
  if (pendingWriteOff(on.matter)) return refuse("alreadyApplied");
  return {
    outcome: "applied",
    changes: [
      add("writeOff", {
        id: on.newId(),
        complaintId: own(on).id,
        appliedById: personOf(on),
        appliedAt: on.at,
        words,
        confirmedById: null,
        confirmedAt: null,
        decidedById: null,
        decidedAt: null,
        approved: null,
        solved: null,
        reason: null,
        reopenedAt: null,
      }),
    ],
  };
};

export const approveWriteOff: Decide<"approveWriteOff"> = (on, { words }) => {
  const pending = pendingWriteOff(on.matter);
  if (!pending) return refuse("noApplication");
  if (on.around.handlers.includes(personOf(on))) return refuse("handledByYou");
  if (writeOffChecks(on.matter).some((item) => !item.met)) return refuse("checklistIncomplete");
  if (own(on).keyProblem && pending.confirmedById === null) {
    const confirmed = { confirmedById: personOf(on), confirmedAt: on.at };
    return { outcome: "firstLine", changes: [patch("writeOff", pending.id, confirmed)] };
  }
  if (!mayConfirm(on.matter, personOf(on))) return refuse("sameConfirmer");
  const decided = { decidedById: personOf(on), decidedAt: on.at, approved: true, reason: words };
  return {
    outcome: "closed",
    changes: [
      patch("writeOff", pending.id, { ...decided, solved: own(on).solved ?? false }),
      ...live(on.matter.assignment).map((a) => patch("assignment", a.id, { settledAt: on.at })),
      patch("complaint", own(on).id, { closedAt: on.at, endedAt: on.at, lookBacks: 0 }),
    ],
  };
};

export const refuseWriteOff: Decide<"refuseWriteOff"> = (on, { reason }) => {
  if (!pendingWriteOff(on.matter)) return refuse("noApplication");
  if (on.around.handlers.includes(personOf(on))) return refuse("handledByYou");
  return { outcome: "refused", changes: dropApplication(on, reason) };
};

export const lookBack: Decide<"lookBack"> = (on, { result, words }) => {
  if (on.around.handlers.includes(personOf(on))) return refuse("handledByYou");
  const nth = own(on).lookBacks + 1;
  const looked = [
    add("lookBack", { id: on.newId(), complaintId: own(on).id, nth, result, words, lookedAt: on.at }),
    patch("complaint", own(on).id, { lookBacks: nth }),
  ];
  if (result === "held" || result === "partly") return { outcome: "held", changes: looked };
  return { outcome: "relapsed", changes: [...looked, ...openAgain(on, words)] };
};

/** A closed matter reaches its lead department again; the write-off keeps that it was undone. */
function openAgain(on: Deciding, missing: string): Change[] {
  const approved = on.matter.writeOff.findLast((w) => w.approved);
  return [
    ...(approved ? [patch("writeOff", approved.id, { reopenedAt: on.at })] : []),
    ...sendToLead(on, missing),
    patch("complaint", own(on).id, { closedAt: null, endedAt: null, reopenings: own(on).reopenings + 1 }),
  ];
}

export const reopen: Decide<"reopen"> = (on, { reason }) =>
  own(on).status === "closed"
    ? { outcome: "again", changes: openAgain(on, reason) }
    : { outcome: "anew", changes: [patch("complaint", own(on).id, anew(on))] };

const anew = (on: Deciding) => ({
  triageFrom: on.at,
  endedAt: null,
  declineGround: null,
  badRatingPending: false,
  leadDepartmentId: null,
  solved: null,
  acceptedAt: null,
  reopenings: own(on).reopenings + 1,
});

export const withdraw: Decide<"withdraw"> = (on, { reason }) => ({
  outcome: "withdrawn",
  changes: [
    ...live(on.matter.assignment).map((a) =>
      patch("assignment", a.id, { status: "recalled", recalledAt: on.at }),
    ),
    ...dropApplication(on, reason),
    patch("complaint", own(on).id, { endedAt: on.at, badRatingPending: false }),
  ],
});

export const askReview: Decide<"askReview"> = (on) => {
  const { declinedAt, reviewAskedAt, id } = own(on);
  if (reviewAskedAt) return refuse("reviewedBefore");
  if (officeDay(on.at) > (reviewUntil(on, declinedAt ?? on.at) ?? "")) return refuse("reviewTooLate");
  const clock = runClock(on, on.matter, on.at, "reviewAnswer");
  return { outcome: "asked", changes: [patch("complaint", id, { reviewAskedAt: on.at, ...clock })] };
};

export const answerReview: Decide<"answerReview"> = (on, { verdict }) => {
  const { reviewAskedAt, reviewAnsweredAt, id } = own(on);
  if (!reviewAskedAt || reviewAnsweredAt) return refuse("noReviewAsked");
  const answered = { reviewAnsweredAt: on.at, dueOn: null, dueRule: null, dueFrom: null };
  return verdict === "upheld"
    ? { outcome: "upheld", changes: [patch("complaint", id, answered)] }
    : { outcome: "granted", changes: [patch("complaint", id, { ...answered, ...anew(on) })] };
};
