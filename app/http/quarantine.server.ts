import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { environment } from "./environment.ts";
import { scan, type Verdict } from "./virus.server.ts";

/** Of a file: what the scanner said, that it can't be asked just now, or that there is none. */
export type Standing = Verdict | "waiting" | "unscanned";

const verdictsFolder = () => resolve(environment().dataFolder, "verdicts");
const verdictFile = (storageKey: string) => join(verdictsFolder(), storageKey);

/**
 * Whether the file at `path` may be handed out. It is asked for once and remembered by its storage key, at the upload
 * or, where the scanner was silent then, at the first download: until it is judged nobody gets it.
 */
export async function standingOf(storageKey: string, path: string): Promise<Standing> {
  const { clamavUrl } = environment();
  if (!clamavUrl) return "unscanned";
  const known = await readFile(verdictFile(storageKey), "utf8").catch(() => null);
  if (known === "clean" || known === "infected") return known;
  const verdict = await scan(clamavUrl, path).catch(() => null);
  if (!verdict) return "waiting";
  await mkdir(verdictsFolder(), { recursive: true });
  await writeFile(verdictFile(storageKey), verdict, { mode: 0o600 });
  return verdict;
}

/** Forgets what was said of files that are gone. */
export async function forgetVerdicts(storageKeys: readonly string[]): Promise<void> {
  for (const key of storageKeys) await rm(verdictFile(key), { force: true });
}

/** Forgets verdicts whose file is gone from the folder of uploads. */
export async function sweepVerdicts(uploads: string): Promise<void> {
  const gone: string[] = [];
  for (const key of await readdir(verdictsFolder()).catch(() => []))
    if (!(await stat(join(uploads, key)).catch(() => null))) gone.push(key);
  await forgetVerdicts(gone);
}
