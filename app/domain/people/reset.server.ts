import { and, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Locale, Role } from "../../../db/vocabulary.ts";
import { guest, worker } from "../access/actor.ts";
import { becomeRegistrar, type Tx, withActor } from "../access/with-actor.server.ts";
import { enqueueAsked } from "../notice/enqueue.server.ts";
import { linkIdIn } from "../notice/link-secret.ts";
import { openLink } from "../notice/open-link.server.ts";
import { type LinkPurpose, mailLink, mailPasswordChanged } from "./account-mail.server.ts";
import { hashPassword } from "./password.server.ts";
import { openSession, sessionKey } from "./session.server.ts";

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

/** Leaves it to the worker to mail a link to set a new password: the door answers alike whether there is an account. */
export const leaveReset = (email: string): Promise<void> =>
  withActor(guest, "act", (tx) => enqueueAsked(tx, email));

/** Mails a link to set a new password, if the address has an active account. The worker's. */
export async function askReset(email: string, at: Date): Promise<void> {
  await withActor(worker, "act", async (tx) => {
    const [found] = await tx
      .select({ id: person.id, locale: person.locale })
      .from(person)
      .where(and(eq(sql`lower(${person.email})`, email.toLowerCase()), eq(person.status, "active")));
    if (!found || (await wasAskedLately(tx, found.id, at))) return;
    await voidLinks(tx, found.id);
    await mailLink(tx, found, "passwordReset", at);
  });
}

async function wasAskedLately(tx: Tx, personId: string, at: Date): Promise<boolean> {
  const since = new Date(at.getTime() - PAUSE_MS);
  const isReset = and(eq(oneTimeLink.personId, personId), eq(oneTimeLink.purpose, "passwordReset"));
  const recent = and(isReset, gt(oneTimeLink.createdAt, since));
  return (await tx.$count(oneTimeLink, recent)) > 0;
}

export interface LinkGiven {
  applicationSecret: string;
  token: string;
  purpose: LinkPurpose;
}

/** Whose link this is, while it works. */
export async function holderOf({ applicationSecret, token, purpose }: LinkGiven, at: Date) {
  const link = await openLink(applicationSecret, token);
  const works = link && link.purpose === purpose && !link.usedAt && !link.voided && link.expiresAt > at;
  return works ? { name: link.name, nameEn: link.nameEn } : undefined;
}

/** Uses the link up: sets the password, ends every session and opens one; null where the link doesn't work. */
export async function redeemLink(given: LinkGiven, password: string, device: string, at: Date) {
  const linkId = linkIdIn(given.applicationSecret, given.token);
  if (linkId === null || !(await holderOf(given, at))) return null;
  const passwordHash = await hashPassword(password);
  return withActor(guest, "write", async (tx) => {
    const { rows } = await tx.execute<{ id: string; role: Role; locale: Locale }>(
      sql`select id, role, locale from door_redeem(${linkId}, ${given.purpose}, ${at.toISOString()}, ${passwordHash})`,
    );
    const [who] = rows;
    if (!who) return null;
    const token = await openSession(tx, who.id, device, at);
    await becomeHolder(tx, token);
    if (given.purpose === "passwordReset") await mailPasswordChanged(tx, who, at);
    return { token, role: who.role };
  });
}

/** The rest of the transaction is written for whoever the door has just let in. */
async function becomeHolder(tx: Tx, token: string) {
  await tx.execute(sql`select set_config('huiyin.key', ${sessionKey(token)}, true)`);
  await becomeRegistrar(tx);
}
