import type { Day } from "../clock/day.ts";
import type { StoredFile } from "./complaint.ts";

/** What one field of a form takes. Options are codes of the vocabulary. */
export type FieldSpec =
  | { kind: "text" | "long"; optional: boolean; max: number }
  | { kind: "choice"; optional: boolean; options: readonly string[] }
  | { kind: "day" | "department" | "number"; optional: boolean }
  | { kind: "departments" | "release" | "files"; optional: boolean }
  | { kind: "flag"; optional: true };

interface May {
  optional?: boolean;
}
type Spec<K extends FieldSpec["kind"], O extends boolean, V> = Extract<FieldSpec, { kind: K }> & {
  optional: O;
  /** Only for types: what the field's value is. */
  readonly value?: V;
};

const isOptional = <O extends May | undefined>(may: O) => (may?.optional ?? false) as Opt<O>;
type Opt<O> = O extends { optional: true } ? true : false;

export const text = <O extends May | undefined = undefined>(may?: O): Spec<"text", Opt<O>, string> => ({
  kind: "text",
  optional: isOptional(may as O),
  max: 60,
});
export const long = <O extends May | undefined = undefined>(may?: O): Spec<"long", Opt<O>, string> => ({
  kind: "long",
  optional: isOptional(may as O),
  max: 4000,
});
export const choice = <const T extends readonly string[], O extends May | undefined = undefined>(
  options: T,
  may?: O,
): Spec<"choice", Opt<O>, T[number]> => ({ kind: "choice", optional: isOptional(may as O), options });
export const day = <O extends May | undefined = undefined>(may?: O): Spec<"day", Opt<O>, Day> => ({
  kind: "day",
  optional: isOptional(may as O),
});
export const department = <O extends May | undefined = undefined>(may?: O): Spec<"department", Opt<O>, string> => ({
  kind: "department",
  optional: isOptional(may as O),
});
export const number = (): Spec<"number", false, string> => ({ kind: "number", optional: false });
export const flag = (): Spec<"flag", true, boolean> => ({ kind: "flag", optional: true });
export const departments = (may: { optional: boolean }): Spec<"departments", boolean, string[]> => ({
  kind: "departments",
  optional: may.optional,
});
export const release = (may: { optional: boolean }): Spec<"release", boolean, string[]> => ({
  kind: "release",
  optional: may.optional,
});
export const files = (may: { optional: boolean }): Spec<"files", boolean, StoredFile[]> => ({
  kind: "files",
  optional: may.optional,
});

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

export type Values<F> = { -readonly [K in keyof F]: ValueOf<F[K]> };

/** Why a value was not taken; each has a sentence in the dictionaries. */
export type FieldError = "required" | "tooLong" | "notInList" | "notADay" | "notANumber" | "badCharacters";

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
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, values: values as Values<F> };
}

type Read = { value: unknown; error?: undefined } | { value?: undefined; error: FieldError };

function readField(spec: FieldSpec, raw: FormDataEntryValue[], stored: StoredFile[]): Read {
  const given = raw.filter((v): v is string => typeof v === "string").map((v) => v.trim());
  if (spec.kind === "flag") return { value: given.some((v) => v === "on" || v === "true") };
  if (spec.kind === "files") return many(stored, spec.optional);
  if (spec.kind === "departments" || spec.kind === "release") {
    return many([...new Set(given.filter(Boolean))], spec.optional);
  }
  const value = (given[0] ?? "").replaceAll("\r\n", "\n");
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
