import { eq, sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import { worker } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { deliverMail } from "../../app/domain/notice/deliver.server.ts";
import { JOB_SCHEMA, MAIL_QUEUE } from "../../app/domain/notice/mail-queue.ts";
import { transportOf } from "../../app/domain/notice/transport-of.server.ts";
import { schema } from "../client.server.ts";

const LANES = 4;

/**
 * Hands every queued mail to the mailbox, as the worker would have done a minute after each act. The
 * mailbox renders a mail when somebody opens it, so nothing is rendered here.
 */
export async function settleMails(): Promise<number> {
  const { mail } = schema;
  const queued = await withActor(worker, "read", (tx) =>
    tx.select({ id: mail.id, createdAt: mail.createdAt }).from(mail).where(eq(mail.status, "queued")).orderBy(mail.createdAt),
  );
  const total = queued.length;
  const mailbox = transportOf({});
  const lane = async () => {
    for (let next = queued.shift(); next; next = queued.shift()) {
      const sentAt = new Date(next.createdAt.getTime() + 60_000);
      await deliverMail(next.id, mailbox, {
        now: () => sentAt,
        render: async () => ({ subject: "", html: "", text: "" }),
        from: "",
        urlOf: ({ path }) => path,
      });
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await withActor(worker, "write", async (tx) => {
    const boss = new PgBoss({ db: fromDrizzle(tx, sql), schema: JOB_SCHEMA, migrate: false, supervise: false });
    await boss.deleteQueuedJobs(MAIL_QUEUE);
  });
  return total;
}
