import {
  COMPLAINT_STATUSES,
  CONDUCTS,
  type ComplaintStatus,
  type Conduct,
  FIELDS,
  type Field,
  GRADES,
  type Grade,
} from "../../../db/vocabulary.ts";
import type { Lamp } from "../clock/lamp.ts";
import { isNumber } from "../complaint/complaint.ts";
import { isDay } from "../complaint/field.ts";
import { type ComplaintFigure, isComplaintFigure, isMonthly } from "../figure/figure.ts";
import { type LedgerColumn, readColumns } from "./column.ts";

/** The lamps in the order of their urgency. */
export const LEDGER_LAMPS = [
  "red",
  "yellow",
  "green",
  "grey",
  "blue",
  "late",
] as const satisfies readonly Lamp[];
export type LedgerLamp = (typeof LEDGER_LAMPS)[number];

export const LEDGER_STATUSES = COMPLAINT_STATUSES.filter((status) => status !== "clue");
export const SORTS = ["submitted", "due"] as const;
export type Sort = (typeof SORTS)[number];

/** Complaints that can be named one by one. */
const MOST_NUMBERS = 200;

/** What the ledger is cut down to. All of it stands in the address. */
export interface LedgerFilter {
  status?: ComplaintStatus;
  field?: Field;
  conduct?: Conduct;
  grade?: Grade;
  /** A department's code. */
  lead?: string;
  year?: number;
  /** Of the year, counted from 1. */
  month?: number;
  lamp?: LedgerLamp;
  /** Only what has the highest priority. */
  urgent?: true;
  keyProblem?: true;
  /** What was said has been kept for long enough, and may be asked to be erased. */
  retention?: "due";
  /** Just these; none when there are none, so that an act on what is ticked is never one on everything. */
  number?: readonly string[];
  /** A liaison point's code. */
  point?: string;
  /** A number, its serial, or a word of the title. */
  q?: string;
  /** With `figure`, `year` is the year of the figure and not of the number. */
  figure?: ComplaintFigure;
  sort: Sort;
  /** Other columns than the usual ones. */
  columns?: readonly LedgerColumn[];
}

export const FILTER_NAMES = [
  "status",
  "field",
  "conduct",
  "grade",
  "lead",
  "year",
  "month",
  "lamp",
  "urgent",
  "keyProblem",
  "retention",
  "number",
  "point",
  "q",
  "figure",
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

const oneOf = <T extends string>(list: readonly T[], value: string | null): T | undefined =>
  list.find((entry) => entry === value);

// A NUL can't be a value of PostgreSQL, and nobody searches by a page of text.
const plain = (value: string | null, max = 60) =>
  value?.replaceAll("\0", "").trim().slice(0, max) || undefined;

const isOn = (params: URLSearchParams, name: string) => (params.get(name) === "true" ? true : undefined);

const monthIn = (params: URLSearchParams): number | undefined =>
  /^([1-9]|1[0-2])$/.test(params.get("month") ?? "") ? Number(params.get("month")) : undefined;

/** One value with commas, or one each, as ticks send them. */
const numbersIn = (params: URLSearchParams): string[] =>
  [...new Set(params.getAll("number").flatMap((value) => value.split(",")))]
    .filter(isNumber)
    .slice(0, MOST_NUMBERS);

/** Reads the filter from an address. What is not on a list is as if it were not there. */
export function readFilter(params: URLSearchParams): LedgerFilter {
  const year = /^20\d\d$/.test(params.get("year") ?? "") ? Number(params.get("year")) : undefined;
  const named = params.get("figure") ?? "";
  // A figure is always one of a year.
  const figure = year !== undefined && isComplaintFigure(named) ? named : undefined;
  return {
    status: oneOf(LEDGER_STATUSES, params.get("status")),
    field: oneOf(FIELDS, params.get("field")),
    conduct: oneOf(CONDUCTS, params.get("conduct")),
    grade: oneOf(GRADES, params.get("grade")),
    lead: plain(params.get("lead")),
    year,
    month: year !== undefined && (!figure || isMonthly(figure)) ? monthIn(params) : undefined,
    lamp: oneOf(LEDGER_LAMPS, params.get("lamp")),
    urgent: isOn(params, "urgent"),
    keyProblem: isOn(params, "keyProblem"),
    retention: params.get("retention") === "due" ? "due" : undefined,
    number: params.has("number") ? numbersIn(params) : undefined,
    point: plain(params.get("point")),
    q: plain(params.get("q")),
    figure,
    sort: oneOf(SORTS, params.get("sort")) ?? "submitted",
    columns: readColumns(params),
  };
}

/** The address's query for a filter, with some values changed; "" where nothing is set. */
export function filterQuery(filter: LedgerFilter, change: Partial<LedgerFilter> = {}): string {
  const next = { ...filter, ...change };
  const params = new URLSearchParams();
  for (const name of FILTER_NAMES) {
    const value = next[name];
    if (value !== undefined && value !== "") params.set(name, String(value));
  }
  if (next.sort !== "submitted") params.set("sort", next.sort);
  if (next.columns) params.set("columns", next.columns.join());
  const text = params.toString();
  return text ? `?${text}` : "";
}

/** Where a page of the ledger ends: the last row's sort value ("" for none) and id. */
export interface Cursor {
  value: string;
  id: string;
}

export const writeCursor = ({ value, id }: Cursor) => `${value}_${id}`;

const CURSOR = /^(|[\d-]{10}(?:T[\d:.]{12}Z)?)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Reads a cursor out of an address; null for anything that isn't one. */
export function readCursor(text: string | null): Cursor | null {
  const found = CURSOR.exec(text ?? "");
  if (!found) return null;
  const [value = "", id = ""] = found.slice(1);
  // JavaScript knows years that PostgreSQL can't say.
  const isPlace = isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));
  return value === "" || isPlace ? { value, id } : null;
}
