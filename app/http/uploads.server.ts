import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeWebStream } from "node:stream/web";
import { Busboy } from "@fastify/busboy";
import { fileTypeFromFile } from "file-type";
import {
  FILE_LIMIT_BYTES,
  FILE_LIMIT_COUNT,
  FILE_TYPES,
  type FileType,
  type UploadFault,
} from "../../db/vocabulary.ts";
import type { StoredFile } from "../domain/complaint/complaint.ts";
import { newId } from "../domain/people/new-id.ts";
import { MOST_FORM_BYTES } from "./bounded-body.ts";
import { environment } from "./environment.ts";
import { formOf } from "./forms.ts";
import { forgetVerdicts, standingOf } from "./quarantine.server.ts";

/** A form as it came: its values, its files by field name, and the files that were not taken; the others are. */
export interface Received {
  form: FormData;
  stored: Record<string, StoredFile[]>;
  refused: { field: string; name: string; fault: UploadFault }[];
}

interface Taking {
  received: Received;
  room: number;
}

/** Where the bytes of every stored file lie. */
export const uploadsFolder = () => resolve(environment().dataFolder, "uploads");

export const pathOf = (storageKey: string) => join(uploadsFolder(), storageKey);

/** Removes the bytes of files that nothing refers to: a form that was refused, a file taken back. */
export async function discard(files: readonly { storageKey: string }[]) {
  for (const file of files) await rm(pathOf(file.storageKey), { force: true });
  await forgetVerdicts(files.map(({ storageKey }) => storageKey));
}

/** All files of a form, whatever their field. */
export const allFiles = (received: Received) => Object.values(received.stored).flat();

/**
 * Reads a form, streaming its files to the uploads folder, at most `room` of them. Answers 400 to what
 * is not a form, and throws where the disk takes no file. The caller discards the files that it doesn't keep.
 */
export async function receive(request: Request, room = FILE_LIMIT_COUNT): Promise<Received> {
  // Without a prototype: a field may be called whatever its sender likes.
  const received: Received = { form: new FormData(), stored: Object.create(null), refused: [] };
  const type = request.headers.get("content-type") ?? "";
  try {
    if (!type.startsWith("multipart/form-data")) return { ...received, form: await formOf(request) };
    await mkdir(uploadsFolder(), { recursive: true });
    await takeParts(request, type, { received, room });
    return received;
  } catch (error) {
    await discard(allFiles(received));
    throw error instanceof Response || isOurs(error) ? error : new Response(null, { status: 400 });
  }
}

/** A call of the system that failed, as on a full disk: nothing that a sender could do otherwise. */
const isOurs = (error: unknown) => error instanceof Error && "syscall" in error;

async function takeParts(request: Request, contentType: string, taking: Taking) {
  const busboy = new Busboy({
    headers: { "content-type": contentType },
    // One byte more than may be, so that a file of exactly the limit is not taken for a cut one.
    limits: {
      fileSize: FILE_LIMIT_BYTES + 1,
      ...{ fields: 200, fieldNameSize: 200, fieldSize: MOST_FORM_BYTES, parts: 300, headerPairs: 50 },
    },
    defCharset: "utf8",
  });
  const writing: Promise<void>[] = [];
  // Told at the end: a parser that is stopped in the middle leaves the files before it half written.
  let [typed, isTooMuch] = [0, false];
  for (const limit of ["partsLimit", "fieldsLimit"] as const)
    busboy.on(limit, () => {
      isTooMuch = true;
    });
  busboy.on("field", (name, value) => {
    typed += value.length;
    isTooMuch ||= typed > MOST_FORM_BYTES;
    if (name && !isTooMuch) taking.received.form.append(name, value.replaceAll("\0", ""));
  });
  busboy.on("file", (field, stream, filename) => {
    // A connection that breaks off is told by the parser itself.
    stream.on("error", () => {});
    // A browser sends a nameless empty part for a chooser that was left alone.
    if (!filename) return void stream.resume();
    const name = cleanName(filename);
    if (writing.length >= taking.room) {
      taking.received.refused.push({ field, name, fault: "tooMany" });
      return void stream.resume();
    }
    const work = takeFile(field, name, stream, taking.received);
    // Awaited below; until then an early failure must not count as unhandled.
    work.catch(() => {});
    writing.push(work);
  });
  const body = request.body ? Readable.fromWeb(request.body as NodeWebStream) : Readable.from([]);
  try {
    await pipeline(body, busboy);
  } finally {
    await Promise.allSettled(writing);
  }
  await Promise.all(writing);
  if (isTooMuch) throw new Response(null, { status: 413 });
}

async function takeFile(field: string, name: string, stream: Readable, received: Received) {
  const storageKey = newId();
  const path = pathOf(storageKey);
  const part = `${path}.part`;
  try {
    const { bytes, sha256 } = await write(stream, part);
    const judged = await judge(part, name, bytes);
    if ("fault" in judged) {
      received.refused.push({ field, name, fault: judged.fault });
      return;
    }
    if ((await standingOf(storageKey, part)) === "infected") {
      await forgetVerdicts([storageKey]);
      received.refused.push({ field, name, fault: "infected" });
      return;
    }
    await rename(part, path);
    const file = {
      id: newId(),
      name: endingIn(name, judged.type),
      type: judged.type,
      bytes,
      sha256,
      storageKey,
    };
    received.stored[field] = [...(received.stored[field] ?? []), file];
  } finally {
    await rm(part, { force: true });
  }
}

async function write(stream: Readable, path: string) {
  const hash = createHash("sha256");
  let bytes = 0;
  async function* counted() {
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  // What can't be written is read to its end all the same: the parser waits for that, and the whole form for the parser.
  await pipeline(counted, createWriteStream(path, { mode: 0o600 })).finally(() => stream.resume());
  return { bytes, sha256: hash.digest("hex") };
}

type Judged = { type: FileType } | { fault: UploadFault };

async function judge(path: string, name: string, bytes: number): Promise<Judged> {
  if (bytes === 0) return { fault: "empty" };
  if (bytes > FILE_LIMIT_BYTES) return { fault: "tooLarge" };
  const found = await fileTypeFromFile(path).catch(() => undefined);
  const type = FILE_TYPES.find((one) => one === found?.ext);
  if (type) return { type };
  // Text has no signature: a name with another ending is a disguise, not a text.
  const ending = endingOf(name);
  const mayBeText = found === undefined && (ending === "" || ending === "txt");
  return mayBeText && (await isText(path)) ? { type: "txt" } : { fault: "typeNotAllowed" };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what tells text from the rest
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

async function isText(path: string): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) {
      if (CONTROL.test(decoder.decode(chunk, { stream: true }))) return false;
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

const endingOf = (name: string) => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? "";

/** The name with the ending that its content has, so that it opens on the reader's machine. */
function endingIn(name: string, type: FileType): string {
  const ending = endingOf(name);
  if (ending === type || (type === "jpg" && ending === "jpeg")) return name;
  return `${ending && FILE_TYPES.some((one) => one === ending) ? name.slice(0, -ending.length - 1) : name}.${type}`;
}

function cleanName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? "";
  // Control, direction and surrogate characters out of a name would mislead whoever reads it.
  const plain = last
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, "")
    .trim();
  if (plain.length <= 120) return plain || "file";
  const ending = endingOf(plain);
  return ending ? `${firstOf(plain, 110)}.${ending}` : firstOf(plain, 120);
}

/** So many units of a text at most, and no half of a character. */
const firstOf = (text: string, most: number) => text.slice(0, most).replace(/\p{Cs}$/u, "");
