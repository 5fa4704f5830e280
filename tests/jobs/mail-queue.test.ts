import pino from "pino";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { worker } from "../../app/domain/access/actor.ts";
import { becomeRegistrar, type Tx, withActor } from "../../app/domain/access/with-actor.server.ts";
import { enqueueMails } from "../../app/domain/notice/enqueue.server.ts";
import { MAIL_TRIES } from "../../app/domain/notice/mail-queue.ts";
import { transportOf } from "../../app/domain/notice/transport-of.server.ts";
import { installQueues, workerBoss } from "../../app/jobs/boss.server.ts";
import { startWorker } from "../../app/jobs/start-worker.server.ts";
import { renderMail } from "../../emails/index.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { addReader, mailRow, writeMail } from "../support/mail-rows.ts";
import { startResendServer } from "../support/resend-server.ts";

let database: TestDatabase;
let reader: string;
const stops: (() => Promise<unknown>)[] = [];
const unavailable = { status: 500, name: "internal_server_error", message: "try later" };

beforeAll(async () => {
  database = await testDatabase();
  reader = await addReader(database);
});

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** As an act does: mail rows and their jobs in one transaction, under the registrar's role. */
function act(count: number, then: (tx: Tx) => Promise<void> = async () => {}): Promise<string[]> {
  return withActor(worker, "write", async (tx) => {
    await becomeRegistrar(tx);
    const ids: string[] = [];
    for (let written = 0; written < count; written += 1) ids.push(await writeMail(tx, reader));
    await enqueueMails(tx, ids);
    await then(tx);
    return ids;
  });
}

async function running() {
  const server = await startResendServer("re_test");
  const parts = {
    now: () => new Date(),
    render: renderMail,
    from: "回音 <huiyin@huiyin.example>",
    urlOf: ({ path }: { path: string }) => `https://huiyin.example${path}`,
  };
  const transport = transportOf({ resendApiKey: "re_test", resendApiUrl: server.url });
  const log = pino({ level: "silent" });
  const hub = await startWorker({ databaseUrl: database.jobsUrl, transport, parts, log });
  stops.push(hub.stop, server.stop);
  return { server, hub };
}

const jobs = (id: string) =>
  database.query<{ name: string; state: string; retry_count: number }>(
    "select name, state, retry_count from pgboss.job where data->>'mailId' = $1 order by created_on",
    [id],
  );
/** Lets a job that waits for its next try come due now. */
const hasten = (id: string) =>
  database.query("update pgboss.job set start_after = now() where data->>'mailId' = $1 and state = 'retry'", [
    id,
  ]);
const until = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 100 });

describe("queueing mail inside an act", () => {
  it("a commit leaves one job for each mail", async () => {
    const ids = await act(2);
    for (const id of ids)
      expect(await jobs(id)).toEqual([{ name: "mail", state: "created", retry_count: 0 }]);
  });

  it("a rollback leaves neither mail nor job", async () => {
    let ids: string[] = [];
    const failing = withActor(worker, "write", async (tx) => {
      await becomeRegistrar(tx);
      ids = [await writeMail(tx, reader)];
      await enqueueMails(tx, ids);
      throw new Error("the act fails after all");
    });
    await expect(failing).rejects.toThrow("after all");
    expect(ids).toHaveLength(1);
    expect(await database.query("select 1 from mail where id = any($1)", [ids])).toEqual([]);
    expect(await jobs(ids[0] ?? "")).toEqual([]);
  });

  it("queueing a mail again adds no second job", async () => {
    const [id = ""] = await act(1);
    await withActor(worker, "write", async (tx) => {
      await becomeRegistrar(tx);
      await enqueueMails(tx, [id]);
    });
    expect(await jobs(id)).toHaveLength(1);
  });

  it("nothing to send asks nothing of the database", async () => {
    await expect(act(0)).resolves.toEqual([]);
  });

  it("no person's role reaches the job tables", async () => {
    const rows = await database.query<{ role: string }>(
      "select rolname as role from pg_roles where rolname like 'huiyin_%' and has_schema_privilege(oid, 'pgboss', 'usage')",
    );
    expect(rows.map(({ role }) => role).sort()).toEqual(["huiyin_registrar", "huiyin_worker"]);
  });

  it("the registrar adds jobs and reads no payload", async () => {
    const reading = withActor(worker, "write", async (tx) => {
      await becomeRegistrar(tx);
      await tx.execute("select data from pgboss.job");
    });
    await expect(reading).rejects.toMatchObject({
      cause: { message: expect.stringContaining("permission denied") },
    });
  });

  it("installing again changes nothing and loses no job", async () => {
    const [id = ""] = await act(1);
    await Promise.all([installQueues(database.ownerUrl), installQueues(database.ownerUrl)]);
    expect(await jobs(id)).toHaveLength(1);
  });
});

describe("the worker", () => {
  it("sends what acts have queued, before and after its start, each once", async () => {
    const before = await act(15);
    const { server } = await running();
    const after = await act(1);
    await until(async () => {
      for (const id of [...before, ...after]) expect((await mailRow(database, id)).status).toBe("sent");
    });
    const keys = server.accepted.map(({ key }) => key);
    for (const id of [...before, ...after]) expect(keys.filter((key) => key === id)).toHaveLength(1);
  });

  it("is woken by a new job instead of waiting for its poll", async () => {
    const { server } = await running();
    await until(async () =>
      expect(await database.query("select 1 from mail where status = 'queued'")).toEqual([]),
    );
    const already = server.accepted.length;
    const started = Date.now();
    await act(1);
    await until(async () => expect(server.accepted).toHaveLength(already + 1));
    expect(Date.now() - started).toBeLessThan(1500);
  });

  it("tries again later after an error, and then sends once", async () => {
    const { server } = await running();
    server.troubles.push(unavailable);
    const [id = ""] = await act(1);
    await until(async () => expect(await jobs(id)).toMatchObject([{ state: "retry" }]));
    expect(await mailRow(database, id)).toMatchObject({ status: "queued", attempts: 1 });
    const [{ seconds } = { seconds: 0 }] = await database.query<{ seconds: number }>(
      "select extract(epoch from start_after - now())::float as seconds from pgboss.job where id = $1",
      [id],
    );
    // Some of the ten seconds has gone by when the row is looked at.
    expect(seconds).toBeGreaterThan(5);
    await hasten(id);
    await until(async () =>
      expect(await mailRow(database, id)).toMatchObject({ status: "sent", attempts: 2 }),
    );
    expect(server.accepted.filter(({ key }) => key === id)).toHaveLength(1);
  });

  it("ends in the ledger as failed when the last try has failed", async () => {
    const { server } = await running();
    server.troubles.push(unavailable);
    const [id = ""] = await act(1);
    await until(async () => expect((await mailRow(database, id)).attempts).toBe(1));
    await until(async () => expect(await jobs(id)).toMatchObject([{ state: "retry" }]));
    await database.query("update mail set attempts = $2 where id = $1", [id, MAIL_TRIES - 1]);
    server.troubles.push(unavailable);
    await hasten(id);
    await until(async () =>
      expect(await mailRow(database, id)).toMatchObject({ status: "failed", attempts: MAIL_TRIES }),
    );
    expect((await mailRow(database, id)).last_error).toContain("try later");
    await until(async () => expect(await jobs(id)).toMatchObject([{ name: "mail", state: "completed" }]));
  });

  it("closes the row of a job whose tries ended without a word", async () => {
    const [id = ""] = await act(1);
    // A worker died over it each time: the row is still leased, and this is the job's last try.
    await database.query("update mail set leased_until = now() + interval '1 hour' where id = $1", [id]);
    await database.query("update pgboss.job set retry_limit = 0 where id = $1", [id]);
    await running();
    await until(async () => expect((await mailRow(database, id)).status).toBe("failed"));
    expect((await mailRow(database, id)).last_error).toBe("no try came to an end");
  });

  it("may do the queues' housekeeping under its own role", async () => {
    const boss = workerBoss(database.jobsUrl);
    const trouble: unknown[] = [];
    boss.on("error", (error) => trouble.push(error));
    boss.on("warning", (warning) => trouble.push(warning));
    await boss.start();
    await boss.supervise();
    await boss.resolveFlow();
    await boss.stop();
    expect(trouble).toEqual([]);
  });

  it("finishes what it holds before it stops", async () => {
    const { server, hub } = await running();
    const ids = await act(5);
    await until(async () => expect(server.requests()).toBeGreaterThan(0));
    await hub.stop();
    const rows = await Promise.all(ids.map((id) => mailRow(database, id)));
    expect(rows.filter(({ attempts, status }) => attempts > 0 && status !== "sent")).toEqual([]);
  });
});
