import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { openOffice } from "../support/office.ts";
import { breachesOf, liveAWhile, newPlace, Tamperer, TRAIL_TABLES } from "../support/trail.ts";

const place = newPlace();
let database: TestDatabase;
let hand: Tamperer;
let copies: string;
let id: string;
let number: string;

beforeAll(async () => {
  database = await testDatabase();
  ({ id, number } = await liveAWhile(await openOffice(), place));
  hand = new Tamperer(database.ownerUrl);
  await hand.begin();
  copies = readFileSync(place.file, "utf8");
});
afterEach(async () => {
  await hand.restore();
  writeFileSync(place.file, copies);
});
afterAll(() => hand.end());

const asPrinted = async () => {
  const env = { ...process.env, HUIYIN_DATA: dirname(place.file) };
  const done = promisify(execFile)("npm", ["run", "--silent", "audit:verify"], { env });
  const { stdout, code = 0 } = await done.catch((error) => error);
  return { code, ...JSON.parse(stdout) };
};

it("finds nothing in an honest trail, and says so as the operator's command", async () => {
  // The office's founding, and three requests with their decisions.
  const rights =
    (await hand.do("select from person where role <> 'liaison' and status = 'active'")).length + 6;
  expect(await asPrinted()).toEqual({ code: 0, events: 9 + rights, chains: 6, checkpoints: 3, broken: [] });
});

it("tells what is broken, and ends with 1", async () => {
  await hand.do("update event set actor_kind = 'supervisor' where complaint_id = $1 and seq = 2", [id]);
  const { code, broken } = await asPrinted();
  expect(code).toBe(1);
  expect(broken).toEqual([{ what: "event", complaint: number, seq: 2, why: "was changed" }]);
});

/** So many rows of a table are tried, spread over it. */
const MOST_ROWS = 12;
const spread = (count: number): number[] => {
  const tried = Math.min(count, MOST_ROWS);
  return Array.from({ length: tried }, (_, nth) => Math.floor((nth * count) / tried));
};

interface Column extends Record<string, unknown> {
  column_name: string;
  udt_name: string;
  is_nullable: string;
  datetime_precision: number | null;
}

/** The least change of a value that its column can hold. */
function changed({ column_name: name, udt_name: type, datetime_precision }: Column): string {
  const least = {
    int4: "1",
    timestamptz: `make_interval(secs => 10.0 ^ -${datetime_precision})`,
    text: "'x'",
  }[type];
  if (type === "jsonb")
    return `case jsonb_typeof(${name}) when 'array' then ${name} || '[1]' else ${name} || '{"x": 1}' end`;
  if (type === "uuid") return "gen_random_uuid()";
  if (type === "bool") return `not ${name}`;
  if (!least) throw new Error(`no change is known for a column of type ${type}`);
  return type === "text" ? `coalesce(${name}, '') || ${least}` : `coalesce(${name}, '2026-01-01') + ${least}`;
}

describe.each(TRAIL_TABLES)("each value of %s", (table) => {
  it("is noticed when it is changed, and when it is taken away", async () => {
    const columns = await hand.do<Column>(
      `select column_name, udt_name, is_nullable, datetime_precision from information_schema.columns where table_schema = 'public' and table_name = $1`,
      [table],
    );
    const rows = await hand.do<{ at: string }>(`select ctid::text as at from ${table}`);
    expect(rows.length).toBeGreaterThan(2);
    const unnoticed: string[] = [];
    let tries = 0;
    for (const column of columns) {
      const { column_name: name } = column;
      // Rows that collide with others on their way are moved further.
      const further = column.udt_name === "int4" ? [`${name} + 1000`, `-${name}`] : [];
      const changes = [
        column.udt_name === "int4" ? [] : changed(column),
        further,
        column.is_nullable === "YES" ? "null" : [],
      ].flat();
      for (const change of changes) {
        for (const nth of spread(rows.length)) {
          const [touched] = await hand.do<{ count: number }>(
            `with it as (update ${table} set ${name} = ${change} where ctid = (select ctid from ${table} order by ctid offset ${nth} limit 1)
               and ${name} is distinct from ${change} returning 1) select count(*)::int as count from it`,
          );
          if (!touched?.count) continue;
          tries++;
          if ((await breachesOf(place)).length === 0) unnoticed.push(`${name} = ${change} in row ${nth}`);
          await hand.restore();
        }
      }
    }
    expect(unnoticed).toEqual([]);
    expect(tries).toBeGreaterThan(columns.length);
  }, 300_000);

  it("is noticed when its row is gone", async () => {
    const rows = await hand.do(`select from ${table}`);
    for (const nth of spread(rows.length)) {
      await hand.do(
        `delete from ${table} where ctid = (select ctid from ${table} order by ctid offset ${nth} limit 1)`,
      );
      expect(await breachesOf(place), `row ${nth}`).not.toEqual([]);
      await hand.restore();
    }
  });
});
