import { describe, expect, it } from "vitest";
import { COMMAND_TYPES, type CommandType } from "../../../app/domain/complaint/commands.ts";
import { decide } from "../../../app/domain/complaint/decide.ts";
import { lifecycle, possibleActs, statuses } from "../../../app/domain/complaint/lifecycle.ts";
import { COMPLAINT_STATUSES, type ComplaintStatus, ENDED_STATUSES, ROLES } from "../../../db/vocabulary.ts";
import { deciding, sample } from "./sample-case.ts";

const intakeOpen = "classify accept askSupplement decline keepAsReference moveToClue merge assign recuse";
const whileHandled = "classify noteReference recuse";

/** Everybody who acts on a complaint: people by their role, and the hub itself. */
const ACTORS = [...ROLES, "worker"] as const;

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
  also("custodian", "approveUnsealing refuseUnsealing endUnsealing");
  for (const role of status === "clue" ? (["discipline"] as const) : (["intake", "supervisor"] as const))
    also(role, "askUnsealing endUnsealing");
}

const allowedTo = (status: ComplaintStatus, who: (typeof ACTORS)[number]) =>
  (who === "worker" ? `askRetaliation ${byItself[status] ?? ""}` : (office[status][who] ?? ""))
    .split(" ")
    .filter(Boolean);

const sorted = (types: readonly string[]) => [...types].sort();

describe("the lifecycle table", () => {
  for (const status of COMPLAINT_STATUSES) {
    it.each(ACTORS)(`allows %s in ${status} exactly what the office does`, (role) => {
      expect(sorted(possibleActs(role, status))).toEqual(sorted(allowedTo(status, role)));
    });
  }

  it("refuses every other cell of status × command × role, naming the rule", () => {
    let refused = 0;
    for (const status of COMPLAINT_STATUSES)
      for (const type of COMMAND_TYPES)
        for (const role of ACTORS) {
          if (allowedTo(status, role).includes(type)) continue;
          const decision = decide(deciding({ status, role }), sample(type));
          const rule = lifecycle[type].by.includes(role) ? "wrongStatus" : "notAllowed";
          expect([status, type, role, decision]).toEqual([status, type, role, { ok: false, refusal: rule }]);
          refused++;
        }
    const allowed = COMPLAINT_STATUSES.flatMap((status) => ACTORS.flatMap((role) => allowedTo(status, role)));
    expect(refused + allowed.length).toBe(COMPLAINT_STATUSES.length * COMMAND_TYPES.length * ACTORS.length);
  });

  it("leaves no open status without an owner and a clock", () => {
    const ended: readonly string[] = ENDED_STATUSES;
    for (const status of COMPLAINT_STATUSES) {
      if (ended.includes(status)) continue;
      expect([status, statuses[status].owner]).not.toEqual([status, null]);
      expect([status, statuses[status].clock]).not.toEqual([status, null]);
    }
  });

  it("has a way out of every status that somebody owns", () => {
    const waysOut = (status: ComplaintStatus) =>
      COMMAND_TYPES.filter(
        (type: CommandType) =>
          lifecycle[type].from.includes(status) &&
          Object.values(lifecycle[type].outcomes).some((o) => o.to !== "same" && o.to !== status),
      );
    for (const status of COMPLAINT_STATUSES) {
      expect([status, waysOut(status).length > 0]).toEqual([status, true]);
    }
  });
});
