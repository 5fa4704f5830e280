import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { typed } from "./password-policy.ts";

/** More than the longest line: a hash, a colon, a count. */
const LINE_BYTES = 80;
const HASH_LENGTH = 40;

/**
 * Whether a password is in a list of breached ones: a file whose lines begin with SHA-1 hashes in upper case, in their
 * order, as the download of Have I Been Pwned writes it. It is searched where it lies, however large, and nobody is
 * asked over a network. Throws where there is no such file.
 */
export async function isBreached(path: string, password: string): Promise<boolean> {
  const wanted = createHash("sha1").update(typed(password)).digest("hex").toUpperCase();
  const file = await open(path);
  try {
    let [low, high] = [0, (await file.stat()).size];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const { start, hash } = await lineFrom(file, middle);
      if (hash === wanted) return true;
      if (start < high && hash < wanted) low = start + 1;
      else high = middle;
    }
    return false;
  } finally {
    await file.close();
  }
}

/** The first line that begins at a place or after it; beyond the end where there is none. */
async function lineFrom(file: FileHandle, place: number): Promise<{ start: number; hash: string }> {
  const from = Math.max(0, place - 1);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(2 * LINE_BYTES), 0, 2 * LINE_BYTES, from);
  const text = buffer.toString("latin1", 0, bytesRead);
  const end = text.indexOf("\n");
  if (place > 0 && end < 0) return { start: Number.POSITIVE_INFINITY, hash: "" };
  const at = place === 0 ? 0 : end + 1;
  return { start: from + at, hash: text.slice(at, at + HASH_LENGTH) };
}
