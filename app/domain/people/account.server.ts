import { eq, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Locale, Mailing } from "../../../db/vocabulary.ts";
import type { PersonActor } from "../access/actor.ts";
import { becomeRegistrar, withActor } from "../access/with-actor.server.ts";
import { mailPasswordChanged } from "./account-mail.server.ts";
import { browserIn } from "./device.server.ts";
import { refund, spend } from "./guess.server.ts";
import { minutesOf, type Try } from "./guessing.ts";
import { faultOfNew, keptHashes, type NewPassword, ownFacts } from "./new-password.server.ts";
import { hashPassword, passwordFits } from "./password.server.ts";
import type { PasswordFault } from "./password-policy.ts";
import type { Refused } from "./sign-in.server.ts";

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

export type Changed = { ok: true } | Refused | { ok: false; why: "fault"; fault: PasswordFault };

/**
 * Changes one's own password, ends one's other sessions and forgets every browser but the one that shows `deviceToken`.
 * The present password is a guess like any other, for whoever found a session open.
 */
export async function changePassword(
  actor: PersonActor,
  present: string,
  given: NewPassword,
  at: Date,
  deviceToken?: string,
): Promise<Changed> {
  const facts = await ownFacts(actor);
  const fault = await faultOfNew(given, facts);
  if (fault) return { ok: false, why: "fault", fault };
  const tries: Try[] = [{ of: "own", whose: actor.personId }];
  const wait = await spend(tries, at);
  if (wait > 0) return { ok: false, why: "tooOften", minutes: minutesOf(wait) };
  const known = facts.passwordHash;
  if (!(await passwordFits(known, present))) return { ok: false, why: "wrong" };
  await refund(tries);
  const next = await hashPassword(given.next);
  return withActor(actor, "write", async (tx) => {
    const { id } = browserIn(deviceToken);
    const { rows } = await tx.execute<{ done: boolean }>(
      sql`select own_password_set(${known}, ${next}, ${at.toISOString()}, ${keptHashes()}, ${id}) as done`,
    );
    if (!rows[0]?.done) return { ok: false, why: "wrong" };
    await becomeRegistrar(tx);
    await mailPasswordChanged(tx, { id: actor.personId, locale: actor.locale }, at);
    return { ok: true };
  });
}
