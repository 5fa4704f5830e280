import { spawn } from "node:child_process";
import pino from "pino";
import { afterEach, expect, it, vi } from "vitest";
import { worker } from "../../app/domain/access/actor.ts";
import { becomeRegistrar, withActor } from "../../app/domain/access/with-actor.server.ts";
import { enqueueMails } from "../../app/domain/notice/enqueue.server.ts";
import { transportOf } from "../../app/domain/notice/transport-of.server.ts";
import { startWorker } from "../../app/jobs/start-worker.server.ts";
import { renderMail } from "../../emails/index.ts";
import { testDatabase } from "../support/database.ts";
import { addReader, mailRow, writeMail } from "../support/mail-rows.ts";
import { startResendServer } from "../support/resend-server.ts";

const database = await testDatabase();
const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

it("sends within a minute what a worker was killed over", { timeout: 120_000 }, async () => {
  const server = await startResendServer("re_test");
  stops.push(server.stop);
  server.troubles.push("hangs");
  const reader = await addReader(database);
  const id = await withActor(worker, "write", async (tx) => {
    await becomeRegistrar(tx);
    const mailId = await writeMail(tx, reader);
    await enqueueMails(tx, [mailId]);
    return mailId;
  });
  const child = spawn(process.execPath, ["tests/support/mailing-process.ts", server.url], {
    env: { ...process.env, DATABASE_JOBS_URL: database.jobsUrl },
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  await vi.waitFor(() => expect(server.requests()).toBe(1), { timeout: 30_000, interval: 50 });
  child.kill("SIGKILL");
  await ended;
  const killedAt = performance.now();
  const hub = await startWorker({
    databaseUrl: database.jobsUrl,
    transport: transportOf({ resendApiKey: "re_test", resendApiUrl: server.url }),
    parts: { now: () => new Date(), render: renderMail, from: "x@huiyin.example", urlOf: ({ path }) => path },
    log: pino({ level: "silent" }),
  });
  stops.unshift(hub.stop);
  await vi.waitFor(async () => expect((await mailRow(database, id)).status).toBe("sent"), {
    timeout: 60_000,
    interval: 500,
  });
  expect(performance.now() - killedAt).toBeLessThan(60_000);
  expect(server.accepted.map(({ key }) => key)).toEqual([id]);
});
