import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { linkToken } from "../../app/domain/notice/link-secret.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { hashPassword } from "../../app/domain/people/password.server.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { type Office, openOffice } from "../support/office.ts";
import { startWeb, type Web } from "../support/web.ts";

const secret = "the application's secret, that no log may say";
const before = "the secret before it, which no log may say";
const webhook = "whsec_c2lnbmVkIGJ5IG5vYm9keSBvZiB1cw";
const password = "a sentence of nobody else's";
const wrong = "a sentence that was mistyped";
let db: TestDatabase;
let office: Office;
let web: Web;
/** Everything by which somebody could get in, or learn who somebody is. */
const kept: string[] = [secret, before, webhook, password, wrong];

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
  await db.query("update person set password_hash = $1", [await hashPassword(password)]);
  web = await startWeb(db, { HUIYIN_SECRET: `${secret}\n${before}`, RESEND_WEBHOOK_SECRET: webhook });
  for (const url of [db.url, db.doorUrl, db.jobsUrl]) kept.push(new URL(url).password);
  await comeIn();
}, 120_000);
afterAll(() => web.stop());

const ask = (path: string, form?: Record<string, string>, cookie = "") =>
  fetch(web.address + path, {
    redirect: "manual",
    headers: { Origin: web.address, Cookie: cookie },
    ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
  });

/** Comes in by every way that carries a secret: by password, by link, by cookie, each rightly and wrongly. */
async function comeIn() {
  const [su] = await db.query<{ email: string }>("select email from person where id = $1", [
    office.su.personId,
  ]);
  const email = su?.email ?? "";
  await ask("/sign-in", { email, password: wrong });
  await ask("/sign-in", { email: "nobody-here@huiyin.example", password });
  const entered = await ask("/sign-in", { email, password });
  const cookies = entered.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
  expect(cookies.map((one) => one.split("=")[0])).toEqual(["huiyin_session", "huiyin_device"]);
  const token = (cookies[0]?.split("=")[1] ?? "").split(".")[1] ?? "";
  kept.push(
    email,
    "nobody-here@huiyin.example",
    token,
    (cookies[1]?.split("=")[1] ?? "").split(".")[1] ?? "",
  );
  const jar = cookies.join("; ");
  await ask("/desk", undefined, jar);
  await ask("/account/password", { current: wrong, password: `${password} 2`, again: `${password} 2` }, jar);
  kept.push(`${password} 2`);
  await ask("/forgot", { email });
  const linkId = newId();
  await db.query(
    `insert into one_time_link (id, person_id, purpose, created_at, expires_at)
     values ($1, $2, 'passwordReset', now(), now() + interval '1 hour')`,
    [linkId, office.he.personId],
  );
  const link = linkToken(secret, linkId);
  kept.push(link.split(".")[1] ?? "");
  await ask(`/reset/${link}?note=${encodeURIComponent(email)}`);
  await ask(`/reset/${link}`, { password: `${password} 3`, again: `${password} 3` });
  await ask("/api/resend", { any: webhook });
  await ask("/sign-out", {}, jar);
}

it("no secret, no password that was typed and no address of anybody is in the web's log", () => {
  const log = readFileSync(web.logFile, "utf8");
  expect(log.split("\n").length).toBeGreaterThan(12);
  expect(kept.every((one) => one.length >= 8)).toBe(true);
  expect(kept.filter((one) => log.includes(one))).toEqual([]);
});

it("nor is one in a row of the database, but for addresses", async () => {
  const secrets = kept.filter((one) => !one.includes("@"));
  const tables = await db.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')",
  );
  const found: string[] = [];
  for (const { name } of tables)
    for (const one of secrets) {
      const rows = await db.query(`select 1 from ${name} t where t::text like '%' || $1 || '%' limit 1`, [
        one,
      ]);
      if (rows.length > 0) found.push(`${name}: ${one}`);
    }
  expect(found).toEqual([]);
});
