import { describe, expect, it } from "vitest";
import type { Command } from "../../../app/domain/complaint/commands.ts";
import type { Case, Complaint, Unsealing } from "../../../app/domain/complaint/complaint.ts";
import { decide } from "../../../app/domain/complaint/decide.ts";
import { unsealingState } from "../../../app/domain/custody/custody.ts";
import type { Role } from "../../../db/vocabulary.ts";
import { anAssignment, deciding } from "./sample-case.ts";

const monday = new Date("2026-03-02T09:30:00+08:00");
const request: Unsealing = {
  ...{ id: "r1", complaintId: "c1", askedById: "su", readerId: "gu", purpose: "核对", untilOn: "2026-03-20" },
  ...{ askedAt: monday, approvedAt: null, refusedAt: null, endedAt: null },
};
const vote = (custodianId: string, approved = true) => ({
  ...{
    id: `v${custodianId}`,
    complaintId: "c1",
    unsealingId: "r1",
    custodianId,
    approved,
    reason: "",
    at: monday,
  },
});

interface Given {
  role?: Role;
  rows?: Partial<Case>;
  complaint?: Partial<Complaint>;
}

/** What a command comes to in a sealed matter: its rule's refusal, or what it writes by table. */
function says(command: Command, { role = "custodian", rows = {}, complaint = {} }: Given = {}) {
  const sealed = { disclosure: "sealed" as const, ...complaint };
  const on = deciding({
    status: "handling",
    role,
    rows: { unsealing: [request], ...rows },
    complaint: sealed,
  });
  const decision = decide({ ...on, around: { ...on.around, readers: ["gu", "me"] } }, command);
  if (!decision.ok) return decision.refusal;
  return Object.fromEntries(decision.changes.map(({ entity, set }) => [entity, set]));
}

const approve = { type: "approveUnsealing", request: "r1", reason: "有必要" } as const;
const ask = { type: "askUnsealing", reader: "me", purpose: "核对", until: "2026-03-20" } as const;

describe("a request to know who reported", () => {
  it("is agreed to by the second custodian, and by no one else twice", () => {
    expect(says(approve)).not.toHaveProperty("unsealing");
    expect(says(approve, { rows: { unsealingVote: [vote("yan")] } })).toMatchObject({
      unsealing: { approvedAt: expect.any(Date) },
      unsealingVote: { custodianId: "me", approved: true },
    });
    expect(says(approve, { rows: { unsealingVote: [vote("me")] } })).toBe("decidedBefore");
    // A vote on another request counts nothing here.
    const elsewhere = { ...vote("yan"), unsealingId: "r2" };
    expect(says(approve, { rows: { unsealingVote: [elsewhere] } })).not.toHaveProperty("unsealing");
  });

  it("is not decided by whoever asked or is to read, nor when it is over", () => {
    const of = (more: Partial<Unsealing>) =>
      says(approve, { rows: { unsealing: [{ ...request, ...more }] } });
    expect(of({ askedById: "me" })).toBe("ownUnsealing");
    expect(of({ readerId: "me" })).toBe("ownUnsealing");
    expect(of({ untilOn: "2026-03-01" })).toBe("noSuchRequest");
    expect(of({ endedAt: monday })).toBe("noSuchRequest");
    expect(of({ refusedAt: monday })).toBe("noSuchRequest");
    expect(of({ id: "other" })).toBe("noSuchRequest");
  });

  it("ends with one refusal, and by whoever it concerns", () => {
    const refused = says({ type: "refuseUnsealing", request: "r1", reason: "不必" });
    expect(refused).toMatchObject({ unsealing: { refusedAt: expect.any(Date) } });
    const end = { type: "endUnsealing", request: "r1" } as const;
    expect(says(end)).toMatchObject({ unsealing: { endedAt: expect.any(Date) } });
    expect(says(end, { role: "intake" })).toBe("notAllowed");
    const own = { unsealing: [{ ...request, readerId: "me" }] };
    expect(says(end, { role: "supervisor", rows: own })).toMatchObject({
      unsealing: { endedAt: expect.any(Date) },
    });
  });

  it("is for a sealed matter, somebody who may see it, thirty days at most, and one at a time", () => {
    const asks = (more: Partial<typeof ask> = {}, given: Given = {}) =>
      says({ ...ask, ...more } as Command, { role: "intake", ...given });
    expect(asks()).toMatchObject({ unsealing: { readerId: "me", askedById: "me", untilOn: "2026-03-20" } });
    expect(asks({ reader: "zhao" } as never)).toBe("noSuchPerson");
    expect(asks({ until: "2026-03-01" } as never)).toBe("unsealingDates");
    expect(asks({ until: "2026-04-01" } as never)).toHaveProperty("unsealing");
    expect(asks({ until: "2026-04-02" } as never)).toBe("unsealingDates");
    expect(asks({ reader: "gu" } as never)).toBe("unsealingAsked");
    expect(asks({}, { complaint: { disclosure: "confidential" } })).toBe("notSealed");
  });

  it("has ended the day after its last, whatever was decided", () => {
    const approved = { ...request, approvedAt: monday };
    expect(unsealingState(approved, "2026-03-20")).toBe("approved");
    expect(unsealingState(approved, "2026-03-21")).toBe("ended");
    expect(unsealingState({ ...approved, endedAt: monday }, "2026-03-03")).toBe("ended");
    expect(unsealingState(request, "2026-03-03")).toBe("waiting");
  });
});

describe("the choice of secrecy", () => {
  const raise = (to: "confidential" | "sealed", disclosure: Complaint["disclosure"]) =>
    says({ type: "raiseDisclosure", to }, { role: "liaison", complaint: { disclosure } });

  it("goes one way", () => {
    expect(raise("confidential", "named")).toMatchObject({ complaint: expect.anything() });
    expect(raise("sealed", "named")).toMatchObject({ complaint: expect.anything() });
    expect(raise("confidential", "confidential")).toBe("notMoreSecret");
    expect(raise("confidential", "sealed")).toBe("notMoreSecret");
    expect(raise("sealed", "sealed")).toBe("notMoreSecret");
  });

  it("takes the name back from the departments, and to be sealed goes over to a reporter of its own", () => {
    const rows = { assignment: [anAssignment("signed", { namedPoint: "云岭精密" })] };
    const on = deciding({ status: "handling", role: "liaison", rows, complaint: { disclosure: "named" } });
    const raised = decide(on, { type: "raiseDisclosure", to: "sealed" });
    expect(raised.ok && raised.after).toMatchObject({
      complaint: { disclosure: "sealed", reporterId: expect.stringMatching(/^new/) },
      assignment: [{ namedPoint: null }],
    });
  });
});
