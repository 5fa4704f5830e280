import { beforeAll, expect, test } from "vitest";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { otherDepartments } from "../../app/domain/assignment/view.server.ts";
import {
  addDepartments,
  allDepartments,
  changeDepartment,
  leadersOf,
  seenOf,
} from "../../app/domain/people/departments.server.ts";
import { testDatabase } from "../support/database.ts";
import { type Office, openOffice } from "../support/office.ts";

let office: Office;
const today = "2026-11-23";

beforeAll(async () => {
  await testDatabase();
  office = await openOffice();
});

const all = () => withActor(office.xu, "read", allDepartments);
const named = async (name: string) => {
  const found = (await all()).find((one) => one.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const lines = [
  { name: "市水利局", nameEn: "Water Bureau" },
  { name: "市体育局", nameEn: "市体育局" },
];

test("two who add the same list at once add it once, under codes of their own", async () => {
  const [one, two] = await Promise.all([
    addDepartments(office.xu, lines, today),
    addDepartments(office.bai, lines, today),
  ]);
  expect([one, two]).toContainEqual({ added: 2 });
  expect([one, two]).toContainEqual({ fault: "known", name: "市水利局" });
  expect(await named("市水利局")).toMatchObject({ code: "BM-001", nameEn: "Water Bureau", people: 0 });
  expect(await named("市体育局")).toMatchObject({ code: "BM-002", validUntil: null, leaderId: null });
});

test("a department is changed, one form wins, and the other is stale", async () => {
  const before = await named("市水利局");
  const [leader] = await withActor(office.xu, "read", leadersOf);
  const input = { nameEn: "Water", district: null, leaderId: leader?.id ?? null, isActive: true };
  const how = { code: before.code, seen: seenOf(before), today };
  const changes = ["市水务局", "市水利水务局"].map((name) =>
    changeDepartment(office.xu, how, { ...input, name }),
  );
  expect((await Promise.all(changes)).sort()).toEqual([false, true]);
  expect((await all()).find(({ code }) => code === before.code)).toMatchObject({
    nameEn: "Water",
    leaderId: leader?.id,
  });
});

test("one that is ended gets nothing new from the next day on, comes last, and can be put back", async () => {
  const before = await named("市体育局");
  const offered = (day: string) =>
    withActor(office.zhao, "read", async (tx) =>
      (await otherDepartments(tx, office.zhao, day, "zh-CN")).some(({ name }) => name === "市体育局"),
    );
  expect(await offered(today)).toBe(true);
  const { code, name, nameEn, district, leaderId } = before;
  const input = { name, nameEn, district, leaderId, isActive: false };
  expect(await changeDepartment(office.xu, { code, seen: seenOf(before), today }, input)).toBe(true);
  expect((await all()).at(-1)).toMatchObject({ code, validUntil: today });
  expect(await offered("2026-11-24")).toBe(false);
  const ended = await named("市体育局");
  await changeDepartment(office.xu, { code, seen: seenOf(ended), today }, { ...input, isActive: true });
  expect(await offered("2026-11-24")).toBe(true);
});

const refused = { cause: { code: "42501" } };

test.each(["lin", "su", "gu", "zhao", "jing"] as const)("the database refuses both to %s", async (key) => {
  await expect(addDepartments(office[key], lines, today)).rejects.toMatchObject(refused);
  const how = { code: "BM-001", seen: "", today };
  const input = { name: "市水利局", nameEn: "", district: null, leaderId: null, isActive: true };
  await expect(changeDepartment(office[key], how, input)).rejects.toMatchObject(refused);
});
