import { describe, expect, it } from "vitest";
import type { LadderStep, Measure } from "../../../app/domain/complaint/complaint.ts";
import type { Deciding } from "../../../app/domain/complaint/decide/deciding.ts";
import { decide } from "../../../app/domain/complaint/decide.ts";
import { whoHears } from "../../../app/domain/complaint/lifecycle.ts";
import type { ComplaintStatus, Rung } from "../../../db/vocabulary.ts";
import { anAssignment, deciding, monday } from "./sample-case.ts";

const on = (moment: string) => new Date(`${moment.replace(" ", "T")}:00+08:00`);

// Dispatched on Monday 2 March 2026 and due on Monday the 9th: reminded on the 4th, urged on the 10th,
// told in a circular on the 16th, talked to on the 23rd.
const signed = anAssignment("signed", { signedAt: monday });

const watching = (moment: string, status: ComplaintStatus = "handling", more: Partial<Deciding> = {}) => ({
  ...deciding({ status, role: "worker", rows: { assignment: [signed] } }),
  at: on(moment),
  ...more,
});

function climbs(where: Deciding, rung: Rung) {
  const decision = decide(where, { type: "climb", rung });
  if (!decision.ok) return decision.refusal;
  return {
    steps: decision.after.ladderStep.map((step) => step.rung),
    letters: decision.after.urging.length,
    tells: whoHears(decision.outcome.tells).map(([who, what]) => `${who} ${what}`),
  };
}

const climbed = (rung: Rung, dueOn = "2026-03-09"): LadderStep => ({
  id: rung,
  complaintId: "c1",
  assignmentId: "a1",
  measureId: null,
  rung,
  dueOn,
  cameOn: dueOn,
  climbedAt: monday,
});

describe("climbing", () => {
  it("comes on a rung's day, not before, and not twice", () => {
    expect(climbs(watching("2026-03-03 23:59"), "reminder")).toBe("notYetDue");
    const reminded = climbs(watching("2026-03-04 00:01"), "reminder");
    expect(reminded).toEqual({ steps: ["reminder"], letters: 0, tells: ["officers reminder"] });
    const again = deciding({
      status: "handling",
      role: "worker",
      rows: { assignment: [signed], ladderStep: [climbed("reminder")] },
    });
    expect(climbs({ ...again, at: on("2026-03-04 09:00") }, "reminder")).toBe("alreadyClimbed");
  });

  it("records what was missed and tells the highest alone", () => {
    const late = climbs(watching("2026-03-16 09:00"), "circular");
    expect(late).toEqual({
      steps: ["reminder", "dueDay", "urging", "circular"],
      letters: 1,
      tells: ["department circular", "supervisors circular", "leader circular"],
    });
  });

  it("issues the letter with the next number, an answer within three working days, and the brief's words", () => {
    const decision = decide(watching("2026-03-10 09:00"), { type: "climb", rung: "urging" });
    expect(decision.ok && decision.after.urging).toMatchObject([
      { year: 2026, serial: 7, assignmentId: "a1", dueOn: "2026-03-09", answerBy: "2026-03-13", about: "b" },
    ]);
  });

  it("begins anew when the date was moved, without what had passed by then", () => {
    const moved = { ...signed, replyDueOn: "2026-03-12" };
    const extension = {
      id: "x",
      assignmentId: "a1",
      askedAt: monday,
      reason: "r",
      until: "2026-03-12",
      dueOnBefore: "2026-03-09",
      granted: true,
      ruling: "r",
      ruledAt: on("2026-03-09 10:00"),
    };
    const where = deciding({
      status: "handling",
      role: "worker",
      rows: {
        assignment: [moved],
        ladderStep: [climbed("reminder"), climbed("dueDay")],
        extension: [extension],
      },
    });
    expect(climbs({ ...where, at: on("2026-03-10 09:00") }, "reminder")).toBe("notYetDue");
    expect(climbs({ ...where, at: on("2026-03-12 09:00") }, "dueDay")).toMatchObject({
      tells: ["department dueToday"],
    });
  });

  it.each(["returning", "replied", "accepted", "recalled"] as const)("stands still while %s", (status) => {
    const where = watching("2026-03-10 09:00", "handling", { assignment: anAssignment(status) });
    expect(climbs(where, "urging")).toBe("wrongStatus");
  });

  it("watches the signing until it is signed", () => {
    const unsigned = anAssignment("dispatched");
    expect(
      climbs(watching("2026-03-04 00:01", "handling", { assignment: unsigned }), "signLate"),
    ).toMatchObject({
      tells: ["department signLate", "intake signLate"],
    });
    expect(climbs(watching("2026-03-04 00:01"), "signLate")).toBe("wrongStatus");
  });

  it("watches a promised measure by its own date, until it is reported", () => {
    const measure: Measure = {
      id: "m1",
      assignmentId: "a1",
      words: "w",
      owner: "o",
      dueOn: "2026-03-09",
      status: "promised",
      promisedAt: monday,
      reportedAt: null,
      report: null,
      confirmedAt: null,
      missing: null,
    };
    const at = on("2026-03-10 09:00");
    const where = deciding({
      status: "rectifying",
      role: "worker",
      rows: { assignment: [anAssignment("accepted")], measure: [measure] },
    });
    expect(climbs({ ...where, at }, "urging")).toMatchObject({ letters: 1 });
    const urged = decide({ ...where, at }, { type: "climb", rung: "urging" });
    expect(urged.ok && urged.after.urging).toMatchObject([{ about: "w", assignmentId: "a1" }]);
    expect(climbs({ ...where, at, measure: { ...measure, status: "reported" } }, "urging")).toBe(
      "wrongStatus",
    );
  });

  it.each(["submitted", "accepted", "verifying", "clearing"] as const)(
    "watches the commission's own step in %s",
    (status) => {
      // Due on the 5th in the sample.
      const where = { ...watching("2026-03-06 00:01", status), assignment: null };
      expect(climbs(where, "stepLate")).toMatchObject({ tells: ["owner stepLate"] });
      expect(climbs({ ...where, at: on("2026-03-05 23:59") }, "stepLate")).toBe("notYetDue");
    },
  );

  it("watches a refusal only while a review waits, and the closed for their look-back", () => {
    const bare = { ...watching("2026-03-06 00:01", "declined"), assignment: null };
    expect(climbs(bare, "stepLate")).toBe("wrongStatus");
    const asked = { ...bare.matter.complaint, dueRule: "reviewAnswer" };
    expect(climbs({ ...bare, matter: { ...bare.matter, complaint: asked } }, "stepLate")).toMatchObject({
      steps: ["stepLate"],
    });
    const closed = { ...watching("2026-03-05 00:01", "closed"), assignment: null };
    expect(climbs(closed, "lookBackDue")).toMatchObject({ tells: ["supervisors lookBackDue"] });
    expect(climbs(closed, "stepLate")).toBe("wrongStatus");
  });

  it("makes nobody's open form stale", () => {
    const where = watching("2026-03-10 09:00");
    const decision = decide(where, { type: "climb", rung: "urging" });
    expect(decision.ok && decision.after.complaint).toEqual(where.matter.complaint);
  });
});

describe("a supplement that never came", () => {
  it("gives the matter back to the office once its day has passed", () => {
    const waiting = (moment: string) => ({
      ...deciding({
        status: "supplementing",
        role: "worker",
        complaint: { dueOn: "2026-03-16", pausedOn: "2026-03-02", statusBefore: "submitted" },
      }),
      at: on(moment),
    });
    expect(decide(waiting("2026-03-16 17:30"), { type: "lapseSupplement" })).toMatchObject({
      refusal: "notYetDue",
    });
    const lapsed = decide(waiting("2026-03-16 17:31"), { type: "lapseSupplement" });
    expect(lapsed.ok && lapsed.after.complaint).toMatchObject({ status: "submitted", pausedOn: null });
  });
});
