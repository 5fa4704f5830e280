import { and, eq, ne, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Locale, Post, Role } from "../../../db/vocabulary.ts";
import type { PersonActor } from "../access/actor.ts";
import { becomeRegistrar, type Tx, withActor } from "../access/with-actor.server.ts";
import { newId } from "../people/new-id.ts";
import { mailLink } from "./account-mail.server.ts";
import { voidLinks } from "./reset.server.ts";
import { endSessions } from "./session.server.ts";

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
}

export type PersonFault = "emailTaken" | "noSuchDepartment" | "noSuchPoint" | "stale" | "notYourself";
export type Kept = { ok: true } | { ok: false; fault: PersonFault };
const refused = (fault: PersonFault): Kept => ({ ok: false, fault });

/** Opens an account and mails the invitation. */
export function invite(actor: PersonActor, input: PersonInput, at: Date): Promise<Kept> {
  return withActor(actor, "write", async (tx) => {
    const values = await valuesOf(tx, input, newId());
    if ("ok" in values) return values;
    await becomeRegistrar(tx);
    return (await openAccount(tx, values, at)) === null ? refused("emailTaken") : { ok: true };
  });
}

type AccountValues = Omit<typeof person.$inferInsert, "id" | "createdAt">;

/**
 * Opens an account inside a transaction that is the registrar's, and mails its invitation unless told not to;
 * answers its id, or null where the address has an account.
 */
export async function openAccount(
  tx: Tx,
  values: AccountValues,
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

/** Changes what an account says and where it belongs; the person has to sign in again. */
export function movePerson(
  actor: PersonActor,
  id: string,
  version: number,
  input: PersonInput,
): Promise<Kept> {
  return withActor(actor, "write", async (tx) => {
    if (id === actor.personId) return refused("notYourself");
    const values = await valuesOf(tx, input, id);
    if ("ok" in values) return values;
    await becomeRegistrar(tx);
    const changed = await tx
      .update(person)
      .set({ ...values, version: version + 1 })
      .where(and(eq(person.id, id), eq(person.version, version)))
      .returning({ id: person.id });
    if (changed.length === 0) return refused("stale");
    await endSessions(tx, id);
    return { ok: true };
  });
}

/** Closes an account, or opens it again as it was. */
export function setDisabled(actor: PersonActor, id: string, isDisabled: boolean): Promise<Kept> {
  return withActor(actor, "write", async (tx) => {
    if (id === actor.personId) return refused("notYourself");
    await becomeRegistrar(tx);
    const before = sql`case when ${person.passwordHash} is null then 'invited' else 'active' end`;
    await tx
      .update(person)
      .set({ status: isDisabled ? "disabled" : before, version: sql`${person.version} + 1` })
      .where(
        and(eq(person.id, id), isDisabled ? ne(person.status, "disabled") : eq(person.status, "disabled")),
      );
    await voidLinks(tx, id);
    if (isDisabled) await endSessions(tx, id);
    return { ok: true };
  });
}

/** Mails an invitation once more; the one before stops working. */
export function inviteAgain(actor: PersonActor, id: string, at: Date): Promise<Kept> {
  return withActor(actor, "write", async (tx) => {
    await becomeRegistrar(tx);
    const [found] = await tx
      .select({ id: person.id, locale: person.locale })
      .from(person)
      .where(and(eq(person.id, id), eq(person.status, "invited")))
      .for("update");
    if (!found) return refused("stale");
    await voidLinks(tx, id);
    await mailLink(tx, found, "invitation", at);
    return { ok: true };
  });
}

async function valuesOf(tx: Tx, input: PersonInput, id: string) {
  const { name, nameEn, email, mobile, role, locale } = input;
  const taken = and(eq(sql`lower(${person.email})`, email.toLowerCase()), ne(person.id, id));
  if ((await tx.$count(person, taken)) > 0) return refused("emailTaken");
  const [unit] =
    role === "department"
      ? await tx.select({ id: department.id }).from(department).where(eq(department.code, input.department))
      : [null];
  if (unit === undefined) return refused("noSuchDepartment");
  const [point] =
    role === "liaison"
      ? await tx.select({ id: liaisonPoint.id }).from(liaisonPoint).where(eq(liaisonPoint.code, input.point))
      : [null];
  if (point === undefined) return refused("noSuchPoint");
  return {
    name,
    nameEn: nameEn || null,
    email,
    mobile: mobile || null,
    role,
    post: role === "department" ? (input.post ?? "officer") : null,
    departmentId: unit?.id ?? null,
    liaisonPointId: point?.id ?? null,
    locale,
  };
}
