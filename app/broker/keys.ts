import { createHmac, randomBytes } from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { z } from "zod";

const key = z.base64().transform((text, context) => {
  const bytes = Buffer.from(text, "base64");
  if (bytes.length === 32) return bytes;
  context.addIssue({ code: "custom", message: "must be 32 bytes" });
  return z.NEVER;
});

const file = z.object({
  /** The name of the key that seals; the others still open what they sealed. */
  current: z.string().min(1),
  keys: z.record(z.string().min(1), key),
  /** What the marks of enterprises are made with. Never changed: a new one would lose every enterprise its matters. */
  mark: key,
});

/** The broker's keys, 32 bytes each. */
export type Keys = z.output<typeof file>;

/** Reads the key file; throws where it is none, or its current key is missing. */
export function readKeys(path: string): Keys {
  const keys = file.parse(JSON.parse(readFileSync(path, "utf8")));
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

/** Adds a key by which the broker seals from its next start on, and answers its name; the others still open. */
export function addKey(path: string): string {
  const { keys } = readKeys(path);
  const kept = JSON.parse(readFileSync(path, "utf8"));
  const current = String(Object.keys(keys).length + 1);
  const next = { ...kept, current, keys: { ...kept.keys, [current]: word() } };
  writeFileSync(path, `${JSON.stringify(next, null, 2)}\n`);
  return current;
}

/** Makes a key file that its owner alone reads; fails where there is one already. */
export function makeKeys(path: string): void {
  const keys = { current: "1", keys: { 1: word() }, mark: word() };
  writeFileSync(path, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: "wx" });
}

/** The mark by which a liaison point finds its own sealed matters. */
export const markOf = ({ mark }: Keys, liaisonPointId: string): string =>
  createHmac("sha256", mark).update(liaisonPointId).digest("base64url");
