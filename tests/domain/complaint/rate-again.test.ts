import { describe, expect, it } from "vitest";
import type { Complaint, Rows } from "../../../app/domain/complaint/complaint.ts";
import { decide } from "../../../app/domain/complaint/decide.ts";
import type { ComplaintStatus, Rating } from "../../../db/vocabulary.ts";
import { deciding, monday } from "./sample-case.ts";

const hours = (count: number) => new Date(monday.getTime() + count * 3_600_000);

const rated = (rating: Rating, ratedAt = hours(-2)): Rows["evaluation"] => ({
  id: "e1",
  complaintId: "c1",
  rating,
  solved: "solved",
  reason: "r",
  ratedAt,
});

const again = (rating: Rating) => ({
  type: "evaluateAgain" as const,
  rating,
  solved: "unsolved" as const,
  reason: "又出了问题。",
});

interface Given {
  status: ComplaintStatus;
  before: Rating;
  complaint?: Partial<Complaint>;
  rows?: Parameters<typeof deciding>[0]["rows"];
}

const on = ({ status, before, complaint, rows }: Given) =>
  deciding({
    status,
    role: "liaison",
    complaint: { feedbackAt: hours(-24), badRatingPending: status === "verifying", ...complaint },
    rows: { evaluation: [rated(before)], ...rows },
  });

const call = { id: "k1", complaintId: "c1", solved: "solved" as const, pressed: false, words: "w" };
const asked = {
  id: "w1",
  complaintId: "c1",
  appliedById: "p",
  words: "w",
  confirmedById: null,
  confirmedAt: null,
  decidedById: null,
  decidedAt: null,
  approved: null,
  solved: null,
  reason: null,
  reopenedAt: null,
};

describe("rating again", () => {
  it("replaces the rating before: the matter goes where the new one puts it", () => {
    const toBad = decide(on({ status: "clearing", before: "satisfied" }), again("dissatisfied"));
    expect(toBad).toMatchObject({
      ok: true,
      after: { complaint: { status: "verifying", badRatingPending: true } },
    });
    const toGood = decide(on({ status: "verifying", before: "dissatisfied" }), again("satisfied"));
    expect(toGood).toMatchObject({
      ok: true,
      after: { complaint: { status: "clearing", badRatingPending: false } },
    });
    expect(toGood.ok && toGood.after.evaluation.map(({ rating }) => rating)).toEqual([
      "dissatisfied",
      "satisfied",
    ]);
  });

  it("that changes nothing of the way leaves its clock alone", () => {
    const given = on({ status: "clearing", before: "satisfied" });
    const decision = decide(given, again("fair"));
    expect(decision).toMatchObject({ ok: true, outcome: { to: "same" } });
    expect(decision.ok && decision.after.complaint.dueOn).toBe(given.matter.complaint.dueOn);
  });

  it("ends with the window that the answer opened, at the close of office", () => {
    const opened = new Date("2026-02-24T10:00:00+08:00");
    const complaint = { feedbackAt: opened };
    const rows = { evaluation: [rated("satisfied", hours(-20))] };
    const given = on({ status: "clearing", before: "satisfied", complaint, rows });
    const until = (at: string) => decide({ ...given, at: new Date(at) }, again("fair"));
    // Seven days from the next day on, 24 February: Tuesday, 3 March.
    expect(until("2026-03-03T17:30:00+08:00")).toMatchObject({ ok: true });
    expect(until("2026-03-03T17:31:00+08:00")).toEqual({ ok: false, refusal: "windowClosed" });
  });

  it.each([
    [
      "a call-back",
      { status: "verifying", before: "dissatisfied", rows: { callBack: [{ ...call, calledAt: hours(-1) }] } },
    ],
    ["rework waived", { status: "clearing", before: "dissatisfied" }],
    [
      "an application for the write-off",
      { status: "clearing", before: "satisfied", rows: { writeOff: [{ ...asked, appliedAt: hours(-1) }] } },
    ],
  ] as [string, Given][])("is refused after %s: somebody has acted on it", (_, given) => {
    expect(decide(on(given), again("fair"))).toEqual({ ok: false, refusal: "ratingActedOn" });
  });

  it("counts only what came after the rating", () => {
    const rows = { callBack: [{ ...call, calledAt: hours(-3) }] };
    expect(decide(on({ status: "verifying", before: "dissatisfied", rows }), again("fair"))).toMatchObject({
      ok: true,
    });
  });

  it.each([
    ["the answer is not given yet", { complaint: { feedbackAt: null }, rows: { evaluation: [] } }],
    ["nobody has rated it", { rows: { evaluation: [] } }],
    ["the rating was of an earlier answer", { rows: { evaluation: [rated("fair", hours(-48))] } }],
  ])("is not there while %s", (_, more) => {
    const given = on({ status: "verifying", before: "fair", ...more });
    expect(decide(given, again("fair"))).toEqual({ ok: false, refusal: "wrongStatus" });
  });
});
