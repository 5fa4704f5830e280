import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import type { Tx } from "../access/with-actor.server.ts";
import { JOB_SCHEMA, MAIL_QUEUE } from "./mail-queue.ts";

/**
 * Queues the sending of mail rows inside the transaction that wrote them: a commit means that they
 * will be sent, a rollback that they won't. The transaction must have become the registrar's.
 */
export async function enqueueMails(tx: Tx, mailIds: readonly string[]): Promise<void> {
  if (mailIds.length === 0) return;
  // Never started, so it holds no connection, no timer and no cache: it only words the statement.
  const boss = new PgBoss({ db: fromDrizzle(tx, sql), schema: JOB_SCHEMA, migrate: false, supervise: false });
  // The job takes the mail's own id, so that one mail can't have two jobs.
  const jobs = mailIds.map((mailId) => ({ id: mailId, data: { mailId } }));
  await boss.insert(MAIL_QUEUE, jobs);
}
