import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CellValue, writeXlsx } from "hucre/xlsx";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type PersonActor, worker } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { checkCharacter } from "../../app/domain/people/credit-code.ts";
import { importPoints, planImport } from "../../app/domain/people/import-points.server.ts";
import { openAccount } from "../../app/domain/people/invite.server.ts";
import { seenOf } from "../../app/domain/people/point-plan.ts";
import { readSheet } from "../../app/domain/people/point-sheet.ts";
import { pointOf, pointsOf } from "../../app/domain/people/points.server.ts";
import { MOST_POINTS, POINT_COLUMNS, type PointColumn } from "../../app/domain/people/sheet-point.ts";
import { sheetRowsOf } from "../../app/domain/people/sheet-rows.server.ts";
import { sheetWords } from "../../app/http/sheet-words.ts";
import { wordsOf } from "../../app/i18n/dictionaries.ts";
import { schema } from "../../db/client.server.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { type Office, openOffice, shanghai } from "../support/office.ts";

const folder = mkdtempSync(join(tmpdir(), "huiyin-import-"));
process.env.HUIYIN_DATA = folder;
process.env.HUIYIN_SECRET = "a secret that is long enough for a test";

const at = shanghai("2026-11-20 09:00");
let database: TestDatabase;
let office: Office;
let xu: PersonActor;
let bai: PersonActor;

beforeAll(async () => {
  database = await testDatabase();
  office = await openOffice();
  xu = office.xu;
  bai = office.bai;
});

// Nobody deletes a mail, so each test begins behind the back of the triggers that see to it.
beforeEach(() =>
  database.query(
    `
    set session_replication_role = replica;
    delete from mail;
    delete from one_time_link;
    delete from person where status = 'invited';
    delete from liaison_point where code not in ('LXD-001', 'LXD-002');
    set session_replication_role = origin`,
    undefined as never,
  ),
);

const codeOf = (serial: number) => {
  const first17 = `91350200Y${String(serial).padStart(8, "0")}`;
  return first17 + checkCharacter(first17);
};

type Cells = Partial<Record<PointColumn, CellValue>>;
const rowOf = (nth: number, more: Cells = {}): Cells => ({
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

async function seen(rows: Cells[]) {
  const sheet = await sheetOf(rows);
  const plan = await withActor(xu, "read", (tx) => planImport(tx, sheet));
  return { sheet, seen: seenOf(plan), faults: plan.faults, sendsInvitations: true, reason: "名单" };
}

const points = () =>
  database.query<{ code: string; name: string; version: number }>(
    "select code, name, version from liaison_point where code > 'LXD-002' order by code",
  );
const invited = () =>
  database.query(
    `select p.email, p.status, p.mobile, l.code, m.kind from person p join liaison_point l on l.id = p.liaison_point_id
       left join mail m on m.person_id = p.id where l.code > 'LXD-002' order by p.email`,
  );

// A point whose first contact somebody else appoints meanwhile.
const emptyPoint = {
  ...{ id: "00000000-0000-4000-8000-000000000000", code: "LXD-000", name: "空", shortName: "空" },
  ...{ creditCode: "91350200Y000000000", termStartsOn: "2025-01-01", district: "350206" as const },
  ...{ industry: "electronics" as const, size: "medium" as const },
};
const contact = {
  ...{ name: "先到", nameEn: null, role: "liaison" as const, post: null, departmentId: null },
  liaisonPointId: emptyPoint.id,
};

describe("importing a sheet", () => {
  test("writes every point, opens an account for every contact and mails the invitations", async () => {
    const request = await seen([
      rowOf(1),
      rowOf(2, { contactName: null, contactEmail: null, contactMobile: null, shortName: null }),
    ]);
    expect(request.faults).toEqual([]);
    expect(await importPoints(xu, request, at)).toEqual({ ok: true, written: 2, asked: 0 });
    expect(await withActor(xu, "read", (tx) => pointOf(tx, "LXD-003"))).toMatchObject({
      ...{ name: "澄湾市示例第1有限公司", shortName: "示例1", creditCode: codeOf(1), district: "350206" },
      ...{ industry: "electronics", size: "medium", status: "active", version: 1 },
      ...{ termStartsOn: "2026-03-01", termEndsOn: "2029-02-28" },
    });
    expect(await withActor(xu, "read", (tx) => pointOf(tx, "LXD-004"))).toMatchObject({
      shortName: "澄湾市示例第2有限公司",
    });
    expect(await invited()).toEqual([
      {
        email: "contact1@enterprise.example",
        status: "invited",
        mobile: "13800000001",
        code: "LXD-003",
        kind: "invitation",
      },
    ]);
  });

  test("opens accounts without a mail where invitations are to wait", async () => {
    await importPoints(xu, { ...(await seen([rowOf(1)])), sendsInvitations: false }, at);
    expect(await invited()).toMatchObject([{ status: "invited", kind: null }]);
  });

  test("writes nothing where one address is somebody else's", async () => {
    const request = await seen([rowOf(1), rowOf(2, { contactEmail: "SU@huiyin.example" })]);
    expect(request.faults).toMatchObject([
      { row: 3, column: "contactEmail", kind: "emailTaken", other: "苏一宁" },
    ]);
    expect(await importPoints(xu, request, at)).toMatchObject({ ok: false, plan: { faults: [{ row: 3 }] } });
    expect(await points()).toEqual([]);
  });

  test("writes nothing where one row is wrong", async () => {
    const request = await seen([rowOf(1), rowOf(2, { district: "鼓楼区" }), rowOf(3)]);
    expect(await importPoints(xu, request, at)).toMatchObject({
      ok: false,
      plan: { faults: [{ row: 3, column: "district", found: "鼓楼区", kind: "unknownWord" }] },
    });
    expect(await points()).toEqual([]);
  });

  test("a second sending does nothing, at once or later", async () => {
    const request = await seen([rowOf(1), rowOf(2)]);
    const both = await Promise.all([importPoints(xu, request, at), importPoints(xu, request, at)]);
    expect(both.map((done) => done.ok && done.written).sort()).toEqual([0, 2]);
    expect(await importPoints(xu, request, at)).toEqual({ ok: true, written: 0, asked: 0 });
    expect(await points()).toMatchObject([
      { code: "LXD-003", version: 1 },
      { code: "LXD-004", version: 1 },
    ]);
    expect(await invited()).toHaveLength(2);
  });

  test("changes what is different, and nothing of what a sheet doesn't say", async () => {
    await importPoints(xu, await seen([rowOf(1), rowOf(2)]), at);
    const request = await seen([
      rowOf(1),
      rowOf(2, { name: "改名有限公司", shortName: null, contactMobile: 13_900_000_000 }),
    ]);
    expect(await importPoints(xu, request, at)).toEqual({ ok: true, written: 1, asked: 0 });
    expect(await points()).toMatchObject([{ version: 1 }, { name: "改名有限公司", version: 2 }]);
    expect(await withActor(xu, "read", (tx) => pointOf(tx, "LXD-004"))).toMatchObject({ shortName: "示例2" });
    expect(await invited()).toMatchObject([{ mobile: "13800000001" }, { mobile: "13900000000" }]);
  });

  test("of two administrators at once, the second is shown what the first wrote", async () => {
    const [mine, yours] = [
      await seen([rowOf(1), rowOf(2)]),
      await seen([rowOf(2, { name: "另一个名称" }), rowOf(3)]),
    ];
    const done = await Promise.all([importPoints(xu, mine, at), importPoints(bai, yours, at)]);
    const second = done.find((each) => !each.ok);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(second).toMatchObject({ moved: [done[0].ok ? 2 : 3] });
    expect(await points()).toHaveLength(2);
    expect(new Set((await points()).map(({ code }) => code))).toEqual(new Set(["LXD-003", "LXD-004"]));
  });

  test("what somebody changed since it was looked at comes back, and nothing is written", async () => {
    await importPoints(xu, await seen([rowOf(1)]), at);
    const request = await seen([rowOf(1, { name: "新名有限公司" }), rowOf(2)]);
    await importPoints(bai, await seen([rowOf(1, { name: "旁人改的名" })]), at);
    expect(await importPoints(xu, request, at)).toMatchObject({ ok: false, moved: [2] });
    expect(await points()).toMatchObject([{ name: "旁人改的名", version: 2 }]);
  });

  test("an account opened for one of its addresses while it runs undoes all of it", async () => {
    const request = await seen([rowOf(1), rowOf(2)]);
    let running: ReturnType<typeof importPoints> | undefined;
    await withActor(worker, "act", async (tx) => {
      await tx.insert(schema.liaisonPoint).values(emptyPoint);
      await openAccount(tx, { ...contact, email: "CONTACT2@enterprise.example" }, at);
      running = importPoints(xu, request, at);
      // Long enough for the import to come to the address, where it waits for this transaction.
      await new Promise((done) => setTimeout(done, 500));
    });
    expect(await running).toMatchObject({
      ok: false,
      plan: { faults: [{ kind: "emailTaken", other: "先到" }] },
    });
    expect(await points()).toEqual([]);
    expect(await invited()).toEqual([]);
  });

  test("asks for a contact of a point that has one, once, and invites nobody", async () => {
    await importPoints(xu, await seen([rowOf(1)]), at);
    const second = [rowOf(1, { contactName: "第二人", contactEmail: "second@enterprise.example" })];
    expect(await importPoints(xu, await seen(second), at)).toEqual({ ok: true, written: 1, asked: 1 });
    expect(await importPoints(xu, await seen(second), at)).toMatchObject({ ok: true, asked: 0 });
    const asked = await database.query(
      "select after ->> 'email' as email, kind, reason from rights_request where kind <> 'found'",
    );
    expect(asked).toEqual([{ email: "second@enterprise.example", kind: "appoint", reason: "名单" }]);
    expect(await invited()).toHaveLength(1);
  });

  test("brings the most that a sheet may bring", async () => {
    const request = await seen(
      Array.from({ length: MOST_POINTS }, (_, nth) =>
        rowOf(nth, nth % 20 ? { contactName: null, contactEmail: null, contactMobile: null } : {}),
      ),
    );
    const start = performance.now();
    expect(await importPoints(xu, request, at)).toEqual({ ok: true, written: MOST_POINTS, asked: 0 });
    expect(performance.now() - start).toBeLessThan(15_000);
    const { rows, hasMore } = await withActor(xu, "read", (tx) => pointsOf(tx, { after: "LXD-998" }));
    expect([rows[0]?.code, rows[1]?.code, hasMore]).toEqual(["LXD-999", "LXD-1000", true]);
  });
});

const refused = { cause: { code: "42501" } };

test.each(["lin", "su", "gu", "zhao"] as const)("the database refuses an import by %s", async (key) => {
  const request = await seen([rowOf(1)]);
  await expect(importPoints(office[key], request, at)).rejects.toMatchObject(refused);
  expect(await points()).toEqual([]);
});
