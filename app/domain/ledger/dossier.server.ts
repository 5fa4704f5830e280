import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Tx } from "../access/with-actor.server.ts";
import type { Case } from "../complaint/complaint.ts";
import { seen } from "../figure/dictionary.server.ts";

const s = schema;

/** Everything that the commission reads of one complaint, or null when there is none to be seen. */
export async function loadDossier(tx: Tx, number: string) {
  const [found] = await tx
    .select({ complaint: s.complaint, point: s.liaisonPoint, submittedBy: s.person.name })
    .from(s.complaint)
    .innerJoin(s.liaisonPoint, eq(s.liaisonPoint.id, s.complaint.liaisonPointId))
    .innerJoin(s.person, eq(s.person.id, s.complaint.submittedById))
    .where(and(eq(s.complaint.number, number), seen));
  if (!found) return null;
  const matter = await loadMatter(tx, found.complaint);
  const { id, primaryId } = found.complaint;
  return {
    ...found,
    matter,
    attachments: await tx.select().from(s.attachment).where(eq(s.attachment.complaintId, id)).orderBy(asc(s.attachment.uploadedAt), asc(s.attachment.id)),
    events: await eventsOf(tx, id),
    rules: await rulesOf(tx, id),
    primary: primaryId ? await numberOf(tx, primaryId) : null,
    merged: await tx
      .select({ number: s.complaint.number })
      .from(s.complaint)
      .where(and(eq(s.complaint.primaryId, id), seen))
      .orderBy(asc(s.complaint.number)),
  };
}

export type Dossier = NonNullable<Awaited<ReturnType<typeof loadDossier>>>;

async function loadMatter(tx: Tx, complaint: Case["complaint"]): Promise<Case> {
  const { id } = complaint;
  const assignment = await tx
    .select()
    .from(s.assignment)
    .where(eq(s.assignment.complaintId, id))
    .orderBy(desc(s.assignment.part), asc(s.assignment.dispatchedAt), asc(s.assignment.id));
  const ids = assignment.map((one) => one.id);
  return {
    complaint,
    assignment,
    reply: await tx.select().from(s.reply).where(inArray(s.reply.assignmentId, ids)).orderBy(asc(s.reply.repliedAt)),
    measure: await tx.select().from(s.measure).where(inArray(s.measure.assignmentId, ids)).orderBy(asc(s.measure.dueOn)),
    evidence: await tx.select().from(s.evidence).where(inArray(s.evidence.assignmentId, ids)).orderBy(asc(s.evidence.addedAt)),
    releasedAttachment: await tx.select().from(s.releasedAttachment).where(inArray(s.releasedAttachment.assignmentId, ids)),
    writeOff: await tx.select().from(s.writeOff).where(eq(s.writeOff.complaintId, id)).orderBy(asc(s.writeOff.appliedAt)),
    supplement: await tx.select().from(s.supplement).where(eq(s.supplement.complaintId, id)).orderBy(asc(s.supplement.askedAt)),
    answer: await tx.select().from(s.answer).where(eq(s.answer.complaintId, id)).orderBy(asc(s.answer.givenAt)),
    evaluation: await tx.select().from(s.evaluation).where(eq(s.evaluation.complaintId, id)).orderBy(asc(s.evaluation.ratedAt)),
    callBack: await tx.select().from(s.callBack).where(eq(s.callBack.complaintId, id)).orderBy(asc(s.callBack.calledAt)),
    lookBack: await tx.select().from(s.lookBack).where(eq(s.lookBack.complaintId, id)).orderBy(asc(s.lookBack.lookedAt)),
    reference: await tx.select().from(s.reference).where(eq(s.reference.complaintId, id)),
  };
}

/** What happened, newest first, with who did it. What the rows became is left out: it is for replaying. */
function eventsOf(tx: Tx, complaintId: string) {
  const { event, person } = s;
  return tx
    .select({
      id: event.id,
      command: event.command,
      at: event.at,
      said: event.said,
      actorKind: event.actorKind,
      actor: person.name,
      actorEn: person.nameEn,
      assignmentId: event.assignmentId,
    })
    .from(event)
    .leftJoin(person, eq(person.id, event.actorId))
    .where(eq(event.complaintId, complaintId))
    .orderBy(desc(event.seq));
}

function rulesOf(tx: Tx, complaintId: string) {
  return tx
    .select({ id: s.rule.id, title: s.rule.title, madeOn: s.rule.madeOn })
    .from(s.ruleComplaint)
    .innerJoin(s.rule, eq(s.rule.id, s.ruleComplaint.ruleId))
    .where(eq(s.ruleComplaint.complaintId, complaintId))
    .orderBy(asc(s.rule.madeOn));
}

async function numberOf(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx.select({ number: s.complaint.number }).from(s.complaint).where(and(eq(s.complaint.id, id), seen));
  return row?.number ?? null;
}

/** All departments by code: their names are needed wherever one is chosen or told of. */
export function listDepartments(tx: Tx) {
  const { department } = s;
  return tx
    .select({ id: department.id, code: department.code, name: department.name, nameEn: department.nameEn, validFrom: department.validFrom, validUntil: department.validUntil })
    .from(department)
    .orderBy(asc(department.code));
}
export type DepartmentRow = Awaited<ReturnType<typeof listDepartments>>[number];
