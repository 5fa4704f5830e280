import { randomUUID } from "node:crypto";
import { access, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { environment } from "./environment.ts";
import { isId } from "./forms.ts";
import { pathOf } from "./uploads.server.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

// A folder for each person: with somebody else's id there is nothing to be found.
const importsFolder = () => resolve(environment().dataFolder, "imports");
const fileOf = (personId: string, id: string) => join(importsFolder(), personId, `${id}.xlsx`);
const receiptOf = (personId: string, id: string) => join(importsFolder(), personId, `${id}.done`);

/** Moves an uploaded sheet to where it waits for its import, at most a day; answers the id that finds it. */
export async function keepImport(personId: string, storageKey: string): Promise<string> {
  const id = randomUUID();
  await mkdir(join(importsFolder(), personId), { recursive: true, mode: 0o700 });
  await rename(pathOf(storageKey), fileOf(personId, id));
  return id;
}

/** Where this person's waiting sheet lies; null where there is none. */
export async function importPath(personId: string, id: string): Promise<string | null> {
  if (!isId(id)) return null;
  const path = fileOf(personId, id);
  return access(path).then(
    () => path,
    () => null,
  );
}

/** Takes a sheet away that was imported, and remembers how many points it brought; the first answer stays. */
export async function finishImport(personId: string, id: string, written: number): Promise<void> {
  await writeFile(receiptOf(personId, id), String(written), { flag: "wx" }).catch(() => undefined);
  await rm(fileOf(personId, id), { force: true });
}

/** How many points an import brought that is finished; null where there was none. */
export async function finishedImport(personId: string, id: string): Promise<number | null> {
  if (!isId(id)) return null;
  return readFile(receiptOf(personId, id), "utf8").then(Number, () => null);
}

/** Takes away what was uploaded more than a day before `at`: the sheets name people. */
export async function sweepImports(at: Date): Promise<void> {
  const entries = await readdir(importsFolder(), { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const found = await stat(path).catch(() => null);
    if (found && found.mtimeMs < at.getTime() - DAY_MS) await rm(path, { force: true });
  }
}
