import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { AssignmentStatus } from "../../../db/vocabulary.ts";
import { must, type PersonActor } from "../access/actor.ts";
import type { Tx } from "../access/with-actor.server.ts";
import type { Day } from "../clock/day.ts";

const { assignment, assignmentStep, department, evidence, measure, releasedAttachment, reply } = schema;

/** What the department itself still has to do something about. */
export const OWED = ["dispatched", "signed", "redo"] as const satisfies readonly AssignmentStatus[];

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

/** The reader's department's assignments: what it owes comes first, by the nearest date. */
export function listAssignments(tx: Tx, actor: PersonActor, which: "open" | "all", limit: number) {
  const isOpen = sql`(${inArray(assignment.status, [...OWED])} or ${hasOpenMeasure})`;
  return tx
    .select({ ...columns, measureDueOn: nextMeasure })
    .from(assignment)
    .where(and(own(actor), which === "open" ? isOpen : undefined))
    .orderBy(desc(isOpen), sql`${nearest}`, asc(assignment.dispatchedAt), asc(assignment.id))
    .limit(limit);
}

// Written out: in the list of a select, the builder leaves the table off a column, and the inner one would be meant.
const promised = sql`measure.assignment_id = assignment.id and measure.status = 'promised' and assignment.status <> 'recalled'`;
const hasOpenMeasure = sql`exists (select 1 from measure where ${promised})`;
const nextMeasure = sql<Day | null>`(select min(measure.due_on) from measure where ${promised})`;
const nearest = sql`case when ${assignment.status} = 'dispatched' then ${assignment.signDueOn}
  when ${inArray(assignment.status, [...OWED])} then ${assignment.replyDueOn}
  else coalesce(${nextMeasure}, ${assignment.replyDueOn}) end`;

/** The date that the department has to keep next, and whether it has been met already. */
export function dueOf(row: {
  status: AssignmentStatus;
  signDueOn: Day;
  replyDueOn: Day;
  repliedAt: Date | null;
  measureDueOn?: Day | null;
}): { on: Day; what: "sign" | "reply" | "measure"; endedAt: Date | null } {
  if (row.status === "dispatched") return { on: row.signDueOn, what: "sign", endedAt: null };
  if (row.status === "signed" || row.status === "redo")
    return { on: row.replyDueOn, what: "reply", endedAt: null };
  if (row.measureDueOn) return { on: row.measureDueOn, what: "measure", endedAt: null };
  return { on: row.replyDueOn, what: "reply", endedAt: row.repliedAt };
}

/** One assignment of the reader's department by its code, with all that it may read of it; else null. */
export async function findAssignment(tx: Tx, actor: PersonActor, code: string) {
  const [found] = await tx
    .select({ ...columns, rightName: department.name, rightNameEn: department.nameEn })
    .from(assignment)
    .leftJoin(department, eq(department.id, assignment.rightDepartmentId))
    .where(and(eq(assignment.code, code), own(actor)));
  if (!found) return null;
  return { ...found, ...(await partsOf(tx, found.id)) };
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
  return { released, replies, measures, files, steps };
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
