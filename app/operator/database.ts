import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { ClusterInUse } from "../../db/embedded/claim.server.ts";
import { openFolder } from "../../db/embedded/place.server.ts";
import { type Embedded, ensureDatabase, startEmbedded } from "../../db/embedded.server.ts";
import { loginsOn } from "../../db/migrate.server.ts";
import { connect, disconnect } from "../domain/access/with-actor.server.ts";
import { sentAsItIs } from "../http/encrypted.ts";
import { withSecretFiles } from "../http/secret-files.ts";
import { bringUpToDate } from "./bring-up-to-date.ts";
import { dataFolder, secretsFile, secretsOf } from "./settings.ts";

/** A database ready for the application: migrated, with both ways in. */
export interface OpenDatabase {
  /** As the web signs in. */
  url: string;
  /** As the door signs in; undefined where DATABASE_URL was given without DATABASE_DOOR_URL. */
  doorUrl: string | undefined;
  /** As the worker signs in, and the commands that read everything. */
  jobsUrl: string;
  /** As the broker signs in; undefined where DATABASE_URL was given without DATABASE_BROKER_URL. */
  brokerUrl: string | undefined;
  /** As the owner; undefined where DATABASE_URL was given without DATABASE_OWNER_URL. */
  ownerUrl: string | undefined;
  close(): Promise<void>;
}

const runningFile = (folder: string) => join(folder, "running.json");

/** A demo that runs now, as it says so itself; `address` is where its pages are. */
export interface Running {
  url: string;
  doorUrl: string | undefined;
  jobsUrl: string;
  ownerUrl: string;
  address: string;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The demo on this data folder, if one runs: its note is believed only when its database answers. */
export async function runningDemo(folder: string): Promise<Running | undefined> {
  if (!existsSync(runningFile(folder))) return undefined;
  const running: Running = JSON.parse(readFileSync(runningFile(folder), "utf8"));
  return (await answers(running.url)) ? running : undefined;
}

/** Tells other commands where this demo's database is; gives the function that takes it back. */
export function announceRunning(folder: string, running: Running): () => void {
  writeFileSync(runningFile(folder), JSON.stringify(running), { mode: 0o600 });
  return () => rmSync(runningFile(folder), { force: true });
}

/** Starts the project's own PostgreSQL on the data folder and brings its database to the present schema. */
export async function openOwnDatabase(folder: string, log?: (line: string) => void): Promise<OpenDatabase> {
  openFolder(folder);
  const passwords = secretsOf(folder);
  const cluster: Embedded = await startEmbedded({ dataDir: folder, log });
  try {
    const ownerUrl = await ensureDatabase(cluster.superuserUrl, "huiyin");
    await bringUpToDate({ ownerUrl, ...passwords });
    return { ...loginsOn(ownerUrl, passwords), ownerUrl, close: cluster.stop };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** A demo that is just starting or another short command has the database: wait for it a while. */
async function openWhenFree(folder: string): Promise<OpenDatabase> {
  for (let tries = 0; ; tries++) {
    const running = await runningDemo(folder);
    if (running) return { ...running, brokerUrl: undefined, close: async () => undefined };
    try {
      return await openOwnDatabase(folder);
    } catch (error) {
      if (!(error instanceof ClusterInUse) || tries > 240) throw error;
      await pause(500);
    }
  }
}

/** The database that DATABASE_URL names, else the demo's own: the running one, or started for the moment. */
async function openDatabase(): Promise<OpenDatabase> {
  const source = withSecretFiles(process.env);
  const {
    DATABASE_JOBS_URL: jobsUrl,
    DATABASE_URL: url = jobsUrl,
    DATABASE_DOOR_URL: doorUrl,
    DATABASE_OWNER_URL: ownerUrl,
  } = source;
  if (!url) return openDemos(dataFolder());
  if (!jobsUrl)
    throw new Error("DATABASE_JOBS_URL must be set with DATABASE_URL: commands read as huiyin_jobs.");
  const plain = sentAsItIs(source);
  if (plain) throw new Error(`${plain}.`);
  return { ...{ url, doorUrl, jobsUrl, brokerUrl: undefined, ownerUrl }, close: async () => undefined };
}

/** A command that was not told the office's database must not make an empty one, and answer from that. */
function openDemos(folder: string): Promise<OpenDatabase> {
  if (existsSync(secretsFile(folder))) return openWhenFree(folder);
  throw new Error(`DATABASE_JOBS_URL must be set: there is no demo's database in ${folder} either.`);
}

/**
 * Runs `fn` with the unit of work connected: to DATABASE_URL where it is set, else to the demo's own
 * database, which is started for the moment if the demo does not run.
 */
export async function withDatabase<T>(fn: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const database = await openDatabase();
  try {
    connect(database);
    return await fn(database);
  } finally {
    await disconnect();
    await database.close();
  }
}
