import { and, asc, desc, eq, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { WriteOffStage } from "../../../db/vocabulary.ts";
import { must, type PersonActor } from "../access/actor.ts";
import type { Tx } from "../access/with-actor.server.ts";
import type { Day } from "../clock/day.ts";
import { stepSeen } from "./step.ts";

const {
  assignment,
  assignmentStep,
  department,
  evidence,
  extension,
  measure,
  pause,
  releasedAttachment,
  reply,
} = schema;

// Named one by one: the department's role may not read the complaint's key.
const columns = {
  id: assignment.id,
  code: assignment.code,
  part: assignment.part,
  status: assignment.status,
  brief: assignment.brief,
  namedPoint: assignment.namedPoint,
  dispatchedAt: assignment.dispatchedAt,
  signDueOn: assignment.signDueOn,
  contactDueOn: assignment.contactDueOn,
  returnDueOn: assignment.returnDueOn,
  replyDueOn: assignment.replyDueOn,
  originalReplyDueOn: assignment.originalReplyDueOn,
  dueRule: assignment.dueRule,
  dueFrom: assignment.dueFrom,
  round: assignment.round,
  signedAt: assignment.signedAt,
  officer: assignment.officer,
  firstContactAt: assignment.firstContactAt,
  contactWay: assignment.contactWay,
  contactNote: assignment.contactNote,
  repliedAt: assignment.repliedAt,
  acceptedAt: assignment.acceptedAt,
  returnedAt: assignment.returnedAt,
  returnReason: assignment.returnReason,
  ruling: assignment.ruling,
  rulingReason: assignment.rulingReason,
  missing: assignment.missing,
  recalledAt: assignment.recalledAt,
  settledAt: assignment.settledAt,
  version: assignment.version,
};

const own = (actor: PersonActor) => eq(assignment.departmentId, must(actor.departmentId, "department"));

/** One assignment of the reader's department by its code, with all that it may read of it; else null. */
export async function findAssignment(tx: Tx, actor: PersonActor, code: string) {
  const [found] = await tx
    .select({
      ...columns,
      rightName: department.name,
      rightNameEn: department.nameEn,
      stage: sql<WriteOffStage>`write_off_stage(${assignment.id})`,
      complaintAcceptedAt: sql`accepted_at(${assignment.id})`.mapWith(assignment.acceptedAt),
    })
    .from(assignment)
    .leftJoin(department, eq(department.id, assignment.rightDepartmentId))
    .where(and(eq(assignment.code, code), own(actor)));
  if (!found) return null;
  const { steps, ...parts } = await partsOf(tx, found.id);
  return {
    ...found,
    ...parts,
    steps: steps.map((step) => ({ ...step, command: stepSeen(step.command, found) })),
  };
}

export type AssignmentPage = NonNullable<Awaited<ReturnType<typeof findAssignment>>>;

async function partsOf(tx: Tx, id: string) {
  const released = await tx
    .select({ id: releasedAttachment.id, name: releasedAttachment.name, bytes: releasedAttachment.bytes })
    .from(releasedAttachment)
    .where(eq(releasedAttachment.assignmentId, id))
    .orderBy(asc(releasedAttachment.name));
  const replies = await tx
    .select()
    .from(reply)
    .where(eq(reply.assignmentId, id))
    .orderBy(desc(reply.repliedAt), desc(reply.id));
  const measures = await tx
    .select()
    .from(measure)
    .where(eq(measure.assignmentId, id))
    .orderBy(asc(measure.dueOn), asc(measure.id));
  const files = await tx
    .select({
      id: evidence.id,
      name: evidence.name,
      bytes: evidence.bytes,
      replyId: evidence.replyId,
      measureId: evidence.measureId,
    })
    .from(evidence)
    .where(eq(evidence.assignmentId, id))
    .orderBy(asc(evidence.addedAt), asc(evidence.id));
  const steps = await tx
    .select()
    .from(assignmentStep)
    .where(eq(assignmentStep.assignmentId, id))
    .orderBy(desc(assignmentStep.at), desc(assignmentStep.id));
  const pauses = await tx
    .select({ assignmentId: pause.assignmentId, why: pause.why, fromOn: pause.fromOn, toOn: pause.toOn })
    .from(pause)
    .where(eq(pause.assignmentId, id))
    .orderBy(asc(pause.id));
  const [asked] = await tx.select().from(extension).where(eq(extension.assignmentId, id));
  return { released, replies, measures, files, steps, pauses, extension: asked ?? null };
}

/** Departments that an assignment may belong to instead: those that exist today, without the reader's own. */
export async function otherDepartments(tx: Tx, actor: PersonActor, today: Day, locale: "zh-CN" | "en") {
  const rows = await tx.select().from(department).orderBy(asc(department.code));
  return rows
    .filter((one) => one.validFrom <= today && (one.validUntil === null || one.validUntil >= today))
    .filter((one) => one.id !== actor.departmentId)
    .map((one) => ({ id: one.id, name: locale === "en" ? one.nameEn : one.name }));
}

const fileColumns = {
  released: {
    name: releasedAttachment.name,
    type: releasedAttachment.type,
    storageKey: releasedAttachment.storageKey,
  },
  evidence: { name: evidence.name, type: evidence.type, storageKey: evidence.storageKey },
};

/** A file that was released to the reader's department, or that it handed in; else null. */
export async function findDepartmentFile(
  tx: Tx,
  actor: PersonActor,
  kind: "released" | "evidence",
  id: string,
) {
  const [found] =
    kind === "released"
      ? await tx
          .select(fileColumns.released)
          .from(releasedAttachment)
          .innerJoin(assignment, eq(assignment.id, releasedAttachment.assignmentId))
          .where(and(eq(releasedAttachment.id, id), own(actor)))
      : await tx
          .select(fileColumns.evidence)
          .from(evidence)
          .innerJoin(assignment, eq(assignment.id, evidence.assignmentId))
          .where(and(eq(evidence.id, id), own(actor)));
  return found ?? null;
}
