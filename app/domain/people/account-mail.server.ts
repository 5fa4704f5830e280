import { sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { AccountNotice, Locale } from "../../../db/vocabulary.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { enqueueMails } from "../notice/enqueue.server.ts";
import { newId } from "../people/new-id.ts";

const { mail, oneTimeLink } = schema;

const HOUR_MS = 60 * 60 * 1000;
/** How long an invitation and a reset may be used, and where their links lead. */
const linkKinds = {
  invitation: { hours: 72, path: "/invitation" },
  passwordReset: { hours: 1, path: "/reset" },
} as const;
/** What is told of the door itself. */
export type DoorNotice = "passwordChanged" | "factorChanged" | "newDevice";
export type LinkPurpose = keyof typeof linkKinds;

interface Reader {
  id: string;
  locale: Locale;
}

/** Mails a link that works once. The transaction must be the registrar's. */
export async function mailLink(tx: Tx, reader: Reader, purpose: LinkPurpose, at: Date): Promise<void> {
  const { hours, path } = linkKinds[purpose];
  const expiresAt = new Date(at.getTime() + hours * HOUR_MS);
  const linkId = newId();
  await tx.insert(oneTimeLink).values({ id: linkId, personId: reader.id, purpose, createdAt: at, expiresAt });
  await queue(tx, reader, { kind: purpose, path, linkId }, at);
}

/** Mails word that the password has changed. The transaction must be the registrar's. */
export const mailPasswordChanged = (tx: Tx, reader: Reader, at: Date): Promise<void> =>
  queue(tx, reader, { kind: "passwordChanged", path: "/", linkId: null }, at);

/**
 * Writes word of what happened at the door, where nobody writes but the database itself; the worker queues it within a
 * minute. `device` is the browser and the system of a new device.
 */
export async function tellAtDoor(
  tx: Tx,
  personId: string,
  kind: DoorNotice,
  at: Date,
  device: string | null = null,
): Promise<void> {
  await tx.execute(sql`select door_tell(${newId()}, ${personId}, ${kind}, ${device}, ${at.toISOString()})`);
}

interface What {
  kind: AccountNotice;
  path: string;
  linkId: string | null;
}

async function queue(tx: Tx, { id: personId, locale }: Reader, what: What, at: Date): Promise<void> {
  const id = newId();
  await tx.insert(mail).values({ id, personId, locale, ...what, createdAt: at });
  await enqueueMails(tx, [id]);
}
