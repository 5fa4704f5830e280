import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { MailStatus } from "../../../db/vocabulary.ts";
import type { PersonActor } from "../access/actor.ts";
import { becomeRegistrar, type Tx, withActor } from "../access/with-actor.server.ts";
import { newId } from "../people/new-id.ts";
import { writeNotices } from "./tell.server.ts";

const { department, liaisonPoint, mail, person, unreachable } = schema;

export const UNREACHABLE_PATH = "/desk/unreachable";

interface Lost {
  personId: string;
  mailId: string;
  why: MailStatus;
}

/**
 * Makes it a task for intake that somebody's mails come back, once until it is settled. The transaction
 * must be the registrar's.
 */
export async function noteUnreachable(tx: Tx, lost: readonly Lost[], at: Date): Promise<void> {
  if (lost.length === 0) return;
  // In one order everywhere, so that two batches with people in common never wait for each other.
  const rows = lost
    .map((one) => ({ id: newId(), ...one, since: at }))
    .toSorted((a, b) => (a.personId < b.personId ? -1 : 1));
  const opened = await tx
    .insert(unreachable)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: unreachable.id, personId: unreachable.personId, mailId: unreachable.mailId });
  for (const task of opened) await tellIntake(tx, task, at);
}

async function tellIntake(tx: Tx, task: { id: string; personId: string; mailId: string }, at: Date) {
  const { number, complaintId } = await matterFor(tx, task);
  // An account's mail has no number, and accounts are the administrator's, who sees it in the mail ledger.
  if (number === null) return;
  const readers = await tx
    .select({ personId: person.id, locale: person.locale, mailing: person.mailing })
    .from(person)
    .where(and(eq(person.role, "intake"), eq(person.status, "active"), ne(person.id, task.personId)));
  const what = { kind: "unreachable" as const, number, complaintId, dueOn: null, path: UNREACHABLE_PATH };
  await writeNotices(
    tx,
    readers.map((reader) => ({ ...reader, ...what })),
    { eventId: task.id, createdAt: at, journey: null },
  );
}

/**
 * A contact is named by its point and never by a complaint: beside the person that would tell who reported. What
 * the discipline team was written about is nothing that intake may know of.
 */
async function matterFor(tx: Tx, { personId, mailId }: { personId: string; mailId: string }) {
  const [row] = await tx
    .select({
      role: person.role,
      point: liaisonPoint.code,
      number: mail.number,
      complaintId: mail.complaintId,
    })
    .from(person)
    .innerJoin(mail, eq(mail.id, mailId))
    .leftJoin(liaisonPoint, eq(liaisonPoint.id, person.liaisonPointId))
    .where(eq(person.id, personId));
  if (!row || row.role === "discipline") return { number: null, complaintId: null };
  if (row.role === "liaison") return { number: row.point, complaintId: null };
  return { number: row.number, complaintId: row.complaintId };
}

const isOpen = isNull(unreachable.settledAt);

/** The people whose mails come back, the longest first, with where to find them by other means. */
export function openUnreachable(tx: Tx) {
  return tx
    .select({
      id: unreachable.id,
      since: unreachable.since,
      why: unreachable.why,
      name: person.name,
      nameEn: person.nameEn,
      email: person.email,
      mobile: person.mobile,
      role: person.role,
      point: liaisonPoint.name,
      pointCode: liaisonPoint.code,
      department: department.name,
      departmentEn: department.nameEn,
    })
    .from(unreachable)
    .innerJoin(person, eq(person.id, unreachable.personId))
    .leftJoin(liaisonPoint, eq(liaisonPoint.id, person.liaisonPointId))
    .leftJoin(department, eq(department.id, person.departmentId))
    .where(isOpen)
    .orderBy(asc(unreachable.since), asc(unreachable.id));
}

/** How many such tasks are open. */
export const countUnreachable = (tx: Tx): Promise<number> => tx.$count(unreachable, isOpen);

/** Of these points, those with an active contact whose mails come back. */
export async function unreachablePoints(tx: Tx, pointIds: string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ pointId: person.liaisonPointId })
    .from(unreachable)
    .innerJoin(person, eq(person.id, unreachable.personId))
    .where(and(isOpen, inArray(person.liaisonPointId, pointIds), eq(person.status, "active")));
  return new Set(rows.flatMap(({ pointId }) => pointId ?? []));
}

/** Settles a task with what was done about it; false where it was settled already. Nothing is mailed again. */
export function settleUnreachable(actor: PersonActor, id: string, note: string, at: Date): Promise<boolean> {
  return withActor(actor, "write", async (tx) => {
    await becomeRegistrar(tx);
    const settled = await tx
      .update(unreachable)
      .set({ settledAt: at, settledById: actor.personId, note })
      .where(and(eq(unreachable.id, id), isOpen))
      .returning({ id: unreachable.id });
    return settled.length > 0;
  });
}
