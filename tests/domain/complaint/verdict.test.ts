import { describe, expect, it } from "vitest";
import type { Extension } from "../../../app/domain/complaint/complaint.ts";
import { isStepInPlace } from "../../../app/domain/complaint/decide/verifying.ts";
import { decide } from "../../../app/domain/complaint/decide.ts";
import { turnOf } from "../../../app/domain/complaint/turn.ts";
import type { AssignmentStatus } from "../../../db/vocabulary.ts";
import { anAssignment, deciding, monday, sample } from "./sample-case.ts";

const before = new Date(monday.getTime() - 1000);
const rated = {
  id: "e1",
  complaintId: "c1",
  rating: "dissatisfied" as const,
  solved: "unsolved" as const,
  reason: "x",
  ratedAt: before,
};
const called = {
  id: "b1",
  complaintId: "c1",
  solved: "unsolved" as const,
  pressed: false,
  words: "x",
  calledAt: monday,
};

// What the answers after the replies depend on, each way.
const cases = [true, false].flatMap((isAccepted) =>
  [true, false].flatMap((isBad) => [true, false].map((isCalled) => ({ isAccepted, isBad, isCalled }))),
);
const acts = ["feedBack", "rework", "waiveRework"] as const;
const early = ["assignmentsOpen", "badRatingPending", "noBadRating", "callBackFirst"];

describe.each(cases)(
  "with $isAccepted replies accepted, $isBad rated badly, $isCalled called back",
  (one) => {
    it.each(acts)("%s is offered exactly where it is not refused", (type) => {
      const on = deciding({
        status: "verifying",
        role: "supervisor",
        complaint: { badRatingPending: one.isBad },
        rows: {
          assignment: [anAssignment(one.isAccepted ? "accepted" : "replied")],
          evaluation: one.isBad ? [rated] : [],
          callBack: one.isCalled ? [called] : [],
        },
      });
      const decision = decide(on, sample(type));
      const isRefused = "refusal" in decision && early.includes(decision.refusal);
      expect(isStepInPlace(type, on.matter)).toBe(!isRefused);
    });
  },
);

const references = [{ id: "r1", complaintId: "c1", words: "x", madeAt: before }];
const asked = { reviewAskedAt: before };
const steps = [
  ["noteReference", "supervisor", "closed", {}, []],
  ["noteReference", "supervisor", "closed", {}, references],
  ["keepAsReference", "intake", "submitted", {}, []],
  ["keepAsReference", "intake", "submitted", {}, references],
  ["addAssisting", "intake", "verifying", {}, []],
  ["addAssisting", "intake", "verifying", { badRatingPending: true }, []],
  ["answerReview", "supervisor", "declined", {}, []],
  ["answerReview", "supervisor", "declined", asked, []],
  ["answerReview", "supervisor", "declined", { ...asked, reviewAnsweredAt: monday }, []],
] as const;

it.each(steps)(
  "%s by %s of what is %s is offered as it is not refused, %j",
  (type, role, status, complaint, rows) => {
    const on = deciding({ status, role, complaint, rows: { reference: [...rows] } });
    const decision = decide(on, sample(type));
    const isRefused =
      "refusal" in decision &&
      ["alreadyReferenced", "badRatingPending", "noReviewAsked"].includes(decision.refusal);
    expect(isStepInPlace(type, on.matter)).toBe(!isRefused);
  },
);

it("says nothing of other acts", () => {
  const { matter } = deciding({ status: "verifying", role: "supervisor" });
  expect(isStepInPlace("recordCallBack", matter)).toBe(true);
});

it("an enterprise that said nothing of its answer is called back before anybody applies for the write-off", () => {
  const answer = [{ id: "w1", complaintId: "c1", words: "x", givenAt: before }];
  const turn = (callBack: (typeof called)[]) =>
    turnOf(deciding({ status: "clearing", role: "supervisor", rows: { answer, callBack } }).matter);
  expect([turn([]), turn([called])]).toEqual(["silent", "applying"]);
});

it("a request for more time waits for its ruling, in its own round and as long as it can be ruled on", () => {
  const asked: Extension = {
    ...{ id: "x1", assignmentId: "a1", askedAt: monday, reason: "x", until: "2026-03-12" },
    ...{ dueOnBefore: "2026-03-09", granted: null, ruling: null, ruledAt: null },
  };
  const turn = (status: AssignmentStatus, extension: Extension, dueFrom = monday) =>
    turnOf(
      deciding({
        status: "handling",
        role: "supervisor",
        rows: { assignment: [anAssignment(status, { id: "a1", dueFrom })], extension: [extension] },
      }).matter,
    );
  expect(turn("signed", asked)).toBe("extending");
  expect(turn("signed", { ...asked, granted: false })).toBe("handling");
  expect(turn("redo", asked, new Date(monday.getTime() + 1000))).toBe("handling");
  expect(turn("accepted", asked)).toBe("handling");
  expect(turn("returning", asked)).toBe("ruling");
});
