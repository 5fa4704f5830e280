import { beforeAll, expect, it } from "vitest";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { findEnterpriseComplaint } from "../../app/domain/complaint/enterprise-view.server.ts";
import { lifecycle } from "../../app/domain/complaint/lifecycle.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, does, type Office, openOffice, shanghai } from "../support/office.ts";

let office: Office;
let db: TestDatabase;
let number: string;

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
  number = (await submit(office.lin, aSubmission, shanghai("2026-03-02 09:30"))).number;
  await does(office.su, { number }, { type: "askSupplement", question: "哪一天？" }, "2026-03-02 10:00");
  const recuse = { type: "recuse" as const, concerned: office.liang.personId, concernedDepartment: null };
  await does(office.su, { number }, { ...recuse, reason: "反映的是他。" }, "2026-03-02 10:10");
});

it("the database gives an enterprise the words that the table names, of each act", async () => {
  const [source] = await db.query<{ text: string }>(
    "select prosrc as text from pg_proc where proname = 'told_words'",
  );
  const inDatabase = [...(source?.text ?? "").matchAll(/when '(\w+)' then '(\w+)'/g)].map(
    ([, act, field]) => [act, field],
  );
  const inTable = Object.entries(lifecycle).flatMap(([act, { reads }]) =>
    reads?.enterprise ? [[act, reads.enterprise]] : [],
  );
  expect(Object.fromEntries(inDatabase)).toEqual(Object.fromEntries(inTable));
});

it("and nothing else of what was said, whichever statement is sent", async () => {
  const own = await withActor(office.lin, "read", (tx) => findEnterpriseComplaint(tx, office.lin, number));
  expect(own?.steps.map(({ command, words }) => [command, words])).toEqual([
    ["askSupplement", "哪一天？"],
    ["submit", ""],
  ]);
  const raw = (statement: string) =>
    withActor(office.lin, "read", async (tx) => (await tx.$client.query(statement)).rows);
  await expect(raw("select said from event")).rejects.toThrow(/denied/);
  await expect(raw("select changes from event")).rejects.toThrow(/denied/);
  const told = await raw("select t.words from complaint c, told_words(c.id) t");
  expect(JSON.stringify(told)).toContain("哪一天？");
  expect(JSON.stringify(told)).not.toContain("反映的是他");
});

it("nor anything of another enterprise's", async () => {
  const [row] = await db.query<{ id: string }>("select id from complaint");
  const told = await withActor(
    office.he,
    "read",
    async (tx) => (await tx.$client.query("select * from told_words($1)", [row?.id])).rows,
  );
  expect(told).toEqual([]);
});
