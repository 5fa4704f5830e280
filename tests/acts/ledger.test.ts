// Long, because each filter and each figure is tried on one and the same small ledger.
import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { loadCalendar } from "../../app/domain/clock/calendar.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { COMPLAINT_FIGURES, MONTHLY_FIGURES } from "../../app/domain/figure/figure.ts";
import { figures, months } from "../../app/domain/figure/figures.server.ts";
import { csvLine } from "../../app/domain/ledger/csv.ts";
import { listDepartments, loadDossier } from "../../app/domain/ledger/dossier.server.ts";
import {
  filterQuery,
  LEDGER_LAMPS,
  readCursor,
  readFilter,
  SORTS,
  writeCursor,
} from "../../app/domain/ledger/filter.ts";
import {
  cursorOf,
  type LedgerRow,
  ledgerCount,
  ledgerPage,
  ledgerRows,
} from "../../app/domain/ledger/ledger.server.ts";
import { listPoints } from "../../app/domain/ledger/points.server.ts";
import { loadQueue } from "../../app/domain/ledger/queue.server.ts";
import { lampOf } from "../../app/domain/ledger/reading.ts";
import { recordRule } from "../../app/domain/ledger/record-rule.server.ts";
import { parseRule } from "../../app/domain/ledger/rule-form.ts";
import { listRules } from "../../app/domain/ledger/rules.server.ts";
import { csvOf, xlsxOf } from "../../app/routes/desk/ledger-file.server.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, does, type Office, openOffice, shanghai } from "../support/office.ts";

let office: Office;
let db: TestDatabase;
let closed: string;
const at = shanghai("2026-03-13 10:00");

const filterOf = (query: string) => readFilter(new URLSearchParams(query));
const reading = <T>(fn: (tx: Parameters<Parameters<typeof withActor>[2]>[0]) => Promise<T>) =>
  withActor(office.su, "read", fn);

async function numbersOf(query: string): Promise<string[]> {
  return reading(async (tx) => {
    const moment = { at, calendar: await loadCalendar(tx) };
    const rows = await Array.fromAsync(ledgerRows(tx, filterOf(query), moment, 3));
    return rows.map((row) => row.number);
  });
}

async function writtenOff(): Promise<string> {
  const { number } = await submit(office.lin, aSubmission, shanghai("2026-03-02 09:30"));
  const on = { number };
  const brief = "某企业反映审图意见前后不一，请核实并一次性告知。";
  await does(office.su, on, { type: "accept", grade: "C" }, "2026-03-02 10:00");
  const assign = { type: "assign", grade: "C", lead: office.construction, assisting: [], brief, release: [] };
  await does(office.su, on, assign as never, "2026-03-02 11:00");
  const [{ code, id } = { code: "", id: "" }] = await db.query<{ code: string; id: string }>(
    "select a.code, a.id from assignment a join complaint c on c.id = a.complaint_id where c.number = $1",
    [number],
  );
  await does(office.zhao, { code }, { type: "sign", officer: "赵承安" }, "2026-03-02 15:00");
  const contact = { type: "recordFirstContact", way: "throughCommission", note: "已请委里转告。" } as const;
  await does(office.zhao, { code }, contact, "2026-03-03 10:00");
  await does(
    office.zhao,
    { code },
    { type: "reply", words: "意见已合并。", evidence: [] },
    "2026-03-05 10:00",
  );
  await does(office.gu, on, { type: "acceptReply", note: null }, "2026-03-05 14:00", { assignmentId: id });
  await does(office.gu, on, { type: "feedBack", words: "已一次性告知。" }, "2026-03-05 15:00");
  await does(
    office.gu,
    on,
    { type: "noteReference", suggestion: "审图意见应一次告知。" },
    "2026-03-05 15:10",
  );
  const good = { type: "evaluate", rating: "satisfied", solved: "solved", reason: "当天就办好了。" } as const;
  await does(office.lin, on, good, "2026-03-06 09:30");
  await does(office.zhao, { code }, { type: "applyWriteOff", words: "申请销号。" }, "2026-03-06 10:00");
  await does(office.shen, on, { type: "approveWriteOff", words: "同意销号。" }, "2026-03-06 14:00");
  return number;
}

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
  closed = await writtenOff();
  for (let day = 9; day <= 13; day++) {
    await submit(
      office.he,
      { ...aSubmission, title: `=第 ${day} 日,"提交"` },
      shanghai(`2026-03-${String(day).padStart(2, "0")} 09:30`),
    );
  }
  // The last instant of the year before, in Asia/Shanghai.
  await submit(office.he, aSubmission, new Date("2025-12-31T23:59:59+08:00"));
});

describe("a figure", () => {
  it("opens exactly its list", async () => {
    for (const year of [2025, 2026]) {
      const told = await reading((tx) => figures(tx, year, at));
      for (const name of COMPLAINT_FIGURES) {
        expect(await numbersOf(`figure=${name}&year=${year}`), `${name} ${year}`).toHaveLength(told[name]);
      }
    }
  });

  it("opens exactly the list of each of its months", async () => {
    const told = await reading((tx) => months(tx, 2026));
    expect(told.resolved[2]).toBe(1);
    for (const figure of MONTHLY_FIGURES)
      for (const [index, count] of told[figure].entries())
        expect(await numbersOf(`figure=${figure}&year=2026&month=${index + 1}`)).toHaveLength(count);
  });

  it("counts by the definitions", async () => {
    expect(await reading((tx) => figures(tx, 2025, at))).toMatchObject({
      reported: 1,
      resolved: 0,
      references: 0,
      carriedOver: 1,
    });
    expect(await reading((tx) => figures(tx, 2026, at))).toMatchObject({
      reported: 6,
      resolved: 1,
      references: 1,
      carriedOver: 6,
      contactDue: 1,
      contactInTime: 1,
      rates: { response: 1, resolution: 1, satisfaction: 1 },
    });
    const byMonth = await reading((tx) => months(tx, 2026));
    expect(byMonth.reported).toEqual([0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(byMonth.resolved[2]).toBe(1);
  });

  it("does not count as resolved what was reopened in the year", async () => {
    await db.query("update write_off set reopened_at = '2026-11-01' where approved");
    expect((await reading((tx) => figures(tx, 2026, at))).resolved).toBe(0);
    await db.query("update write_off set reopened_at = '2027-01-05' where approved");
    expect((await reading((tx) => figures(tx, 2026, at))).resolved).toBe(1);
    await db.query("update write_off set reopened_at = null where approved");
  });
});

describe("the ledger", () => {
  it("pages without a gap or a repetition, in both orders", async () => {
    for (const sort of SORTS) {
      const all = await numbersOf(`sort=${sort}`);
      expect(new Set(all).size).toBe(7);
      const paged: string[] = [];
      let cursor: string | null = null;
      do {
        const from: string | null = cursor;
        const rows: LedgerRow[] = await reading(async (tx) =>
          ledgerPage(
            tx,
            filterOf(`sort=${sort}`),
            { at, calendar: await loadCalendar(tx) },
            readCursor(from),
            2,
          ),
        );
        paged.push(...rows.map((row) => row.number));
        const last: LedgerRow | undefined = rows.at(-1);
        cursor = last ? writeCursor(cursorOf(last, sort)) : null;
      } while (cursor);
      expect(paged).toEqual(all);
    }
  });

  it("judges the lamps as the clock does", async () => {
    const calendar = await reading(loadCalendar);
    const rows = await reading((tx) => Array.fromAsync(ledgerRows(tx, filterOf(""), { at, calendar })));
    for (const lamp of LEDGER_LAMPS) {
      const judged = rows.filter((row) => lampOf(row, at, calendar)?.lamp === lamp).map((row) => row.number);
      expect(await numbersOf(`lamp=${lamp}`), lamp).toEqual(judged);
    }
  });

  it("says of what is written off whether the reply came in time, unless its look-back is near", async () => {
    const replied = (moment: string) =>
      db.query("update assignment set replied_at = $1 where reply_due_on is not null", [moment]);
    expect(await numbersOf("lamp=blue")).toEqual([closed]);
    const before = await db.query<{ on: string; at: string }>(
      "select reply_due_on::text as on, replied_at::text as at from assignment",
    );
    const [{ on, at: repliedAt } = { on: "", at: "" }] = before;
    await replied(`${on} 17:30:00+08`);
    expect([await numbersOf("lamp=blue"), await numbersOf("lamp=late")]).toEqual([[closed], []]);
    await replied(`${on} 17:30:01+08`);
    expect([await numbersOf("lamp=blue"), await numbersOf("lamp=late")]).toEqual([[], [closed]]);
    const calendar = await reading(loadCalendar);
    const rows = await reading((tx) =>
      Array.fromAsync(ledgerRows(tx, filterOf("lamp=late"), { at, calendar })),
    );
    expect(rows.map((row) => lampOf(row, at, calendar)?.lamp)).toEqual(["late"]);
    await db.query("update complaint set due_on = '2026-03-13' where number = $1", [closed]);
    expect([await numbersOf("lamp=late"), await numbersOf("lamp=yellow")]).toMatchObject([
      [],
      expect.arrayContaining([closed]),
    ]);
    await db.query("update complaint set due_on = '2026-06-08' where number = $1", [closed]);
    await replied(repliedAt);
  });

  it("finds by number, serial and title, and takes no wildcard", async () => {
    expect(await numbersOf(`q=${closed}`)).toEqual([closed]);
    // A day that is no serial: numbers are words that can be looked for, too.
    expect(await numbersOf(`q=${encodeURIComponent("第 13 日")}`)).toHaveLength(1);
    expect(await numbersOf(`q=${encodeURIComponent("%")}`)).toEqual([]);
    for (const q of ["HY0000-00000", "HY0001", "HY9999-00001"]) expect(await numbersOf(`q=${q}`)).toEqual([]);
    expect(await numbersOf("status=closed")).toEqual([closed]);
    expect(
      await reading(async (tx) =>
        ledgerCount(tx, filterOf("status=submitted"), { at, calendar: await loadCalendar(tx) }),
      ),
    ).toBe(6);
  });

  it("never shows a clue, in no list and no figure", async () => {
    await db.query("update complaint set status = 'clue', due_on = null where number = $1", [closed]);
    expect(await numbersOf("")).not.toContain(closed);
    expect(await reading((tx) => loadDossier(tx, closed))).toBeNull();
    expect((await reading((tx) => figures(tx, 2026, at))).resolved).toBe(0);
    await db.query("update complaint set status = 'closed', due_on = '2026-06-08' where number = $1", [
      closed,
    ]);
  });

  it("keeps a filter through its address, and drops what is on no list", () => {
    const columns = "columns=lamp&columns=title,point";
    const filter = filterOf(`status=closed&field=arrears&year=2026&figure=resolved&sort=due&${columns}`);
    expect(filter.columns).toEqual(["title", "point", "lamp"]);
    expect(readFilter(new URLSearchParams(filterQuery(filter)))).toEqual(filter);
    expect(
      filterQuery(filterOf("status=clue&field=x&year=1&figure=resolved&lamp=pink&sort=no&columns=no")),
    ).toBe("");
  });

  it("begins where a cursor says that the database can find, and else at the beginning", async () => {
    const id = "019ca6f2-0000-7000-8000-000000000000";
    const odd = [
      "0000-01-01",
      "+010000-01-01",
      "-000100-01-01",
      "2026-02-30",
      "2026-03-02T25:00:00.000Z",
      "1",
    ];
    for (const value of ["", "2026-03-02", "2026-03-02T01:30:00.000Z", ...odd]) {
      const cursor = readCursor(`${value}_${id}`);
      expect(cursor).toEqual(odd.includes(value) ? null : { value, id });
      for (const sort of SORTS)
        await reading(async (tx) =>
          ledgerPage(tx, filterOf(`sort=${sort}`), { at, calendar: await loadCalendar(tx) }, cursor, 2),
        );
    }
    expect(readCursor("nonsense")).toBeNull();
  });
});

describe("an export", () => {
  const wanted = (query: string) => ({
    actor: office.su,
    filter: filterOf(query),
    locale: "zh-CN" as const,
    at,
  });

  it("holds exactly the rows of the filter, with formulas made harmless", async () => {
    const bytes = new Uint8Array(await new Response(csvOf(wanted("status=submitted"))).arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).trim().split("\r\n");
    expect(lines).toHaveLength(8);
    expect(lines[7]).toBe("苏一宁（综合岗）于 2026-03-13 10:00 导出，仅供内部使用");
    expect(lines[1]).toContain(`,"'=第 13 日,""提交""",`);
    expect(csvLine(["+1", "@a", "-", "a"])).toBe("'+1,'@a,'-,a\r\n");
    expect(csvLine(["＝1", "＠a", "　－1", "\ufeff=1", "一＝1"])).toBe(
      "'＝1,'＠a,'　－1,'\ufeff=1,一＝1\r\n",
    );
  });

  it("is a workbook with the same rows", async () => {
    const bytes = new Uint8Array(await new Response(xlsxOf(wanted("status=submitted"))).arrayBuffer());
    const book = await readXlsx(bytes);
    expect(book.sheets[0]?.rows).toHaveLength(8);
    expect(book.sheets[0]?.rows[7]?.[0]).toMatch(/^苏一宁（综合岗）于 .+ 导出/);
    expect(book.sheets[0]?.rows[1]?.[1]).toBe(`'=第 13 日,"提交"`);
  });
});

describe("a rule", () => {
  const form = (values: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(values)) data.set(name, value);
    return data;
  };

  it("is recorded once, with its complaints, and refused with a number that is not there", async () => {
    const said = {
      title: "审图一次告知规定",
      summary: "审图意见一次说全。",
      department: office.construction,
      madeOn: "2026-03-10",
    };
    const parsed = parseRule(form({ ...said, numbers: `${closed}，${closed}` }));
    if (!parsed.ok) throw new Error("not read");
    const commandId = "0190a3c2-0000-7000-8000-000000000001";
    const first = await recordRule(office.shen, parsed.rule, at, commandId);
    expect(await recordRule(office.shen, parsed.rule, at, commandId)).toEqual(first);
    expect(await reading((tx) => listRules(tx, 2026))).toMatchObject([
      { title: said.title, numbers: [closed] },
    ]);
    expect((await reading((tx) => figures(tx, 2026, at))).rules).toBe(1);
    const missing = await recordRule(office.shen, { ...parsed.rule, numbers: ["HY2026-99999"] }, at);
    expect(missing).toMatchObject({ ok: false, refusal: "noSuchComplaint" });
    expect(await recordRule(office.lin, parsed.rule, at)).toMatchObject({ ok: false, refusal: "notAllowed" });
    expect(await recordRule(office.shen, { ...parsed.rule, departmentId: "x" }, at)).toMatchObject({
      refusal: "noSuchDepartment",
    });
    expect(parseRule(form({ ...said, numbers: "HY1" }))).toMatchObject({
      ok: false,
      errors: { numbers: "notANumber" },
    });
  });
});

describe("the desk", () => {
  it("shows each role what waits for it, the points with their counts, and a complaint whole", async () => {
    expect(await reading((tx) => loadQueue(tx, "triage", "2026-03-06"))).toHaveLength(6);
    expect(await reading((tx) => loadQueue(tx, "verifying", "2026-03-06"))).toEqual([]);
    const points = await reading((tx) => listPoints(tx));
    expect(points.reduce((sum, point) => sum + (point.submitted ?? 0), 0)).toBe(7);
    const dossier = await reading((tx) => loadDossier(tx, closed));
    expect(dossier?.matter.reply).toHaveLength(1);
    expect(dossier?.events.at(-1)?.command).toBe("submit");
    expect((await reading(listDepartments)).length).toBeGreaterThan(1);
  });
});
