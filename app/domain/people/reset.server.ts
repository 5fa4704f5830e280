import { and, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Role } from "../../../db/vocabulary.ts";
import { guest, worker } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";
import { enqueueAsked } from "../notice/enqueue.server.ts";
import { linkIdIn } from "../notice/link-secret.ts";
import { openLink } from "../notice/open-link.server.ts";
import { type LinkPurpose, mailLink, tellAtDoor } from "./account-mail.server.ts";
import { type Entry, enter } from "./enter.server.ts";
import { spend } from "./guess.server.ts";
import { minutesOf, networkOf } from "./guessing.ts";
import { keptHashes } from "./new-password.server.ts";
import { hashPassword } from "./password.server.ts";

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

/**
 * Leaves it to the worker to mail a link to set a new password: the door answers alike whether there is an account. How
 * long to wait, where too much was asked from one address on the net.
 */
export async function leaveReset(
  email: string,
  address: string,
  at: Date,
): Promise<{ minutes: number } | null> {
  if (address) {
    const wait = await spend([{ of: "resetFrom", whose: networkOf(address) }], at);
    if (wait > 0) return { minutes: minutesOf(wait) };
  }
  // Nobody is told that it was asked too often for one address of mail: the link that went out last works still.
  if ((await spend([{ of: "reset", whose: email.toLowerCase() }], at)) === 0)
    await withActor(guest, "act", (tx) => enqueueAsked(tx, email));
  return null;
}

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
  return works ? { personId: link.personId, name: link.name, nameEn: link.nameEn } : undefined;
}

/** Uses the link up: sets the password, ends every session and opens one; null where the link doesn't work. */
export async function redeemLink(
  given: LinkGiven,
  password: string,
  device: string,
  at: Date,
  deviceToken?: string,
): Promise<Entry | null> {
  const linkId = linkIdIn(given.applicationSecret, given.token);
  if (linkId === null || !(await holderOf(given, at))) return null;
  const passwordHash = await hashPassword(password);
  return withActor(guest, "write", async (tx) => {
    const { rows } = await tx.execute<{ id: string; role: Role }>(
      sql`select id, role from door_redeem(${linkId}, ${given.purpose}, ${at.toISOString()}, ${passwordHash}, ${keptHashes()})`,
    );
    const [who] = rows;
    if (!who) return null;
    if (given.purpose === "passwordReset") await tellAtDoor(tx, who.id, "passwordChanged", at);
    return enter(tx, { ...who, device, deviceToken }, at);
  });
}
