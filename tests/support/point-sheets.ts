import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CellValue, writeXlsx } from "hucre/xlsx";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { checkCharacter } from "../../app/domain/people/credit-code.ts";
import { planImport } from "../../app/domain/people/import-points.server.ts";
import { seenOf } from "../../app/domain/people/point-plan.ts";
import { readSheet } from "../../app/domain/people/point-sheet.ts";
import { POINT_COLUMNS, type PointColumn } from "../../app/domain/people/sheet-point.ts";
import { sheetRowsOf } from "../../app/domain/people/sheet-rows.server.ts";
import { sheetWords } from "../../app/http/sheet-words.ts";
import { wordsOf } from "../../app/i18n/dictionaries.ts";
import type { TestDatabase } from "./database.ts";
import { shanghai } from "./office.ts";

const folder = mkdtempSync(join(tmpdir(), "huiyin-import-"));
process.env.HUIYIN_DATA = folder;
process.env.HUIYIN_SECRET = "a secret that is long enough for a test";

/** When the sheets are imported. */
export const at = shanghai("2026-11-20 09:00");

/** Nobody deletes a mail, so each test begins behind the back of the triggers that see to it. */
export const forgetImports = (database: TestDatabase) =>
  database.query(
    `
    set session_replication_role = replica;
    delete from mail;
    delete from one_time_link;
    delete from person where status = 'invited';
    delete from liaison_point where code not in ('LXD-001', 'LXD-002');
    set session_replication_role = origin`,
    undefined as never,
  );

export const codeOf = (serial: number) => {
  const first17 = `91350200Y${String(serial).padStart(8, "0")}`;
  return first17 + checkCharacter(first17);
};

type Cells = Partial<Record<PointColumn, CellValue>>;
export const rowOf = (nth: number, more: Cells = {}): Cells => ({
  name: `澄湾市示例第${nth}有限公司`,
  shortName: `示例${nth}`,
  creditCode: codeOf(nth),
  district: "湖里区",
  industry: "电子信息",
  size: "中型企业",
  termStartsOn: new Date("2026-03-01T00:00:00Z"),
  termEndsOn: "2029-02-28",
  contactName: `联系人${nth}`,
  contactEmail: `contact${nth}@enterprise.example`,
  contactMobile: 13_800_000_000 + nth,
  ...more,
});

let files = 0;
async function write(rows: CellValue[][]): Promise<string> {
  const path = join(folder, `${files++}.xlsx`);
  writeFileSync(path, await writeXlsx({ sheets: [{ name: "联系点", rows }] }));
  return path;
}

/** Writes real bytes, and reads them as the page does. */
async function sheetOf(rows: Cells[]) {
  const { columns } = wordsOf("zh-CN").points;
  const cells = rows.map((row) => POINT_COLUMNS.map((column) => row[column] ?? null));
  const read = await sheetRowsOf(await write([POINT_COLUMNS.map((column) => columns[column]), ...cells]));
  return readSheet(read ?? [], sheetWords);
}

/** A sheet as somebody looked at it, ready to be sent. */
export async function seen(actor: PersonActor, rows: Cells[]) {
  const sheet = await sheetOf(rows);
  const plan = await withActor(actor, "read", (tx) => planImport(tx, sheet));
  return { sheet, seen: seenOf(plan), faults: plan.faults, sendsInvitations: true, reason: "名单" };
}

/** The points that an import wrote, in their order. */
export const points = (database: TestDatabase) =>
  database.query<{ code: string; name: string; version: number }>(
    "select code, name, version from liaison_point where code > 'LXD-002' order by code",
  );

/** The contacts of those points, each with the mail that invited them. */
export const invited = (database: TestDatabase) =>
  database.query(
    `select p.email, p.status, p.mobile, l.code, m.kind from person p join liaison_point l on l.id = p.liaison_point_id
       left join mail m on m.person_id = p.id where l.code > 'LXD-002' order by p.email`,
  );
