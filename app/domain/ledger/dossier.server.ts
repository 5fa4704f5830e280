import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Role } from "../../../db/vocabulary.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { isKnownTo, withoutUnknown } from "../clue/known.server.ts";
import { loadCase } from "../complaint/case.server.ts";
import { seenBy } from "../figure/dictionary.server.ts";

const s = schema;

/** Everything that a team of the commission reads of one complaint, or null when there is none for it to be seen. */
export async function loadDossier(tx: Tx, number: string, role: Role = "intake") {
  const seen = seenBy(role);
  const [found] = await tx
    .select({ complaint: s.complaint, point: s.liaisonPoint, submittedBy: s.person.name })
    .from(s.complaint)
    .innerJoin(s.reporter, eq(s.reporter.id, s.complaint.reporterId))
    // Of a sealed matter neither is known.
    .leftJoin(s.liaisonPoint, eq(s.liaisonPoint.id, s.reporter.liaisonPointId))
    .leftJoin(s.person, eq(s.person.id, s.reporter.personId))
    .where(and(eq(s.complaint.number, number), seen));
  if (!found) return null;
  const linkedTo = await linkedNumber(tx, found.complaint.linkedId, seen);
  // A key that leads nowhere would betray a clue.
  const complaint = linkedTo ? found.complaint : { ...found.complaint, linkedId: null };
  const events = await eventsOf(tx, complaint.id, role);
  const matter = withoutUnknown(await loadCase(tx, complaint), events);
  const { id, primaryId } = complaint;
  return {
    ...found,
    complaint,
    matter,
    attachments: await tx
      .select()
      .from(s.attachment)
      .where(eq(s.attachment.complaintId, id))
      .orderBy(asc(s.attachment.uploadedAt), asc(s.attachment.id)),
    events,
    recused: await recusedFrom(tx, id),
    // To whom its sealed reporter was asked to be opened.
    readers: await readersOf(tx, id),
    rules: await rulesOf(tx, id),
    primary: primaryId ? await numberOf(tx, primaryId, seen) : null,
    // The matter after which this one reports retaliation, and those that report it after this one.
    linkedTo,
    retaliations: await tx
      .select({ number: s.complaint.number })
      .from(s.complaint)
      .where(and(eq(s.complaint.linkedId, id), seen))
      .orderBy(asc(s.complaint.number)),
    merged: await tx
      .select({ number: s.complaint.number })
      .from(s.complaint)
      .where(and(eq(s.complaint.primaryId, id), seen))
      .orderBy(asc(s.complaint.number)),
  };
}

/** Whether a team of the commission may know of a complaint. */
export async function isVisible(tx: Tx, number: string, role: Role): Promise<boolean> {
  return (await tx.$count(s.complaint, and(eq(s.complaint.number, number), seenBy(role)))) > 0;
}

/** What happened, newest first, with who did it and what to; what the rows became is for replaying alone. */
function eventsOf(tx: Tx, complaintId: string, role: Role) {
  const { event, person } = s;
  return (
    tx
      .select({
        id: event.id,
        command: event.command,
        at: event.at,
        said: event.said,
        actorKind: event.actorKind,
        actor: person.name,
        actorEn: person.nameEn,
        assignmentId: event.assignmentId,
        rows: rowsOf,
      })
      .from(event)
      .leftJoin(person, eq(person.id, event.actorId))
      .where(and(eq(event.complaintId, complaintId), isKnownTo(role)))
      // A rule may be recorded with an earlier day than the last event of its complaint.
      .orderBy(desc(event.at), desc(event.seq))
  );
}

/** The rows of a department's hands that an event made or changed, to be shown where it happened. */
const rowsOf = sql<{ entity: string; id: string }[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('entity', one->'entity', 'id', one->'id')), '[]')
  from jsonb_array_elements(${s.event.changes}) one
  where one->>'entity' in ('measure', 'evidence', 'releasedAttachment'))`;

/** Who is kept from a complaint, with their names. */
function recusedFrom(tx: Tx, complaintId: string) {
  const { recusal, person, department } = s;
  return tx
    .select({
      id: sql<string>`coalesce(${person.id}, ${department.id})`,
      name: sql<string>`coalesce(${person.name}, ${department.name})`,
      nameEn: sql<string | null>`coalesce(${person.nameEn}, ${department.nameEn})`,
    })
    .from(recusal)
    .leftJoin(person, eq(person.id, recusal.personId))
    .leftJoin(department, eq(department.id, recusal.departmentId))
    .where(eq(recusal.complaintId, complaintId))
    .orderBy(asc(recusal.at), asc(recusal.id));
}

function readersOf(tx: Tx, complaintId: string) {
  const { person, unsealing } = s;
  return tx
    .selectDistinct({ id: person.id, name: person.name, nameEn: person.nameEn })
    .from(unsealing)
    .innerJoin(person, eq(person.id, unsealing.readerId))
    .where(eq(unsealing.complaintId, complaintId));
}

function rulesOf(tx: Tx, complaintId: string) {
  return tx
    .select({ id: s.rule.id, title: s.rule.title, madeOn: s.rule.madeOn })
    .from(s.ruleComplaint)
    .innerJoin(s.rule, eq(s.rule.id, s.ruleComplaint.ruleId))
    .where(eq(s.ruleComplaint.complaintId, complaintId))
    .orderBy(asc(s.rule.madeOn));
}

const linkedNumber = (tx: Tx, linkedId: string | null, seen: SQL) =>
  linkedId ? numberOf(tx, linkedId, seen) : null;

async function numberOf(tx: Tx, id: string, seen: SQL): Promise<string | null> {
  const [row] = await tx
    .select({ number: s.complaint.number })
    .from(s.complaint)
    .where(and(eq(s.complaint.id, id), seen));
  return row?.number ?? null;
}

/** All departments by code: their names are needed wherever one is chosen or told of. */
export function listDepartments(tx: Tx) {
  const { department } = s;
  return tx
    .select({
      id: department.id,
      code: department.code,
      name: department.name,
      nameEn: department.nameEn,
      validFrom: department.validFrom,
      validUntil: department.validUntil,
    })
    .from(department)
    .orderBy(asc(department.code));
}
export type DepartmentRow = Awaited<ReturnType<typeof listDepartments>>[number];
