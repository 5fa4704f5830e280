import { describe, expect, it } from "vitest";
import { commandFields } from "../../../app/domain/complaint/commands.ts";
import { decide } from "../../../app/domain/complaint/decide.ts";
import { parseFields } from "../../../app/domain/complaint/field.ts";
import { questionDay, retaliationMatter } from "../../../app/domain/complaint/retaliation.ts";
import { COMPLAINT_STATUSES } from "../../../db/vocabulary.ts";
import { aComplaint, anAssignment, calendar, deciding, monday, sample } from "./sample-case.ts";

const refusalOf = (...given: Parameters<typeof decide>) => {
  const decision = decide(...given);
  return decision.ok ? null : decision.refusal;
};

/** A question that waits since the Monday. */
const asked = (nth: number) => ({
  id: `q${nth}`,
  complaintId: "c1",
  nth,
  sinceOn: "2026-01-30",
  askedAt: monday,
  answeredAt: null,
  worse: null,
  words: null,
});
const report = { type: "reportRetaliation" as const, words: "又来查了。", attachments: [] };

describe("a report of retaliation", () => {
  it.each(COMPLAINT_STATUSES)("changes nothing of a complaint that is %s but its version", (status) => {
    // What is measured hangs on a promise, and what is handled on an assignment.
    const on = deciding({
      status,
      role: "liaison",
      rows: { assignment: [anAssignment("signed")], measure: [aMeasure] },
      complaint: { dueOn: "2026-03-09" },
    });
    const decision = decide(on, report);
    if (!decision.ok) throw new Error(decision.refusal);
    const { version, dueOn: _, dueRule: __, dueFrom: ___, ...after } = decision.after.complaint;
    expect(version).toBe(2);
    expect(after).toEqual(expect.objectContaining({ status, urgent: false, linkedId: null }));
    expect(decision.outcome).toEqual({ to: "same", tells: {}, creates: "retaliation" });
    expect(decision.changes.filter((change) => change.entity !== "complaint")).toEqual([]);
  });

  it("becomes a confidential complaint about the same body, also where the first was named", () => {
    const original = { ...aComplaint("closed"), disclosure: "named" as const, about: "审图窗口" };
    expect(retaliationMatter(original, "他们第二天就来了！还罚了款。")).toMatchObject({
      conduct: "retaliation",
      kind: "complaint",
      disclosure: "confidential",
      field: "taxation",
      about: "审图窗口",
      title: "他们第二天就来了",
      description: "他们第二天就来了！还罚了款。",
    });
    expect(retaliationMatter(original, "查".repeat(80)).title).toBe(`${"查".repeat(39)}…`);
    expect(retaliationMatter(original, "  ").title).toBe(original.title);
  });
});

const aMeasure = {
  id: "m1",
  assignmentId: "a1",
  words: "w",
  owner: "o",
  dueOn: "2026-03-09",
  status: "promised" as const,
  promisedAt: monday,
  reportedAt: null,
  report: null,
  confirmedAt: null,
  missing: null,
};

describe("the new matter", () => {
  const around = (status: "submitted" | "handling", more = {}) => {
    const on = deciding({ status, role: "intake", complaint: { linkedId: "c0" }, ...more });
    return { ...on, around: { ...on.around, complainedOf: ["d1"] } };
  };

  it("goes to no department that is complained of, by whatever way", () => {
    const assign = { ...sample("assign"), lead: "d2", assisting: [] as string[] } as never;
    expect(refusalOf(around("submitted"), assign)).toBeNull();
    expect(refusalOf(around("submitted"), { ...(assign as object), lead: "d1" } as never)).toBe(
      "departmentComplainedOf",
    );
    expect(refusalOf(around("submitted"), { ...(assign as object), assisting: ["d1"] } as never)).toBe(
      "departmentComplainedOf",
    );
    const add = { type: "addAssisting" as const, assisting: "d1", brief: "请协助。", release: [] };
    expect(refusalOf(around("handling"), add)).toBe("departmentComplainedOf");
    const rows = { assignment: [anAssignment("returning", { departmentId: "d3", rightDepartmentId: "d1" })] };
    const ruling = {
      type: "ruleOnReturn" as const,
      ruling: "upheld" as const,
      reason: "对",
      department: null,
    };
    expect(refusalOf(around("handling", { rows }), ruling)).toBe("departmentComplainedOf");
  });

  it("is merged neither into the first one nor into what such a department leads", () => {
    const on = around("submitted");
    const into = (primary: { id: string; leadDepartmentId: string | null }) => ({
      ...on,
      around: {
        ...on.around,
        primary: { number: "HY2026-00002", status: "handling" as const, primaryId: null, ...primary },
      },
    });
    const merge = sample("merge");
    expect(refusalOf(into({ id: "c0", leadDepartmentId: null }), merge)).toBe("departmentComplainedOf");
    expect(refusalOf(into({ id: "c9", leadDepartmentId: "d1" }), merge)).toBe("departmentComplainedOf");
    expect(refusalOf(into({ id: "c9", leadDepartmentId: "d2" }), merge)).toBeNull();
  });
});

describe("the question", () => {
  const asking = (feedbackAt: Date | null, at: string, question = [] as ReturnType<typeof asked>[]) => {
    const on = deciding({ status: "closed", role: "worker", complaint: { feedbackAt }, rows: { question } });
    return { ...on, at: new Date(`${at}T09:00:00+08:00`) };
  };
  const ask = { type: "askRetaliation" as const, nth: "30" as const };
  const answeredAt = new Date("2026-01-30T16:00:00+08:00");

  it("comes so many days after the answer, on the next working day", () => {
    // 1 March 2026 is a Sunday.
    expect(questionDay(calendar, "2026-01-30", "30")).toBe("2026-03-02");
    expect(questionDay(calendar, "2026-01-30", "90")).toBe("2026-04-30");
  });

  it("is refused before its day, twice, and where nothing was answered", () => {
    expect(refusalOf(asking(answeredAt, "2026-03-01"), ask)).toBe("notYetDue");
    expect(refusalOf(asking(answeredAt, "2026-03-02"), ask)).toBeNull();
    expect(refusalOf(asking(null, "2026-03-02"), ask)).toBe("notYetDue");
    expect(refusalOf(asking(answeredAt, "2026-03-02", [asked(30)]), ask)).toBe("alreadyClimbed");
    expect(
      refusalOf(asking(answeredAt, "2026-03-02", [{ ...asked(30), sinceOn: "2025-12-01" }]), ask),
    ).toBeNull();
  });

  it("makes nobody's open form stale", () => {
    const decision = decide(asking(answeredAt, "2026-03-02"), ask);
    expect(decision.ok && decision.after.complaint.version).toBe(1);
  });

  it("is answered while it waits, and by one answer", () => {
    const answering = (question: ReturnType<typeof asked>[]) =>
      deciding({ status: "closed", role: "liaison", rows: { question } });
    const no = { type: "answerQuestion" as const, worse: "no" as const, words: null, attachments: [] };
    expect(refusalOf(answering([]), no)).toBe("noQuestionAsked");
    const both = decide(answering([asked(30), asked(90)]), no);
    expect(both.ok && both.after.question.map((q) => [q.worse, q.answeredAt])).toEqual([
      [false, monday],
      [false, monday],
    ]);
    expect(both.ok && both.outcome.creates).toBeUndefined();
    const yes = decide(answering([asked(30)]), { ...no, worse: "yes", words: "被拖了。" });
    expect(yes.ok && yes.outcome.creates).toBe("retaliation");
  });

  it("needs words with a yes, and none with a no", () => {
    const parsed = (worse: string, words: string) => {
      const form = new FormData();
      form.set("worse", worse);
      form.set("words", words);
      return parseFields(commandFields.answerQuestion, form);
    };
    expect(parsed("no", "")).toMatchObject({ ok: true, values: { worse: "no", words: null } });
    expect(parsed("yes", " ")).toEqual({ ok: false, errors: { words: "required" } });
    expect(parsed("yes", "被拖了。")).toMatchObject({ ok: true });
  });
});

describe("a call-back on what was withdrawn", () => {
  const call = (pressed: boolean) => ({ ...sample("recordCallBack"), pressed }) as ReturnType<typeof sample>;

  it("reopens it at the highest priority where somebody pressed them, and only there", () => {
    const outcome = (status: "withdrawn" | "verifying", pressed: boolean) => {
      const decision = decide(deciding({ status, role: "supervisor" }), call(pressed));
      if (!decision.ok) throw new Error(decision.refusal);
      const { complaint } = decision.after;
      return [complaint.status, complaint.urgent, Object.keys(decision.outcome.tells).join()];
    };
    expect(outcome("withdrawn", true)).toEqual(["submitted", true, "enterprise,intake"]);
    expect(outcome("withdrawn", false)).toEqual(["withdrawn", false, ""]);
    expect(outcome("verifying", true)).toEqual(["verifying", false, ""]);
  });
});
