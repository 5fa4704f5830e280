import { mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { newId } from "../../app/domain/people/new-id.ts";
import { sheetRowsOf } from "../../app/domain/people/sheet-rows.server.ts";

const folder = mkdtempSync(join(tmpdir(), "huiyin-import-"));
process.env.HUIYIN_DATA = folder;
process.env.HUIYIN_SECRET = "a secret that is long enough for a test";
process.env.DATABASE_URL ??= "postgres://nobody@127.0.0.1:1/none";

const [xu, bai] = [newId(), newId()];
const workbook = () => writeXlsx({ sheets: [{ name: "联系点", rows: [["甲"]] }] });

describe("a workbook", () => {
  test("is read as it is shown: days, numbers, results of formulas, later rows by their numbers", async () => {
    const sheet = {
      name: "一",
      rows: [["甲"], [new Date("2026-03-01T00:00:00Z")], [null], [13800000001], ["x"]],
      cells: new Map([
        [
          "4,0",
          {
            value: "湖里区",
            formula: 'CONCATENATE("湖里","区")',
            formulaResult: "湖里区",
            type: "formula" as const,
          },
        ],
      ]),
    };
    const path = join(folder, "shown.xlsx");
    writeFileSync(path, await writeXlsx({ sheets: [sheet] }));
    expect(await sheetRowsOf(path)).toEqual([
      { row: 1, cells: ["甲"] },
      { row: 2, cells: ["2026-03-01"] },
      { row: 4, cells: ["13800000001"] },
      { row: 5, cells: ["湖里区"] },
    ]);
  });

  test("that is none, is cut off, or would unpack to far more than it says is not read", async () => {
    const good = Buffer.from(await workbook());
    const bomb = Buffer.from(good);
    bomb.writeUInt32LE(
      2 ** 31,
      bomb.readUInt32LE(bomb.lastIndexOf("PK\x05\x06", undefined, "latin1") + 16) + 24,
    );
    for (const bytes of [
      Buffer.from("not a workbook"),
      Buffer.alloc(0),
      good.subarray(0, good.length / 2),
      bomb,
    ]) {
      const path = join(folder, "bad.xlsx");
      writeFileSync(path, bytes);
      expect(await sheetRowsOf(path)).toBeNull();
    }
  });
});

test("an uploaded sheet waits for its own person, until it is imported or a day has passed", async () => {
  const kept = await import("../../app/http/import-files.server.ts");
  const { receive } = await import("../../app/http/uploads.server.ts");
  const upload = async () => {
    const form = new FormData();
    form.append("sheet", new File([Buffer.from(await workbook()) as BlobPart], "名单.xlsx"));
    const request = new Request("http://localhost/", { method: "POST", body: form });
    const [file] = (await receive(request, 1)).stored.sheet ?? [];
    return kept.keepImport(xu, file?.storageKey ?? "");
  };
  const [id, other] = [await upload(), await upload()];
  expect(await sheetRowsOf((await kept.importPath(xu, id)) ?? "")).toEqual([{ row: 1, cells: ["甲"] }]);
  expect(await kept.importPath(bai, id)).toBeNull();
  expect(await kept.importPath(xu, "../other")).toBeNull();
  await kept.finishImport(xu, id, 7);
  await kept.finishImport(xu, id, 0);
  expect(await kept.importPath(xu, id)).toBeNull();
  expect([await kept.finishedImport(xu, id), await kept.finishedImport(bai, id)]).toEqual([7, null]);
  await kept.sweepImports(new Date());
  const path = (await kept.importPath(xu, other)) ?? "";
  const yesterday = new Date(Date.now() - 25 * 3_600_000);
  utimesSync(path, yesterday, yesterday);
  await kept.sweepImports(new Date());
  expect(await kept.importPath(xu, other)).toBeNull();
  expect(await kept.finishedImport(xu, id)).toBe(7);
});
