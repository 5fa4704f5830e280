import { eq, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Locale, Mailing } from "../../../db/vocabulary.ts";
import type { PersonActor } from "../access/actor.ts";
import { becomeRegistrar, withActor } from "../access/with-actor.server.ts";
import { mailPasswordChanged } from "./account-mail.server.ts";
import { hashPassword, passwordFits } from "./password.server.ts";
import { endSessions } from "./session.server.ts";

const { person } = schema;

const isOwn = (actor: PersonActor) => eq(person.id, actor.personId);

/** Keeps the language that a person reads, for pages and for mail. */
export async function chooseLocale(actor: PersonActor, locale: Locale): Promise<void> {
  await withActor(actor, "write", (tx) => tx.update(person).set({ locale }).where(isOwn(actor)));
}

/** Keeps whether a person has mails one by one or as one digest a morning. */
export async function chooseMailing(actor: PersonActor, mailing: Mailing): Promise<void> {
  await withActor(actor, "write", (tx) => tx.update(person).set({ mailing }).where(isOwn(actor)));
}

/** The e-mail that a person signs in with, and how they have their mails. */
export async function mailOfPerson(actor: PersonActor): Promise<{ email: string; mailing: Mailing }> {
  const [row] = await withActor(actor, "read", (tx) =>
    tx.select({ email: person.email, mailing: person.mailing }).from(person).where(isOwn(actor)),
  );
  return row ?? { email: "", mailing: "single" };
}

/** Changes one's own password and ends one's other sessions; false where the present one is wrong. */
export async function changePassword(
  actor: PersonActor,
  present: string,
  next: string,
  at: Date,
): Promise<boolean> {
  const { personId, locale, sessionId } = actor;
  const { rows } = await withActor(actor, "read", (tx) =>
    tx.execute<{ hash: string | null }>(sql`select own_password_hash() as hash`),
  );
  if (!(await passwordFits(rows[0]?.hash ?? null, present))) return false;
  const passwordHash = await hashPassword(next);
  await withActor(actor, "write", async (tx) => {
    await tx.update(person).set({ passwordHash }).where(isOwn(actor));
    await endSessions(tx, personId, sessionId);
    await becomeRegistrar(tx);
    await mailPasswordChanged(tx, { id: personId, locale }, at);
  });
  return true;
}
