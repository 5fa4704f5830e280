import { FILE_LIMIT_COUNT, type Refusal, type UploadFault } from "../../db/vocabulary.ts";
import type { PersonActor } from "../domain/access/actor.ts";
import { type Command, type CommandType, commandFields } from "../domain/complaint/commands.ts";
import type { StoredFile } from "../domain/complaint/complaint.ts";
import { isRowId } from "../domain/complaint/draft.server.ts";
import { type FieldError, type FieldSpec, parseFields } from "../domain/complaint/field.ts";
import { perform } from "../domain/complaint/perform.server.ts";
import { now } from "./environment.ts";
import { type KeptFile, keep, keptIn } from "./kept-files.server.ts";
import { type Received, receive } from "./uploads.server.ts";

/** An act that did not happen: what was typed and stored so far, and why. */
export interface Failed {
  type: CommandType;
  values: Record<string, string>;
  errors: Record<string, FieldError>;
  refusal: Refusal | "notFound" | null;
  since: { command: string; at: Date }[];
  kept: KeptFile[];
  refusedFiles: { name: string; fault: UploadFault }[];
}

const fileFieldOf = (type: CommandType) =>
  Object.entries<FieldSpec>(commandFields[type]).find(([, spec]) => spec.kind === "files")?.[0];

/** Reads the form of an act and does it; null when it is done. Nothing that was typed or sent is lost else. */
export async function actFromForm(
  actor: PersonActor,
  on: { number: string } | { code: string },
  type: CommandType,
  request: Request,
): Promise<Failed | null> {
  const received = await receive(request, fileFieldOf(type) ? FILE_LIMIT_COUNT : 0);
  const files = filesFor(type, received, actor);
  const failed = failure(type, received, files, actor);
  const fields = commandFields[type] as Record<string, FieldSpec>;
  const parsed = parseFields(fields, received.form, files);
  if (!parsed.ok) return { ...failed, errors: parsed.errors };
  if (failed.refusedFiles.length > 0) return failed;
  const command = { type, ...parsed.values } as Command;
  const done = await perform(actor, { on, command, ...sending(received.form) }, now());
  if (done.ok) return null;
  return { ...failed, refusal: done.refusal, since: done.since ?? [] };
}

function filesFor(type: CommandType, received: Received, actor: PersonActor): Record<string, StoredFile[]> {
  const field = fileFieldOf(type);
  if (!field) return {};
  // The same ticket twice is the same file once.
  const kept = new Map(keptIn(received.form, actor.personId).map((file) => [file.id, file]));
  const all = [...kept.values(), ...(received.stored[field] ?? [])];
  for (const extra of all.slice(FILE_LIMIT_COUNT)) {
    received.refused.push({ field, name: extra.name, fault: "tooMany" });
  }
  return { [field]: all.slice(0, FILE_LIMIT_COUNT) };
}

function failure(
  type: CommandType,
  received: Received,
  files: Record<string, StoredFile[]>,
  actor: PersonActor,
): Failed {
  const values: Record<string, string> = {};
  for (const name of [...Object.keys(commandFields[type]), "measureId"]) {
    const value = received.form.get(name);
    if (typeof value === "string") values[name] = value;
  }
  return {
    type,
    values,
    errors: {},
    refusal: null,
    since: [],
    kept: Object.values(files)
      .flat()
      .map((file) => keep(file, actor.personId)),
    refusedFiles: received.refused.map(({ name, fault }) => ({ name, fault })),
  };
}

function sending(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "");
  const version = Number(text("version"));
  return {
    version: Number.isSafeInteger(version) && version > 0 ? version : undefined,
    commandId: isRowId(text("commandId")) ? text("commandId") : undefined,
    measureId: isRowId(text("measureId")) ? text("measureId") : undefined,
  };
}
