import { CONDUCTS, type Disclosure, FIELDS, KINDS } from "../../../db/vocabulary.ts";
import type { Day } from "../clock/day.ts";
import {
  choice,
  day,
  type FieldError,
  type FieldSpec,
  flag,
  long,
  parseFields,
  text,
  type Values,
} from "./field.ts";

export const DRAFT_STEPS = ["what", "who", "evidence", "disclosure"] as const;
export type DraftStep = (typeof DRAFT_STEPS)[number];

const optionalText = { kind: "text", optional: true, max: 120 } as const satisfies FieldSpec;

/** What each step of a submission asks for. Evidence is files alone, which are stored as they come. */
export const stepFields = {
  what: {
    kind: choice(KINDS),
    title: text(),
    description: long(),
    field: choice(FIELDS),
    conduct: choice(CONDUCTS),
  },
  who: {
    about: { ...text(), max: 120 },
    place: optionalText,
    sinceOn: day({ optional: true }),
    aboutCommission: flag(),
  },
  evidence: {},
  disclosure: {
    disclosure: choice(["confidential", "sealed", "named"] as const satisfies readonly Disclosure[]),
  },
} as const;

const allFields = { ...stepFields.what, ...stepFields.who, ...stepFields.disclosure };

/** Everything that a submission needs, once it is right. */
export type DraftValues = Omit<Values<typeof allFields>, "place"> & { place: string | null };

/** The fields of one step as typed, right or wrong, cut where nothing sensible is that long. */
export function typedIn(step: DraftStep, form: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, spec] of Object.entries<FieldSpec>(stepFields[step])) {
    // A box that isn't ticked is not sent, and what isn't named stays: so it is said.
    const value = spec.kind === "flag" ? (form.has(name) ? "on" : "") : form.get(name);
    if (typeof value === "string") typed[name] = cleaned(value);
  }
  return typed;
}

// PostgreSQL can't keep a NUL, a lone surrogate is no text, and only a plain form breaks lines as Windows does.
const cleaned = (value: string) =>
  value.replaceAll("\0", "").replaceAll("\r\n", "\n").toWellFormed().slice(0, 20_000);

/** What one step says, in short (FNV-1a). A form brings back what it has seen, which tells a second tab on the draft. */
export function markOf(step: DraftStep, said: Readonly<Record<string, string>>): string {
  let mark = 0x811c9dc5;
  for (const name of Object.keys(stepFields[step])) {
    for (const char of `${said[name] ?? ""}\0`)
      mark = Math.imul(mark ^ (char.codePointAt(0) ?? 0), 0x01000193);
  }
  return (mark >>> 0).toString(36);
}

/** The step that a form shows, and the marks of all that it has seen of it. */
export interface Seen {
  step: DraftStep;
  marks: readonly string[];
}

/** What a form says that it has seen; nothing where it was opened before forms said so. */
export function seenIn(step: DraftStep, form: FormData): Seen {
  const marks = form.get("seen");
  return { step, marks: typeof marks === "string" ? marks.split(" ").filter(Boolean) : [] };
}

/** Whether a form would write over words that it hasn't seen. */
export const isElsewhere = (
  said: Readonly<Record<string, string>>,
  typed: Readonly<Record<string, string>>,
  { step, marks }: Seen,
) => marks.length > 0 && !marks.includes(markOf(step, said)) && differing(step, typed, said).length > 0;

/** The fields of one step that say one thing here and another there. */
export function differing(
  step: DraftStep,
  here: Readonly<Record<string, string>>,
  there: Readonly<Record<string, string>>,
): string[] {
  return Object.keys(stepFields[step]).filter((name) => (here[name] ?? "") !== (there[name] ?? ""));
}

export type StepErrors = Record<string, FieldError>;

/** What is wrong with one step of what was typed by a day; empty when nothing is. */
export function errorsOf(step: DraftStep, said: Readonly<Record<string, string>>, today: Day): StepErrors {
  const read = parseFields(stepFields[step] as Record<string, FieldSpec>, formOf(said));
  if (!read.ok) return read.errors;
  // What is reported has begun.
  return step === "who" && said.sinceOn && said.sinceOn.trim() > today ? { sinceOn: "inFuture" } : {};
}

/** The whole draft, or the first step in which something is wrong. */
export function readDraft(
  said: Readonly<Record<string, string>>,
  today: Day,
): { ok: true; values: DraftValues } | { ok: false; step: DraftStep; errors: StepErrors } {
  for (const step of DRAFT_STEPS) {
    const errors = errorsOf(step, said, today);
    if (Object.keys(errors).length > 0) return { ok: false, step, errors };
  }
  const read = parseFields(allFields as Record<string, FieldSpec>, formOf(said));
  if (!read.ok) throw new Error("the steps and the whole draft disagree");
  return { ok: true, values: read.values as unknown as DraftValues };
}

/** Where to go on writing: the first step that isn't right yet. Files can be added until the last. */
export function nextStepOf(said: Readonly<Record<string, string>>, today: Day): DraftStep {
  const whole = readDraft(said, today);
  if (whole.ok) return "disclosure";
  return whole.step === "disclosure" ? "evidence" : whole.step;
}

function formOf(said: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(said)) form.append(name, value);
  return form;
}
