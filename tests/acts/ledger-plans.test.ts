import { beforeAll, expect, it } from "vitest";
import { type BenchCase, benchCases } from "../bench/cases.ts";
import { fillOffice } from "../bench/fill.server.ts";
import { scannedTables } from "../bench/plan.ts";
import { testDatabase } from "../support/database.ts";

const ROWS = 100_000;

let cases: BenchCase[];

beforeAll(async () => {
  const { ownerUrl } = await testDatabase();
  cases = await benchCases(await fillOffice(ownerUrl, ROWS));
}, 300_000);

it("no page reads complaints, events or assignments from end to end", { timeout: 120_000 }, async () => {
  const scanning: string[] = [];
  for (const { name, actor, run } of cases)
    for (const table of await scannedTables(actor, run)) scanning.push(`${name}: ${table}`);
  expect(scanning).toEqual([]);
  expect(cases.length).toBeGreaterThan(50);
});
