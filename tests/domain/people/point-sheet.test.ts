import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCharacter } from "../../../app/domain/people/credit-code.ts";
import { EXAMPLE_CREDIT_CODE, isDay } from "../../../app/domain/people/point-row.ts";
import { readSheet } from "../../../app/domain/people/point-sheet.ts";
import {
  MOST_POINTS,
  POINT_COLUMNS,
  type PointColumn,
  type SheetPoint,
} from "../../../app/domain/people/sheet-point.ts";
import { sheetWords } from "../../../app/http/sheet-words.ts";
import { wordsOf } from "../../../app/i18n/dictionaries.ts";
import { DISTRICTS, INDUSTRIES, LOCALES, type Locale, POINT_SIZES } from "../../../db/vocabulary.ts";

const codeOf = (serial: number) => {
  const first17 = `91350200Y${String(serial).padStart(8, "0")}`;
  return first17 + checkCharacter(first17);
};

const right: Record<PointColumn, string> = {
  name: "澄湾市云岭精密电子有限公司",
  shortName: "云岭精密",
  creditCode: codeOf(1),
  district: "湖里区",
  industry: "电子信息",
  size: "中型企业",
  termStartsOn: "2026-03-01",
  termEndsOn: "2029-02-28",
  contactName: "林知微",
  contactEmail: "lin@yunling.example",
  contactMobile: "13800001234",
};
type Cells = Partial<Record<PointColumn, string>>;

const head = (locale: Locale = "zh-CN") =>
  POINT_COLUMNS.map((column) => wordsOf(locale).points.columns[column]);
const sheetOf = (rows: Cells[], headings = head()) => [
  { row: 1, cells: headings },
  ...rows.map((row, index) => ({
    row: index + 2,
    cells: POINT_COLUMNS.map((column) => ({ ...right, ...row })[column]),
  })),
];
const read = (rows: Cells[], headings?: string[]) => readSheet(sheetOf(rows, headings), sheetWords);
const other = { creditCode: codeOf(2), contactEmail: "he@hesui.example" };

describe("a row that is right", () => {
  test("becomes a point", () => {
    expect(read([{}])).toEqual({
      faults: [],
      addresses: [{ row: 2, creditCode: codeOf(1), email: "lin@yunling.example" }],
      points: [
        {
          row: 2,
          name: "澄湾市云岭精密电子有限公司",
          shortName: "云岭精密",
          creditCode: codeOf(1),
          district: "350206",
          industry: "electronics",
          size: "medium",
          termStartsOn: "2026-03-01",
          termEndsOn: "2029-02-28",
          contact: { name: "林知微", email: "lin@yunling.example", mobile: "13800001234" },
        },
      ],
    });
  });

  test.each<[string, Cells, Partial<SheetPoint>]>([
    ["English words", { district: "Huli", industry: "ELECTRONICS", size: "Medium" }, { district: "350206" }],
    ["codes", { district: "350206", industry: "electronics", size: "medium" }, { industry: "electronics" }],
    [
      "a small, spaced, full-width code",
      { creditCode: ` ${codeOf(1).toLowerCase().replace("9", "９")} ` },
      { creditCode: codeOf(1) },
    ],
    ["a day with slashes", { termStartsOn: "2026/3/1" }, { termStartsOn: "2026-03-01" }],
    ["a day in Chinese", { termStartsOn: "2026年3月1日" }, { termStartsOn: "2026-03-01" }],
    ["a day in eight digits", { termStartsOn: "20260301" }, { termStartsOn: "2026-03-01" }],
    ["no end", { termEndsOn: "" }, { termEndsOn: null }],
    ["the term of one day", { termEndsOn: "2026-03-01" }, { termEndsOn: "2026-03-01" }],
    ["no contact", { contactName: "", contactEmail: "", contactMobile: "" }, { contact: null }],
    [
      "a mobile with a prefix",
      { contactMobile: "+86 138-0000-1234" },
      { contact: { name: "林知微", email: "lin@yunling.example", mobile: "13800001234" } },
    ],
  ])("may have %s", (_, cells, point) => {
    const { faults, points } = read([cells]);
    expect(faults).toEqual([]);
    expect(points[0]).toMatchObject(point);
  });
});

describe("what is wrong in a row is told with its column and what stands there", () => {
  const cases: [string, Cells, PointColumn, string][] = [
    ["no name", { name: "  " }, "name", "missing"],
    ["a formula that came to nothing", { name: "#N/A" }, "name", "failedFormula"],
    ["a formula that lost its cell", { shortName: "#REF!" }, "shortName", "failedFormula"],
    ["a formula that no program knows", { termEndsOn: "#NAME?" }, "termEndsOn", "failedFormula"],
    ["a name too long", { name: "长".repeat(101) }, "name", "tooLong"],
    ["no code", { creditCode: "" }, "creditCode", "missing"],
    ["17 characters", { creditCode: codeOf(1).slice(1) }, "creditCode", "codeLength"],
    ["19 characters", { creditCode: `${codeOf(1)}0` }, "creditCode", "codeLength"],
    [
      "a letter O in the code",
      { creditCode: `91350200YO0000001${codeOf(1).at(-1)}` },
      "creditCode",
      "codeCharacters",
    ],
    [
      "a wrong check character",
      { creditCode: codeOf(1).slice(0, 17) + (codeOf(1).endsWith("0") ? "1" : "0") },
      "creditCode",
      "codeCheck",
    ],
    ["the example of the template", { creditCode: EXAMPLE_CREDIT_CODE }, "creditCode", "example"],
    ["a district elsewhere", { district: "鼓楼区" }, "district", "unknownWord"],
    ["no district", { district: "" }, "district", "missing"],
    ["an industry that isn't one", { industry: "军工" }, "industry", "unknownWord"],
    ["a size that isn't one", { size: "巨大" }, "size", "unknownWord"],
    ["no start", { termStartsOn: "" }, "termStartsOn", "missing"],
    ["words for a day", { termStartsOn: "今年三月" }, "termStartsOn", "unreadableDate"],
    ["a bare number for a day", { termStartsOn: "46082" }, "termStartsOn", "unreadableDate"],
    ["a day that isn't", { termEndsOn: "2029-02-29" }, "termEndsOn", "unreadableDate"],
    ["an end before the start", { termEndsOn: "2026-02-28" }, "termEndsOn", "endBeforeStart"],
    ["half an address", { contactEmail: "lin@yunling" }, "contactEmail", "badEmail"],
    ["a short mobile", { contactMobile: "1380000123" }, "contactMobile", "badMobile"],
    ["a landline", { contactMobile: "0592-1234567" }, "contactMobile", "badMobile"],
    ["a contact without an address", { contactEmail: "" }, "contactEmail", "missing"],
    ["a contact without a name", { contactName: "" }, "contactName", "missing"],
  ];
  test.each(cases)("%s", (_, cells, column, kind) => {
    const { faults, points } = read([other, cells]);
    expect(faults).toEqual([{ row: 3, column, kind, found: (cells[column] ?? "").trim() }]);
    expect(points.map(({ row }) => row)).toEqual([2]);
  });

  test("everything at once", () => {
    const { faults } = read([{ name: "", creditCode: "1", district: "?", termStartsOn: "?" }]);
    expect(faults.map(({ kind }) => kind)).toEqual([
      "missing",
      "codeLength",
      "unknownWord",
      "unreadableDate",
    ]);
  });

  test("a code twice and an address twice name the first row, even where that row is wrong", () => {
    const { faults } = read([{ name: "" }, other, { contactEmail: "LIN@yunling.example" }]);
    expect(faults).toEqual([
      { row: 2, column: "name", found: "", kind: "missing" },
      { row: 4, column: "creditCode", found: codeOf(1), kind: "codeTwice", other: "2" },
      { row: 4, column: "contactEmail", found: "LIN@yunling.example", kind: "emailTwice", other: "2" },
    ]);
  });
});

describe("the sheet as a whole", () => {
  const kinds = (rows: Parameters<typeof readSheet>[0]) => readSheet(rows, sheetWords).faults;
  test("is empty without rows, with headings only, and with blank rows", () => {
    for (const rows of [[], sheetOf([]), [...sheetOf([]), { row: 9, cells: [" ", ""] }]])
      expect(kinds(rows)).toEqual([{ row: null, column: null, found: "", kind: "empty" }]);
  });

  test("has at most so many points", () => {
    const rows = (count: number) => sheetOf(Array.from({ length: count }, () => ({})));
    expect(kinds(rows(MOST_POINTS + 1))).toMatchObject([{ kind: "tooManyRows", other: String(MOST_POINTS) }]);
    expect(kinds(rows(MOST_POINTS)).some(({ kind }) => kind === "tooManyRows")).toBe(false);
  });

  test("tells a heading that is unknown, missing or there twice, and then reads no row", () => {
    const headings = ["全称", "简称", "简称", ...head().slice(3)];
    const { faults, points } = read([{}], headings);
    expect(points).toEqual([]);
    expect(faults).toEqual([
      { row: 1, column: null, found: "全称", kind: "unknownHeading" },
      { row: 1, column: "shortName", found: "简称", kind: "headingTwice" },
      { row: 1, column: "name", found: "", kind: "missingHeading" },
      { row: 1, column: "creditCode", found: "", kind: "missingHeading" },
    ]);
  });

  test("skips blank rows and keeps the numbers of the others", () => {
    const [first, second] = sheetOf([{}]);
    const rows = [
      { row: 1, cells: [] },
      { ...first, row: 3 },
      { ...second, row: 8 },
    ] as never;
    expect(readSheet(rows, sheetWords).points.map(({ row }) => row)).toEqual([8]);
  });
});

test("a day is one of the calendar", () => {
  expect(["2026-02-28", "2028-02-29", "1992-01-01"].every(isDay)).toBe(true);
  expect(["2026-02-29", "2026-13-01", "2026-00-10", "1991-12-31", "2026-1-1", ""].some(isDay)).toBe(false);
});

const day = fc.date({ min: new Date("2020-01-01"), max: new Date("2035-12-31"), noInvalidDate: true });
const name = fc.stringMatching(/^[\u4e00-\u9fa5]{2,20}$/);
const onePoint = fc.record({
  name,
  shortName: fc.option(name, { nil: "" }),
  district: fc.constantFrom(...DISTRICTS),
  industry: fc.constantFrom(...INDUSTRIES),
  size: fc.constantFrom(...POINT_SIZES),
  days: fc.tuple(day, fc.option(fc.nat(2000))),
  contact: fc.option(fc.record({ name, mobile: fc.stringMatching(/^(1[3-9]\d{9})?$/) })),
});

test("what was right goes out in either language and comes back as it was, columns in any order", () => {
  const shuffled = fc.shuffledSubarray([...POINT_COLUMNS], { minLength: POINT_COLUMNS.length });
  const sheet = fc.tuple(
    fc.constantFrom(...LOCALES),
    shuffled,
    fc.array(onePoint, { minLength: 1, maxLength: 8 }),
  );
  fc.assert(
    fc.property(sheet, ([locale, columns, drawn]) => {
      const points: SheetPoint[] = drawn.map(({ days: [start, length], contact, ...rest }, index) => ({
        ...rest,
        row: index + 2,
        creditCode: codeOf(index),
        termStartsOn: start.toISOString().slice(0, 10),
        termEndsOn:
          length === null ? null : new Date(start.getTime() + length * 86_400_000).toISOString().slice(0, 10),
        contact: contact && { ...contact, email: `contact${index}@enterprise.example` },
      }));
      const { points: words, office } = wordsOf(locale);
      const rows = points.map((point) => {
        const cells: Record<PointColumn, string> = {
          ...point,
          district: office.districts[point.district],
          industry: office.industries[point.industry],
          size: office.pointSizes[point.size],
          termEndsOn: point.termEndsOn ?? "",
          contactName: point.contact?.name ?? "",
          contactEmail: point.contact?.email ?? "",
          contactMobile: point.contact?.mobile ?? "",
        };
        return { row: point.row, cells: columns.map((column) => cells[column]) };
      });
      const headings = { row: 1, cells: columns.map((column) => words.columns[column]) };
      expect(readSheet([headings, ...rows], sheetWords)).toMatchObject({ points, faults: [] });
    }),
    { numRuns: 200 },
  );
});
