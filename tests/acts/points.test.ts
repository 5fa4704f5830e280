import { beforeAll, describe, expect, test } from "vitest";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { addPoint, changePoint, type PointInput, pointsOf } from "../../app/domain/people/points.server.ts";
import { testDatabase } from "../support/database.ts";
import { type Office, openOffice } from "../support/office.ts";

let office: Office;
let xu: PersonActor;
let bai: PersonActor;

beforeAll(async () => {
  await testDatabase();
  office = await openOffice();
  xu = office.xu;
  bai = office.bai;
});

const creditCode = "91350200Y000000097";

const input: PointInput = {
  name: "澄湾市手填有限公司",
  shortName: "",
  district: "350203",
  industry: "finance",
  size: "small",
  status: "active",
  termStartsOn: "2026-01-01",
  termEndsOn: null,
};

describe("keeping a point by hand", () => {
  test("is listed with its active contacts, and found by code and by credit code", async () => {
    const all = await withActor(xu, "read", (tx) => pointsOf(tx, {}));
    expect(all.rows.map(({ code, contacts }) => [code, contacts])).toEqual([
      ["LXD-001", 1],
      ["LXD-002", 1],
    ]);
    for (const q of ["lxd-002", "91350100M000100Z00", "禾穗"])
      expect((await withActor(xu, "read", (tx) => pointsOf(tx, { q }))).rows).toMatchObject([
        { code: "LXD-002" },
      ]);
    expect((await withActor(xu, "read", (tx) => pointsOf(tx, { q: "%" }))).rows).toEqual([]);
  });

  test("adds it once under the next code, changes it, and tells a stale form", async () => {
    const both = await Promise.all([addPoint(xu, creditCode, input), addPoint(bai, creditCode, input)]);
    expect(both).toContainEqual({ ok: true, code: "LXD-003" });
    expect(both).toContainEqual({ ok: false, fault: "codeTaken" });
    const changes = [1, 2].map((nth) =>
      changePoint(xu, "LXD-003", 1, { ...input, name: `新名${nth}`, status: "suspended" }),
    );
    expect((await Promise.all(changes)).filter(({ ok }) => ok)).toHaveLength(1);
    const { rows } = await withActor(xu, "read", (tx) => pointsOf(tx, { q: "新名", status: "suspended" }));
    expect(rows).toMatchObject([{ code: "LXD-003", shortName: expect.stringMatching("新名"), contacts: 0 }]);
  });
});

const refused = { cause: { code: "42501" } };

test.each(["lin", "su", "gu", "zhao"] as const)("the database refuses both to %s", async (key) => {
  await expect(addPoint(office[key], creditCode, input)).rejects.toMatchObject(refused);
  await expect(changePoint(office[key], "LXD-001", 1, input)).rejects.toMatchObject(refused);
});
