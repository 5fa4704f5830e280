import { describe, expect, it } from "vitest";
import type { Command } from "../../../app/domain/complaint/commands.ts";
import type { Case, Complaint, ErasureRequest, Unsealing } from "../../../app/domain/complaint/complaint.ts";
import { isErasureInPlace } from "../../../app/domain/complaint/decide/erasure.ts";
import { decide } from "../../../app/domain/complaint/decide.ts";
import { COMPLAINT_STATUSES, type ComplaintStatus } from "../../../db/vocabulary.ts";
import { aCase, aComplaint, deciding, monday } from "./sample-case.ts";

const ask = { type: "askErasure", erasureGround: "request", reason: "来函请求删除" } as const;
const approve = { type: "approveErasure" } as const;
const asked: ErasureRequest = {
  ...{ id: "e1", complaintId: "c1", ground: "request", askedById: "gu", askedAt: monday },
  ...{ decidedById: null, decidedAt: null, approved: null, droppedAt: null },
};
const over = { endedAt: monday, dueOn: null };

interface Given {
  status?: ComplaintStatus;
  rows?: Partial<Case>;
  complaint?: Partial<Complaint>;
  before?: { followed: Date | null; isLinkedWhole: boolean };
  at?: string;
}

/** What a command comes to: its rule's refusal, or what it writes by table. */
function says(command: Command, { status = "closed", rows = {}, complaint = {}, before, at }: Given = {}) {
  const on = deciding({ status, role: "supervisor", rows, complaint: { ...over, ...complaint } });
  const around = before ? { ...on.around, before } : on.around;
  const decision = decide({ ...on, around, at: at ? new Date(at) : on.at }, command);
  if (!decision.ok) return decision.refusal;
  return Object.fromEntries(decision.changes.map(({ entity, set }) => [entity, set]));
}

describe("a request to erase", () => {
  it("is taken of an ended matter, and approved by another", () => {
    expect(says(ask)).toMatchObject({ erasureRequest: { ground: "request", askedById: "me" } });
    expect(says(approve, { rows: { erasureRequest: [asked] } })).toMatchObject({
      erasureRequest: { approved: true, decidedById: "me" },
      erasure: { ground: "request", byId: "me" },
    });
    expect(says(approve, { rows: { erasureRequest: [{ ...asked, askedById: "me" }] } })).toBe("ownErasure");
    for (const over of [{ decidedAt: monday, approved: false }, { droppedAt: monday }])
      expect(says(approve, { rows: { erasureRequest: [{ ...asked, ...over }] } })).toBe("noErasureAsked");
  });

  it("waits while somebody still owes or may come to say something, also when it is approved", () => {
    const unsealing = {
      askedAt: monday,
      untilOn: "2026-03-20",
      approvedAt: null,
      refusedAt: null,
      endedAt: null,
    };
    const written = { id: "w1", decidedAt: null, appliedAt: monday };
    const open: Given[] = [
      { complaint: { endedAt: null } },
      { complaint: { dueOn: "2026-06-02" } },
      { complaint: { feedbackAt: monday }, at: "2026-06-30T10:00:00+08:00" },
      { rows: { unsealing: [unsealing as Unsealing] } },
      { rows: { writeOff: [written as Case["writeOff"][number]] } },
      { status: "merged" },
    ];
    for (const given of open) {
      expect(says(ask, given)).toBe("stillOpen");
      expect(says(approve, { ...given, rows: { ...given.rows, erasureRequest: [asked] } })).toBe("stillOpen");
    }
    expect(says(ask, { complaint: { feedbackAt: monday }, at: "2026-07-01T10:00:00+08:00" })).not.toBe(
      "stillOpen",
    );
    const question = (nth: number) =>
      ({ nth, sinceOn: "2026-03-02", answeredAt: monday }) as Case["question"][number];
    const rows = { question: [question(30), question(90)] };
    expect(says(ask, { complaint: { feedbackAt: monday }, rows })).not.toBe("stillOpen");
  });

  it("on the ground of retention counts from the last end, a merged matter's from its primary's", () => {
    const kept = { ...ask, erasureGround: "retention" } as const;
    const [early, late] = ["2036-03-01T10:00:00+08:00", "2036-03-02T10:00:00+08:00"];
    expect(says(kept, { at: early })).toBe("retentionRuns");
    expect(says(kept, { at: late })).toHaveProperty("erasureRequest");
    const before = { followed: new Date("2027-03-02T10:00:00+08:00"), isLinkedWhole: false };
    expect(says(kept, { status: "merged", before, at: late })).toBe("retentionRuns");
    expect(says(kept, { status: "merged", before, at: "2037-03-02T10:00:00+08:00" })).toHaveProperty(
      "erasureRequest",
    );
  });

  it("of a report of retaliation waits for the matter after which it came", () => {
    expect(says(ask, { before: { followed: null, isLinkedWhole: true } })).toBe("linkedFirst");
  });

  it("is dropped when the matter is taken up again", () => {
    const reopen = { type: "reopen", reason: "再办" } as const;
    const rows = { erasureRequest: [asked] };
    expect(says(reopen, { status: "declined", rows })).toMatchObject({
      erasureRequest: { droppedAt: monday },
    });
  });
});

describe("a matter of which what was said is erased", () => {
  const erasure = [{ id: "x1", complaintId: "c1", at: monday, ground: "request" as const, byId: "gu" }];

  it("takes no act any more, but a report of retaliation", () => {
    const refusal = (command: Command) => says(command, { rows: { erasure } });
    expect(refusal({ type: "reopen", reason: "再办" })).toBe("erased");
    expect(refusal(ask)).toBe("erased");
    const on = deciding({ status: "closed", role: "liaison", rows: { erasure }, complaint: over });
    expect(decide(on, { type: "reportRetaliation", words: "x", attachments: [] })).toMatchObject({
      ok: true,
    });
  });

  it("goes on as any other where a restored backup has it before its end", () => {
    for (const status of COMPLAINT_STATUSES) {
      const matter = aCase({ ...aComplaint(status), endedAt: null }, { erasure });
      expect(isErasureInPlace("askErasure", matter, "me")).toBe(true);
    }
    expect(
      says(
        { type: "reopen", reason: "再办" },
        { status: "declined", complaint: { endedAt: null }, rows: { erasure } },
      ),
    ).not.toBe("erased");
  });
});
