import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pino from "pino";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { type PersonActor, worker } from "../../app/domain/access/actor.ts";
import { becomeRegistrar, withActor } from "../../app/domain/access/with-actor.server.ts";
import { enqueueMails } from "../../app/domain/notice/enqueue.server.ts";
import { mailCounts, mailsOf } from "../../app/domain/notice/ledger.server.ts";
import { resendTransport } from "../../app/domain/notice/transport-resend.server.ts";
import { startWorker } from "../../app/jobs/start-worker.server.ts";
import { random } from "../../db/seed/random.ts";
import { renderMail } from "../../emails/index.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { addReader, writeMail } from "../support/mail-rows.ts";
import { type AcceptedMail, startResendServer, type Trouble } from "../support/resend-server.ts";
import { storyHolder } from "../support/story-session.ts";
import { bodyOf, type Message, signatureOf, startHub, webhookSecret } from "../support/webhooks.ts";

process.env.HUIYIN_SECRET ??= "for tests only, and long enough for that";
process.env.RESEND_WEBHOOK_SECRET = webhookSecret;

const administrator: Omit<PersonActor, "sessionId" | "key"> = {
  kind: "sysadmin",
  personId: randomUUID(),
  name: "许明镜",
  nameEn: null,
  locale: "zh-CN",
  post: null,
  liaisonPointId: null,
  departmentId: null,
};
const MAILS = 200;
const TIMES = 8;
let database: TestDatabase;
const stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  database = await testDatabase();
  // A provider on a bad day shall not take the test two hours: the same queue, with shorter waits.
  await database.query("update pgboss.queue set retry_delay = 1, retry_delay_max = 2 where name = 'mail'");
});

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** Three requests in ten fail, some are never answered, some come too fast; but never the same mail for ever. */
function badDay() {
  const chance = random(7);
  const seen: { key: string; atMs: number; trouble: Trouble | undefined }[] = [];
  const unavailable = { status: 503, name: "internal_server_error", message: "try later" };
  const tooFast = { status: 429, name: "rate_limit_exceeded", message: "too many requests", retryAfter: 1 };
  const troubleOf = (key: string, nth: number): Trouble | undefined => {
    const drawn = nth > 5 ? 1 : chance.next();
    const trouble =
      drawn < 0.18
        ? unavailable
        : drawn < 0.24
          ? "no answer"
          : drawn < 0.3
            ? "accepts, then no answer"
            : drawn < 0.32
              ? "hangs"
              : drawn < 0.34
                ? "accepts, then hangs"
                : drawn < 0.37
                  ? tooFast
                  : undefined;
    seen.push({ key, atMs: performance.now(), trouble });
    return trouble;
  };
  return { troubleOf, seen };
}

/** A provider that isn't heard, because three thousand messages came at once, tells again. */
async function tell(hubUrl: string, request: RequestInit, tries = 20): Promise<number> {
  try {
    return (await fetch(hubUrl, request)).status;
  } catch (error) {
    if (tries === 0) throw error;
    await sleep(500);
    return tell(hubUrl, request, tries - 1);
  }
}

/** What the provider will tell of each mail that it took: in any order, eight times each, from the first moment on. */
function newsOf(hubUrl: string, isLost: (mail: AcceptedMail) => boolean) {
  const chance = random(11);
  const answers = new Map<number, number>();
  const underWay: Promise<void>[] = [];
  const post = async (message: Message) => {
    await sleep(chance.whole(0, 600));
    const body = bodyOf(message);
    const headers = { "content-type": "application/json", ...signatureOf(message.id, body) };
    const status = await tell(hubUrl, { method: "POST", body, headers });
    answers.set(status, (answers.get(status) ?? 0) + 1);
  };
  const onAccepted = (mail: AcceptedMail) => {
    const types = ["email.sent", isLost(mail) ? "email.bounced" : "email.delivered"];
    const messages = types.map((type) => ({ id: `msg_${randomUUID()}`, type, mail }));
    const all = chance.shuffle(Array.from({ length: TIMES }, () => messages).flat());
    underWay.push(...all.map(post));
  };
  return { onAccepted, answers, allTold: () => Promise.all(underWay) };
}

async function officeOf(count: number) {
  const emails = Array.from({ length: count }, (_, nth) => `reader${nth}@huiyin.example`);
  const ids = await Promise.all(emails.map((email) => addReader(database, email)));
  await database.query("update person set role = 'supervisor'");
  const intake = await addReader(database, "su@huiyin.example");
  return { ids, intake, lost: new Set(emails.slice(0, 2)) };
}

const queueMails = (readers: string[]) =>
  withActor(worker, "write", async (tx) => {
    await becomeRegistrar(tx);
    const ids: string[] = [];
    for (let nth = 0; nth < MAILS; nth += 1)
      ids.push(await writeMail(tx, readers[nth % readers.length] ?? ""));
    await enqueueMails(tx, ids);
    return ids;
  });

async function startWorkers(url: string, count: number) {
  const parts = {
    now: () => new Date(),
    render: renderMail,
    from: "回音 <huiyin@huiyin.example>",
    urlOf: ({ path }: { path: string }) => `https://huiyin.example${path}`,
  };
  for (let nth = 0; nth < count; nth += 1) {
    const transport = resendTransport("re_test", url, 400);
    const log = pino({ level: "silent" });
    const hub = await startWorker({ databaseUrl: database.jobsUrl, transport, parts, log });
    stops.push(hub.stop);
  }
}

it("a provider on its worst day: every mail ends delivered or bounced, is taken once, and the ledger says so", async () => {
  const { ids: readers, intake, lost } = await officeOf(10);
  const hub = await startHub();
  const day = badDay();
  const news = newsOf(hub.url, ({ to }) => lost.has(to[0] ?? ""));
  const server = await startResendServer("re_test", {
    troubleOf: day.troubleOf,
    onAccepted: news.onAccepted,
  });
  const ids = await queueMails(readers);
  await startWorkers(server.url, 2);
  await vi.waitFor(
    async () => {
      const waiting = await database.query("select id from mail where status in ('queued', 'sent')");
      expect(waiting).toEqual([]);
    },
    { timeout: 100_000, interval: 250 },
  );
  await news.allTold();
  await vi.waitFor(
    async () => {
      const unheard = "select 1 from pgboss.job where name = 'hearing' and state < 'completed'";
      expect(await database.query(unheard)).toEqual([]);
    },
    { timeout: 30_000, interval: 250 },
  );
  // The workers first: whoever still waits for an answer is told that there is none.
  for (const stop of stops.splice(0)) await stop();
  await server.stop();
  await hub.stop();

  const keys = server.accepted.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const id of ids) expect(keys).toContain(id);
  const rows = await database.query<{ id: string; status: string; email: string }>(
    "select m.id, m.status, p.email from mail m join person p on p.id = m.person_id",
  );
  for (const { status, email } of rows)
    expect([email, status]).toEqual([email, lost.has(email) ? "bounced" : "delivered"]);
  expect(rows.filter(({ status }) => status === "bounced")).toHaveLength((MAILS / 10) * 2);
  expect(new Set(news.answers.keys())).toEqual(new Set([200]));
  const [told] = await database.query(
    "select count(*)::int as messages, count(mail_id)::int as ours from mail_event",
  );
  expect(told).toEqual({ messages: keys.length * 2, ours: keys.length * 2 });

  // Those who could not be reached are a task each, told to intake once each.
  const tasks = await database.query<{ email: string }>(
    "select p.email from unreachable u join person p on p.id = u.person_id where u.settled_at is null",
  );
  expect(new Set(tasks.map(({ email }) => email))).toEqual(lost);
  expect(tasks).toHaveLength(2);
  const tellings = await database.query(
    "select id from notice where kind = 'unreachable' and person_id = $1",
    [intake],
  );
  expect(tellings).toHaveLength(2);

  // The day was as bad as it should have been, and who was asked to wait was waited for.
  const failed = day.seen.filter(({ trouble }) => trouble !== undefined).length;
  expect(failed / day.seen.length).toBeGreaterThan(0.25);
  for (const [index, { key, atMs, trouble }] of day.seen.entries()) {
    if (typeof trouble !== "object" || !trouble.retryAfter) continue;
    const next = day.seen.slice(index + 1).find((one) => one.key === key);
    expect((next?.atMs ?? 0) - atMs).toBeGreaterThanOrEqual(995);
  }

  await database.query("update person set role = 'sysadmin' where email = 'reader3@huiyin.example'");
  const sysadmin = { ...administrator, ...(await storyHolder(database, readers[3] ?? "")) };
  const seen = await withActor(sysadmin, "read", async (tx) => ({
    counts: await mailCounts(tx, null),
    ...(await mailsOf(tx, { after: null, status: "delivered" }, new Date())),
  }));
  expect(seen.counts).toEqual({ bounced: 40 });
  expect(seen.rows.length).toBeGreaterThan(0);
  expect(seen.rows.every(({ lastError }) => lastError === null)).toBe(true);
}, 180_000);
