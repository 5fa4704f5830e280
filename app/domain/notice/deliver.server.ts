import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { worker } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";
import { mailContentOf, type RenderMail } from "./mail-content.ts";
import { LEASE_SECONDS, MAIL_TRIES } from "./mail-queue.ts";
import type { SendResult, Transport } from "./transport.server.ts";

const { mail, oneTimeLink, person } = schema;

// Why a mail goes out once, although no transaction stays open while it is sent:
// 1. Claiming is one UPDATE that only a queued row without a running lease survives. Of two workers
//    one gets the row; the other waits for the row lock, looks again, and gets none.
// 2. A sender gives up before its lease ends, and a lease ends before the job is handed on, so a
//    second sender only appears when the first is dead or has settled the row.
// 3. A sender that died between the provider's yes and our note of it is the one case left. The next
//    try carries the same id, which Resend refuses to send twice and SMTP shows as the same Message-ID.
// 4. Settling asks for the attempt that was claimed, so that a late sender can't overwrite a newer one.

export type Delivery = "sent" | "skipped" | "busy" | "retry" | "failed";

export interface DeliveryParts {
  now: () => Date;
  render: RenderMail;
  from: string;
  /** The full address behind a mail's button. */
  urlOf: (mail: { path: string; linkId: string | null }) => string;
}

type Claimed = NonNullable<Awaited<ReturnType<typeof claim>>>;

/**
 * Sends one queued mail and notes the outcome in its row. A row that is not queued is skipped, one in
 * another worker's hands is `busy`; `retry` and `busy` ask the caller to come back later.
 */
export async function deliverMail(
  mailId: string,
  transport: Transport,
  parts: DeliveryParts,
): Promise<Delivery> {
  const claimed = await withActor(worker, "write", (tx) => claim(tx, mailId));
  if (claimed === undefined) return unclaimed(mailId);
  const result = await attempt(claimed, transport, parts);
  return withActor(worker, "write", (tx) => settle(tx, claimed, result, parts.now()));
}

/** Marks a mail failed whose tries have run out without a word, as when its worker died each time. */
export async function giveUpMail(mailId: string): Promise<void> {
  await withActor(worker, "write", (tx) =>
    tx
      .update(mail)
      .set({
        status: "failed",
        leasedUntil: null,
        lastError: sql`coalesce(${mail.lastError}, ${"no try came to an end"})`,
      })
      .where(and(eq(mail.id, mailId), eq(mail.status, "queued"))),
  );
}

async function claim(tx: Tx, mailId: string) {
  // Leases are between machines, so they run by the database's clock and not by the office's.
  const free = or(isNull(mail.leasedUntil), lt(mail.leasedUntil, sql`clock_timestamp()`));
  const [row] = await tx
    .update(mail)
    .set({
      attempts: sql`${mail.attempts} + 1`,
      leasedUntil: sql`clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})`,
    })
    .where(and(eq(mail.id, mailId), eq(mail.status, "queued"), free))
    .returning();
  if (row === undefined) return undefined;
  const [reader] = await tx
    .select({ email: person.email, status: person.status })
    .from(person)
    .where(eq(person.id, row.personId));
  if (reader === undefined) throw new Error(`The mail ${mailId} has no reader.`);
  return { row, reader, expiresAt: row.linkId === null ? null : await expiryOf(tx, row.linkId) };
}

async function expiryOf(tx: Tx, linkId: string): Promise<Date | null> {
  const [link] = await tx
    .select({ expiresAt: oneTimeLink.expiresAt })
    .from(oneTimeLink)
    .where(eq(oneTimeLink.id, linkId));
  return link?.expiresAt ?? null;
}

async function unclaimed(mailId: string): Promise<Delivery> {
  const [row] = await withActor(worker, "read", (tx) =>
    tx.select({ status: mail.status }).from(mail).where(eq(mail.id, mailId)),
  );
  return row?.status === "queued" ? "busy" : "skipped";
}

async function attempt({ row, reader, expiresAt }: Claimed, transport: Transport, parts: DeliveryParts) {
  if (reader.status === "disabled") return refused("the reader's account is disabled");
  try {
    const rendered = await parts.render(mailContentOf(row, parts.urlOf(row), expiresAt));
    return await transport.send({ id: row.id, to: reader.email, from: parts.from, ...rendered });
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}

const refused = (error: string): SendResult => ({ ok: false, error, permanent: true });

async function settle(tx: Tx, { row }: Claimed, result: SendResult, now: Date): Promise<Delivery> {
  const isLast = row.attempts >= MAIL_TRIES;
  const [delivery, values] = outcomeOf(result, isLast, now);
  await tx
    .update(mail)
    .set({ ...values, leasedUntil: null })
    .where(and(eq(mail.id, row.id), eq(mail.attempts, row.attempts)));
  return delivery;
}

function outcomeOf(result: SendResult, isLast: boolean, now: Date) {
  if (result.ok) {
    return ["sent", { status: "sent", providerId: result.providerId, lastError: null, sentAt: now }] as const;
  }
  if (result.permanent || isLast) return ["failed", { status: "failed", lastError: result.error }] as const;
  return ["retry", { lastError: result.error }] as const;
}
