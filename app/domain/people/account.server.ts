import { eq } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Locale, Mailing } from "../../../db/vocabulary.ts";
import { guest, type PersonActor } from "../access/actor.ts";
import { becomeRegistrar, withActor } from "../access/with-actor.server.ts";
import { mailPasswordChanged } from "./account-mail.server.ts";
import { hashPassword, passwordFits } from "./password.server.ts";
import { endSessions } from "./session.server.ts";

const { person } = schema;

/** Keeps the language that a person reads, for pages and for mail. */
export async function chooseLocale(personId: string, locale: Locale): Promise<void> {
  await withActor(guest, "write", (tx) => tx.update(person).set({ locale }).where(eq(person.id, personId)));
}

/** Keeps whether a person has mails one by one or as one digest a morning. */
export async function chooseMailing(personId: string, mailing: Mailing): Promise<void> {
  await withActor(guest, "write", (tx) => tx.update(person).set({ mailing }).where(eq(person.id, personId)));
}

/** The e-mail that a person signs in with, and how they have their mails. */
export async function mailOfPerson(personId: string): Promise<{ email: string; mailing: Mailing }> {
  const [row] = await withActor(guest, "read", (tx) =>
    tx.select({ email: person.email, mailing: person.mailing }).from(person).where(eq(person.id, personId)),
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
  const [row] = await withActor(guest, "read", (tx) =>
    tx.select({ passwordHash: person.passwordHash }).from(person).where(eq(person.id, personId)),
  );
  if (!(await passwordFits(row?.passwordHash ?? null, present))) return false;
  const passwordHash = await hashPassword(next);
  await withActor(guest, "write", async (tx) => {
    await tx.update(person).set({ passwordHash }).where(eq(person.id, personId));
    await endSessions(tx, personId, sessionId);
    await becomeRegistrar(tx);
    await mailPasswordChanged(tx, { id: personId, locale }, at);
  });
  return true;
}
