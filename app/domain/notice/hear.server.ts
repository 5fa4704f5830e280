import { eq, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { guest, worker } from "../access/actor.ts";
import { becomeRegistrar, type Tx, withActor } from "../access/with-actor.server.ts";
import { enqueueHearing } from "./enqueue.server.ts";
import { isLost, statusAfter } from "./mail-course.ts";
import type { ProviderMessage } from "./provider-message.ts";
import { noteUnreachable } from "./unreachable.server.ts";

const { mail, mailEvent } = schema;

/** What a message did: moved its mail on, told nothing new, was heard before, or is about no mail of ours. */
export type Heard = "moved" | "noted" | "repeated" | "unknown";

/** Leaves what the provider said to the worker: a message at the door is nobody's to act on. */
export const leaveHearing = (message: ProviderMessage): Promise<void> =>
  withActor(guest, "act", (tx) => enqueueHearing(tx, message));

/** Notes what the provider said of a mail, each message once, and moves the mail on where it says more. */
export function hearOfMail(message: ProviderMessage, at: Date): Promise<Heard> {
  return withActor(worker, "write", async (tx) => {
    // Locked first: messages about one mail take turns, and each sees what the one before has made of it.
    const found = await mailMeant(tx, message);
    const { id, status, at: saidAt, detail } = message;
    const row = { id, mailId: found?.id ?? null, status, at: saidAt, receivedAt: at, detail };
    const noted = await tx
      .insert(mailEvent)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: mailEvent.id });
    if (noted.length === 0) return "repeated";
    if (!found) return "unknown";
    const next = statusAfter(found.status, status);
    if (next === found.status) return "noted";
    await move(tx, found.id, message, at);
    if (isLost(next)) {
      await becomeRegistrar(tx);
      await noteUnreachable(tx, [{ personId: found.personId, mailId: found.id, why: next }], at);
    }
    return "moved";
  });
}

async function mailMeant(tx: Tx, { mailId, providerId }: ProviderMessage) {
  const columns = { id: mail.id, status: mail.status, personId: mail.personId };
  const [row] = await tx
    .select(columns)
    .from(mail)
    .where(mailId ? eq(mail.id, mailId) : eq(mail.providerId, providerId))
    .for("update");
  return row;
}

async function move(
  tx: Tx,
  id: string,
  { status, providerId, detail, at: saidAt }: ProviderMessage,
  at: Date,
) {
  await tx
    .update(mail)
    .set({
      status,
      providerId,
      settledAt: at,
      sentAt: sql`coalesce(${mail.sentAt}, ${saidAt.toISOString()}::timestamptz)`,
      lastError: isLost(status) ? (detail ?? `Resend: ${status}`) : null,
    })
    .where(eq(mail.id, id));
}
