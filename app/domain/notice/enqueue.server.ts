import { sql } from "drizzle-orm";
import { fromDrizzle, type JobInsert, PgBoss } from "pg-boss";
import type { Tx } from "../access/with-actor.server.ts";
import { KEPT_MS } from "../clock/calendar.server.ts";
import { JOB_SCHEMA, MAIL_QUEUE } from "./mail-queue.ts";
import type { ProviderMessage } from "./provider-message.ts";

/** The queue of years of the calendar through which dates are reckoned anew. */
export const REDATE_QUEUE = "redate";

/** The queue of checks of the whole trail. */
export const TRAIL_CHECK_QUEUE = "trail-check";

/** The queue of addresses for which somebody asked for a new password. */
export const RESET_QUEUE = "reset-asked";

/** The queue of what the provider says of mails. */
export const HEARING_QUEUE = "hearing";

/** One for each queue: it looks the queue up through the transaction that it was made for. */
const kept = new Map<string, PgBoss>();

/** Adds jobs inside a transaction that has become the registrar's. */
async function enqueue(tx: Tx, queue: string, jobs: JobInsert[]): Promise<void> {
  const db = fromDrizzle(tx, sql);
  // Never started, so it holds no connection and no timer: it only words the statement.
  const boss = kept.get(queue) ?? new PgBoss({ db, schema: JOB_SCHEMA, migrate: false, supervise: false });
  await boss.insert(queue, jobs, { db });
  // It has looked up the queue by now, through this transaction, and asks no more than what it is given.
  kept.set(queue, boss);
}

/** Has the dates that depend on a year of the calendar reckoned anew, once every process has read the change. */
export const enqueueRedate = (tx: Tx, year: number): Promise<void> =>
  enqueue(tx, REDATE_QUEUE, [{ data: { year }, startAfter: KEPT_MS / 1000 }]);

/** Has the whole trail checked; asked for again before that, it is one check. */
export const enqueueTrailCheck = (tx: Tx): Promise<void> => enqueue(tx, TRAIL_CHECK_QUEUE, [{}]);

/** Leaves an address to the worker, whatever it is: nobody at the door reads accounts. */
export const enqueueAsked = (tx: Tx, email: string): Promise<void> =>
  enqueue(tx, RESET_QUEUE, [{ data: { email } }]);

/** Leaves a message of the provider to the worker. */
export const enqueueHearing = (tx: Tx, message: ProviderMessage): Promise<void> =>
  enqueue(tx, HEARING_QUEUE, [{ data: { ...message, at: message.at.toISOString() } }]);

/**
 * Queues the sending of mail rows inside the transaction that wrote them: a commit means that they
 * will be sent, a rollback that they won't. The transaction must have become the registrar's.
 */
export async function enqueueMails(tx: Tx, mailIds: readonly string[]): Promise<void> {
  if (mailIds.length === 0) return;
  // The job takes the mail's own id, so that one mail can't have two jobs.
  const jobs = mailIds.map((mailId) => ({ id: mailId, data: { mailId } }));
  await enqueue(tx, MAIL_QUEUE, jobs);
}
