import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { loadCalendar } from "../../app/domain/clock/calendar.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { readFilter } from "../../app/domain/ledger/filter.ts";
import { ledgerPage } from "../../app/domain/ledger/ledger.server.ts";
import { searchQuery } from "../../app/domain/ledger/search.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, type Office, openOffice, shanghai } from "../support/office.ts";

let office: Office;
let db: TestDatabase;
const at = shanghai("2026-03-13 10:00");
const texts = [
  ["施工许可补正三次", "窗口每次意见都不同。"],
  ["贷款久拖不批", "银行要求追加抵押，税务证明又要重开；Invoice No. 7788 was refused."],
  ["退税一直没有到账", "ＰＤＦ上传失败。"],
] as const;

/** Theirs in their order: some numbers are left out. `#2` in a search is the second, `#2+` its serial. */
const numbers: string[] = [];
const withNumbers = (q: string) =>
  q.replace(/#(\d)(\+?)/, (_, nth, serial) => (numbers[nth - 1] ?? "").slice(serial ? "HY2026-".length : 0));

const found = (q: string) =>
  withActor(office.su, "read", async (tx) => {
    const moment = { at, calendar: await loadCalendar(tx) };
    const rows = await ledgerPage(tx, readFilter(new URLSearchParams({ q })), moment, null, 100);
    return rows.map(({ title }) => title).toSorted();
  });

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
  for (const [title, description] of texts) {
    const submission = { ...aSubmission, title, description };
    numbers.push((await submit(office.lin, submission, shanghai("2026-03-02 09:30"))).number);
  }
});

describe("a search of the ledger", () => {
  const [permit, loan, tax] = texts.map(([title]) => title);

  it.each([
    ["two characters of a title", "许可", [permit]],
    ["a longer run of it", "施工许可补正", [permit]],
    ["words of a description", "抵押", [loan]],
    ["one character, wherever it stands", "税", [loan, tax]],
    ["the last character of a run", "账", [tax]],
    ["several words, all of which must be there", "银行 证明", [loan]],
    ["words that are not all there", "银行 许可", []],
    ["a word of letters, in any case and by its beginning", "invo", [loan]],
    ["letters in full width", "pdf", [tax]],
    ["a number in a text", "7788", [loan]],
    ["a number", "#2", [loan]],
    ["a number without its case", "hy2026-#2+", [loan]],
    ["the beginning of a number", "HY2026-0000", [permit, loan, tax]],
    ["a year's numbers", "HY2026", [permit, loan, tax]],
    ["another year's", "HY2025", []],
    ["a serial", "#3+", [tax]],
    ["nothing but signs", "%' | ! & <->", []],
    ["what is nowhere", "犀鹬", []],
  ])("finds %s", async (_, q, titles) => {
    expect(await found(withNumbers(q))).toEqual(titles.toSorted());
  });

  it("finds a serial without its noughts", async () => {
    expect(await found(`${Number(withNumbers("#3+"))}`)).toEqual([tax]);
  });

  it("never finds a clue", async () => {
    await db.query("update complaint set status = 'clue' where title = $1", [permit]);
    expect(await found("许可")).toEqual([]);
    expect(await found(withNumbers("#1"))).toEqual([]);
    await db.query("update complaint set status = 'submitted' where title = $1", [permit]);
  });

  it("cuts what is looked for as the database cuts texts", async () => {
    const text = fc.string({
      unit: fc.constantFrom(..."施工许可証カ ，。aZ9７Ｂ-'\\"),
      minLength: 1,
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(text, fc.nat(30), fc.nat(30), async (said, start, length) => {
        // From the beginning of a word: letters are found by it, digits whole.
        const looked = said.slice(start, start + length + 1).match(/[^\s\w０-９Ａ-Ｚ]+/)?.[0] ?? said;
        const query = searchQuery(looked);
        if (query === null) return;
        const [row] = await db.query<{ hit: boolean }>("select words_of($1) @@ $2::tsquery as hit", [
          said,
          query,
        ]);
        expect(row?.hit, `${said} ← ${looked}`).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
