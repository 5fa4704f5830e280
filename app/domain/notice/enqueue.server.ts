import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import type { Tx } from "../access/with-actor.server.ts";
import { JOB_SCHEMA, MAIL_QUEUE } from "./mail-queue.ts";

let kept: PgBoss | undefined;

/**
 * Queues the sending of mail rows inside the transaction that wrote them: a commit means that they
 * will be sent, a rollback that they won't. The transaction must have become the registrar's.
 */
export async function enqueueMails(tx: Tx, mailIds: readonly string[]): Promise<void> {
  if (mailIds.length === 0) return;
  const db = fromDrizzle(tx, sql);
  // Never started, so it holds no connection and no timer: it only words the statement.
  const boss = kept ?? new PgBoss({ db, schema: JOB_SCHEMA, migrate: false, supervise: false });
  // The job takes the mail's own id, so that one mail can't have two jobs.
  const jobs = mailIds.map((mailId) => ({ id: mailId, data: { mailId } }));
  await boss.insert(MAIL_QUEUE, jobs, { db });
  // It has looked up the queue by now, through this transaction, and asks no more than what it is given.
  kept = boss;
}
