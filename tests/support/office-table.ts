import { COMPLAINT_STATUSES, type ComplaintStatus, ROLES } from "../../db/vocabulary.ts";

// Who does what in which status, as the office would say it: what the table in the code, the pages and the database are
// tried against.

const intakeOpen = "classify accept askSupplement decline keepAsReference moveToClue merge assign recuse";
const whileHandled = "classify noteReference recuse";

/** Everybody who acts on a complaint: people by their role, and the hub itself. */
export const ACTORS = [...ROLES, "worker"] as const;

/** What the hub does by itself, because a day has come or the calendar has changed. */
const byItself: Partial<Record<ComplaintStatus, string>> = {
  submitted: "climb redate",
  supplementing: "lapseSupplement redate",
  accepted: "climb redate",
  clue: "climb redate",
  handling: "climb redate",
  verifying: "climb redate",
  feedback: "climb lapseEvaluation redate",
  rectifying: "climb redate",
  clearing: "climb redate",
  closed: "climb redate",
  declined: "climb redate",
  merged: "split",
};

/** What the office does in each status, written down from the office's side and not from the table's. */
const office: Record<ComplaintStatus, Partial<Record<(typeof ACTORS)[number], string>>> = {
  submitted: { intake: intakeOpen, supervisor: "classify recuse", liaison: "withdraw" },
  supplementing: { intake: "recuse", supervisor: "recuse", liaison: "supplement withdraw" },
  accepted: { intake: intakeOpen.replace("accept ", ""), supervisor: "classify recuse", liaison: "withdraw" },
  handling: {
    intake: `${whileHandled} addAssisting ruleOnReturn`,
    supervisor: `${whileHandled} confirmMeasure ruleOnExtension`,
    department:
      "sign returnAssignment nameOfficer askExtension recordFirstContact reply promiseMeasure reportMeasure",
    liaison: "withdraw",
  },
  verifying: {
    intake: `${whileHandled} addAssisting`,
    supervisor: `${whileHandled} acceptReply sendBackReply confirmMeasure ruleOnExtension feedBack recordCallBack rework waiveRework`,
    department: "promiseMeasure reportMeasure",
    liaison: "evaluateAgain withdraw",
  },
  feedback: {
    intake: whileHandled,
    supervisor: `${whileHandled} confirmMeasure lapseEvaluation`,
    department: "promiseMeasure reportMeasure",
    liaison: "evaluate withdraw",
  },
  rectifying: {
    intake: `${whileHandled} addAssisting`,
    supervisor: `${whileHandled} confirmMeasure sendBackMeasure recordCallBack`,
    department: "promiseMeasure reportMeasure",
    liaison: "evaluateAgain withdraw",
  },
  clearing: {
    intake: whileHandled,
    supervisor: `${whileHandled} confirmMeasure sendBackMeasure recordCallBack rework applyWriteOff approveWriteOff refuseWriteOff`,
    department: "reportMeasure applyWriteOff",
    liaison: "evaluateAgain withdraw",
  },
  closed: { intake: "noteReference", supervisor: "noteReference lookBack reopen" },
  declined: { supervisor: "reopen answerReview", liaison: "askReview" },
  referenced: { supervisor: "reopen" },
  clue: { discipline: "acceptClue noteClue concludeClue returnFromClue recuse" },
  merged: { intake: "split" },
  withdrawn: { supervisor: "recordCallBack reopen" },
};

// Whatever became of a complaint, for ever.
for (const status of COMPLAINT_STATUSES) {
  const also = (role: (typeof ACTORS)[number], acts: string) => {
    office[status][role] = `${office[status][role] ?? ""} ${acts}`.trim();
  };
  also("liaison", "reportRetaliation answerQuestion raiseDisclosure");
  // What was said of a matter at its end is erased by two of its team.
  const erasing = "askErasure approveErasure refuseErasure";
  if (["closed", "declined", "referenced", "merged", "withdrawn"].includes(status))
    also("supervisor", erasing);
  if (status === "clue") also("discipline", erasing);
  also("custodian", "approveUnsealing refuseUnsealing endUnsealing");
  for (const role of status === "clue" ? (["discipline"] as const) : (["intake", "supervisor"] as const))
    also(role, "askUnsealing endUnsealing");
}

/** The acts that the office does in a status, by who does them. */
export const allowedTo = (status: ComplaintStatus, who: (typeof ACTORS)[number]) =>
  (who === "worker" ? `askRetaliation ${byItself[status] ?? ""}` : (office[status][who] ?? ""))
    .split(" ")
    .filter(Boolean);
