import type { Refusal } from "../../db/vocabulary.ts";
import type { PersonActor } from "../domain/access/actor.ts";
import { prepareRelease } from "../domain/attachment/prepare.server.ts";
import { type Command, type CommandType, commandFields } from "../domain/complaint/commands.ts";
import { type FieldError, parseFields } from "../domain/complaint/field.ts";
import { lifecycle } from "../domain/complaint/lifecycle.ts";
import { perform } from "../domain/complaint/perform.server.ts";
import type { Marks } from "../domain/complaint/told.ts";
import { now } from "./environment.ts";
import { isId } from "./forms.ts";
import { notFound } from "./guards.ts";
import { discard, pathOf } from "./uploads.server.ts";

/** What was typed, by field; more than one value where several were chosen. */
type Typed = Record<string, string | string[]>;

/** An act of the commission that did not happen: what was typed, and why. */
export interface NotDone {
  status: 409 | 422;
  values: Typed;
  errors: Record<string, FieldError>;
  refusal: Refusal | null;
  since: { command: string; at: Date }[];
  /** What in the words for a department may tell who reported, by field. */
  marks: Marks;
}

/** Does what a form of the commission says; null when it is done. Out of the actor's scope is 404. */
export async function deskAct(
  actor: PersonActor,
  number: string,
  type: CommandType,
  form: FormData,
): Promise<NotDone | null> {
  const failed = { values: typedIn(form), errors: {}, refusal: null, since: [], marks: {} };
  const parsed = parseFields(commandFields[type], form);
  const object = objectOf(type);
  const unnamed = object && !idIn(form, object) ? { [object]: "required" as const } : {};
  if (!parsed.ok || Object.keys(unnamed).length > 0) {
    return { ...failed, status: 422, errors: { ...unnamed, ...(parsed.ok ? {} : parsed.errors) } };
  }
  const { release = [] } = parsed.values as { release?: string[] };
  if (release.length > 0) await prepareRelease(actor, number, now(), pathOf);
  const performed = await perform(
    actor,
    {
      on: { number },
      command: { type, ...parsed.values } as Command,
      assignmentId: idIn(form, "assignmentId"),
      measureId: idIn(form, "measureId"),
      version: versionIn(form),
      commandId: idIn(form, "commandId"),
    },
    now(),
  );
  // What stays by an error here goes with the nightly sweep, since no row refers to it any more.
  if (performed.ok)
    await discard((performed.erasedFiles ?? []).map((storageKey) => ({ storageKey }))).catch(() => {});
  if (performed.ok) return null;
  if (performed.refusal === "notFound") notFound();
  const { refusal, since = [], marks = {} } = performed;
  return { ...failed, status: refusal === "wordsMarked" ? 422 : 409, refusal, since, marks };
}

/** The field that names what an act is done to, where that isn't the complaint as a whole. */
function objectOf(type: CommandType): "assignmentId" | "measureId" | null {
  const { measure, assignment } = lifecycle[type];
  return measure ? "measureId" : assignment ? "assignmentId" : null;
}

const idIn = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === "string" && isId(value) ? value : undefined;
};

const versionIn = (form: FormData) => {
  const value = String(form.get("version") ?? "");
  return /^\d{1,9}$/.test(value) ? Number(value) : undefined;
};

function typedIn(form: FormData): Typed {
  const typed: Typed = {};
  for (const name of new Set(form.keys())) {
    const given = form.getAll(name).filter((value) => typeof value === "string");
    typed[name] = given.length > 1 ? given : (given[0] ?? "");
  }
  return typed;
}
