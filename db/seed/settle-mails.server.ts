import { count, eq, sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import { worker } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { JOB_SCHEMA, MAIL_QUEUE } from "../../app/domain/notice/mail-queue.ts";
import { schema } from "../client.server.ts";

/**
 * Settles every queued mail as the worker's mailbox would have, a minute after its act, and drops its job.
 * In one statement: ten thousand deliveries one by one would take longer than all the acts did.
 */
export async function settleMails(): Promise<number> {
  const { mail } = schema;
  return withActor(worker, "write", async (tx) => {
    const sentAt = sql`${mail.createdAt} + interval '1 minute'`;
    await tx.update(mail).set({ status: "sent", attempts: 1, sentAt }).where(eq(mail.status, "queued"));
    const boss = new PgBoss({
      db: fromDrizzle(tx, sql),
      schema: JOB_SCHEMA,
      migrate: false,
      supervise: false,
    });
    await boss.deleteQueuedJobs(MAIL_QUEUE);
    const [row] = await tx.select({ all: count() }).from(mail);
    return row?.all ?? 0;
  });
}
