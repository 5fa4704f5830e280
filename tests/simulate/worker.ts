import { asc, eq } from "drizzle-orm";
import { worker } from "../../app/domain/access/actor.ts";
import { connect, withActor } from "../../app/domain/access/with-actor.server.ts";
import { watch } from "../../app/domain/clock/watch.server.ts";
import { deliverMails } from "../../app/domain/notice/deliver.server.ts";
import { sendDigests } from "../../app/domain/notice/digest.server.ts";
import { transportOf } from "../../app/domain/notice/transport-of.server.ts";
import { schema } from "../../db/client.server.ts";

// A worker that can be killed: the hub's own watch and delivery, told by its parent what time it is.

const MOST = 100;

async function deliverQueued(at: Date): Promise<void> {
  const queued = await withActor(worker, "read", (tx) =>
    tx
      .select({ id: schema.mail.id })
      .from(schema.mail)
      .where(eq(schema.mail.status, "queued"))
      .orderBy(asc(schema.mail.createdAt), asc(schema.mail.id)),
  );
  for (let from = 0; from < queued.length; from += MOST) {
    const ids = queued.slice(from, from + MOST).map(({ id }) => id);
    await deliverMails(ids, transportOf({}), {
      now: () => at,
      from: "",
      urlOf: ({ path }) => path,
      render: () => Promise.reject(new Error("The mailbox writes a mail when it is opened.")),
    });
  }
}

async function look(at: Date): Promise<string[]> {
  const { failed } = await watch(at);
  await sendDigests(at);
  await deliverQueued(at);
  return failed.map(({ number, error }) => `${number}: ${error instanceof Error ? error.message : error}`);
}

const url = process.env.DATABASE_JOBS_URL ?? "";
connect({ url, jobsUrl: url }, 3);
process.on("message", async (at: string) => {
  const failures = await look(new Date(at)).catch((error: Error) => [error.message]);
  process.send?.(failures);
});
// Whoever started it is gone, however that came.
process.on("disconnect", () => process.exit(0));
process.send?.([]);
