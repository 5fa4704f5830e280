import type { Day } from "../clock/day.ts";
import { checkCharacter, isCreditCode } from "./credit-code.ts";
import { isEmail } from "./email.ts";
import { mobileOf } from "./mobile.ts";
import {
  type PointColumn,
  plain,
  type SheetFault,
  type SheetFaultKind,
  type SheetPoint,
  type SheetRow,
  type SheetWords,
} from "./sheet-point.ts";

const LONGEST = 100;

/** The credit code of the enterprise in the template, which nobody means to appoint. */
export const EXAMPLE_CREDIT_CODE = "91350200Y9999999XR";

/** A row as it was read; the code and the address stand apart, to be compared even where the rest is wrong. */
export interface ReadRow {
  row: number;
  point: SheetPoint | null;
  creditCode: string | null;
  email: string | null;
  faults: SheetFault[];
}

/** Reads one row; `places` says in which cell each column stands. */
export function readRow(
  { row, cells }: SheetRow,
  places: ReadonlyMap<PointColumn, number>,
  words: SheetWords,
): ReadRow {
  const faults: SheetFault[] = [];
  const cell = (column: PointColumn) => tidy(cells[places.get(column) ?? -1] ?? "");
  /** What the reader makes of a cell; a kind of fault instead of a value is noted. */
  function take<T>(column: PointColumn, reader: Reader<T>, isRequired = true): T | null {
    const found = cell(column);
    const taken: Taken<T> = found
      ? readWith(reader, found)
      : isRequired
        ? { kind: "missing" }
        : { value: null };
    if ("value" in taken) return taken.value;
    faults.push({ row, column, found, kind: taken.kind });
    return null;
  }
  const hasContact = ["contactName", "contactEmail", "contactMobile"].some((c) => cell(c as PointColumn));
  const name = take("name", text);
  const shortName = take("shortName", text, false);
  const creditCode = take("creditCode", code);
  const district = take("district", wordIn(words.districts));
  const industry = take("industry", wordIn(words.industries));
  const size = take("size", wordIn(words.sizes));
  const termStartsOn = take("termStartsOn", day);
  const termEndsOn = take("termEndsOn", day, false);
  if (termStartsOn && termEndsOn && termEndsOn < termStartsOn)
    faults.push({ row, column: "termEndsOn", found: cell("termEndsOn"), kind: "endBeforeStart" });
  const contactName = take("contactName", text, hasContact);
  const email = take("contactEmail", address, hasContact);
  const mobile = take("contactMobile", mobileNumber, false);
  const isRight = name && creditCode && district && industry && size && termStartsOn && faults.length === 0;
  const contact = contactName && email ? { name: contactName, email, mobile: mobile ?? "" } : null;
  const term = { termStartsOn: termStartsOn ?? "", termEndsOn };
  const point = isRight
    ? { row, name, shortName: shortName ?? "", creditCode, district, industry, size, ...term, contact }
    : null;
  return { row, point, creditCode, email, faults };
}

type Taken<T> = { value: T | null } | { kind: SheetFaultKind };
type Reader<T> = (found: string) => Taken<T>;

/** What a cell shows whose formula came to nothing: "#N/A", "#REF!", "#NAME?". */
const FAILED_FORMULA = /^#(N\/A|[A-Z0-9/_]+[!?])$/;

const readWith = <T>(reader: Reader<T>, found: string): Taken<T> =>
  FAILED_FORMULA.test(found) ? { kind: "failedFormula" } : reader(found);

/** Without what can't be seen, which would make two like texts differ. */
const tidy = (found: string) =>
  found
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Zs}]+/gu, " ")
    .trim();

const tight = (found: string) => found.normalize("NFKC").replace(/[\s-]/g, "");

const text: Reader<string> = (found) => (found.length > LONGEST ? { kind: "tooLong" } : { value: found });

const code: Reader<string> = (found) => {
  const value = tight(found).toUpperCase();
  if (value.length !== 18) return { kind: "codeLength" };
  if (checkCharacter(value.slice(0, 17)) === null) return { kind: "codeCharacters" };
  if (!isCreditCode(value)) return { kind: "codeCheck" };
  return value === EXAMPLE_CREDIT_CODE ? { kind: "example" } : { value };
};

const wordIn =
  <T extends string>(words: ReadonlyMap<string, T>): Reader<T> =>
  (found) => {
    const value = words.get(plain(found));
    return value ? { value } : { kind: "unknownWord" };
  };

const DAY = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/;

/** A day as offices write it: 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日 or 20260301. */
const day: Reader<Day> = (found) => {
  const parts = DAY.exec(found.normalize("NFKC").replace(/\s/g, ""));
  const [, year, month, date, shortMonth, shortDate] = parts ?? [];
  const two = (part = "") => part.padStart(2, "0");
  const value = `${year}-${two(month ?? shortMonth)}-${two(date ?? shortDate)}`;
  return isDay(value) ? { value } : { kind: "unreadableDate" };
};

/** True for a day of the calendar, "2026-11-22", in a year that a term can lie in. */
export function isDay(text: string): boolean {
  if (!/^(199[2-9]|2[01]\d\d)-\d\d-\d\d$/.test(text)) return false;
  // A date that its month doesn't have rolls over into the next one.
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

const address: Reader<string> = (found) => {
  const value = found.normalize("NFKC");
  return isEmail(value) && value.length <= LONGEST ? { value } : { kind: "badEmail" };
};

const mobileNumber: Reader<string> = (found) => {
  const value = mobileOf(found);
  return value ? { value } : { kind: "badMobile" };
};
