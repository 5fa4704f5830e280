import { type Grade, type Refusal, UNANSWERED_STATUSES } from "../../../../db/vocabulary.ts";
import { dayOf } from "../../clock/day.ts";
import { add, type Change, patch } from "../change.ts";
import { type Assignment, type Complaint, live, type StoredFile } from "../complaint.ts";
import { releasable } from "../release.ts";
import { datesFromDispatch } from "./clocks.ts";
import { type Decide, type Deciding, refuse } from "./deciding.ts";
import { beginPause } from "./pauses.ts";

const own = (on: Deciding) => on.matter.complaint;

/** The law's cap runs from the first acceptance, which an assignment without one is as well. */
const acceptedNow = (on: Deciding) => own(on).acceptedAt ?? on.at;

export const accept: Decide<"accept"> = (on, command) => ({
  outcome: "accepted",
  changes: [
    patch("complaint", own(on).id, { grade: command.grade ?? own(on).grade, acceptedAt: acceptedNow(on) }),
  ],
});

export const classify: Decide<"classify"> = (on, { kind, field, conduct, grade, keyProblem }) => ({
  outcome: "noted",
  changes: [
    patch("complaint", own(on).id, { kind, field, conduct, keyProblem, grade: grade ?? own(on).grade }),
  ],
});

export const askSupplement: Decide<"askSupplement"> = (on, { question }) => ({
  outcome: "asked",
  changes: [
    add("supplement", {
      id: on.newId(),
      complaintId: own(on).id,
      question,
      askedAt: on.at,
      answer: null,
      answeredAt: null,
    }),
    beginPause(on, "supplement", null),
    patch("complaint", own(on).id, { pausedOn: dayOf(on.at), statusBefore: own(on).status }),
  ],
});

export const supplement: Decide<"supplement"> = (on, { answer }) => {
  const asked = on.matter.supplement.findLast((s) => s.answeredAt === null);
  const said = asked ? [patch("supplement", asked.id, { answer, answeredAt: on.at })] : [];
  return {
    outcome: "said",
    changes: [...said, patch("complaint", own(on).id, { statusBefore: null })],
  };
};

export const decline: Decide<"decline"> = (on, { ground }) => ({
  outcome: "declined",
  changes: [patch("complaint", own(on).id, { declineGround: ground, declinedAt: on.at, endedAt: on.at })],
});

function referenceRow(on: Deciding, words: string): Change[] {
  return [
    add("reference", { id: on.newId(), complaintId: own(on).id, words, madeAt: on.at }),
    patch("complaint", own(on).id, { referencedAt: on.at }),
  ];
}

export const keepAsReference: Decide<"keepAsReference"> = (on, { suggestion }) =>
  on.matter.reference.length > 0
    ? refuse("alreadyReferenced")
    : {
        outcome: "kept",
        changes: [...referenceRow(on, suggestion), patch("complaint", own(on).id, { endedAt: on.at })],
      };

export const noteReference: Decide<"noteReference"> = (on, { suggestion }) =>
  on.matter.reference.length > 0
    ? refuse("alreadyReferenced")
    : { outcome: "noted", changes: referenceRow(on, suggestion) };

export const merge: Decide<"merge"> = (on) => {
  const { primary } = on.around;
  if (!primary) return refuse("noSuchPrimary");
  if (primary.id === own(on).id) return refuse("mergeIntoSelf");
  if (primary.status === "merged") return refuse("primaryIsMerged");
  if (["closed", "declined", "referenced", "withdrawn", "clue"].includes(primary.status))
    return refuse("primaryEnded");
  if (on.around.mergedIds.length > 0) return refuse("hasMerged");
  if (isOfComplainedOf(on, primary)) return refuse("departmentComplainedOf");
  return {
    outcome: "merged",
    changes: [
      patch("complaint", own(on).id, { primaryId: primary.id, statusBefore: own(on).status, endedAt: on.at }),
    ],
  };
};

/** Merged, a report of retaliation would be in the hands of whom it is about. */
const isOfComplainedOf = (on: Deciding, primary: Pick<Complaint, "id" | "leadDepartmentId">) =>
  primary.id === own(on).linkedId || on.around.complainedOf.includes(primary.leadDepartmentId ?? "");

/** The hub splits off by itself what follows a matter that has ended without an answer. */
export const split: Decide<"split"> = (on) => {
  const isByHub = on.actor.kind === "worker";
  if (isByHub && !isUnanswered(on.around.primary)) return refuse("notYetDue");
  const alone = { primaryId: null, statusBefore: null, endedAt: null, triageFrom: on.at };
  return {
    outcome: isByHub ? "leftBehind" : "split",
    changes: [patch("complaint", own(on).id, alone)],
  };
};

const isUnanswered = (primary: Deciding["around"]["primary"]) =>
  UNANSWERED_STATUSES.some((status) => status === primary?.status);

export const assign: Decide<"assign"> = (on, command) => {
  const ids = [command.lead, ...command.assisting];
  if (new Set(ids).size < ids.length) return refuse("leadTwice");
  if (!ids.every((id) => on.around.departmentIds.includes(id))) return refuse("noSuchDepartment");
  if (ids.some((id) => on.around.complainedOf.includes(id))) return refuse("departmentComplainedOf");
  const files = filesToRelease(on, command.release);
  if ("refusal" in files) return files;
  const { grade, brief } = command;
  return {
    outcome: "assigned",
    changes: [
      ...ids.flatMap((id, i) =>
        dispatch(on, { grade, brief, departmentId: id, part: i === 0 ? "lead" : "assisting" }, files),
      ),
      patch("complaint", own(on).id, { grade, leadDepartmentId: command.lead, acceptedAt: acceptedNow(on) }),
    ],
  };
};

export const addAssisting: Decide<"addAssisting"> = (on, { assisting, brief, release }) => {
  if (own(on).badRatingPending) return refuse("badRatingPending");
  if (!on.around.departmentIds.includes(assisting)) return refuse("noSuchDepartment");
  if (on.around.complainedOf.includes(assisting)) return refuse("departmentComplainedOf");
  if (holdsAlready(on, assisting)) return refuse("departmentAlreadyAssigned");
  const files = filesToRelease(on, release);
  if ("refusal" in files) return files;
  const to = { grade: own(on).grade ?? "B", brief, departmentId: assisting, part: "assisting" } as const;
  return {
    outcome: own(on).status === "handling" ? "added" : "handledAgain",
    changes: dispatch(on, to, files),
  };
};

/** The cleaned copies of the originals behind the ids; or why one of them can't be released. */
function filesToRelease(on: Deciding, ids: readonly string[]): StoredFile[] | { refusal: Refusal } {
  const files: StoredFile[] = [];
  for (const id of ids) {
    const file = on.around.attachments.find((one) => one.id === id);
    if (!file) return refuse("attachmentNotOfComplaint");
    const copy = releasable(file.copy, on.around.original);
    if (!copy) return refuse("attachmentWithheld");
    files.push({ ...file, ...copy });
  }
  return files;
}

type Dispatch = Pick<Assignment, "departmentId" | "part" | "brief"> & { grade: Grade };

function dispatch(on: Deciding, { grade, ...to }: Dispatch, files: readonly StoredFile[]): Change[] {
  const assignment: Assignment = {
    id: on.newId(),
    complaintId: own(on).id,
    code: on.newCode(),
    ...to,
    status: "dispatched",
    namedPoint: own(on).disclosure === "named" ? on.around.pointName : null,
    ...datesFromDispatch(on, grade, own(on).field === "arrears"),
    ...untouched,
  };
  return [add("assignment", assignment), ...releases(on, assignment.id, files)];
}

/** What has not happened yet to an assignment that has just been dispatched. */
export const untouched = {
  round: 1,
  signedAt: null,
  officer: null,
  firstContactAt: null,
  contactWay: null,
  contactNote: null,
  repliedAt: null,
  acceptedAt: null,
  returnedAt: null,
  returnReason: null,
  rightDepartmentId: null,
  ruling: null,
  rulingReason: null,
  missing: null,
  recalledAt: null,
  settledAt: null,
  version: 1,
};

/** Copies for a department, under names that say nothing of where they came from. */
export function releases(on: Deciding, assignmentId: string, files: readonly StoredFile[]): Change[] {
  return files.map((file, i) =>
    add("releasedAttachment", {
      id: on.newId(),
      name: `材料${i + 1}.${file.type}`,
      type: file.type,
      bytes: file.bytes,
      sha256: file.sha256,
      storageKey: file.storageKey,
      assignmentId,
      attachmentId: file.id,
      releasedAt: on.at,
    }),
  );
}

/** Whether a department may still be added: it holds no live assignment of the complaint. */
export const holdsAlready = (on: Deciding, departmentId: string) =>
  live(on.matter.assignment).some((a) => a.departmentId === departmentId);
