import { beforeEach, describe, expect, test } from "vitest";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { importPoints } from "../../app/domain/people/import-points.server.ts";
import { pointOf, pointsOf } from "../../app/domain/people/points.server.ts";
import { MOST_POINTS } from "../../app/domain/people/sheet-point.ts";
import { testDatabase } from "../support/database.ts";
import { openOffice } from "../support/office.ts";
import { at, codeOf, forgetImports, invited, points, rowOf, seen } from "../support/point-sheets.ts";

const database = await testDatabase();
const office = await openOffice();
beforeEach(() => forgetImports(database));

describe("importing a sheet", () => {
  test("writes every point, opens an account for every contact and mails the invitations", async () => {
    const request = await seen(office.xu, [
      rowOf(1),
      rowOf(2, { contactName: null, contactEmail: null, contactMobile: null, shortName: null }),
    ]);
    expect(request.faults).toEqual([]);
    expect(await importPoints(office.xu, request, at)).toEqual({ ok: true, written: 2, asked: 0 });
    expect(await withActor(office.xu, "read", (tx) => pointOf(tx, "LXD-003"))).toMatchObject({
      ...{ name: "澄湾市示例第1有限公司", shortName: "示例1", creditCode: codeOf(1), district: "350206" },
      ...{ industry: "electronics", size: "medium", status: "active", version: 1 },
      ...{ termStartsOn: "2026-03-01", termEndsOn: "2029-02-28" },
    });
    expect(await withActor(office.xu, "read", (tx) => pointOf(tx, "LXD-004"))).toMatchObject({
      shortName: "澄湾市示例第2有限公司",
    });
    expect(await invited(database)).toEqual([
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
    await importPoints(office.xu, { ...(await seen(office.xu, [rowOf(1)])), sendsInvitations: false }, at);
    expect(await invited(database)).toMatchObject([{ status: "invited", kind: null }]);
  });

  test("writes nothing where one address is somebody else's", async () => {
    const request = await seen(office.xu, [rowOf(1), rowOf(2, { contactEmail: "SU@huiyin.example" })]);
    expect(request.faults).toMatchObject([
      { row: 3, column: "contactEmail", kind: "emailTaken", other: "苏一宁" },
    ]);
    expect(await importPoints(office.xu, request, at)).toMatchObject({
      ok: false,
      plan: { faults: [{ row: 3 }] },
    });
    expect(await points(database)).toEqual([]);
  });

  test("writes nothing where one row is wrong", async () => {
    const request = await seen(office.xu, [rowOf(1), rowOf(2, { district: "鼓楼区" }), rowOf(3)]);
    expect(await importPoints(office.xu, request, at)).toMatchObject({
      ok: false,
      plan: { faults: [{ row: 3, column: "district", found: "鼓楼区", kind: "unknownWord" }] },
    });
    expect(await points(database)).toEqual([]);
  });

  test("changes what is different, and nothing of what a sheet doesn't say", async () => {
    await importPoints(office.xu, await seen(office.xu, [rowOf(1), rowOf(2)]), at);
    const request = await seen(office.xu, [
      rowOf(1),
      rowOf(2, { name: "改名有限公司", shortName: null, contactMobile: 13_900_000_000 }),
    ]);
    expect(await importPoints(office.xu, request, at)).toEqual({ ok: true, written: 1, asked: 0 });
    expect(await points(database)).toMatchObject([{ version: 1 }, { name: "改名有限公司", version: 2 }]);
    expect(await withActor(office.xu, "read", (tx) => pointOf(tx, "LXD-004"))).toMatchObject({
      shortName: "示例2",
    });
    expect(await invited(database)).toMatchObject([{ mobile: "13800000001" }, { mobile: "13900000000" }]);
  });

  test("asks for a contact of a point that has one, once, and invites nobody", async () => {
    await importPoints(office.xu, await seen(office.xu, [rowOf(1)]), at);
    const second = [rowOf(1, { contactName: "第二人", contactEmail: "second@enterprise.example" })];
    expect(await importPoints(office.xu, await seen(office.xu, second), at)).toEqual({
      ok: true,
      written: 1,
      asked: 1,
    });
    expect(await importPoints(office.xu, await seen(office.xu, second), at)).toMatchObject({
      ok: true,
      asked: 0,
    });
    const asked = await database.query(
      "select after ->> 'email' as email, kind, reason from rights_request where kind <> 'found'",
    );
    expect(asked).toEqual([{ email: "second@enterprise.example", kind: "appoint", reason: "名单" }]);
    expect(await invited(database)).toHaveLength(1);
  });

  test("brings the most that a sheet may bring", async () => {
    const request = await seen(
      office.xu,
      Array.from({ length: MOST_POINTS }, (_, nth) =>
        rowOf(nth, nth % 20 ? { contactName: null, contactEmail: null, contactMobile: null } : {}),
      ),
    );
    const start = performance.now();
    expect(await importPoints(office.xu, request, at)).toEqual({ ok: true, written: MOST_POINTS, asked: 0 });
    expect(performance.now() - start).toBeLessThan(15_000);
    const { rows, hasMore } = await withActor(office.xu, "read", (tx) => pointsOf(tx, { after: "LXD-998" }));
    expect([rows[0]?.code, rows[1]?.code, hasMore]).toEqual(["LXD-999", "LXD-1000", true]);
  });
});

const refused = { cause: { code: "42501" } };

test.each(["lin", "su", "gu", "zhao"] as const)("the database refuses an import by %s", async (key) => {
  const request = await seen(office.xu, [rowOf(1)]);
  await expect(importPoints(office[key], request, at)).rejects.toMatchObject(refused);
  expect(await points(database)).toEqual([]);
});
