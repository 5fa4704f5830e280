import { workingDayFrom } from "../../clock/calendar.ts";
import { officeDay } from "../../clock/day.ts";
import { add, applyChanges, patch } from "../change.ts";
import { type Assignment, live, openMeasures, type StoredFile } from "../complaint.ts";
import { datesFromDispatch, datesNow, datesOfRework } from "./clocks.ts";
import { assignmentOf, type Decide, type Deciding, measureOf, refuse } from "./deciding.ts";
import { holdsAlready, releases, untouched } from "./intake.ts";
import { beginPause, endPauses } from "./pauses.ts";

export const sign: Decide<"sign"> = (on, { officer }) => ({
  outcome: "signed",
  changes: [patch("assignment", assignmentOf(on).id, { status: "signed", signedAt: on.at, officer })],
});

export const nameOfficer: Decide<"nameOfficer"> = (on, { officer }) => ({
  outcome: "named",
  changes: [patch("assignment", assignmentOf(on).id, { officer })],
});

export const returnAssignment: Decide<"returnAssignment"> = (on, { reason, department }) => {
  const assignment = assignmentOf(on);
  if (assignment.ruling !== null || assignment.returnedAt !== null) return refuse("returnedBefore");
  if (assignment.round > 1) return refuse("returnTooLate");
  if (officeDay(on.at) > assignment.returnDueOn) return refuse("returnTooLate");
  if (department === assignment.departmentId) return refuse("returnToSelf");
  if (!on.around.departmentIds.includes(department)) return refuse("noSuchDepartment");
  return {
    outcome: "returned",
    changes: [
      patch("assignment", assignment.id, {
        status: "returning",
        returnedAt: on.at,
        returnReason: reason,
        rightDepartmentId: department,
      }),
      // The department's clock stands still while the commission is ruling (domain, section 5).
      beginPause(on, "return", assignment.id),
    ],
  };
};

export const ruleOnReturn: Decide<"ruleOnReturn"> = (on, command) => {
  const assignment = assignmentOf(on);
  const decided = { ruling: command.ruling, rulingReason: command.reason };
  if (command.ruling === "refused") {
    const status = assignment.signedAt ? ("signed" as const) : ("dispatched" as const);
    const back = applyChanges(on.matter, [patch("assignment", assignment.id, { status })]);
    const dates = datesNow(on, applyChanges(back, endPauses(on, back)), assignment);
    return {
      outcome: "refused",
      changes: [patch("assignment", assignment.id, { ...decided, status, ...dates })],
    };
  }
  const to = command.department ?? assignment.rightDepartmentId;
  if (!to || !on.around.departmentIds.includes(to)) return refuse("noSuchDepartment");
  if (to === assignment.departmentId) return refuse("returnToSelf");
  if (on.around.complainedOf.includes(to)) return refuse("departmentComplainedOf");
  if (holdsAlready(on, to)) return refuse("departmentAlreadyAssigned");
  return {
    outcome: "upheld",
    changes: [
      patch("assignment", assignment.id, { ...decided, status: "recalled", recalledAt: on.at }),
      ...reassign(on, assignment, to),
    ],
  };
};

function reassign(on: Deciding, from: Assignment, departmentId: string) {
  const { complaint, releasedAttachment } = on.matter;
  const next: Assignment = {
    ...from,
    ...untouched,
    id: on.newId(),
    code: on.newCode(),
    departmentId,
    status: "dispatched",
    ...datesFromDispatch(on, complaint.grade ?? "B", complaint.field === "arrears"),
    // A ruling stands behind it, and after a ruling there is no second return.
    ruling: "upheld",
  };
  const files = releasedAttachment
    .filter((file) => file.assignmentId === from.id)
    .map((file): StoredFile => ({ ...file, id: file.attachmentId }));
  const lead =
    from.part === "lead" ? [patch("complaint", complaint.id, { leadDepartmentId: departmentId })] : [];
  return [add("assignment", next), ...releases(on, next.id, files), ...lead];
}

export const recordFirstContact: Decide<"recordFirstContact"> = (on, { way, note }) =>
  assignmentOf(on).firstContactAt !== null
    ? refuse("contactRecorded")
    : {
        outcome: "contacted",
        changes: [
          patch("assignment", assignmentOf(on).id, {
            firstContactAt: on.at,
            contactWay: way,
            contactNote: note,
          }),
        ],
      };

const isAnswered = (a: Assignment) => a.status === "replied" || a.status === "accepted";

export const reply: Decide<"reply"> = (on, { words, evidence }) => {
  const assignment = assignmentOf(on);
  const replyId = on.newId();
  const others = live(on.matter.assignment).filter((a) => a.id !== assignment.id);
  return {
    outcome: others.every(isAnswered) ? "complete" : "waiting",
    changes: [
      add("reply", {
        id: replyId,
        assignmentId: assignment.id,
        round: assignment.round,
        words,
        repliedAt: on.at,
        verdict: null,
        missing: null,
        judgedAt: null,
      }),
      ...evidenceRows(on, evidence, { assignmentId: assignment.id, replyId, measureId: null }),
      patch("assignment", assignment.id, { status: "replied", repliedAt: on.at, missing: null }),
    ],
  };
};

function evidenceRows(
  on: Deciding,
  files: readonly StoredFile[],
  of: { assignmentId: string; replyId: string | null; measureId: string | null },
) {
  return files.map((file) => add("evidence", { ...file, ...of, addedAt: on.at }));
}

export const promiseMeasure: Decide<"promiseMeasure"> = (on, { words, owner, dueOn }) => {
  if (dueOn < officeDay(on.at)) return refuse("measureDateInPast");
  return {
    outcome: "promised",
    changes: [
      add("measure", {
        id: on.newId(),
        assignmentId: assignmentOf(on).id,
        words,
        owner,
        // A deadline is the end of a working day, whatever day was picked.
        dueOn: workingDayFrom(on.calendar, dueOn),
        status: "promised",
        promisedAt: on.at,
        reportedAt: null,
        report: null,
        confirmedAt: null,
        missing: null,
      }),
    ],
  };
};

export const reportMeasure: Decide<"reportMeasure"> = (on, { report, evidence }) => {
  const measure = measureOf(on);
  if (measure.status !== "promised") return refuse("noSuchMeasure");
  const left = openMeasures(on.matter).filter(({ id }) => id !== measure.id);
  const isLast = on.matter.complaint.status === "rectifying" && left.length === 0;
  return {
    outcome: isLast ? "last" : "reported",
    changes: [
      patch("measure", measure.id, { status: "reported", reportedAt: on.at, report, missing: null }),
      ...evidenceRows(on, evidence, {
        assignmentId: measure.assignmentId,
        replyId: null,
        measureId: measure.id,
      }),
    ],
  };
};

/** An assignment back in its department's hands: a new round with a new clock. */
export const redo = (on: Deciding, assignment: Assignment, missing: string) =>
  patch("assignment", assignment.id, {
    status: "redo",
    round: assignment.round + 1,
    acceptedAt: null,
    settledAt: null,
    missing,
    ...datesOfRework(on, assignment),
  });
