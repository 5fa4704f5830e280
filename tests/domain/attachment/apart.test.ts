import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { cleanApart } from "../../../app/domain/attachment/clean-apart.server.ts";
import { bytesOf } from "../../../db/seed/files/paper.ts";

const folder = mkdtempSync(join(tmpdir(), "huiyin-apart-"));
const path = join(folder, "original");
const to = join(folder, "copy");
afterAll(() => rmSync(folder, { recursive: true }));

const notice = bytesOf({ name: "a.docx", lines: ["受理 回执"] });

it("files are cleaned one after the other in a process of its own, their text folded", async () => {
  writeFileSync(path, notice);
  const asked = { path, type: "docx" as const, to };
  expect(await Promise.all([cleanApart(asked), cleanApart(asked)])).toEqual(
    Array(2).fill({ ok: true, text: "受理回执" }),
  );
  expect(readFileSync(to).subarray(0, 2).toString()).toBe("PK");
});

it("a file that is gone, or whose copy finds no place, is withheld for no reason of its own", async () => {
  writeFileSync(path, notice);
  const asked = { path, type: "docx" as const, to };
  for (const lost of [{ path: join(folder, "gone") }, { to: join(folder, "gone", "copy") }])
    expect(await cleanApart({ ...asked, ...lost })).toEqual({ ok: false, withheld: null });
});

it("a file that takes too long is withheld with its process, and the next one is cleaned", async () => {
  writeFileSync(path, Buffer.alloc(18_000_000, "字\n"));
  expect(await cleanApart({ path, type: "txt", to }, 1)).toEqual({ ok: false, withheld: "tooLarge" });
  writeFileSync(path, notice);
  expect(await cleanApart({ path, type: "docx", to })).toMatchObject({ ok: true });
});
