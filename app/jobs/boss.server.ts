import pg from "pg";
import { PgBoss } from "pg-boss";
import { DEAD_JOBS_EVERY_SECONDS, JOB_SCHEMA } from "../domain/notice/mail-queue.ts";
import { QUEUES } from "./queues.ts";

/** Any number, as long as it stays the same: two starts at once install one after the other. */
const INSTALL_LOCK = 7_112_026;

/** Creates or updates the job tables and queues, as the owner of the database; safe to repeat. */
export async function installQueues(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [INSTALL_LOCK]);
    await installSchema(ownerUrl);
    await client.query(grants);
  } finally {
    await client.end();
  }
}

async function installSchema(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOB_SCHEMA,
    supervise: false,
    schedule: false,
    max: 2,
  });
  const problems: Error[] = [];
  boss.on("error", (error) => problems.push(error));
  await boss.start();
  try {
    for (const { name, ...options } of QUEUES) {
      await boss.createQueue(name, options);
      const { partition: _partition, policy: _policy, ...changeable } = options;
      await boss.updateQueue(name, changeable);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  if (problems[0]) throw problems[0];
}

// The registrar may add jobs and see that they were added, and read none; the worker does the rest.
const grants = `
  grant usage on schema ${JOB_SCHEMA} to huiyin_registrar, huiyin_worker;
  grant select on ${JOB_SCHEMA}.queue, ${JOB_SCHEMA}.version to huiyin_registrar;
  grant insert, select (id, start_after) on ${JOB_SCHEMA}.job, ${JOB_SCHEMA}.job_common to huiyin_registrar;
  grant select, insert, update, delete on all tables in schema ${JOB_SCHEMA} to huiyin_worker;
`;

/** The worker's hold on the queues, under its own database role; the caller starts and stops it. */
export function workerBoss(databaseUrl: string): PgBoss {
  return new PgBoss({
    connectionString: databaseUrl,
    options: "-c role=huiyin_worker",
    application_name: "huiyin-worker",
    schema: JOB_SCHEMA,
    max: 4,
    migrate: false,
    createSchema: false,
    // Rebuilding an index is the owner's, and the worker isn't the owner.
    reindex: false,
    useListenNotify: true,
    superviseIntervalSeconds: DEAD_JOBS_EVERY_SECONDS,
    monitorIntervalSeconds: DEAD_JOBS_EVERY_SECONDS,
  });
}
