import { readFile, writeFile } from "node:fs/promises";
import sharp from "sharp";
import type { FileType } from "../../../db/vocabulary.ts";
import { fold } from "../complaint/secret.ts";
import { clean } from "./clean.server.ts";

/** What the process is asked: which file, of which type, and where its copy goes. */
export interface Asked {
  path: string;
  type: FileType;
  to: string;
}

// One file after the other, in as little memory as there may be.
sharp.cache(false);
sharp.concurrency(1);

process.on("message", async ({ path, type, to }: Asked) => {
  const bytesOf = await readFile(path).catch(() => null);
  const outcome = bytesOf ? await clean(bytesOf, type) : ({ ok: false, withheld: "broken" } as const);
  if (!outcome.ok) return process.send?.(outcome);
  const { bytes, text } = outcome;
  await writeFile(to, bytes, { mode: 0o600 });
  // Folding takes long for a long text, and the copy is asked again and again.
  process.send?.({ ok: true, text: fold(text).text });
});
