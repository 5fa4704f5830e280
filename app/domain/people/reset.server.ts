import { and, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { guest } from "../access/actor.ts";
import { becomeRegistrar, type Tx, withActor } from "../access/with-actor.server.ts";
import { linkIdIn } from "../notice/link-secret.ts";
import { type LinkPurpose, mailLink, mailPasswordChanged } from "./account-mail.server.ts";
import { hashPassword } from "./password.server.ts";
import { endSessions, openSession } from "./session.server.ts";

const { oneTimeLink, person } = schema;

/** One mail in this time is enough; more would only fill somebody's mailbox. */
const PAUSE_MS = 2 * 60 * 1000;

/** Makes the links to a person's account useless that they have been mailed; to rate an answer is another matter. */
export async function voidLinks(tx: Tx, personId: string): Promise<void> {
  await tx
    .update(oneTimeLink)
    .set({ voided: true })
    .where(
      and(
        eq(oneTimeLink.personId, personId),
        ne(oneTimeLink.purpose, "evaluation"),
        isNull(oneTimeLink.usedAt),
      ),
    );
}

/** Mails a link to set a new password, if the address has an active account; says to nobody whether it has. */
export async function askReset(email: string, at: Date): Promise<void> {
  await withActor(guest, "write", async (tx) => {
    const [found] = await tx
      .select({ id: person.id, locale: person.locale })
      .from(person)
      .where(and(eq(sql`lower(${person.email})`, email.toLowerCase()), eq(person.status, "active")));
    if (!found || (await wasAskedLately(tx, found.id, at))) return;
    await voidLinks(tx, found.id);
    await becomeRegistrar(tx);
    await mailLink(tx, found, "passwordReset", at);
  });
}

async function wasAskedLately(tx: Tx, personId: string, at: Date): Promise<boolean> {
  const since = new Date(at.getTime() - PAUSE_MS);
  const isReset = and(eq(oneTimeLink.personId, personId), eq(oneTimeLink.purpose, "passwordReset"));
  const recent = and(isReset, gt(oneTimeLink.createdAt, since));
  return (await tx.$count(oneTimeLink, recent)) > 0;
}

const usable = (linkId: string, purpose: LinkPurpose, at: Date) =>
  and(
    eq(oneTimeLink.id, linkId),
    eq(oneTimeLink.purpose, purpose),
    isNull(oneTimeLink.usedAt),
    eq(oneTimeLink.voided, false),
    gt(oneTimeLink.expiresAt, at),
  );

export interface LinkGiven {
  applicationSecret: string;
  token: string;
  purpose: LinkPurpose;
}

/** Whose link this is, while it works. */
export async function holderOf({ applicationSecret, token, purpose }: LinkGiven, at: Date) {
  const linkId = linkIdIn(applicationSecret, token);
  if (linkId === null) return undefined;
  const [row] = await withActor(guest, "read", (tx) =>
    tx
      .select({ name: person.name, nameEn: person.nameEn })
      .from(oneTimeLink)
      .innerJoin(person, eq(person.id, oneTimeLink.personId))
      .where(usable(linkId, purpose, at)),
  );
  return row;
}

/** Uses the link up: sets the password, ends every session and opens one; null where the link doesn't work. */
export async function redeemLink(given: LinkGiven, password: string, device: string, at: Date) {
  const linkId = linkIdIn(given.applicationSecret, given.token);
  if (linkId === null || !(await holderOf(given, at))) return null;
  const passwordHash = await hashPassword(password);
  return withActor(guest, "write", async (tx) => {
    const [used] = await tx
      .update(oneTimeLink)
      .set({ usedAt: at })
      .where(usable(linkId, given.purpose, at))
      .returning({ personId: oneTimeLink.personId });
    if (!used) return null;
    const [who] = await tx
      .update(person)
      .set({ passwordHash, status: "active" })
      .where(and(eq(person.id, used.personId), sql`${person.status} <> 'disabled'`))
      .returning({ id: person.id, role: person.role, locale: person.locale });
    if (!who) return null;
    await endSessions(tx, who.id);
    const token = await openSession(tx, who.id, device, at);
    await becomeRegistrar(tx);
    if (given.purpose === "passwordReset") await mailPasswordChanged(tx, who, at);
    return { token, role: who.role };
  });
}
