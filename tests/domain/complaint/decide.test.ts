// Long, because the finer rules of all commands are tried on one sample.
import { describe, expect, it } from "vitest";
import type { Case } from "../../../app/domain/complaint/complaint.ts";
import { assignmentsTouched, decide } from "../../../app/domain/complaint/decide.ts";
import { fold, holdsName } from "../../../app/domain/complaint/secret.ts";
import { writeOffChecks } from "../../../app/domain/complaint/write-off.ts";
import { aCase, aComplaint, anAssignment, deciding, monday, sample } from "./sample-case.ts";

const refusalOf = (on: Parameters<typeof decide>[0], command: Parameters<typeof decide>[1]) => {
  const decision = decide(on, command);
  return decision.ok ? null : decision.refusal;
};

/** A case in which nothing is missing for a write-off. */
const complete = (): Partial<Case> => ({
  assignment: [anAssignment("accepted")],
  reply: [
    {
      id: "r1",
      assignmentId: "a1",
      round: 1,
      words: "w",
      repliedAt: monday,
      verdict: "accepted",
      missing: null,
      judgedAt: monday,
    },
  ],
  answer: [{ id: "n1", complaintId: "c1", words: "w", givenAt: monday }],
  evaluation: [
    { id: "e1", complaintId: "c1", rating: "satisfied", solved: "solved", reason: "r", ratedAt: monday },
  ],
  writeOff: [
    {
      id: "w1",
      complaintId: "c1",
      appliedById: "somebody",
      appliedAt: monday,
      words: "w",
      confirmedById: null,
      confirmedAt: null,
      decidedById: null,
      decidedAt: null,
      approved: null,
      solved: null,
      reason: null,
      reopenedAt: null,
    },
  ],
});
const approving = (rows: Partial<Case>, more = {}) =>
  deciding({ status: "clearing", role: "supervisor", rows, ...more });
const approve = sample("approveWriteOff");

describe("write-off", () => {
  it("closes what is complete, by somebody who did not handle it", () => {
    const decision = decide(approving(complete()), approve);
    expect(decision.ok && decision.after.complaint.status).toBe("closed");
    expect(refusalOf(approving(complete(), { handlers: ["me"] }), approve)).toBe("handledByYou");
  });

  it.each([
    ["answerGiven", { answer: [] }],
    ["evidence", { reply: [] }],
    ["assignmentsAccepted", { assignment: [anAssignment("replied")] }],
    ["ratedOrCalledBack", { evaluation: [] }],
    [
      "measuresConfirmed",
      {
        measure: [
          {
            id: "m1",
            assignmentId: "a1",
            words: "w",
            owner: "o",
            dueOn: "2026-03-20",
            status: "reported" as const,
            promisedAt: monday,
            reportedAt: monday,
            report: "r",
            confirmedAt: null,
            missing: null,
          },
        ],
      },
    ],
  ])("misses %s and refuses", (check, rows) => {
    const all = { ...complete(), ...rows };
    const missing = writeOffChecks(aCase(aComplaint("clearing"), all)).filter((c) => !c.met);
    expect(missing.map((c) => c.check)).toContain(check);
    expect(refusalOf(approving(all), approve)).toBe("checklistIncomplete");
  });

  it("takes nothing said before the latest answer for an evaluation of it", () => {
    const later = new Date(monday.getTime() + 1);
    const rows = { ...complete(), answer: [{ id: "n2", complaintId: "c1", words: "w", givenAt: later }] };
    expect(refusalOf(approving(rows), approve)).toBe("checklistIncomplete");
  });

  it("needs two people for a key problem", () => {
    const key = { complaint: { keyProblem: true } };
    const first = decide(approving(complete(), key), approve);
    expect(first.ok && first.after.complaint.status).toBe("clearing");
    const [application] = complete().writeOff ?? [];
    const confirmed = (by: string) => ({
      ...complete(),
      writeOff: [
        { ...(application as NonNullable<typeof application>), confirmedById: by, confirmedAt: monday },
      ],
    });
    expect(refusalOf(approving(confirmed("me"), key), approve)).toBe("sameConfirmer");
    const second = decide(approving(confirmed("another"), key), approve);
    expect(second.ok && second.after.complaint.status).toBe("closed");
  });
});

describe("assignments", () => {
  const returning = (more = {}) =>
    deciding({
      status: "handling",
      role: "department",
      rows: { assignment: [anAssignment("signed", more)] },
    });

  it("are returned within two working days, once, and to somebody else", () => {
    const back = sample("returnAssignment");
    expect(refusalOf(returning(), back)).toBeNull();
    expect(refusalOf({ ...returning(), at: new Date("2026-03-04T17:29:00+08:00") }, back)).toBeNull();
    expect(refusalOf({ ...returning(), at: new Date("2026-03-04T17:31:00+08:00") }, back)).toBe(
      "returnTooLate",
    );
    expect(refusalOf(returning({ ruling: "refused" }), back)).toBe("returnedBefore");
    expect(refusalOf(returning({ departmentId: "d2" }), back)).toBe("returnToSelf");
  });

  it("wait for the others before the commission verifies", () => {
    const rows = {
      assignment: [
        anAssignment("signed"),
        anAssignment("signed", { id: "a2", part: "assisting", departmentId: "d2" }),
      ],
    };
    const waiting = decide(deciding({ status: "handling", role: "department", rows }), sample("reply"));
    expect(waiting.ok && waiting.after.complaint.status).toBe("handling");
    const both = {
      assignment: [anAssignment("signed"), anAssignment("replied", { id: "a2", part: "assisting" })],
    };
    const complete = decide(
      deciding({ status: "handling", role: "department", rows: both }),
      sample("reply"),
    );
    expect(complete.ok && complete.after.complaint).toMatchObject({
      status: "verifying",
      dueOn: "2026-03-05",
    });
  });

  it("go to departments that exist, each once", () => {
    const on = deciding({ status: "accepted", role: "intake" });
    const base = {
      type: "assign",
      grade: "B",
      lead: "d1",
      assisting: [],
      brief: "某企业反映进度慢。",
      release: [],
    } as const;
    const command = { ...base, assisting: [] as string[], release: [] as string[] };
    expect(refusalOf(on, { ...command, assisting: ["d1"] })).toBe("leadTwice");
    expect(refusalOf(on, { ...command, lead: "gone" })).toBe("noSuchDepartment");
    expect(refusalOf(on, { ...command, release: ["foreign"] })).toBe("attachmentNotOfComplaint");
    expect(refusalOf(on, { ...command, brief: "请核实云岭 精密的情况" })).toBe("briefNamesEnterprise");
    const named = deciding({ status: "accepted", role: "intake", complaint: { disclosure: "named" } });
    expect(refusalOf(named, { ...command, brief: "请核实云岭精密的情况" })).toBeNull();
    const sent = decide(on, command);
    // Grade B: fifteen working days after Monday 2 March is Monday 23 March.
    expect(sent.ok && sent.after.assignment[0]?.replyDueOn).toBe("2026-03-23");
  });
});

describe("an assisting department added later", () => {
  const adding = (
    status: "handling" | "verifying" | "rectifying",
    more: Partial<Parameters<typeof deciding>[0]> = {},
  ) =>
    deciding({
      status,
      role: "intake",
      complaint: { grade: "C", dueOn: "2026-03-05" },
      rows: { assignment: [anAssignment(status === "handling" ? "signed" : "accepted")] },
      ...more,
    });
  const add = {
    type: "addAssisting" as const,
    assisting: "d2",
    brief: "请协助核实。",
    release: [] as string[],
  };

  it("gets its own assignment and clock, and the lead's stays as it was", () => {
    const on = adding("handling");
    const added = decide(on, add);
    if (!added.ok) throw new Error(added.refusal);
    const [lead, second] = added.after.assignment;
    expect(lead).toEqual(on.matter.assignment[0]);
    // Grade C: five working days after Monday 2 March.
    expect(second).toMatchObject({
      departmentId: "d2",
      part: "assisting",
      status: "dispatched",
      brief: add.brief,
    });
    expect(second?.replyDueOn).toBe("2026-03-09");
    expect(added.outcome.tells).toEqual({ departments: "assignedToYou" });
    expect(assignmentsTouched(added.changes, added.after).map((one) => one.departmentId)).toEqual(["d2"]);
  });

  it.each(["verifying", "rectifying"] as const)(
    "takes a complaint that was %s back to where it can reply",
    (status) => {
      const added = decide(adding(status), add);
      expect(added.ok && added.after.complaint).toMatchObject({ status: "handling", dueOn: "2026-03-09" });
      expect(added.ok && added.after.assignment[0]?.status).toBe("accepted");
    },
  );

  it("is awaited: only when every assignment has replied does the commission verify", () => {
    const added = decide(adding("verifying"), add);
    if (!added.ok) throw new Error(added.refusal);
    const fed = deciding({
      status: "verifying",
      role: "supervisor",
      rows: { assignment: added.after.assignment },
    });
    expect(refusalOf(fed, { type: "feedBack", words: "好" })).toBe("assignmentsOpen");
  });

  it("is refused where it already has one, doesn't exist, or would learn who reported", () => {
    const refused = (more: object) => refusalOf(adding("handling"), { ...add, ...more });
    expect(refused({ assisting: "d1" })).toBe("departmentAlreadyAssigned");
    expect(refused({ assisting: "gone" })).toBe("noSuchDepartment");
    expect(refused({ release: ["foreign"] })).toBe("attachmentNotOfComplaint");
    expect(refused({ brief: "请核实云岭 精密的情况" })).toBe("briefNamesEnterprise");
    const bad = adding("verifying", { complaint: { badRatingPending: true } });
    expect(refusalOf(bad, add)).toBe("badRatingPending");
    const recalled = {
      assignment: [anAssignment("signed"), anAssignment("recalled", { id: "a2", departmentId: "d2" })],
    };
    expect(refusalOf(adding("handling", { rows: recalled }), add)).toBeNull();
  });
});

describe("words for a department", () => {
  it("never name who reported, in a verdict as little as in a brief", () => {
    const rows = { assignment: [anAssignment("replied")] };
    const on = deciding({ status: "verifying", role: "supervisor", rows });
    expect(refusalOf(on, { type: "sendBackReply", missing: "请联系云岭精密补充" })).toBe(
      "briefNamesEnterprise",
    );
    expect(refusalOf(on, { type: "acceptReply", note: "云岭 精密已确认" })).toBe("briefNamesEnterprise");
    expect(refusalOf(on, { type: "sendBackReply", missing: "请补充清单" })).toBeNull();
  });
});

describe("a name in a text", () => {
  it("is found through spaces, marks and wide letters, and one character is no name", () => {
    expect(holdsName(fold("请联系ＡＢＣ（澄湾）公司").text, ["abc澄湾"])).toBe(true);
    expect(holdsName(fold("云·岭 精-密").text, ["云岭精密"])).toBe(true);
    expect(holdsName(fold("云在天上").text, ["云"])).toBe(false);
    expect(holdsName(fold("").text, [""])).toBe(false);
  });
});
