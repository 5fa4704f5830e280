import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { fileTypeFromBuffer } from "file-type";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMAND_TYPES } from "../../app/domain/complaint/commands.ts";
import { WITHHELD } from "../../app/domain/notice/withheld.server.ts";
import { seedCity } from "../../db/seed/city.server.ts";
import { COMPLAINT_STATUSES } from "../../db/vocabulary.ts";
import { testBroker } from "../support/broker.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";

const run = promisify(execFile);
let database: TestDatabase;
// A Monday in office hours: its own deadlines are still to come.
const now = new Date("2026-11-23T10:00:00+08:00");
const lines: string[] = [];

const dataFolder = mkdtempSync(join(tmpdir(), "huiyin-city-"));
process.env.HUIYIN_DATA = dataFolder;
process.env.HUIYIN_SECRET ??= "for tests only, and long enough for that";

afterAll(() => rmSync(dataFolder, { recursive: true }));

beforeAll(async () => {
  database = await testDatabase();
  await testBroker(database, now.toISOString());
  await seedCity({ log: (line) => lines.push(line), now, settle: () => database.query("analyze") });
}, 600_000);

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
    expect(rows.map(({ status }) => status).sort()).toEqual([...COMPLAINT_STATUSES].sort());
    expect(await countOf("complaint where year = 2026")).toBeGreaterThanOrEqual(55);
    expect(await countOf("complaint where year = 2026 and key_problem")).toBeGreaterThan(3);
    expect(await countOf("complaint where due_on = '2026-11-23'")).toBeGreaterThan(3);
    expect(await countOf("complaint where due_on < '2026-11-23'")).toBeGreaterThan(3);
    const parts = await database.query<{ status: string }>("select distinct status from assignment");
    expect(parts).toHaveLength(7);
  });

  it("is made by every command of the table, each twice at least, and erasing once", async () => {
    const rows = await database.query<{ command: string }>(
      "select command from event group by command having count(*) > 1 or command in ('approveErasure', 'refuseErasure')",
    );
    const used = new Set(rows.map(({ command }) => command));
    // No date moves in the city: its calendar is complete from the beginning.
    expect(COMMAND_TYPES.filter((type) => !used.has(type))).toEqual(["redate"]);
    const results = await database.query("select result from look_back group by result having count(*) > 1");
    expect(results).toHaveLength(4);
  });

  it("has both confirmations of a key problem by two people, who didn't handle it", async () => {
    const closed = "write_off w join complaint c on c.id = w.complaint_id where w.approved and c.key_problem";
    expect(await countOf(closed)).toBeGreaterThan(5);
    expect(await countOf(`${closed} and (confirmed_by_id is null or confirmed_by_id = decided_by_id)`)).toBe(
      0,
    );
    expect(
      await countOf("write_off where decided_at is null and confirmed_by_id is not null"),
    ).toBeGreaterThanOrEqual(3);
  });

  it("numbers in the order of submission, without a gap but for those that are left out", async () => {
    const drawn = "select year, serial from complaint union all select year, serial from void_number";
    const gaps = await database.query(
      `select year from (${drawn}) one join number_series s using (year) group by year, s.last
        having count(*) <> s.last or count(distinct serial) <> s.last or min(serial) <> 1 or max(serial) <> s.last`,
    );
    expect(gaps).toEqual([]);
    expect(await countOf("void_number")).toBeGreaterThan(0);
    const inOrder = "lag(submitted_at) over (partition by year order by serial) > submitted_at as late";
    expect(await countOf(`(select ${inOrder} from complaint) one where late`)).toBe(0);
  });

  it("acts in office hours of working days, and never in the future", async () => {
    const outside = `event where (at at time zone 'Asia/Shanghai')::time not between '09:00' and '17:30' or at > $1
      or exists (select from calendar_day d where d.day = (at at time zone 'Asia/Shanghai')::date and kind = 'holiday')`;
    expect(await countOf(outside, [now])).toBe(0);
  });

  it.each([
    ["lin", ["feedback", "supplementing", "handling"]],
    ["he", ["feedback", "supplementing"]],
    ["wen", ["feedback", "supplementing", "handling"]],
  ])("gives the enterprise's %s something to do, and a draft", async (name, statuses) => {
    const own = `reporter r on r.id = reporter_id join person p on p.id = r.person_id where p.email = '${name}@huiyin.example'`;
    for (const status of statuses) {
      expect(await countOf(`complaint c join ${own} and c.status = '${status}'`)).toBeGreaterThan(0);
    }
    const drafts = `draft d join person p on p.id = d.person_id where p.email = '${name}@huiyin.example'`;
    expect(await countOf(`${drafts} and d.submitted_at is null`)).toBe(1);
  });

  it.each(["zhao", "fang", "zhou"])(
    "gives the department's %s one to sign, one due and one late",
    async (name) => {
      const own = `assignment a join person p using (department_id) where p.email = '${name}@huiyin.example' and a.`;
      expect(await countOf(`${own}status = 'dispatched'`)).toBeGreaterThan(0);
      for (const due of ["= '2026-11-23'", "= '2026-11-24'", "< '2026-11-23'"]) {
        expect(await countOf(`${own}status in ('signed', 'redo') and reply_due_on ${due}`)).toBeGreaterThan(
          0,
        );
      }
    },
  );

  it.each(["gu", "shen", "lu"])("gives the supervisor %s a write-off that others handled", async (name) => {
    const open = `complaint c join person p on p.email = '${name}@huiyin.example'
      where c.status = 'clearing' and exists (select from write_off w where w.complaint_id = c.id and w.decided_at is null)
      and not exists (select from event e where e.complaint_id = c.id and e.actor_id = p.id)`;
    expect(await countOf(open)).toBeGreaterThan(0);
  });

  it("leaves a request for more time to the supervisors, of which gu has word", async () => {
    const waiting = `extension e join assignment a on a.id = e.assignment_id
      join complaint c on c.id = a.complaint_id
      join notice n on n.number = c.number and n.kind = 'extensionAsked' and n.read_at is null
      join person p on p.id = n.person_id and p.email = 'gu@huiyin.example'
      where e.granted is null and a.status = 'signed' and a.reply_due_on > '2026-11-23'`;
    expect(await countOf(waiting)).toBe(1);
  });

  it("opens with what the hub does by itself: letters, reminders, questions, a digest each, and no flood", async () => {
    const today = "at time zone 'Asia/Shanghai')::date = '2026-11-23'";
    const between = async (least: number, text: string, most: number) => {
      const count = await countOf(text);
      expect(count, text).toBeGreaterThanOrEqual(least);
      expect(count, text).toBeLessThanOrEqual(most);
    };
    await between(5, `urging where (issued_at ${today}`, 20);
    await between(30, `event where command = 'climb' and (at ${today}`, 100);
    await between(3, `event where command = 'askRetaliation' and (at ${today}`, 20);
    await between(10, "mail where digest_on = '2026-11-23'", 60);
    await between(0, "mail where items > 20", 0);
    await between(
      0,
      `(select from mail where (created_at ${today} group by person_id having count(*) > 8) as m`,
      0,
    );
    await between(0, "notice where mailing = 'digest' and digest_id is null", 0);
  });

  it("has files behind its attachments and evidence, each of the type that it says", async () => {
    const files = await database.query<{ storage_key: string; sha256: string; type: string }>(
      "select storage_key, sha256, type from attachment union select storage_key, sha256, type from evidence",
    );
    expect(new Set(files.map(({ type }) => type))).toEqual(new Set(["pdf", "png", "jpg", "docx", "txt"]));
    for (const { storage_key, sha256, type } of files) {
      const bytes = readFileSync(join(dataFolder, "uploads", storage_key));
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
      expect((await fileTypeFromBuffer(bytes))?.ext ?? "txt").toBe(type);
    }
    expect(await countOf("attachment where complaint_id is not null")).toBeGreaterThan(100);
    expect(await countOf("evidence where measure_id is not null")).toBeGreaterThan(5);
    expect(await countOf("released_attachment")).toBeGreaterThan(50);
  });

  it("leaves no mail unsent, and no job for one", async () => {
    // What the broker writes to contacts of sealed matters the worker sends, once it runs.
    // Word of a matter that has become a clue meanwhile is for nobody of the commission's other teams.
    const withheld = `last_error is not distinct from '${WITHHELD.replace("'", "''")}'`;
    expect(await countOf(`mail where status <> 'sent' and kind <> 'sealedNews' and not (${withheld})`)).toBe(
      0,
    );
    const told = "complaint c on c.id = mail.complaint_id where c.status <> 'clue'";
    expect(await countOf(`mail join ${told} and ${withheld}`)).toBe(0);
    expect(await countOf("mail")).toBeGreaterThan(1000);
    const late =
      "mail where kind <> 'sealedNews' and (sent_at not between created_at and created_at + interval '1 day' or attempts <> 1)";
    expect(await countOf(late)).toBe(0);
    const itsJob = "select from mail m where m.id::text = j.data->>'mailId' and m.kind = 'sealedNews'";
    expect(await countOf(`pgboss.job j where not exists (${itsJob})`)).toBe(0);
  });

  it("agrees with its events to the last column", async () => {
    const { stdout } = await run("npm", ["run", "--silent", "reconcile"]);
    const [complaints, events] = [await countOf("complaint"), await countOf("event where salt is not null")];
    expect(JSON.parse(stdout)).toEqual({ complaints, events, erased: 1, differences: 0 });
  });

  it("is found out when a row is changed behind the acts", async () => {
    await database.query(
      "update complaint set title = 'another' where id = (select min(id::text)::uuid from complaint)",
    );
    const failed = await run("npm", ["run", "--silent", "reconcile"]).catch((error) => error);
    expect(failed.code).toBe(1);
    expect(JSON.parse(failed.stdout).differences).toBe(1);
  });

  it("tells how far it is", () => {
    expect(lines.length).toBeGreaterThan(12);
  });
});
