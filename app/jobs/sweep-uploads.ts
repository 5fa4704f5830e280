import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { keysInUse } from "../domain/complaint/stored-files.server.ts";
import { SESSION_DAYS } from "../domain/people/session-limit.ts";
import { sweepVerdicts } from "../http/quarantine.server.ts";
import { uploadsFolder } from "../http/uploads.server.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** A refused form may bring its file back for as long as its person can stay signed in, and a day more. */
const KEPT_MS = (SESSION_DAYS + 1) * DAY_MS;
/** Half a file is nobody's after a day. */
const PART_MS = DAY_MS;
const BATCH = 1000;

/** Removes stored files that no row refers to any more or ever did; answers how many. Bytes with a row stay until that is erased. */
export async function sweepUploads(at: Date): Promise<number> {
  const abandoned: string[] = [];
  const old = await oldFiles(at);
  for (let from = 0; from < old.length; from += BATCH) {
    const batch = old.slice(from, from + BATCH);
    const used = await keysInUse(batch);
    abandoned.push(...batch.filter((name) => !used.has(name)));
  }
  for (const name of abandoned) await rm(join(uploadsFolder(), name), { force: true });
  await sweepVerdicts(uploadsFolder());
  return abandoned.length;
}

async function oldFiles(at: Date): Promise<string[]> {
  const old: string[] = [];
  for (const entry of await readdir(uploadsFolder(), { withFileTypes: true }).catch(() => [])) {
    if (!entry.isFile()) continue;
    const found = await stat(join(uploadsFolder(), entry.name)).catch(() => null);
    const keptMs = entry.name.endsWith(".part") ? PART_MS : KEPT_MS;
    if (found && at.getTime() - found.mtimeMs > keptMs) old.push(entry.name);
  }
  return old;
}
