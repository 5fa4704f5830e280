import { DISTRICTS, INDUSTRIES, LOCALES, POINT_SIZES } from "../../db/vocabulary.ts";
import { POINT_COLUMNS, plain, type SheetWords } from "../domain/people/sheet-point.ts";
import { wordsOf } from "../i18n/dictionaries.ts";

const dictionaries = LOCALES.map(wordsOf);

/** Every code by itself and by its word in every language. */
function named<T extends string>(
  codes: readonly T[],
  wordsIn: (dictionary: Dictionary) => Record<T, string>,
) {
  return new Map(
    codes.flatMap((code) =>
      [code, ...dictionaries.map((dictionary) => wordsIn(dictionary)[code])].map(
        (word) => [plain(word), code] as const,
      ),
    ),
  );
}

type Dictionary = (typeof dictionaries)[number];

/** What may stand in a sheet of liaison points, whoever filled it in. */
export const sheetWords: SheetWords = {
  headings: named(POINT_COLUMNS, ({ points }) => points.columns),
  districts: named(DISTRICTS, ({ office }) => office.districts),
  industries: named(INDUSTRIES, ({ office }) => office.industries),
  sizes: named(POINT_SIZES, ({ office }) => office.pointSizes),
};
