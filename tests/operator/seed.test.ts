import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { seedCity } from "../../db/seed/city.server.ts";
import { COMPLAINT_STATUSES } from "../../db/vocabulary.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";

const run = promisify(execFile);
let database: TestDatabase;
// A Monday in office hours: its own deadlines are still to come.
const now = new Date("2026-11-23T10:00:00+08:00");
const lines: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  await seedCity({ log: (line) => lines.push(line), now });
}, 300_000);

async function countOf(text: string, values: unknown[] = []): Promise<number> {
  const [row] = await database.query<{ count: string }>(`select count(*) from ${text}`, values);
  return Number(row?.count);
}

describe("the demo city", () => {
  it("comes to the figures of its year, as the operator's command prints them", async () => {
    const { stdout } = await run("npm", ["run", "--silent", "figures", "--", "--year", "2025"]);
    const expected = {
      liaisonPoints: 217,
      reported: 253,
      resolved: 212,
      rules: 19,
      references: 51,
      carriedOver: 41,
    };
    expect(JSON.parse(stdout)).toMatchObject(expected);
  });

  it("has complaints of the present year in every status, some due today, some late", async () => {
    const rows = await database.query<{ status: string }>(
      "select distinct status from complaint where year = 2026",
    );
    expect(rows.map(({ status }) => status).sort()).toEqual(
      COMPLAINT_STATUSES.filter((s) => s !== "clue").sort(),
    );
    expect(await countOf("complaint where year = 2026")).toBeGreaterThanOrEqual(55);
    expect(await countOf("complaint where due_on = '2026-11-23'")).toBeGreaterThan(3);
    expect(await countOf("complaint where due_on < '2026-11-23'")).toBeGreaterThan(3);
    const parts = await database.query<{ status: string }>("select distinct status from assignment");
    expect(parts).toHaveLength(7);
  });

  it("numbers without a gap, in the order of submission", async () => {
    expect(
      await countOf(
        "complaint where serial > (select last from number_series s where s.year = complaint.year)",
      ),
    ).toBe(0);
    const gaps = await database.query(
      "select year from complaint group by year having count(*) <> max(serial) or min(serial) <> 1",
    );
    expect(gaps).toEqual([]);
    expect(
      await countOf(
        "complaint a join complaint b on a.year = b.year and a.serial = b.serial - 1 where a.submitted_at > b.submitted_at",
      ),
    ).toBe(0);
  });

  it("acts in office hours of working days, and never in the future", async () => {
    const outside = `event where (at at time zone 'Asia/Shanghai')::time not between '09:00' and '17:30' or at > $1
      or exists (select from calendar_day d where d.day = (at at time zone 'Asia/Shanghai')::date and kind = 'holiday')`;
    expect(await countOf(outside, [now])).toBe(0);
  });

  it("leaves no mail unsent, and no job for one", async () => {
    expect(await countOf("mail where status <> 'sent'")).toBe(0);
    expect(await countOf("mail")).toBeGreaterThan(1000);
    expect(await countOf("pgboss.job")).toBe(0);
  });

  it("agrees with its events to the last column", async () => {
    const { stdout } = await run("npm", ["run", "--silent", "reconcile"]);
    const [complaints, events] = [await countOf("complaint"), await countOf("event")];
    expect(JSON.parse(stdout)).toEqual({ complaints, events, differences: 0 });
  });

  it("is found out when a row is changed behind the acts", async () => {
    await database.query("update complaint set title = 'another' where number = 'HY2025-00001'");
    const failed = await run("npm", ["run", "--silent", "reconcile"]).catch((error) => error);
    expect(failed.code).toBe(1);
    expect(JSON.parse(failed.stdout).differences).toBe(1);
  });

  it("tells how far it is", () => {
    expect(lines.length).toBeGreaterThan(12);
  });
});
