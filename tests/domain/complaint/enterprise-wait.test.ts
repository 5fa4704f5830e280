import { expect, test } from "vitest";
import { enterpriseWaitOf, type Waited } from "../../../app/domain/complaint/enterprise-wait.ts";

const at = new Date("2026-03-02T01:30:00Z");
const usual: Waited = {
  status: "handling",
  badRatingPending: false,
  reviewAskedAt: null,
  reviewAnsweredAt: null,
  endedAt: null,
};

test.each<[string, Partial<Waited>, string]>([
  ["for its status", {}, "handling"],
  ["for the check of a reply", { status: "verifying" }, "verifying"],
  ["after a bad rating for a call-back", { status: "verifying", badRatingPending: true }, "callBack"],
  ["for nothing where a clue is concluded", { status: "clue", endedAt: at }, "clueConcluded"],
  ["for the special team while it isn't", { status: "clue" }, "clue"],
  ["for nothing after a refusal", { status: "declined", endedAt: at }, "declined"],
  ["for its review once it asked", { status: "declined", reviewAskedAt: at }, "review"],
  [
    "for nothing once that is answered",
    { status: "declined", reviewAskedAt: at, reviewAnsweredAt: at },
    "reviewed",
  ],
])("an enterprise waits %s", (_, of, wait) => {
  expect(enterpriseWaitOf({ ...usual, ...of })).toBe(wait);
});

test("a refusal whose time for a review has gone by says so, and nothing else does", () => {
  expect(enterpriseWaitOf({ ...usual, status: "declined" }, true)).toBe("reviewLapsed");
  expect(enterpriseWaitOf({ ...usual, status: "declined", reviewAskedAt: at }, true)).toBe("review");
  expect(enterpriseWaitOf(usual, true)).toBe("handling");
});
