import { eq, inArray, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { PersonActor } from "../access/actor.ts";
import { becomeRegistrar, type Tx, withActor } from "../access/with-actor.server.ts";
import { type Asking, askIn, waitingSubjects } from "../rights/ask.server.ts";
import type { Holding } from "../rights/rights.ts";
import { appointment, hasContact, openAccount } from "./invite.server.ts";
import { newId } from "./new-id.ts";
import { movedSince, type PlannedPoint, type PointPlan, planOf, pointCode } from "./point-plan.ts";
import type { ReadSheet } from "./point-sheet.ts";
import { lockPoints, nextSerial } from "./points.server.ts";
import type { SheetPoint } from "./sheet-point.ts";

const { liaisonPoint, person } = schema;

/** What importing a sheet would do, beside what the database knows now, and all that is wrong with it. */
export async function planImport(tx: Tx, sheet: ReadSheet): Promise<PointPlan> {
  const addressed = sheet.addresses.flatMap(({ creditCode }) => (creditCode ? [creditCode] : []));
  const codes = [...new Set([...addressed, ...sheet.points.map(({ creditCode }) => creditCode)])];
  const emails = sheet.addresses.map(({ email }) => email.toLowerCase());
  const known =
    codes.length > 0
      ? await tx.select().from(liaisonPoint).where(inArray(liaisonPoint.creditCode, codes))
      : [];
  const { id, name, email, mobile, liaisonPointId, version } = person;
  const people =
    emails.length > 0
      ? await tx
          .select({ id, name, email, mobile, liaisonPointId, version })
          .from(person)
          .where(inArray(sql`lower(${email})`, emails))
      : [];
  return planOf(sheet, known, people);
}

export interface ImportRequest {
  sheet: ReadSheet;
  /** What the plan was made from, as `seenOf` words it. */
  seen: string;
  sendsInvitations: boolean;
  /** Why points get one contact more, read by whoever approves that. */
  reason: string;
}

/** `asked` counts the contacts of points that had one before: they are invited once they are approved. */
export type Imported =
  | { ok: true; written: number; asked: number }
  | { ok: false; plan: PointPlan; moved: number[]; isUndecidable?: boolean };

/** Somebody took an address, or asked for it, while the import ran; all is undone and has to be looked at again. */
class AddressTaken extends Error {}

/** There is no security administrator who could approve a contact. */
class Undecidable extends Error {}

/**
 * Writes every point of a sheet and invites its contacts, all or nothing. What is as it should be already
 * isn't written again, so a second sending does nothing; what somebody changed meanwhile comes back to be seen.
 */
export async function importPoints(actor: PersonActor, request: ImportRequest, at: Date): Promise<Imported> {
  try {
    return await withActor(actor, "write", (tx) => importIn(tx, actor, request, at));
  } catch (error) {
    const isUndecidable = error instanceof Undecidable;
    if (!isUndecidable && !(error instanceof AddressTaken)) throw error;
    const plan = await withActor(actor, "read", (tx) => planImport(tx, request.sheet));
    return { ok: false, plan, moved: movedSince(plan, request.seen), isUndecidable };
  }
}

async function importIn(
  tx: Tx,
  actor: PersonActor,
  { sheet, seen, sendsInvitations, reason }: ImportRequest,
  at: Date,
): Promise<Imported> {
  await lockPoints(tx);
  const plan = await planImport(tx, sheet);
  const moved = movedSince(plan, seen);
  if (plan.faults.length > 0 || moved.length > 0) return { ok: false, plan, moved };
  const rows = plan.rows.filter(({ outcome }) => outcome !== "unchanged");
  const added = await addPoints(tx, rows);
  await changePoints(tx, rows);
  await becomeRegistrar(tx);
  const askings: Asking[] = [];
  for (const { point, known, contact } of rows) {
    const pointId = known?.id ?? added.get(point.creditCode);
    if (!point.contact || !pointId) continue;
    if (contact) await changeContact(tx, contact.id, point.contact);
    else if (known && (await hasContact(tx, pointId)))
      askings.push(appointment(accountOf(pointId, point.contact)));
    else await addContact(tx, pointId, point.contact, sendsInvitations, at);
  }
  return { ok: true, written: rows.length, asked: await askForContacts(tx, actor, askings, reason, at) };
}

/** Asks for the contacts that nobody has asked for yet; answers for how many. */
async function askForContacts(
  tx: Tx,
  actor: PersonActor,
  askings: readonly Asking[],
  reason: string,
  at: Date,
): Promise<number> {
  const waiting = askings.length > 0 ? await waitingSubjects(tx) : new Set<string>();
  const fresh = askings.filter(({ after }) => !waiting.has(after?.email.toLowerCase() ?? ""));
  const fault = fresh.length > 0 ? await askIn(tx, actor, fresh, reason, at) : null;
  if (fault === "nobodyDecides") throw new Undecidable();
  if (fault) throw new AddressTaken();
  return fresh.length;
}

async function addPoints(tx: Tx, rows: readonly PlannedPoint[]): Promise<Map<string, string>> {
  const serial = await nextSerial(tx);
  const added = rows
    .filter(({ known }) => !known)
    .map(({ point }, index) => ({ ...rowOf(point), id: newId(), code: pointCode(serial + index) }));
  if (added.length > 0) await tx.insert(liaisonPoint).values(added);
  return new Map(added.map(({ creditCode, id }) => [creditCode, id]));
}

async function changePoints(tx: Tx, rows: readonly PlannedPoint[]): Promise<void> {
  for (const { point, known } of rows) {
    if (!known) continue;
    const shortName = point.shortName || known.shortName;
    await tx
      .update(liaisonPoint)
      .set({ ...rowOf(point), shortName, version: known.version + 1 })
      .where(eq(liaisonPoint.id, known.id));
  }
}

const rowOf = ({ row: _, contact: __, ...point }: SheetPoint) => ({
  ...point,
  shortName: point.shortName || point.name,
});

type Contact = NonNullable<SheetPoint["contact"]>;

const accountOf = (liaisonPointId: string, { name, email, mobile }: Contact): Holding => ({
  ...{ name, nameEn: null, email, mobile: mobile || null, role: "liaison", liaisonPointId },
  ...{ post: null, departmentId: null, locale: "zh-CN" },
});

async function addContact(tx: Tx, liaisonPointId: string, contact: Contact, isInvited: boolean, at: Date) {
  const id = await openAccount(tx, accountOf(liaisonPointId, contact), at, isInvited);
  if (id === null) throw new AddressTaken();
}

async function changeContact(tx: Tx, id: string, { name, mobile }: Contact): Promise<void> {
  await tx
    .update(person)
    .set({ name, ...(mobile ? { mobile } : {}), version: sql`${person.version} + 1` })
    .where(eq(person.id, id));
}
