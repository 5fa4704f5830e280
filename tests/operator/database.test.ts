import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { announceRunning, openOwnDatabase, runningDemo, withDatabase } from "../../app/operator/database.ts";
import { clusterHome } from "../../db/embedded/place.server.ts";

let folder: string;
let home: string;
const undo: (() => unknown)[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "huiyin-operator-"));
  home = clusterHome(folder);
  process.env.HUIYIN_DATA = folder;
  delete process.env.DATABASE_URL;
});

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

afterAll(() => {
  for (const path of [folder, home]) rmSync(path, { recursive: true, force: true });
});

const isClusterInUse = () => existsSync(join(home, "started-by"));

async function nameOfLogin(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query("select session_user as name")).rows[0].name;
  } finally {
    await client.end();
  }
}

test("a folder without a demo's database is left alone", async () => {
  await expect(withDatabase(async () => undefined)).rejects.toThrow(/^DATABASE_JOBS_URL must be set:/);
  expect(readdirSync(folder)).toEqual([]);
});

test("with no demo running the database is started for the moment, ready to use, and stopped again", async () => {
  await (await openOwnDatabase(folder)).close();
  const login = await withDatabase(async ({ url }) => {
    expect(isClusterInUse()).toBe(true);
    await withActor({ kind: "guest" }, "read", async () => undefined);
    return nameOfLogin(url);
  });
  expect(login).toBe("huiyin_app");
  expect(isClusterInUse()).toBe(false);
});

test("a running demo's database is used, and left running", async () => {
  const demo = await openOwnDatabase(folder);
  undo.push(demo.close);
  undo.push(
    announceRunning(folder, { ...demo, ownerUrl: demo.ownerUrl ?? "", address: "http://127.0.0.1:1" }),
  );
  expect(await withDatabase(async ({ url }) => url)).toBe(demo.url);
  expect(await nameOfLogin(demo.url)).toBe("huiyin_app");
});

test("a note that a crashed demo left is not believed", async () => {
  writeFileSync(
    join(folder, "running.json"),
    JSON.stringify({ url: "postgres://huiyin_app:x@127.0.0.1:9/huiyin", ownerUrl: "", address: "" }),
  );
  expect(await runningDemo(folder)).toBeUndefined();
  expect(await withDatabase(({ url }) => nameOfLogin(url))).toBe("huiyin_app");
});

test("DATABASE_URL goes before the demo's own", async () => {
  const other = await openOwnDatabase(folder);
  undo.push(
    other.close,
    () => delete process.env.DATABASE_URL,
    () => delete process.env.DATABASE_JOBS_URL,
  );
  process.env.DATABASE_JOBS_URL = other.jobsUrl;
  process.env.DATABASE_URL = `${other.url}?application_name=other`;
  expect(await withDatabase(async ({ url }) => url)).toBe(process.env.DATABASE_URL);
});
