import { spawn } from "node:child_process";
import pino from "pino";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { worker } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { watch } from "../../app/domain/clock/watch.server.ts";
import { lockByNumber } from "../../app/domain/complaint/case.server.ts";
import { transportOf } from "../../app/domain/notice/transport-of.server.ts";
import { startWorker } from "../../app/jobs/start-worker.server.ts";
import { renderMail } from "../../emails/index.ts";
import { testDatabase } from "../support/database.ts";
import { assignMany } from "../support/late-matters.ts";
import { openOffice, shanghai } from "../support/office.ts";

const database = await testDatabase();
const office = await openOffice();
const MATTERS = 12;
let numbers: string[] = [];

// Dispatched on Monday 2 March 2026 and due on Monday the 9th; nobody signs.
const urged = shanghai("2026-03-10 09:00");

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

beforeEach(async () => {
  await database.query(
    "update complaint set status = 'withdrawn', due_on = null where status <> 'withdrawn'",
  );
  numbers = await assignMany(office, MATTERS, "2026-03-02 09:30");
});

const climbed = () =>
  database
    .query<{ rung: string; steps: number; matters: number }>(
      `select rung, count(*)::int as steps, count(distinct s.complaint_id)::int as matters
         from ladder_step s join complaint c on c.id = s.complaint_id where c.number = any ($1)
        group by rung order by rung`,
      [numbers],
    )
    .then((rows) => Object.fromEntries(rows.map(({ rung, steps, matters }) => [rung, [steps, matters]])));
const all = [MATTERS, MATTERS];
const everyRung = { reminder: all, dueDay: all, urging: all, signLate: all };

const toldOf = (kind: string) =>
  database
    .query<{ n: number }>(
      `select count(*)::int as n from notice n join assignment a on a.code = n.number
         join complaint c on c.id = a.complaint_id where n.kind = $2 and n.person_id = $3 and c.number = any ($1)`,
      [numbers, kind, office.zhao.personId],
    )
    .then(([row]) => row?.n);

describe("the watch", () => {
  it("is shared by two who look at once, and neither does what the other did", async () => {
    const [one, other] = await Promise.all([watch(urged, { limit: 10 }), watch(urged, { limit: 10 })]);
    expect(await climbed()).toEqual(everyRung);
    expect(one.done + other.done).toBe(2 * MATTERS);
    expect(Math.min(one.done, other.done)).toBeGreaterThan(0);
    expect([...one.failed, ...other.failed]).toEqual([]);
    expect(await toldOf("urging")).toBe(MATTERS);
  });

  it("leaves a matter that somebody is acting on, and doesn't wait for it", async () => {
    const [held = ""] = numbers;
    await withActor(worker, "act", async (tx) => {
      await lockByNumber(tx, held);
      expect(await watch(urged)).toMatchObject({ done: 2 * (MATTERS - 1), left: 2 });
    });
    expect(await watch(urged)).toMatchObject({ done: 2, left: 0 });
    expect(await climbed()).toEqual(everyRung);
  });

  it("is taken over when its worker is killed in the middle", { timeout: 60_000 }, async () => {
    const child = spawn(process.execPath, ["tests/support/watching-process.ts", urged.toISOString()], {
      env: { ...process.env, DATABASE_JOBS_URL: database.jobsUrl },
      stdio: "ignore",
    });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const count = async () => Object.values(await climbed()).reduce((sum, [steps = 0]) => sum + steps, 0);
    await vi.waitFor(async () => expect(await count()).toBeGreaterThan(2), { timeout: 20_000, interval: 5 });
    child.kill("SIGKILL");
    await ended;
    expect(await count()).toBeLessThan(4 * MATTERS);
    const killedAt = performance.now();
    const parts = { now: () => urged, render: renderMail, from: "x@huiyin.example", urlOf: () => "" };
    const log = pino({ level: "silent" });
    const hub = await startWorker({ databaseUrl: database.jobsUrl, transport: transportOf({}), parts, log });
    stops.push(hub.stop);
    await vi.waitFor(async () => expect(await climbed()).toEqual(everyRung), {
      timeout: 50_000,
      interval: 200,
    });
    expect(performance.now() - killedAt).toBeLessThan(50_000);
    expect(await toldOf("urging")).toBe(MATTERS);
  });
});
