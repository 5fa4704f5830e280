import pino from "pino";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { worker } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { enqueueHearing, HEARING_QUEUE } from "../../app/domain/notice/enqueue.server.ts";
import { transportOf } from "../../app/domain/notice/transport-of.server.ts";
import { startWorker } from "../../app/jobs/start-worker.server.ts";
import { renderMail } from "../../emails/index.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { shanghai } from "../support/office.ts";

const told: string[] = [];
let database: TestDatabase;
let hub: Awaited<ReturnType<typeof startWorker>> | undefined;
const at = shanghai("2026-03-02 03:00");

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => hub?.stop());

test("a job that breaks is told in the log, and keeps none of its batch from being done", async () => {
  const said = { status: "delivered" as const, at, providerId: "unknown", detail: null };
  await withActor(worker, "act", async (tx) => {
    // The first names its mail by what the database can't compare with an id.
    await enqueueHearing(tx, { ...said, id: "broken", mailId: "none" });
    await enqueueHearing(tx, { ...said, id: "sound", mailId: null });
  });
  const parts = { now: () => at, render: renderMail, from: "x@huiyin.example", urlOf: () => "" };
  const log = pino({ level: "error" }, { write: (line: string) => void told.push(line) });
  hub = await startWorker({ databaseUrl: database.jobsUrl, transport: transportOf({}), parts, log });
  await vi.waitFor(
    async () => expect(await database.query("select id from mail_event")).toEqual([{ id: "sound" }]),
    { timeout: 15_000 },
  );
  const errors = told.map((line) => JSON.parse(line)).filter(({ queue }) => queue === HEARING_QUEUE);
  expect(errors[0]).toMatchObject({
    msg: "a job broke",
    err: { message: expect.stringContaining("Failed query") },
  });
});
