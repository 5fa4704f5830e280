import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { LOCALES, NOTICE_KINDS } from "../../db/vocabulary.ts";
import { writePreviews } from "../../emails/preview.ts";

it("the gallery shows every kind in every language", async () => {
  const folder = await mkdtemp(join(tmpdir(), "huiyin-mails-"));
  try {
    expect(await writePreviews(folder)).toBe(NOTICE_KINDS.length * LOCALES.length);
    const index = await readFile(join(folder, "index.html"), "utf8");
    const files = await readdir(folder);
    for (const kind of NOTICE_KINDS) {
      for (const locale of LOCALES) {
        expect(index).toContain(`src="${kind}.${locale}.html"`);
        expect(files).toEqual(expect.arrayContaining([`${kind}.${locale}.html`, `${kind}.${locale}.txt`]));
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});
