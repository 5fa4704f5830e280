import { beforeEach, describe, expect, test } from "vitest";
import { worker } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { importPoints } from "../../app/domain/people/import-points.server.ts";
import { openAccount } from "../../app/domain/people/invite.server.ts";
import { schema } from "../../db/client.server.ts";
import { testDatabase } from "../support/database.ts";
import { openOffice } from "../support/office.ts";
import { at, forgetImports, invited, points, rowOf, seen } from "../support/point-sheets.ts";

const database = await testDatabase();
const office = await openOffice();
beforeEach(() => forgetImports(database));

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

describe("importing a sheet while somebody else writes", () => {
  test("a second sending does nothing, at once or later", async () => {
    const request = await seen(office.xu, [rowOf(1), rowOf(2)]);
    const both = await Promise.all([
      importPoints(office.xu, request, at),
      importPoints(office.xu, request, at),
    ]);
    expect(both.map((done) => done.ok && done.written).sort()).toEqual([0, 2]);
    expect(await importPoints(office.xu, request, at)).toEqual({ ok: true, written: 0, asked: 0 });
    expect(await points(database)).toMatchObject([
      { code: "LXD-003", version: 1 },
      { code: "LXD-004", version: 1 },
    ]);
    expect(await invited(database)).toHaveLength(2);
  });

  test("of two administrators at once, the second is shown what the first wrote", async () => {
    const [mine, yours] = [
      await seen(office.xu, [rowOf(1), rowOf(2)]),
      await seen(office.xu, [rowOf(2, { name: "另一个名称" }), rowOf(3)]),
    ];
    const done = await Promise.all([importPoints(office.xu, mine, at), importPoints(office.bai, yours, at)]);
    const second = done.find((each) => !each.ok);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(second).toMatchObject({ moved: [done[0].ok ? 2 : 3] });
    expect(await points(database)).toHaveLength(2);
    expect(new Set((await points(database)).map(({ code }) => code))).toEqual(
      new Set(["LXD-003", "LXD-004"]),
    );
  });

  test("what somebody changed since it was looked at comes back, and nothing is written", async () => {
    await importPoints(office.xu, await seen(office.xu, [rowOf(1)]), at);
    const request = await seen(office.xu, [rowOf(1, { name: "新名有限公司" }), rowOf(2)]);
    await importPoints(office.bai, await seen(office.xu, [rowOf(1, { name: "旁人改的名" })]), at);
    expect(await importPoints(office.xu, request, at)).toMatchObject({ ok: false, moved: [2] });
    expect(await points(database)).toMatchObject([{ name: "旁人改的名", version: 2 }]);
  });

  test("an account opened for one of its addresses while it runs undoes all of it", async () => {
    const request = await seen(office.xu, [rowOf(1), rowOf(2)]);
    let running: ReturnType<typeof importPoints> | undefined;
    await withActor(worker, "act", async (tx) => {
      await tx.insert(schema.liaisonPoint).values(emptyPoint);
      await openAccount(tx, { ...contact, email: "CONTACT2@enterprise.example" }, at);
      running = importPoints(office.xu, request, at);
      // Long enough for the import to come to the address, where it waits for this transaction.
      await new Promise((done) => setTimeout(done, 500));
    });
    expect(await running).toMatchObject({
      ok: false,
      plan: { faults: [{ kind: "emailTaken", other: "先到" }] },
    });
    expect(await points(database)).toEqual([]);
    expect(await invited(database)).toEqual([]);
  });
});
