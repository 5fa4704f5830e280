import { type ReadRow, readRow } from "./point-row.ts";
import {
  MOST_POINTS,
  POINT_COLUMNS,
  type PointColumn,
  plain,
  type SheetAddress,
  type SheetFault,
  type SheetFaultKind,
  type SheetPoint,
  type SheetRow,
  type SheetWords,
} from "./sheet-point.ts";

export interface ReadSheet {
  points: SheetPoint[];
  /** Of every row, right or wrong: an address may be somebody else's besides. */
  addresses: SheetAddress[];
  faults: SheetFault[];
}

const isBlank = ({ cells }: SheetRow) => cells.every((cell) => cell.trim() === "");

/** Reads a sheet, the first filled row its headings: the points of the right rows, and everything that is wrong. */
export function readSheet(rows: readonly SheetRow[], words: SheetWords): ReadSheet {
  const [head, ...body] = rows.filter((row) => !isBlank(row));
  if (!head) return ofSheet("empty");
  const { places, faults } = readHead(head, words);
  if (faults.length > 0) return { ...nothing, faults };
  if (body.length === 0) return ofSheet("empty");
  if (body.length > MOST_POINTS) return ofSheet("tooManyRows", String(MOST_POINTS));
  const read = body.map((row) => readRow(row, places, words));
  const twice = [
    ...repeated(read, "creditCode", "codeTwice", (row) => row.creditCode),
    ...repeated(read, "contactEmail", "emailTwice", (row) => row.email),
  ];
  return {
    points: read.flatMap(({ point }) => (point ? [point] : [])),
    addresses: read.flatMap(({ row, creditCode, email }) => (email ? [{ row, creditCode, email }] : [])),
    faults: [...read.flatMap((row) => row.faults), ...twice].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)),
  };
}

const nothing = { points: [], addresses: [] };

const ofSheet = (kind: SheetFaultKind, other?: string): ReadSheet => ({
  ...nothing,
  faults: [{ row: null, column: null, found: "", kind, other }],
});

function readHead({ row, cells }: SheetRow, { headings }: SheetWords) {
  const places = new Map<PointColumn, number>();
  const faults: SheetFault[] = [];
  for (const [index, found] of cells.entries()) {
    if (!found.trim()) continue;
    const column = headings.get(plain(found)) ?? null;
    if (!column) faults.push({ row, column, found, kind: "unknownHeading" });
    else if (places.has(column)) faults.push({ row, column, found, kind: "headingTwice" });
    else places.set(column, index);
  }
  for (const column of POINT_COLUMNS)
    if (!places.has(column)) faults.push({ row, column, found: "", kind: "missingHeading" });
  return { places, faults };
}

/** A fault for every row whose value an earlier row has already, naming that row. */
function repeated(
  rows: readonly ReadRow[],
  column: PointColumn,
  kind: SheetFaultKind,
  compared: (row: ReadRow) => string | null,
): SheetFault[] {
  const first = new Map<string, number>();
  return rows.flatMap((each) => {
    const found = compared(each);
    if (!found) return [];
    // An address is the same in capitals.
    const key = found.toLowerCase();
    const other = first.get(key);
    if (other === undefined) first.set(key, each.row);
    return other === undefined ? [] : [{ row: each.row, column, found, kind, other: String(other) }];
  });
}
