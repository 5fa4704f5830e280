import { beforeEach, describe, expect, it } from "vitest";
import { watch } from "../../app/domain/clock/watch.server.ts";
import { sendDigests } from "../../app/domain/notice/digest.server.ts";
import { mailContentOf } from "../../app/domain/notice/mail-content.ts";
import { renderMail } from "../../emails/index.ts";
import { testDatabase } from "../support/database.ts";
import { assignMany } from "../support/late-matters.ts";
import { does, openOffice, shanghai } from "../support/office.ts";

const database = await testDatabase();
const office = await openOffice();

const send = (moment: string) => sendDigests(shanghai(moment));
const mailsOf = (personId: string, kind: string, since: string) =>
  database.query<{ items: number; digest_on: string; path: string; number: string | null }>(
    `select items, digest_on::text, path, number from mail
      where person_id = $1 and kind = $2 and created_at > $3 order by created_at`,
    [personId, kind, shanghai(since)],
  );
const waiting = async () =>
  (await database.query("select 1 from notice where mailing = 'digest' and digest_id is null")).length;

beforeEach(async () => {
  // Mails are never deleted, so each test has a week of its own.
  await database.query("update notice set mailing = 'single'");
  await database.query("update person set mailing = 'single'");
  await database.query(
    "update complaint set status = 'withdrawn', due_on = null where status <> 'withdrawn'",
  );
});

// What is dispatched on a Friday is late unsigned and near its day on the Tuesday after, and due on the Friday.
describe("a morning's digest", () => {
  it("is one mail for all that waits, with the number and nothing else", async () => {
    await assignMany(office, 3, "2026-03-06 09:30");
    await watch(shanghai("2026-03-10 00:05"));
    expect(await mailsOf(office.zhao.personId, "reminder", "2026-03-06 09:00")).toEqual([]);
    expect(await send("2026-03-10 08:59")).toBe(0);
    expect(await send("2026-03-10 09:00")).toBeGreaterThan(0);
    expect(await mailsOf(office.zhao.personId, "digest", "2026-03-06 09:00")).toEqual([
      { items: 6, digest_on: "2026-03-10", path: "/notices", number: null },
    ]);
    expect(await waiting()).toBe(0);
    const row = { kind: "digest" as const, number: null, dueOn: null, journey: null, items: 6 };
    for (const locale of ["zh-CN", "en"] as const) {
      const content = mailContentOf(
        { ...row, locale, createdAt: shanghai("2026-03-06 09:30") },
        "https://x.example/notices",
        null,
      );
      const { text, html } = await renderMail(content);
      expect(text).toContain("6");
      expect(`${text}${html}`).not.toMatch(/JB-|HY20|审图/);
    }
  });

  it("is one, whoever sends at once, and the next morning's is another", async () => {
    await assignMany(office, 2, "2026-03-20 09:30");
    await watch(shanghai("2026-03-24 00:05"));
    const sent = await Promise.all([
      send("2026-03-24 09:00"),
      send("2026-03-24 09:00"),
      send("2026-03-24 09:00"),
    ]);
    expect(await mailsOf(office.zhao.personId, "digest", "2026-03-20 09:00")).toHaveLength(1);
    expect(sent.filter((count) => count > 0)).toHaveLength(1);
    await watch(shanghai("2026-03-27 09:30"));
    await send("2026-03-27 09:30");
    expect(await mailsOf(office.zhao.personId, "digest", "2026-03-20 09:00")).toMatchObject([
      { items: 4 },
      { items: 2 },
    ]);
  });

  it("waits for a working day", async () => {
    await assignMany(office, 1, "2026-06-05 09:30");
    await watch(shanghai("2026-06-09 00:05"));
    expect(await waiting()).toBeGreaterThan(0);
    expect(await send("2026-06-13 10:00")).toBe(0);
    expect(await send("2026-06-14 10:00")).toBe(0);
    expect(await send("2026-06-15 09:00")).toBeGreaterThan(0);
  });

  it("holds everything but the urgent for who wants one mail a morning", async () => {
    await database.query("update person set mailing = 'digest' where id = $1", [office.zhao.personId]);
    const [number = ""] = await assignMany(office, 1, "2026-07-03 09:30");
    expect(await mailsOf(office.zhao.personId, "assignedToYou", "2026-06-28 09:00")).toEqual([]);
    await does(office.lin, { number }, { type: "withdraw", reason: "不想再说了。" }, "2026-07-03 11:00");
    await assignMany(office, 1, "2026-06-29 09:30");
    await watch(shanghai("2026-07-07 09:00"));
    expect(await mailsOf(office.zhao.personId, "urging", "2026-06-28 09:00")).toHaveLength(1);
    await send("2026-07-07 09:00");
    const [digest] = await mailsOf(office.zhao.personId, "digest", "2026-06-28 09:00");
    const [noticed] = await database.query<{ n: number }>(
      "select count(*)::int as n from notice where person_id = $1 and mailing = 'digest'",
      [office.zhao.personId],
    );
    expect(digest?.items).toBe(noticed?.n);
  });
});
