import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { claim, endOrphan } from "./embedded/claim.server.ts";
import { type Place, settlePlace } from "./embedded/place.server.ts";
import { freePort } from "./embedded/port.server.ts";
import { endWithParent } from "./embedded/watch.server.ts";

/** A running cluster of one's own. */
export interface Embedded {
  superuserUrl: string;
  port: number;
  stop(): Promise<void>;
}

/** `isThrowaway` trades all safety of the data for speed: for tests only. */
export interface EmbeddedOptions {
  dataDir: string;
  port?: number;
  isThrowaway?: boolean;
  log?: (line: string) => void;
}

const major = "18";
const startSeconds = 60;

const always = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "timezone=UTC",
  "log_timezone=UTC",
  "log_min_messages=warning",
  "max_connections=80",
  "shared_buffers=128MB",
  "work_mem=8MB",
  "maintenance_work_mem=64MB",
  "wal_level=minimal",
  "max_wal_senders=0",
  "jit=off",
];
const lasting = ["synchronous_commit=off", "max_wal_size=512MB"];
const throwaway = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off"];

function passwordOf(home: string): string {
  const file = join(home, "superuser-password");
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

/** Built beside its place and moved there whole, so that an interrupted start leaves no half cluster. */
function createCluster({ home, cluster, binaries, account }: Place, password: string): void {
  const unfinished = `${cluster}.new`;
  const passwordFile = join(home, "initdb-password");
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [unfinished, passwordFile]) chownSync(path, account.uid, account.gid);
  const options = [
    `--pgdata=${unfinished}`,
    `--pwfile=${passwordFile}`,
    "--username=postgres",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--no-instructions",
    "--no-sync",
  ];
  const made = spawnSync(join(binaries, "initdb"), options, { ...account, cwd: "/", encoding: "utf8" });
  rmSync(passwordFile);
  if (made.status !== 0) throw new Error(`PostgreSQL could not create its data: ${made.stderr}`);
  renameSync(unfinished, cluster);
}

function checkMajor(cluster: string): void {
  const found = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  if (found !== major) {
    throw new Error(
      `The data in ${cluster} are of PostgreSQL ${found}, this is ${major}: move them away or start with --fresh.`,
    );
  }
}

function launch(place: Place, port: number, settings: string[]): { server: ChildProcess; logFile: string } {
  const logFile = join(place.home, "postgres.log");
  const log = openSync(logFile, "w", 0o600);
  const options = [
    "-D",
    place.cluster,
    "-p",
    String(port),
    ...settings.flatMap((setting) => ["-c", setting]),
  ];
  // Detached, so that Ctrl-C reaches this process alone and the server is stopped last.
  const server = spawn(join(place.binaries, "postgres"), options, {
    ...place.account,
    cwd: "/",
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  return { server, logFile };
}

async function untilReady(url: string, server: ChildProcess, logFile: string): Promise<void> {
  const end = Date.now() + startSeconds * 1000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch (error) {
      const hasEnded = server.exitCode !== null || server.signalCode !== null;
      const isWrongPassword = (error as { code?: string }).code === "28P01";
      if (hasEnded || isWrongPassword || Date.now() > end) {
        throw new Error(
          `PostgreSQL did not start: ${readFileSync(logFile, "utf8").slice(-2000) || String(error)}`,
        );
      }
    } finally {
      await client.end().catch(() => undefined);
    }
    await new Promise((done) => setTimeout(done, 40));
  }
}

/** Gives the function that stops the server and then calls `onEnd`; this process ending any other way stops it too. */
function stopper(server: ChildProcess, onEnd: () => void): () => Promise<void> {
  const callOff = endWithParent(server, "INT");
  const ended = new Promise<void>((done) => server.once("exit", () => done()));
  return async () => {
    callOff();
    server.kill("SIGINT");
    const immediately = setTimeout(() => server.kill("SIGQUIT"), 15_000);
    await ended;
    clearTimeout(immediately);
    onEnd();
  };
}

async function startCluster(place: Place, options: EmbeddedOptions, onEnd: () => void): Promise<Embedded> {
  const { isThrowaway = false, log = () => undefined } = options;
  const password = passwordOf(place.home);
  await endOrphan(place.cluster);
  if (!existsSync(place.cluster)) {
    log(`Creating a PostgreSQL ${major} cluster in ${place.cluster}`);
    createCluster(place, password);
  }
  checkMajor(place.cluster);
  const port = await freePort(options.port);
  const { server, logFile } = launch(place, port, [...always, ...(isThrowaway ? throwaway : lasting)]);
  const stop = stopper(server, onEnd);
  const superuserUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  try {
    await untilReady(superuserUrl, server, logFile);
  } catch (error) {
    await stop();
    throw error;
  }
  log(`PostgreSQL ${major} is up on 127.0.0.1:${port}`);
  return { superuserUrl, port, stop };
}

/**
 * Starts the packaged PostgreSQL on the cluster in `dataDir`, which is created where it is missing, on
 * 127.0.0.1 and a free port. What a crashed run left is cleared first; ClusterInUse is thrown while
 * another live process has the cluster.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const place = settlePlace(options.dataDir);
  const { release } = claim(place.home);
  const onEnd = () => {
    release();
    if (options.isThrowaway)
      for (const path of [place.home, options.dataDir]) rmSync(path, { recursive: true, force: true });
  };
  try {
    return await startCluster(place, options, onEnd);
  } catch (error) {
    onEnd();
    throw error;
  }
}

/** Removes the cluster of `dataDir`; throws ClusterInUse while a live process has it. */
export async function removeEmbedded(dataDir: string): Promise<void> {
  const { home, cluster } = settlePlace(dataDir);
  const { release } = claim(home);
  await endOrphan(cluster);
  rmSync(cluster, { recursive: true, force: true });
  release();
}

/** Creates the database where it is missing, and gives its URL for the same user. */
export async function ensureDatabase(superuserUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  const url = new URL(superuserUrl);
  url.pathname = `/${name}`;
  return url.href;
}
