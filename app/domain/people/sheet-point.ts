import type { District, Industry, PointSize } from "../../../db/vocabulary.ts";
import type { Day } from "../clock/day.ts";

/** The columns of a sheet of liaison points; a sheet has all of them, in any order. */
export const POINT_COLUMNS = [
  "name",
  "shortName",
  "creditCode",
  "district",
  "industry",
  "size",
  "termStartsOn",
  "termEndsOn",
  "contactName",
  "contactEmail",
  "contactMobile",
] as const;
export type PointColumn = (typeof POINT_COLUMNS)[number];

/** The most points that one sheet may bring. */
export const MOST_POINTS = 2000;

/** A row of a sheet as text: its number as the spreadsheet shows it, days as "2026-11-22". */
export interface SheetRow {
  row: number;
  cells: readonly string[];
}

/** What may stand in a sheet, by its plain text: the words of every language, and the codes. */
export interface SheetWords {
  headings: ReadonlyMap<string, PointColumn>;
  districts: ReadonlyMap<string, District>;
  industries: ReadonlyMap<string, Industry>;
  sizes: ReadonlyMap<string, PointSize>;
}

/** One row that is right. An empty short name leaves what is known of the point as it is. */
export interface SheetPoint {
  row: number;
  name: string;
  shortName: string;
  creditCode: string;
  district: District;
  industry: Industry;
  size: PointSize;
  termStartsOn: Day;
  termEndsOn: Day | null;
  contact: { name: string; email: string; mobile: string } | null;
}

/** A contact's address and the point that it is meant for, as far as that could be read. */
export interface SheetAddress {
  row: number;
  creditCode: string | null;
  email: string;
}

export type SheetFaultKind =
  | "empty"
  | "tooManyRows"
  | "unknownHeading"
  | "missingHeading"
  | "headingTwice"
  | "missing"
  | "failedFormula"
  | "tooLong"
  | "codeLength"
  | "codeCharacters"
  | "codeCheck"
  | "codeTwice"
  | "example"
  | "unknownWord"
  | "unreadableDate"
  | "endBeforeStart"
  | "badEmail"
  | "emailTwice"
  | "emailTaken"
  | "badMobile";

/** What is wrong, and where. `other` names the row or the person that it collides with. */
export interface SheetFault {
  row: number | null;
  column: PointColumn | null;
  found: string;
  kind: SheetFaultKind;
  other?: string;
}

/** A text as words are compared: full-width or not, in capitals or not, with whatever spaces. */
export const plain = (text: string): string =>
  text.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
