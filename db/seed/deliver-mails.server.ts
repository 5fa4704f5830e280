import { asc, eq, inArray, sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import { worker } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { dayOf } from "../../app/domain/clock/day.ts";
import { deliverMails } from "../../app/domain/notice/deliver.server.ts";
import { JOB_SCHEMA, MAIL_QUEUE } from "../../app/domain/notice/mail-queue.ts";
import { transportOf } from "../../app/domain/notice/transport-of.server.ts";
import { WITHHELD } from "../../app/domain/notice/withheld.server.ts";
import { schema } from "../client.server.ts";

const BATCH = 100;
const LANES = 3;
const MINUTE_MS = 60_000;

interface Queued {
  id: string;
  createdAt: Date;
}

/** Delivers every queued mail to the mailbox on the day of its act, and drops its job; answers how many. */
export async function deliverMailsOfCity(): Promise<number> {
  const queued = await withActor(worker, "read", (tx) =>
    tx
      .select({ id: schema.mail.id, createdAt: schema.mail.createdAt })
      .from(schema.mail)
      .where(eq(schema.mail.status, "queued"))
      .orderBy(asc(schema.mail.createdAt), asc(schema.mail.id)),
  );
  const batches = [...Map.groupBy(queued, ({ createdAt }) => dayOf(createdAt)).values()].flatMap(batchesOf);
  const lane = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) await deliver(batch);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await withActor(worker, "write", async (tx) => {
    const db = fromDrizzle(tx, sql);
    await new PgBoss({ db, schema: JOB_SCHEMA, migrate: false, supervise: false }).deleteQueuedJobs(
      MAIL_QUEUE,
    );
  });
  return queued.length;
}

const batchesOf = (mails: readonly Queued[]) =>
  Array.from({ length: Math.ceil(mails.length / BATCH) }, (_, nth) =>
    mails.slice(nth * BATCH, (nth + 1) * BATCH),
  );

async function deliver(mails: readonly Queued[]) {
  const sentAt = new Date(Math.max(...mails.map(({ createdAt }) => createdAt.getTime())) + MINUTE_MS);
  const deliveries = await deliverMails(
    mails.map(({ id }) => id),
    transportOf({}),
    {
      now: () => sentAt,
      from: "",
      urlOf: ({ path }) => path,
      render: () => Promise.reject(new Error("The mailbox writes a mail when it is opened.")),
    },
  );
  const unsent = [...deliveries].filter(([, delivery]) => delivery !== "sent").map(([id]) => id);
  if (unsent.length > 0) await mustBeWithheld(unsent);
}

/** Mails are delivered when the stories are over: what was written about a later clue reaches nobody any more. */
async function mustBeWithheld(ids: string[]) {
  const { id, lastError } = schema.mail;
  const rows = await withActor(worker, "read", (tx) =>
    tx.select({ id, lastError }).from(schema.mail).where(inArray(id, ids)),
  );
  const lost = rows.find((row) => row.lastError !== WITHHELD);
  if (lost) throw new Error(`The mail ${lost.id} of the city was not sent: ${lost.lastError}.`);
}
