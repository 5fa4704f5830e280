import { and, eq, ne, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Locale, Post, Role } from "../../../db/vocabulary.ts";
import type { PersonActor } from "../access/actor.ts";
import { becomeRegistrar, type Tx, withActor } from "../access/with-actor.server.ts";
import { newId } from "../people/new-id.ts";
import { accountOf, askIn, type Looked } from "../rights/ask.server.ts";
import { type Holding, isSameHolding, type RightsFault } from "../rights/rights.ts";
import { tellAdministrators } from "../rights/tell-administrators.server.ts";
import { mailLink } from "./account-mail.server.ts";
import { voidLinks } from "./reset.server.ts";

const { department, liaisonPoint, person } = schema;

export interface PersonInput {
  name: string;
  nameEn: string;
  email: string;
  mobile: string;
  role: Role;
  post: Post | null;
  /** Codes, as people know them; only what the role belongs to counts. */
  department: string;
  point: string;
  locale: Locale;
  /** Read by whoever approves. */
  reason: string;
}

export type PersonFault = RightsFault | "noSuchDepartment" | "noSuchPoint" | "noReason";
/** What came of it: done at once, or asked of the security administrator. */
export type Kept = { ok: true; done: "invited" | "saved" | "asked" } | { ok: false; fault: PersonFault };
const refused = (fault: PersonFault): Kept => ({ ok: false, fault });
const kept = (done: "invited" | "saved" | "asked"): Kept => ({ ok: true, done });

/**
 * Asks for an account, whose invitation goes out once it is approved. The first contact of a liaison point is appointed
 * with the point, and so invited at once.
 */
export function invite(actor: PersonActor, input: PersonInput, at: Date): Promise<Kept> {
  return withActor(actor, "act", async (tx) => {
    const values = await valuesOf(tx, input, null);
    if ("ok" in values) return values;
    const isFirst =
      values.liaisonPointId && actor.kind === "sysadmin" && !(await hasContact(tx, values.liaisonPointId));
    if (isFirst) return (await openAccount(tx, values, at)) ? kept("invited") : refused("emailTaken");
    if (!input.reason) return refused("noReason");
    const fault = await askIn(tx, actor, [appointment(values)], input.reason, at);
    return fault ? refused(fault) : kept("asked");
  });
}

/** A request to open an account. */
export const appointment = (after: Holding) =>
  ({ kind: "appoint", subjectId: newId(), version: null, status: null, before: null, after }) as const;

/** Whether a point has somebody who reads its complaints: one more has to be approved. */
export const hasContact = async (tx: Tx, pointId: string): Promise<boolean> =>
  (await tx.$count(person, eq(person.liaisonPointId, pointId))) > 0;

/**
 * Opens the account of a point's first contact inside a transaction that is the registrar's, and mails its invitation
 * unless told not to; answers its id, or null where the address has an account.
 */
export async function openAccount(
  tx: Tx,
  values: Holding,
  at: Date,
  isMailed = true,
): Promise<string | null> {
  const id = newId();
  // Of two invitations for one address at once, the second finds the first.
  const added = await tx
    .insert(person)
    .values({ ...values, id, createdAt: at })
    .onConflictDoNothing()
    .returning({ id: person.id });
  if (added.length === 0) return null;
  if (isMailed) await mailLink(tx, { id, locale: values.locale ?? "zh-CN" }, "invitation", at);
  return id;
}

/** Saves how somebody is called, and asks for what they may do and where they belong, where that is to change. */
export function movePerson(
  actor: PersonActor,
  id: string,
  version: number,
  input: PersonInput,
  at: Date,
): Promise<Kept> {
  return withActor(actor, "act", async (tx) => {
    if (id === actor.personId) return refused("notYourself");
    const found = await accountOf(tx, id);
    if (found?.version !== version) return refused("stale");
    const after = await valuesOf(tx, input, id);
    if ("ok" in after) return after;
    const isSaved = actor.kind === "sysadmin";
    if (isSaved && !(await correct(tx, id, version, after))) return refused("stale");
    const { status, holding: before } = found;
    if (isSaved && isSameHolding(before, after)) return kept("saved");
    const seen = isSaved ? version + 1 : version;
    const move = { kind: "move", subjectId: id, version: seen, status, before, after } as const;
    const fault = input.reason ? await askIn(tx, actor, [move], input.reason, at) : "noReason";
    // What was saved before is undone with it: the form is sent once more as a whole.
    if (fault) throw new NotAsked(fault);
    return kept("asked");
  }).catch((error: unknown) => {
    if (error instanceof NotAsked) return refused(error.fault);
    throw error;
  });
}

class NotAsked extends Error {
  readonly fault: PersonFault;
  constructor(fault: PersonFault) {
    super(fault);
    this.fault = fault;
  }
}

async function correct(tx: Tx, id: string, version: number, { name, nameEn, mobile, locale }: Holding) {
  const changed = await tx
    .update(person)
    .set({ name, nameEn, mobile, locale, version: version + 1 })
    .where(and(eq(person.id, id), eq(person.version, version)))
    .returning({ id: person.id });
  return changed.length > 0;
}

/** Closes an account at once, and tells the security administrators. */
export function disablePerson(
  actor: PersonActor,
  { id, version, reason }: Looked & { reason: string },
  at: Date,
): Promise<Kept> {
  return withActor(actor, "act", async (tx) => {
    const found = await accountOf(tx, id);
    if (found && found.version !== version) return refused("stale");
    const { rows } = await tx.execute<{ came: RightsFault | "done" }>(
      sql`select disable_person(${id}, ${reason}, ${at.toISOString()}) as came`,
    );
    const came = rows[0]?.came ?? "notFound";
    if (came !== "done") return refused(came);
    await tellAdministrators(tx, "secadmin", { kind: "accountDisabled", number: "", at });
    return kept("saved");
  });
}

/** Mails an invitation once more; the one before stops working. */
export function inviteAgain(actor: PersonActor, { id, version }: Looked, at: Date): Promise<Kept> {
  return withActor(actor, "write", async (tx) => {
    await becomeRegistrar(tx);
    const [found] = await tx
      .select({ id: person.id, locale: person.locale })
      .from(person)
      .where(and(eq(person.id, id), eq(person.version, version), eq(person.status, "invited")))
      .for("update");
    if (!found) return refused("stale");
    await voidLinks(tx, id);
    await mailLink(tx, found, "invitation", at);
    return kept("invited");
  });
}

async function valuesOf(
  tx: Tx,
  input: PersonInput,
  id: string | null,
): Promise<Holding | Extract<Kept, { ok: false }>> {
  const { name, nameEn, email, mobile, role, locale } = input;
  const isTheirs = eq(sql`lower(${person.email})`, email.toLowerCase());
  const taken = id ? and(isTheirs, ne(person.id, id)) : isTheirs;
  if ((await tx.$count(person, taken)) > 0) return { ok: false, fault: "emailTaken" };
  const [unit] =
    role === "department"
      ? await tx.select({ id: department.id }).from(department).where(eq(department.code, input.department))
      : [null];
  if (unit === undefined) return { ok: false, fault: "noSuchDepartment" };
  const [point] =
    role === "liaison"
      ? await tx.select({ id: liaisonPoint.id }).from(liaisonPoint).where(eq(liaisonPoint.code, input.point))
      : [null];
  if (point === undefined) return { ok: false, fault: "noSuchPoint" };
  return {
    ...{ name, nameEn: nameEn || null, email, mobile: mobile || null, role, locale },
    post: role === "department" ? (input.post ?? "officer") : null,
    departmentId: unit?.id ?? null,
    liaisonPointId: point?.id ?? null,
  };
}
