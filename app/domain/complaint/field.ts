import type { Day } from "../clock/day.ts";
import type { StoredFile } from "./complaint.ts";

/** Another field and its value, with which one that may be left empty may not. */
type NeededWith = readonly [name: string, value: string];

/** What one field of a form takes. Options are codes of the vocabulary. */
export type FieldSpec =
  | { kind: "text" | "long"; optional: boolean; max: number; neededWith?: NeededWith }
  | { kind: "choice"; optional: boolean; options: readonly string[] }
  | { kind: "day" | "department" | "person" | "number"; optional: boolean }
  | { kind: "departments" | "release" | "files"; optional: boolean }
  | { kind: "flag"; optional: true }
  | { kind: "markReason"; optional: true; max: number };

/** A spec that also knows, for types only, what its value is. */
type Spec<O extends boolean, V, S> = S & { optional: O; readonly value?: V };

interface Optional {
  optional: true;
}

const words = (kind: "text" | "long", max: number, optional: boolean) => ({ kind, max, optional });

export function text(): Spec<false, string, { kind: "text"; max: number }> {
  return words("text", 60, false) as Spec<false, string, { kind: "text"; max: number }>;
}

type Long<O extends boolean> = Spec<O, string, { kind: "long"; max: number }>;
export function long(): Long<false>;
export function long(may: Optional | { neededWith: NeededWith }): Long<true>;
export function long(may?: Optional | { neededWith: NeededWith }) {
  return { ...words("long", 4000, may !== undefined), ...may, optional: may !== undefined } as Long<boolean>;
}

type Choice<O extends boolean, T extends readonly string[]> = Spec<
  O,
  T[number],
  { kind: "choice"; options: T }
>;
export function choice<const T extends readonly string[]>(options: T): Choice<false, T>;
export function choice<const T extends readonly string[]>(options: T, may: Optional): Choice<true, T>;
export function choice(options: readonly string[], may?: Optional) {
  return { kind: "choice", options, optional: may !== undefined } as Choice<boolean, readonly string[]>;
}

type Department<O extends boolean> = Spec<O, string, { kind: "department" }>;
export function department(): Department<false>;
export function department(may: Optional): Department<true>;
export function department(may?: Optional) {
  return { kind: "department", optional: may !== undefined } as Department<boolean>;
}

type Person<O extends boolean> = Spec<O, string, { kind: "person" }>;
export function person(): Person<false>;
export function person(may: Optional): Person<true>;
export function person(may?: Optional) {
  return { kind: "person", optional: may !== undefined } as Person<boolean>;
}

type DayField<O extends boolean> = Spec<O, Day, { kind: "day" }>;
export function day(): DayField<false>;
export function day(may: Optional): DayField<true>;
export function day(may?: Optional) {
  return { kind: "day", optional: may !== undefined } as DayField<boolean>;
}

export const number = (): Spec<false, string, { kind: "number" }> => ({ kind: "number", optional: false });
export const flag = (): Spec<true, boolean, { kind: "flag" }> => ({ kind: "flag", optional: true });
export const departments = (_may: Optional): Spec<true, string[], { kind: "departments" }> => ({
  kind: "departments",
  optional: true,
});
export const release = (_may: Optional): Spec<true, string[], { kind: "release" }> => ({
  kind: "release",
  optional: true,
});
export const files = (_may: Optional): Spec<true, StoredFile[], { kind: "files" }> => ({
  kind: "files",
  optional: true,
});

/** Why words that are marked as telling are sent all the same; only such words need one. */
export const markReason = () => ({ kind: "markReason", optional: true, max: 400 }) as const;

type ValueOf<S> = S extends { kind: "flag" }
  ? boolean
  : S extends { kind: "departments" | "release" }
    ? string[]
    : S extends { kind: "files" }
      ? StoredFile[]
      : S extends { optional: infer O; value?: infer V }
        ? true extends O
          ? Exclude<V, undefined> | null
          : Exclude<V, undefined>
        : never;

export type Values<F> = { -readonly [K in Exclude<keyof F, "markReason">]: ValueOf<F[K]> } & {
  markReason?: string | null;
};

/** Why a value was not taken; each has a sentence in the dictionaries. */
export type FieldError =
  | "required"
  | "tooLong"
  | "notInList"
  | "notADay"
  | "inFuture"
  | "notANumber"
  | "badCharacters";

export type Parsed<T> = { ok: true; values: T } | { ok: false; errors: Record<string, FieldError> };

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is refused; PostgreSQL can't keep a NUL
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Reads a form by its fields. `stored` holds the files that came with it. Errors are by field name. */
export function parseFields<F extends Record<string, FieldSpec>>(
  fields: F,
  form: FormData,
  stored: Record<string, StoredFile[]> = {},
): Parsed<Values<F>> {
  const values: Record<string, unknown> = {};
  const errors: Record<string, FieldError> = {};
  for (const [name, spec] of Object.entries(fields)) {
    const read = readField(spec, form.getAll(name), stored[name] ?? []);
    if (read.error) errors[name] = read.error;
    else values[name] = read.value;
  }
  for (const [name, spec] of Object.entries(fields)) {
    if (values[name] === null && isNeeded(spec, values)) errors[name] = "required";
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, values: values as Values<F> };
}

function isNeeded(spec: FieldSpec, values: Record<string, unknown>): boolean {
  const [other, value] = ("neededWith" in spec && spec.neededWith) || [];
  return other !== undefined && values[other] === value;
}

type Read = { value: unknown; error?: undefined } | { value?: undefined; error: FieldError };

function readField(spec: FieldSpec, raw: FormDataEntryValue[], stored: StoredFile[]): Read {
  const given = raw.filter((v): v is string => typeof v === "string").map((v) => v.trim());
  if (spec.kind === "flag") return { value: given.some((v) => v === "on" || v === "true") };
  if (spec.kind === "files") return many(stored, spec.optional);
  if (spec.kind === "departments" || spec.kind === "release") {
    return many([...new Set(given.filter(Boolean))], spec.optional);
  }
  const typed = (given[0] ?? "").replaceAll("\r\n", "\n");
  // A Chinese keyboard writes wide letters and digits.
  const value = spec.kind === "number" ? typed.normalize("NFKC").toUpperCase() : typed;
  if (value === "") return spec.optional ? { value: null } : { error: "required" };
  const error = faultOf(spec, value);
  return error ? { error } : { value };
}

const many = (values: unknown[], optional: boolean): Read =>
  values.length === 0 && !optional ? { error: "required" } : { value: values };

function faultOf(spec: FieldSpec, value: string): FieldError | null {
  if (CONTROL.test(value)) return "badCharacters";
  switch (spec.kind) {
    case "text":
    case "long":
    case "markReason":
      return value.length > spec.max ? "tooLong" : null;
    case "choice":
      return spec.options.includes(value) ? null : "notInList";
    case "day":
      return isDay(value) ? null : "notADay";
    case "number":
      return /^HY\d{4}-\d{5,8}$/.test(value) ? null : "notANumber";
    default:
      return null;
  }
}

/** Whether a text is a calendar day between 2000 and 2099. */
export function isDay(value: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}
