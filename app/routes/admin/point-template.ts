import { type DataValidation, writeXlsx } from "hucre/xlsx";
import { EXAMPLE_CREDIT_CODE } from "../../domain/people/point-row.ts";
import { MOST_POINTS, POINT_COLUMNS, type PointColumn } from "../../domain/people/sheet-point.ts";
import { localeOf, only } from "../../http/guards.ts";
import { type Words, wordsOf } from "../../i18n/dictionaries.ts";
import type { Route } from "./+types/point-template.ts";

/** A sheet to fill in: the headings, one invented example, and the words that may be chosen. */
export async function loader({ context }: Route.LoaderArgs) {
  only(context, "sysadmin");
  const words = wordsOf(localeOf(context));
  const bytes = await writeXlsx({ sheets: [sheetToFill(words), sheetOfWords(words)] });
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(words.points.templateName)}.xlsx`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** The columns whose words are chosen, in the order of the second sheet. */
const chosen = ["district", "industry", "size"] as const satisfies readonly PointColumn[];

const choicesOf = ({ office }: Words) => ({
  district: Object.values(office.districts),
  industry: Object.values(office.industries),
  size: Object.values(office.pointSizes),
});

function sheetToFill(words: Words) {
  const { columns, example, templateSheet } = words.points;
  const { office } = words;
  const row: Record<PointColumn, string> = {
    ...example,
    creditCode: EXAMPLE_CREDIT_CODE,
    district: office.districts["350206"],
    industry: office.industries.machinery,
    size: office.pointSizes.medium,
    termStartsOn: "2026-01-01",
    termEndsOn: "2028-12-31",
    contactEmail: "contact@enterprise.example",
    contactMobile: "13800000000",
  };
  return {
    name: templateSheet,
    rows: [POINT_COLUMNS.map((column) => columns[column]), POINT_COLUMNS.map((column) => row[column])],
    columns: POINT_COLUMNS.map((column) => ({ width: column === "name" ? 32 : 20 })),
    freezePane: { rows: 1 },
    dataValidations: chosen.map((column, nth) => dropDown(words, column, nth)),
  };
}

function dropDown(words: Words, column: (typeof chosen)[number], nth: number): DataValidation {
  const letter = String.fromCharCode(65 + POINT_COLUMNS.indexOf(column));
  const from = String.fromCharCode(65 + nth);
  const last = choicesOf(words)[column].length + 1;
  return {
    type: "list",
    formula1: `'${words.points.templateWords}'!$${from}$2:$${from}$${last}`,
    range: `${letter}2:${letter}${MOST_POINTS + 1}`,
    allowBlank: true,
  };
}

function sheetOfWords(words: Words) {
  const { columns, templateWords } = words.points;
  const choices = choicesOf(words);
  const longest = Math.max(...chosen.map((column) => choices[column].length));
  const rows = Array.from({ length: longest }, (_, at) =>
    chosen.map((column) => choices[column][at] ?? null),
  );
  return {
    name: templateWords,
    rows: [chosen.map((column) => columns[column]), ...rows],
    columns: chosen.map(() => ({ width: 24 })),
  };
}
