import { createHmac, randomBytes } from "node:crypto";
import { readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { CIPHERS, type Cipher } from "./cipher.ts";

const key = z.base64().transform((text, context) => {
  const bytes = Buffer.from(text, "base64");
  if (bytes.length === 32) return bytes;
  context.addIssue({ code: "custom", message: "must be 32 bytes" });
  return z.NEVER;
});

const file = z.object({
  /** The name of the key that seals; the others still open what they sealed. */
  current: z.string().min(1),
  /** What it seals by; a new one comes with a new key. */
  cipher: z.enum(CIPHERS).default("aes-256-gcm"),
  keys: z.record(z.string().min(1), key),
  /** What the marks of enterprises are made with. */
  mark: key,
  /** What they were made with before; an enterprise's matters are found by these too, until all carry the present mark. */
  formerMarks: z.array(key).default([]),
});

/** The broker's keys, 32 bytes each. */
export type Keys = z.output<typeof file>;

// An error of the parser would say, into a log, a piece of what stands there.
function wordsIn(path: string) {
  const text = readFileSync(path, "utf8");
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${path} is no key file.`);
  }
}

/** Reads the key file; throws where it is none, or its current key is missing. */
export function readKeys(path: string): Keys {
  const keys = file.parse(wordsIn(path));
  if (!keys.keys[keys.current]) throw new Error(`The key ${keys.current} is not in ${path}.`);
  return keys;
}

/** What may be known of the keys without them: their ids, the one that seals, and when their file last changed. */
export const keyIds = (path: string, { current, keys }: Keys) => ({
  current,
  ids: Object.keys(keys),
  changedAt: statSync(path).mtime,
});

const word = () => randomBytes(32).toString("base64");

/** The file as it is written, in base64. */
interface KeptFile {
  keys: Record<string, string>;
  mark: string;
  formerMarks?: string[];
}

/** Changes the file as a whole or not at all: half a file would open nothing any more. */
function rewrite(path: string, change: (kept: KeptFile) => object): void {
  const next = change(wordsIn(path));
  const made = `${path}.${process.pid}`;
  writeFileSync(made, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(made, path);
}

/** Adds a key by which the broker seals from now on, and answers its name; the others still open. */
export function addKey(path: string, cipher?: Cipher): string {
  const names = Object.keys(readKeys(path).keys).map(Number).filter(Number.isInteger);
  // The one that sealed last is never taken out, so that no name comes twice.
  const current = String(Math.max(0, ...names) + 1);
  const by = cipher ? { cipher } : {};
  rewrite(path, (kept) => ({ ...kept, ...by, current, keys: { ...kept.keys, [current]: word() } }));
  return current;
}

/** Takes a key out that seals no more; that no envelope needs it is the caller's to know. */
export function removeKey(path: string, name: string): void {
  if (readKeys(path).current === name) throw new Error(`The key ${name} is the one that seals.`);
  rewrite(path, ({ keys: { [name]: _, ...keys }, ...kept }) => ({ ...kept, keys }));
}

/** Makes a key file that its owner alone reads; fails where there is one already. */
export function makeKeys(path: string): void {
  const keys = { current: "1", keys: { 1: word() }, mark: word() };
  writeFileSync(path, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: "wx" });
}

/** The marks by which a liaison point finds its own sealed matters, the present one first. */
export const marksOf = ({ mark, formerMarks }: Keys, liaisonPointId: string): [string, ...string[]] => {
  const by = (one: Buffer) => createHmac("sha256", one).update(liaisonPointId).digest("base64url");
  return [by(mark), ...formerMarks.map(by)];
};

/** Makes what marks enterprises anew; the one before still finds what it marked. */
export const addMark = (path: string): void =>
  rewrite(path, ({ mark, formerMarks = [], ...kept }) => ({
    ...kept,
    mark: word(),
    formerMarks: [mark, ...formerMarks],
  }));

/** Forgets what marked enterprises before; that nothing carries such a mark is the caller's to know. */
export const dropFormerMarks = (path: string): void =>
  rewrite(path, (kept) => ({ ...kept, formerMarks: [] }));
