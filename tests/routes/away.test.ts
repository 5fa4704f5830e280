import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { type Office, openOffice } from "../support/office.ts";
import { signedIn } from "../support/signed-in.ts";
import { startWeb, type Web } from "../support/web.ts";

let db: TestDatabase;
let office: Office;
let web: Web;
let cookie: string;

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
  web = await startWeb(db);
  cookie = `huiyin_session=${await signedIn(db.query, office.su.personId)}`;
}, 120_000);
afterAll(() => web.stop());

const ask = (path: string, language: string, form?: Record<string, string>, jar = cookie) =>
  fetch(web.address + path, {
    redirect: "manual",
    headers: { Origin: web.address, Cookie: jar, "Accept-Language": language },
    ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
  });

/** Lets nobody but a superuser in, and ends whatever the hub holds. */
async function takeAway() {
  await db.query(`alter database ${db.name} connection limit 0`);
  await db.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = $1 and usename in ('huiyin_app', 'huiyin_door', 'huiyin_jobs')`,
    [db.name],
  );
}

test("while the database lets nobody in, the reader is asked to come again in a moment", async () => {
  expect((await ask("/desk", "en")).status).toBe(200);
  await takeAway();
  const answers = [
    await ask("/desk", "en"),
    await ask("/desk", "zh-CN"),
    await ask("/desk.data", "en"),
    await ask("/desk/ledger.csv", "en"),
    await ask("/locale", "en", { locale: "en" }),
    await ask("/sign-in", "en", { email: "somebody@huiyin.example", password: "a long password" }, ""),
  ];
  expect(answers.map(({ status, headers }) => [status, headers.get("Retry-After")])).toEqual(
    answers.map(() => [503, "5"]),
  );
  expect(await answers[0]?.text()).toContain("The hub can&#x27;t answer just now");
  expect(await answers[1]?.text()).toContain("系统暂时忙不过来");
  expect(readFileSync(web.logFile, "utf8")).toContain("too many connections");
  await db.query(`alter database ${db.name} connection limit -1`);
  expect((await ask("/desk", "en")).status).toBe(200);
}, 60_000);
