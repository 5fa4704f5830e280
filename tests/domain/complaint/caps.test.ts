import { describe, expect, it } from "vitest";
import { spansOf } from "../../../app/domain/clock/spans.ts";
import type { Complaint, Extension } from "../../../app/domain/complaint/complaint.ts";
import { longestUntil } from "../../../app/domain/complaint/decide/extension.ts";
import { decide } from "../../../app/domain/complaint/decide.ts";
import { anAssignment, calendar, deciding, monday, sample, spansAt } from "./sample-case.ts";

const moment = (text: string) => new Date(`${text.replace(" ", "T")}:00+08:00`);

const assigning = { ...sample("assign"), grade: "A", lead: "d1" } as ReturnType<typeof sample>;

/** The reply date of an assignment made at a moment, of a complaint accepted at another. */
function replyDue(at: string, complaint: Partial<Complaint>) {
  const on = { ...deciding({ status: "accepted", role: "intake", complaint }), at: moment(at) };
  const decision = decide(on, assigning);
  return decision.ok ? decision.after.assignment[0]?.replyDueOn : decision.refusal;
}

describe("the law's cap on a first reply", () => {
  // 60 days after Monday 2 March 2026 is 1 May, a holiday until the 5th: so the 6th.
  it.each([
    ["30 days where they end before it", "2026-03-02 10:00", "2026-04-01"],
    ["the cap where the period would pass it", "2026-04-20 10:00", "2026-05-06"],
    ["the period again where the cap has passed before", "2026-05-06 10:00", "2026-06-05"],
  ])("is %s", (_, at, due) => {
    expect(replyDue(at, { acceptedAt: monday })).toBe(due);
  });

  it("is 90 days for arrears", () => {
    const arrears = { acceptedAt: monday, field: "arrears" as const };
    // 90 days after 2 March is Sunday 31 May.
    expect(replyDue("2026-05-20 10:00", arrears)).toBe("2026-06-01");
    expect(replyDue("2026-04-20 10:00", arrears)).toBe("2026-05-20");
  });

  it("runs from the assignment where nobody accepted it before", () => {
    expect(replyDue("2026-03-02 10:00", { acceptedAt: null })).toBe("2026-04-01");
    const decision = decide(deciding({ status: "submitted", role: "intake" }), assigning);
    expect(decision.ok && decision.after.complaint.acceptedAt).toEqual(monday);
  });

  it("doesn't bind a rework, which has its own clock", () => {
    const on = deciding({
      status: "verifying",
      role: "supervisor",
      complaint: { acceptedAt: moment("2026-01-05 10:00") },
      rows: { assignment: [anAssignment("replied")] },
    });
    const decision = decide(on, sample("sendBackReply"));
    expect(decision.ok && decision.after.assignment[0]?.replyDueOn).toBe("2026-03-09");
  });
});

describe("asking for more time", () => {
  const asking = (rows: object, more = {}) => ({
    ...deciding({
      status: "handling",
      role: "department",
      rows: { assignment: [anAssignment("signed")], ...rows },
    }),
    ...more,
  });
  const ask = (until: string) => ({ type: "askExtension", until, reason: "r" }) as const;
  const before: Extension = {
    id: "x1",
    assignmentId: "a1",
    askedAt: monday,
    reason: "r",
    until: "2026-03-13",
    dueOnBefore: "2026-03-09",
    granted: false,
    ruling: "r",
    ruledAt: monday,
  };
  const refusalOf = (on: ReturnType<typeof asking>, until: string) => {
    const decision = decide(on, ask(until));
    return decision.ok ? null : decision.refusal;
  };

  it.each([
    ["until the longest day", {}, {}, "2026-03-16", null],
    ["on the due day itself", {}, { at: moment("2026-03-09 17:30") }, "2026-03-13", null],
    ["after its close", {}, { at: moment("2026-03-09 17:31") }, "2026-03-13", "extensionTooLate"],
    ["a second time", { extension: [before] }, {}, "2026-03-13", "extensionAskedBefore"],
    ["for no longer than it has", {}, {}, "2026-03-09", "extensionTooShort"],
    ["for longer than its period", {}, {}, "2026-03-17", "extensionTooLong"],
    [
      "before it is signed",
      { assignment: [anAssignment("dispatched")] },
      {},
      "2026-03-13",
      "wrongAssignmentStatus",
    ],
    [
      "while a return is ruled on",
      { assignment: [anAssignment("returning")] },
      {},
      "2026-03-13",
      "returnPending",
    ],
  ])("%s", (_, rows, more, until, refusal) => {
    expect(refusalOf(asking(rows, more), until)).toBe(refusal);
  });

  it("goes no further than 30 days, and than 90 from the acceptance", () => {
    const clocks = { calendar, spansAt };
    const one = { round: 1, dueRule: "replyB", dueFrom: monday, replyDueOn: "2026-03-23" };
    expect(longestUntil(clocks, one, monday, monday)).toBe("2026-04-14");
    const long = { ...one, dueRule: "replyA", replyDueOn: "2026-04-01" };
    expect(longestUntil(clocks, long, monday, monday)).toBe("2026-04-30");
    const set = { rule: "replyA", unit: "days" as const, count: 50, validFrom: new Date(0) };
    expect(longestUntil({ calendar, spansAt: spansOf([set]) }, long, monday, monday)).toBe("2026-04-30");
    const accepted = moment("2026-01-19 10:00");
    expect(longestUntil(clocks, long, accepted, monday)).toBe("2026-04-20");
    expect(longestUntil(clocks, { ...long, round: 2 }, accepted, monday)).toBe("2026-04-30");
  });

  it("lapses with the round for which it was asked", () => {
    const again = anAssignment("redo", { round: 2, dueRule: "rework", dueFrom: moment("2026-03-03 09:30") });
    const on = deciding({
      status: "handling",
      role: "supervisor",
      rows: { assignment: [again], extension: [{ ...before, granted: null, ruling: null, ruledAt: null }] },
    });
    const decision = decide(on, { type: "ruleOnExtension", decision: "granted", reason: "r" });
    expect(decision).toEqual({ ok: false, refusal: "noExtensionAsked" });
  });
});

it("a date that nothing moves is told to nobody", () => {
  const on = {
    ...deciding({
      status: "handling",
      role: "intake",
      complaint: { acceptedAt: monday, dueOn: "2026-03-09", dueRule: "replyC", dueFrom: monday },
      rows: { assignment: [anAssignment("dispatched")] },
    }),
    actor: { kind: "worker" } as const,
  };
  expect(decide(on, { type: "redate" })).toEqual({ ok: false, refusal: "datesUnmoved" });
});
