import { and, asc, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { MailStatus } from "../../../db/vocabulary.ts";
import { worker } from "../access/actor.ts";
import { becomeRegistrar, type Tx, withActor } from "../access/with-actor.server.ts";
import { loadCalendar } from "../clock/calendar.server.ts";
import { mailContentOf, type RenderMail } from "./mail-content.ts";
import { mailFaultOf } from "./mail-fault.ts";
import { LEASE_RENEWAL_MS, LEASE_SECONDS, MAIL_TRIES } from "./mail-queue.ts";
import type { SendResult, Transport } from "./transport.server.ts";
import { noteUnreachable } from "./unreachable.server.ts";
import { isWithheld, WITHHELD } from "./withheld.server.ts";

const { mail, oneTimeLink, person } = schema;

// Why a mail goes out once, although no transaction stays open while it is sent:
// 1. Claiming is one UPDATE that only queued rows without a running lease survive. Of two workers
//    one gets a row; the other waits for the row lock, looks again, and doesn't get it. Both lock in the
//    order of the ids, so that two batches with mails in common never wait for each other.
// 2. A sender renews its lease while it lives, and a lease ends before the job of a dead one is handed on,
//    so a second sender only appears when the first is dead or has settled the row.
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

// Leases are between machines, so they run by the database's clock and not by the office's.
const leasedUntil = sql`clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})`;

type Claimed = Awaited<ReturnType<typeof claim>>[number];

/**
 * Sends queued mails side by side and notes each one's outcome in its row; what becomes of one touches no
 * other. A row that is not queued is skipped, one in another worker's hands is `busy`; `retry` and `busy`
 * ask the caller to come back later. At most some hundred at a time: they share one lease.
 */
export async function deliverMails(
  mailIds: readonly string[],
  transport: Transport,
  parts: DeliveryParts,
): Promise<Map<string, Delivery>> {
  const claimed = await withActor(worker, "write", (tx) => claim(tx, mailIds));
  const attempts = await holding(
    claimed.map(({ row }) => row.id),
    () => Promise.all(claimed.map((each) => attempt(each, transport, parts))),
  );
  const settled = attempts.map((result, index) => outcomeOf(claimed[index] as Claimed, result));
  if (settled.length > 0) await withActor(worker, "write", (tx) => settle(tx, settled, parts.now()));
  const deliveries = new Map<string, Delivery>(settled.map(({ id, delivery }) => [id, delivery]));
  const left = mailIds.filter((id) => !deliveries.has(id));
  return new Map([...deliveries, ...(left.length > 0 ? await unclaimed(left) : [])]);
}

/** Keeps the leases of mails alive while something is done with them, and no longer than this process lives. */
async function holding<T>(mailIds: readonly string[], fn: () => Promise<T>): Promise<T> {
  const renew = () =>
    withActor(worker, "write", (tx) =>
      tx
        .update(mail)
        .set({ leasedUntil })
        .where(and(inArray(mail.id, [...mailIds]), eq(mail.status, "queued"))),
    );
  // One that fails is followed by the next; a lease that ran out meanwhile is what the attempt's count is for.
  const timer = setInterval(() => renew().catch(() => {}), LEASE_RENEWAL_MS);
  return fn().finally(() => clearInterval(timer));
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

async function claim(tx: Tx, mailIds: readonly string[]) {
  const free = or(isNull(mail.leasedUntil), lt(mail.leasedUntil, sql`clock_timestamp()`));
  const mine = tx
    .select({ id: mail.id })
    .from(mail)
    .where(and(inArray(mail.id, [...mailIds]), eq(mail.status, "queued"), free))
    .orderBy(asc(mail.id))
    .for("update");
  const rows = await tx
    .update(mail)
    .set({
      attempts: sql`${mail.attempts} + 1`,
      leasedUntil,
    })
    .where(inArray(mail.id, mine))
    .returning();
  const readers = await readersOf(tx, rows);
  const withheld = await withheldOf(tx, rows);
  const expiries = await expiriesOf(tx, rows);
  const years = [...(await loadCalendar(tx)).years];
  return rows.map((row) => {
    const reader = readers.get(row.personId);
    if (reader === undefined) throw new Error(`The mail ${row.id} has no reader.`);
    return {
      row,
      reader,
      isWithheld: withheld.has(row.id),
      years,
      expiresAt: expiries.get(row.linkId ?? "") ?? null,
    };
  });
}

type MailRow = typeof mail.$inferSelect;

async function readersOf(tx: Tx, rows: readonly MailRow[]) {
  if (rows.length === 0) return new Map();
  const people = await tx
    .select({ id: person.id, email: person.email, status: person.status })
    .from(person)
    .where(
      inArray(
        person.id,
        rows.map((row) => row.personId),
      ),
    );
  return new Map(people.map((reader) => [reader.id, reader]));
}

/** Those about what its reader must not know of any more: it has become a clue, or they are recused. */
async function withheldOf(tx: Tx, rows: readonly MailRow[]): Promise<Set<string>> {
  const about = rows.filter((row) => row.complaintId !== null).map((row) => row.id);
  if (about.length === 0) return new Set();
  const found = await tx
    .select({ id: mail.id })
    .from(mail)
    .innerJoin(person, eq(person.id, mail.personId))
    .where(and(inArray(mail.id, about), isWithheld(mail.complaintId)));
  return new Set(found.map(({ id }) => id));
}

async function expiriesOf(tx: Tx, rows: readonly MailRow[]): Promise<Map<string, Date>> {
  const ids = rows.flatMap((row) => row.linkId ?? []);
  if (ids.length === 0) return new Map();
  const links = await tx
    .select({ id: oneTimeLink.id, expiresAt: oneTimeLink.expiresAt })
    .from(oneTimeLink)
    .where(inArray(oneTimeLink.id, ids));
  return new Map(links.map(({ id, expiresAt }) => [id, expiresAt]));
}

async function unclaimed(mailIds: readonly string[]): Promise<[string, Delivery][]> {
  const queued = await withActor(worker, "read", (tx) =>
    tx
      .select({ id: mail.id })
      .from(mail)
      .where(and(inArray(mail.id, [...mailIds]), eq(mail.status, "queued"))),
  );
  const waiting = new Set(queued.map(({ id }) => id));
  return mailIds.map((id) => [id, waiting.has(id) ? "busy" : "skipped"]);
}

async function attempt(
  { row, reader, isWithheld: isKept, years, expiresAt }: Claimed,
  transport: Transport,
  parts: DeliveryParts,
) {
  if (reader.status === "disabled") return refused("the reader's account is disabled");
  if (isKept) return refused(WITHHELD);
  const envelope = { id: row.id, to: reader.email, from: parts.from };
  try {
    if (transport.name === "mailbox") return await transport.send(envelope);
    const rendered = await parts.render(mailContentOf(row, parts.urlOf(row), expiresAt, years));
    return await transport.send({ ...envelope, ...rendered });
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}

const refused = (error: string): SendResult => ({ ok: false, error, permanent: true });

interface Settled {
  id: string;
  personId: string;
  attempts: number;
  delivery: Delivery;
  status: MailStatus;
  providerId: string | null;
  lastError: string | null;
}

function outcomeOf({ row: { id, personId, attempts } }: Claimed, result: SendResult): Settled {
  if (result.ok) {
    const { providerId } = result;
    return { id, personId, attempts, delivery: "sent", status: "sent", providerId, lastError: null };
  }
  const isOver = result.permanent || attempts >= MAIL_TRIES;
  const told = { id, personId, attempts, providerId: null, lastError: result.error };
  return isOver
    ? { ...told, delivery: "failed", status: "failed" }
    : { ...told, delivery: "retry", status: "queued" };
}

async function settle(tx: Tx, settled: readonly Settled[], now: Date) {
  const outcomes = sql`jsonb_to_recordset(${JSON.stringify(settled)}::jsonb)
    as outcome (id uuid, attempts int, status text, "providerId" text, "lastError" text)`;
  // In one order everywhere, so that two batches with mails in common never wait for each other.
  await tx
    .select({ id: mail.id })
    .from(mail)
    .where(
      inArray(
        mail.id,
        settled.map(({ id }) => id),
      ),
    )
    .orderBy(asc(mail.id))
    .for("update");
  await tx
    .update(mail)
    .set({
      // The provider may have told what became of the mail before its own yes was heard: then that stands.
      status: sql`case ${mail.status} when 'queued' then outcome.status else ${mail.status} end`,
      providerId: sql`coalesce(outcome."providerId", ${mail.providerId})`,
      lastError: sql`case ${mail.status} when 'queued' then outcome."lastError" else ${mail.lastError} end`,
      sentAt: sql`coalesce(${mail.sentAt}, case outcome.status when 'sent' then ${now.toISOString()}::timestamptz end)`,
      leasedUntil: null,
    })
    .from(outcomes)
    .where(and(sql`${mail.id} = outcome.id`, sql`${mail.attempts} = outcome.attempts`));
  const lost = settled.filter(
    (one) => one.status === "failed" && mailFaultOf(one.lastError ?? "") === "address",
  );
  if (lost.length === 0) return;
  await becomeRegistrar(tx);
  const tasks = lost.map(({ id, personId }) => ({ personId, mailId: id, why: "failed" as const }));
  await noteUnreachable(tx, tasks, now);
}
