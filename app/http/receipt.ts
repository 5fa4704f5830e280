import { LOCALES } from "../../db/vocabulary.ts";
import { wordsOf } from "../i18n/dictionaries.ts";

/** The sentences that a receipt can carry, in every language: any other was written by somebody else. */
export const receiptNotes: readonly string[] = LOCALES.flatMap((locale) => {
  const { covered, uncovered } = wordsOf(locale).trail.receipt;
  return [covered, uncovered];
});
