import type { DeclineGround, Kind } from "../../vocabulary.ts";
import type { Scene, Stage } from "./stage.ts";

/** From the submission to the decision whether and where it is handled. */
export function intakeScenes({ story, chance }: Stage) {
  const { matter } = story;
  const submit = (): Scene => [{ gap: 0, by: "enterprise", command: null, papers: story.papers }];
  const classify = (keyProblem: boolean, kind: Kind = matter.kind): Scene => {
    const { field, conduct, grade } = matter;
    return [{ gap: 0, by: "intake", command: { type: "classify", kind, field, conduct, grade, keyProblem } }];
  };
  const accept = (gap = chance.whole(0, 1)): Scene => [
    { gap, by: "intake", command: { type: "accept", grade: matter.grade } },
    ...(story.isKey ? classify(true) : []),
  ];
  const ask = (): Scene => [
    { gap: 1, by: "intake", command: { type: "askSupplement", question: matter.supplementQuestion } },
  ];
  const supplement = (): Scene => [
    {
      gap: chance.whole(1, 4),
      by: "enterprise",
      command: { type: "supplement", answer: matter.supplementAnswer, attachments: [] },
    },
  ];
  // Asked for within ten working days; nobody answered, and the hub goes on with what it has.
  const lapseSupplement = (): Scene => [{ gap: 11, by: "worker", command: { type: "lapseSupplement" } }];
  const decline = (ground: DeclineGround): Scene => [
    { gap: 2, by: "intake", command: { type: "decline", ground, reason: matter.declineReason[ground] } },
  ];
  const keepAsReference = (): Scene => {
    const words = { suggestion: matter.referenceText, reason: matter.keptReason };
    return [{ gap: 2, by: "intake", command: { type: "keepAsReference", ...words } }];
  };
  return { submit, classify, accept, ask, supplement, lapseSupplement, decline, keepAsReference };
}

/** Departments that are often needed besides. */
const often = ["development-reform", "finance", "data", "justice", "commerce"];

/** Who is to handle it. */
export function assignmentScenes({ story, world, codes }: Stage) {
  const { matter } = story;
  const assign = (to = matter.leadCode, gap = 1): Scene => {
    const assisting = matter.assistingCodes.filter((code) => code !== to).map(world.department);
    const { grade, brief } = matter;
    const words = { grade, brief, lead: world.department(to), assisting, release: [] };
    return [{ gap, by: "intake", command: { type: "assign", ...words } }];
  };
  /** One more department is found to be needed. */
  const helper = often.find((code) => !codes.includes(code)) ?? "";
  const addHelper = (): Scene => {
    const words = { assisting: world.department(helper), brief: matter.brief, release: [] };
    return [{ gap: 1, by: "intake", command: { type: "addAssisting", ...words } }];
  };
  return { assign, addHelper, helper };
}

/** A department says that it isn't its matter. */
export function returnScenes({ story, world, lead }: Stage) {
  const { matter } = story;
  const giveBack = (from: string, right: string): Scene => {
    const words = { reason: matter.returnReason, department: world.department(right) };
    return [{ gap: 1, by: { department: from }, command: { type: "returnAssignment", ...words } }];
  };
  const rule = (of: string, ruling: "upheld" | "refused"): Scene => {
    const department = ruling === "upheld" ? world.department(matter.leadCode) : null;
    const words = { ruling, reason: matter.returnRuling[ruling], department };
    return [{ gap: 1, by: "intake", of, command: { type: "ruleOnReturn", ...words } }];
  };
  /** Somewhere that the lead department may believe it belongs. */
  const elsewhere = matter.mistakenFor === matter.leadCode ? "development-reform" : matter.mistakenFor;
  const returned = (): Scene => giveBack(lead.department, elsewhere);
  const returnUpheld = (): Scene => [
    ...giveBack(matter.mistakenFor, matter.leadCode),
    ...rule(matter.mistakenFor, "upheld"),
  ];
  const returnRefused = (): Scene => [...returned(), ...rule(matter.leadCode, "refused")];
  return { returned, returnUpheld, returnRefused };
}
