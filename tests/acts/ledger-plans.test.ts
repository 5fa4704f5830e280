import { beforeAll, expect, it } from "vitest";
import { worker } from "../../app/domain/access/actor.ts";
import { loadCalendar } from "../../app/domain/clock/calendar.server.ts";
import { findLapses } from "../../app/domain/clock/find-lapses.server.ts";
import { findLeftBehind } from "../../app/domain/clock/find-left-behind.server.ts";
import { findRungs } from "../../app/domain/clock/find-rungs.server.ts";
import { type BenchCase, benchCases } from "../bench/cases.ts";
import { fillOffice } from "../bench/fill.server.ts";
import { buffersOf, scannedTables } from "../bench/plan.ts";
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

/** A page takes some 600; of two filters no index has both, and a page by date without its index takes 30,000. */
const MOST_BUFFERS = 7000;

it("a page of the ledger looks at little besides its rows, however deep it is", {
  timeout: 120_000,
}, async () => {
  const pages = cases.filter(({ name }) => /^ledger(?!.*(q|figure|point)=)/.test(name));
  const dear: string[] = [];
  for (const { name, actor, run } of pages) {
    const buffers = await buffersOf(actor, run);
    if (buffers > MOST_BUFFERS) dear.push(`${name}: ${buffers}`);
  }
  expect(dear).toEqual([]);
  expect(pages.length).toBeGreaterThan(25);
});

it("neither does the watch, which looks every minute", { timeout: 120_000 }, async () => {
  const at = new Date("2026-11-20T10:00:00+08:00");
  for (const find of [...findLapses, findLeftBehind, ...findRungs]) {
    const scanned = await scannedTables(worker, async (tx) =>
      find(tx, { at, calendar: await loadCalendar(tx), limit: 200 }),
    );
    expect(scanned).toEqual([]);
  }
});
