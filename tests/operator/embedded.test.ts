import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { serverAccount } from "../../db/embedded/account.server.ts";
import { ClusterInUse } from "../../db/embedded/claim.server.ts";
import { clusterHome } from "../../db/embedded/place.server.ts";
import { type Embedded, ensureDatabase, startEmbedded } from "../../db/embedded.server.ts";

let dataDir: string;
let home: string;
let running: Embedded | undefined;

async function start(): Promise<Embedded> {
  running = await startEmbedded({ dataDir });
  return running;
}

async function query(url: string, text: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const serverPid = () => Number.parseInt(readFileSync(join(home, "postgres/postmaster.pid"), "utf8"), 10);

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), "huiyin-embedded-"));
  home = clusterHome(dataDir);
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

afterAll(() => {
  for (const folder of [dataDir, home]) rmSync(folder, { recursive: true, force: true });
});

test("the server is PostgreSQL 18, speaks UTF-8 and knows Chinese letters as letters", async () => {
  const { superuserUrl } = await start();
  const [row] = await query(
    superuserUrl,
    "select current_setting('server_version') as version, current_setting('server_encoding') as encoding, '回音' ~ '^[[:alpha:]]+$' as letters",
  );
  expect(row).toMatchObject({ version: expect.stringMatching(/^18\./), encoding: "UTF8", letters: true });
});

test("it listens on this machine's own address alone, and asks for the password", async () => {
  const { superuserUrl } = await start();
  const [row] = await query(
    superuserUrl,
    "select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets",
  );
  expect(row).toEqual({ addresses: "127.0.0.1", sockets: "" });
  const stranger = new URL(superuserUrl);
  stranger.password = "guess";
  await expect(query(stranger.href, "select 1")).rejects.toThrow(/password authentication failed/);
});

test("what was written is there after the next start", async () => {
  const first = await start();
  const url = await ensureDatabase(first.superuserUrl, "city");
  await query(url, "create table kept as select 1 as one");
  await first.stop();
  const again = await ensureDatabase((await start()).superuserUrl, "city");
  expect(await query(again, "select one from kept")).toEqual([{ one: 1 }]);
});

test("a second start while the first runs is refused, and harms nothing", async () => {
  const { superuserUrl } = await start();
  await expect(startEmbedded({ dataDir })).rejects.toThrow(ClusterInUse);
  expect(await query(superuserUrl, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("a killed server does not keep the next one from starting", async () => {
  const { stop } = await start();
  process.kill(serverPid(), "SIGKILL");
  await stop();
  const { superuserUrl } = await start();
  expect(await query(superuserUrl, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("a lock file whose number has gone to a stranger is not believed", async () => {
  await (await start()).stop();
  const cluster = join(home, "postgres");
  const stranger = spawn("sleep", ["60"], {
    ...serverAccount(cluster),
    cwd: "/",
    detached: true,
    stdio: "ignore",
  });
  writeFileSync(join(cluster, "postmaster.pid"), `${stranger.pid}\n${cluster}\n`);
  const { superuserUrl } = await start();
  expect(await query(superuserUrl, "select 1 as one")).toEqual([{ one: 1 }]);
  expect(stranger.kill()).toBe(true);
});

test("a server that a dead process left is stopped, and its data are kept", async () => {
  const { superuserUrl } = await start();
  const orphan = serverPid();
  writeFileSync(join(home, "started-by"), "1 0");
  running = await startEmbedded({ dataDir });
  expect(serverPid()).not.toBe(orphan);
  await expect(query(superuserUrl, "select 1")).rejects.toThrow();
});
