import { readFile, writeFile } from "node:fs/promises";
import sharp from "sharp";
import type { FileType } from "../../../db/vocabulary.ts";
import { fold } from "../complaint/secret.ts";
import { clean } from "./clean.server.ts";
import type { Answered } from "./clean-apart.server.ts";

/** What the process is asked: which file, of which type, and where its copy goes. */
export interface Asked {
  path: string;
  type: FileType;
  to: string;
}

// One file after the other, in as little memory as there may be.
sharp.cache(false);
sharp.concurrency(1);

process.on("message", async (asked: Asked) => process.send?.(await answer(asked)));

async function answer({ path, type, to }: Asked): Promise<Answered> {
  const failed = { ok: false, withheld: null } as const;
  const original = await readFile(path).catch(() => null);
  if (!original) return failed;
  const outcome = await clean(original, type);
  if (!outcome.ok) return outcome;
  const isWritten = await writeFile(to, outcome.bytes, { mode: 0o600 }).then(
    () => true,
    () => false,
  );
  // Folding takes long for a long text, and the copy is asked again and again.
  return isWritten ? { ok: true, text: fold(outcome.text).text } : failed;
}
