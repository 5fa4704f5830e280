import { describe, expect, it } from "vitest";
import {
  actsNow,
  returnState,
  type Standing,
  turnOf,
  writeOffSteps,
} from "../../../app/domain/assignment/acts.ts";
import { datesOf, dueOf, lampOf } from "../../../app/domain/assignment/dates.ts";
import { stepSeen } from "../../../app/domain/assignment/step.ts";
import { titleOf } from "../../../app/domain/assignment/title.ts";
import { ASSIGNMENT_STATUSES } from "../../../db/vocabulary.ts";
import { anAssignment, calendar, monday } from "../complaint/sample-case.ts";

const standing = (status: Standing["status"], more: Partial<Standing> = {}): Standing => ({
  ...anAssignment(status),
  measures: [],
  extension: null,
  stage: "waiting",
  ...more,
});
const today = "2026-03-03";
const inHand = ["reply", "recordFirstContact"] as const;
const leading = ["recordFirstContact", "reply"] as const;
const promised = { status: "promised" } as const;

describe("the acts offered to a department", () => {
  it.each([
    ["dispatched", ["sign", "returnAssignment"]],
    ["signed", [...leading, "returnAssignment", "nameOfficer", "askExtension", "promiseMeasure"]],
    ["redo", [...inHand, "nameOfficer", "askExtension", "promiseMeasure"]],
    ["replied", ["promiseMeasure"]],
    ["accepted", ["promiseMeasure"]],
    ["returning", []],
    ["recalled", []],
  ] as const)("%s: those of the table, the usual one first", (status, acts) => {
    expect(actsNow(standing(status, { round: status === "redo" ? 2 : 1 }), today)).toEqual(acts);
  });

  it("a return once, in the first round, until its day", () => {
    const mayReturn = (more: Partial<Standing>, on = today) =>
      actsNow(standing("signed", more), on).includes("returnAssignment");
    expect(mayReturn({}, "2026-03-04")).toBe(true);
    expect(mayReturn({}, "2026-03-05")).toBe(false);
    expect(mayReturn({ round: 2 })).toBe(false);
    expect(mayReturn({ returnedAt: monday })).toBe(false);
    expect(mayReturn({ returnedAt: monday, ruling: "refused" })).toBe(false);
    // One that another department returned has been ruled on already.
    expect(mayReturn({ ruling: "upheld" })).toBe(false);
  });

  it("a return, or why there is none", () => {
    const state = (status: Standing["status"], more: Partial<Standing>, on = today) =>
      returnState(standing(status, more), on);
    expect(state("dispatched", {})).toBe("open");
    expect(state("signed", {}, "2026-03-05")).toBe("over");
    expect(state("returning", { returnedAt: monday })).toBe("used");
    expect(state("dispatched", { ruling: "upheld" })).toBe("closed");
    expect(state("replied", {})).toBe("closed");
  });

  it("a first contact until it is recorded, and a report while a measure is promised", () => {
    const acts = actsNow(standing("signed", { firstContactAt: monday, measures: [promised] }), today);
    expect(acts).not.toContain("recordFirstContact");
    expect(acts).toContain("reportMeasure");
    expect(actsNow(standing("signed", { measures: [{ status: "reported" }] }), today)).not.toContain(
      "reportMeasure",
    );
  });

  it("the write-off by the lead alone, when all is there and nobody has applied", () => {
    const may = (more: Partial<Standing>) =>
      actsNow(standing("accepted", more), today).includes("applyWriteOff");
    expect(may({ stage: "ready" })).toBe(true);
    expect(may({ stage: "waiting" })).toBe(false);
    expect(may({ stage: "applied" })).toBe(false);
    expect(may({ stage: "ready", part: "assisting" })).toBe(false);
  });

  it("none once it is written off", () => {
    expect(actsNow(standing("accepted", { settledAt: monday, measures: [promised] }), today)).toEqual([]);
  });

  it("and what the write-off still needs", () => {
    const met = (more: Partial<Standing>) =>
      writeOffSteps(standing("accepted", more)).map((step) => step.met);
    expect(met({ measures: [promised] })).toEqual([true, false, false]);
    expect(met({ measures: [{ status: "confirmed" }], stage: "ready" })).toEqual([true, true, true]);
  });
});

describe("whose turn it is", () => {
  it("follows the status, the promises and the write-off", () => {
    for (const status of ASSIGNMENT_STATUSES) expect(turnOf(standing(status))).toBe(status);
    expect(turnOf(standing("accepted", { measures: [promised] }))).toBe("measure");
    expect(turnOf(standing("signed", { measures: [promised] }))).toBe("signed");
    expect(turnOf(standing("accepted", { stage: "ready" }))).toBe("ready");
    expect(turnOf(standing("accepted", { stage: "ready", part: "assisting" }))).toBe("readyElsewhere");
    expect(turnOf(standing("accepted", { stage: "applied" }))).toBe("applied");
    expect(turnOf(standing("accepted", { settledAt: monday }))).toBe("settled");
  });
});

describe("the dates of an assignment", () => {
  const clock = { today: "2026-03-05", calendar };

  it("are kept one after the other: signing, replying, then the measures", () => {
    expect(dueOf(anAssignment("dispatched"))).toMatchObject({ on: "2026-03-03", what: "sign" });
    expect(dueOf(anAssignment("redo"))).toMatchObject({ on: "2026-03-09", what: "reply" });
    // The lead department gets in touch first, an assisting one needn't.
    expect(dueOf(anAssignment("signed"))).toMatchObject({ on: "2026-03-04", what: "contact" });
    expect(dueOf(anAssignment("signed", { firstContactAt: monday }))).toMatchObject({ what: "reply" });
    expect(dueOf(anAssignment("signed", { part: "assisting" }))).toMatchObject({ what: "reply" });
    expect(dueOf(anAssignment("signed", { contactDueOn: "2026-03-10" }))).toMatchObject({ what: "reply" });
    const rectifying = { ...anAssignment("accepted"), measureDueOn: "2026-04-01" };
    expect(dueOf(rectifying)).toMatchObject({ on: "2026-04-01", what: "measure" });
    expect(lampOf(anAssignment("dispatched"), clock)?.lamp).toBe("red");
    expect(lampOf(anAssignment("returning"), clock)?.lamp).toBe("grey");
    expect(lampOf(anAssignment("recalled"), clock)).toBeNull();
  });

  it("each have a lamp while somebody waits, and a reply that was sent back is owed again", () => {
    const lamps = (status: Standing["status"], more = {}) =>
      datesOf(anAssignment(status, more), clock).map(({ lamp }) => lamp?.lamp ?? null);
    expect(lamps("signed", { signedAt: monday })).toEqual(["blue", "red", "yellow"]);
    expect(lamps("redo", { signedAt: monday, repliedAt: monday })).toEqual(["blue", "red", "yellow"]);
    expect(lamps("replied", { signedAt: monday, repliedAt: monday })).toEqual(["blue", null, "blue"]);
    expect(lamps("recalled")).toEqual([null, null, null]);
  });

  it("hold no contact against an assisting department, and tell the one that it made", () => {
    const steps = (more = {}) =>
      datesOf(anAssignment("signed", { part: "assisting", ...more }), clock).map(({ step }) => step);
    expect(steps()).toEqual(["sign", "reply"]);
    expect(steps({ firstContactAt: monday })).toEqual(["sign", "contact", "reply"]);
  });
});

describe("what a department is told", () => {
  it.each([
    ["某企业反映审图意见前后不一，请核实。并一次性告知。", "审图意见前后不一，请核实"],
    ["An enterprise reports a delay. Please check.", "An enterprise reports a delay"],
    ["有企业建议：错峰安排检查。请研究。", "错峰安排检查"],
    ["没有句号的摘要", "没有句号的摘要"],
    [`${"某".repeat(30)}，${"企".repeat(30)}。`, `${"某".repeat(30)}…`],
    ["某".repeat(60), `${"某".repeat(48)}…`],
  ])("is titled by its brief's first sentence: %s", (brief, title) => expect(titleOf(brief)).toBe(title));

  it("never that the enterprise withdrew or that another department returned it", () => {
    expect(stepSeen("withdraw", { returnedAt: null })).toBe("recalled");
    expect(stepSeen("ruleOnReturn", { returnedAt: null })).toBe("assign");
    expect(stepSeen("ruleOnReturn", { returnedAt: monday })).toBe("ruleOnReturn");
    expect(stepSeen("reply", { returnedAt: null })).toBe("reply");
  });
});
