import type { District, Industry, PointSize, PointStatus } from "../../../db/vocabulary.ts";
import type { Day } from "../clock/day.ts";
import type { ReadSheet } from "./point-sheet.ts";
import type { PointColumn, SheetFault, SheetPoint } from "./sheet-point.ts";

/** A point as it is known already. */
export interface KnownPoint {
  id: string;
  code: string;
  name: string;
  shortName: string;
  creditCode: string;
  district: District;
  industry: Industry;
  size: PointSize;
  status: PointStatus;
  termStartsOn: Day;
  termEndsOn: Day | null;
  version: number;
}

/** Somebody who has an address that the sheet names. */
export interface KnownPerson {
  id: string;
  name: string;
  email: string;
  mobile: string | null;
  liaisonPointId: string | null;
  version: number;
}

export interface PointChange {
  column: PointColumn;
  before: string;
  after: string;
}

/** One row of the sheet beside what is known: what importing it would do. */
export interface PlannedPoint {
  point: SheetPoint;
  known: KnownPoint | null;
  contact: KnownPerson | null;
  outcome: "new" | "changed" | "unchanged";
  changes: PointChange[];
}

export interface PointPlan {
  rows: PlannedPoint[];
  faults: SheetFault[];
}

/** What importing a sheet would do to what is known, and everything that is wrong with it. */
export function planOf(
  { points, addresses, faults }: ReadSheet,
  known: readonly KnownPoint[],
  people: readonly KnownPerson[],
): PointPlan {
  const byCode = new Map(known.map((point) => [point.creditCode, point]));
  const byEmail = new Map(people.map((person) => [person.email.toLowerCase(), person]));
  const taken = addresses.flatMap(({ row, creditCode, email }): SheetFault[] => {
    const holder = byEmail.get(email.toLowerCase());
    // Whose contact a row means whose code can't be read, nobody knows.
    const pointId = creditCode === null ? holder?.liaisonPointId : byCode.get(creditCode)?.id;
    const isOwn = holder?.liaisonPointId && holder.liaisonPointId === pointId;
    const fault = { row, column: "contactEmail", found: email, kind: "emailTaken" } as const;
    return holder && !isOwn ? [{ ...fault, other: holder.name }] : [];
  });
  const rows = points.map((point): PlannedPoint => {
    const before = byCode.get(point.creditCode) ?? null;
    const contact = (point.contact && byEmail.get(point.contact.email.toLowerCase())) ?? null;
    if (!before) return { point, known: null, contact, outcome: "new", changes: [] };
    const changes = [...pointChanges(point, before), ...contactChanges(point, contact)];
    return { point, known: before, contact, outcome: changes.length > 0 ? "changed" : "unchanged", changes };
  });
  return { rows, faults: [...faults, ...taken].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)) };
}

const COMPARED = ["name", "shortName", "district", "industry", "size", "termStartsOn", "termEndsOn"] as const;

function pointChanges(point: SheetPoint, known: KnownPoint): PointChange[] {
  return COMPARED.flatMap((column) => {
    const [before, after] = [known[column] ?? "", point[column] ?? ""];
    // An empty short name says nothing of the one that is known.
    const isSame = before === after || (column === "shortName" && after === "");
    return isSame ? [] : [{ column, before, after }];
  });
}

function contactChanges({ contact }: SheetPoint, known: KnownPerson | null): PointChange[] {
  if (!contact) return [];
  const pairs = [
    ["contactName", known?.name ?? "", contact.name],
    ["contactEmail", known ? contact.email : "", contact.email],
    ["contactMobile", known?.mobile ?? "", contact.mobile],
  ] as const;
  return pairs.flatMap(([column, before, after]) =>
    after === "" || before === after ? [] : [{ column, before, after }],
  );
}

/** The versions of the rows that a plan was made from, to be sent back with the decision: "2:0.0,3:4.1". */
export const seenOf = ({ rows }: PointPlan): string => rows.map(markOf).join(",");

const markOf = ({ point, known, contact }: PlannedPoint) =>
  `${point.row}:${known?.version ?? 0}.${contact?.version ?? 0}`;

/** The rows whose points somebody changed since the plan was seen, where importing would still do something. */
export function movedSince(plan: PointPlan, seen: string): number[] {
  const marks = new Set(seen.split(","));
  return plan.rows
    .filter((row) => row.outcome !== "unchanged" && !marks.has(markOf(row)))
    .map(({ point }) => point.row);
}

/** The code of the nth point: "LXD-007". */
export const pointCode = (serial: number): string => `LXD-${String(serial).padStart(3, "0")}`;
