import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildAccessCity, type City } from "../access/city.ts";
import { disagreements } from "../access/compare.ts";
import { expected } from "../access/expected.ts";
import { callsWrong } from "../access/functions.ts";
import { type Guard, guardsOf } from "../access/guard.ts";
import { wardsMissing } from "../access/ward.ts";
import { testDatabase } from "../support/database.ts";
import { openOffice } from "../support/office.ts";

let client: pg.Client;
let city: City;

beforeAll(async () => {
  const { ownerUrl } = await testDatabase();
  const office = await openOffice();
  client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  city = await buildAccessCity(client, office);
  await client.query("begin");
});
afterAll(() => client.end());

it("every kind of person reaches what is theirs and nothing else", { timeout: 300_000 }, async () => {
  const wrong: string[] = [];
  for (const one of expected(city))
    for (const table of city.tables) wrong.push(...(await disagreements(client, one, table)));
  expect(wrong).toEqual([]);
});

it("each role calls the functions that it needs", async () => {
  const roles = [...new Set(expected(city).map(({ visitor }) => visitor.role))];
  const wrong: string[] = [];
  for (const role of roles) if (role.startsWith("huiyin_")) wrong.push(...(await callsWrong(client, role)));
  expect(wrong).toEqual([]);
});

it("what is written down for ever can't be changed by anybody", async () => {
  const wrong: string[] = [];
  for (const table of city.tables) wrong.push(...(await wardsMissing(client, table)));
  expect(wrong).toEqual([]);
});

it("no guard can be taken away without that being noticed", { timeout: 900_000 }, async () => {
  const unnoticed: string[] = [];
  const guards = await guardsOf(client);
  for (const guard of guards) {
    await client.query("savepoint guarded");
    await client.query(guard.remove);
    if (!(await isNoticed(guard))) unnoticed.push(guard.name);
    await client.query("rollback to savepoint guarded; release savepoint guarded");
  }
  process.stdout.write(`${guards.length} guards taken away, ${unnoticed.length} unnoticed\n`);
  expect(unnoticed).toEqual([]);
});

async function isNoticed({ table, role }: Guard): Promise<boolean> {
  if (table === null) return (await callsWrong(client, role ?? "")).length > 0;
  const tables = city.tables.filter(({ name }) => table === null || name === table);
  const concerned = expected(city).filter(({ visitor }) => role === null || visitor.role === role);
  for (const one of concerned)
    for (const each of tables) if ((await disagreements(client, one, each)).length > 0) return true;
  for (const each of tables) if ((await wardsMissing(client, each)).length > 0) return true;
  return false;
}
