import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openFolder } from "../../db/embedded/place.server.ts";
import { freePort } from "../../db/embedded/port.server.ts";
import { removeEmbedded } from "../../db/embedded.server.ts";
import { lineForLog } from "../http/log.ts";
import { whyNot } from "../http/why-not.ts";
import { bringUpToDate } from "./bring-up-to-date.ts";
import { type RunningBroker, startBroker } from "./broker.ts";
import { build, isBuildStale } from "./build.ts";
import { castTable } from "./cast-table.ts";
import { type Child, startChild } from "./children.ts";
import { ensureCity } from "./city.ts";
import { announceRunning, type OpenDatabase, openOwnDatabase, runningDemo } from "./database.ts";
import { dataFolder, secretsFile, secretsOf } from "./settings.ts";

const usualPort = 3000;
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Empties the data folder, if a demo made it: somebody else's folder is not ours to empty. */
async function beginFresh(folder: string): Promise<void> {
  if (process.env.DATABASE_URL)
    throw new Error("--fresh empties the demo's own database only: unset DATABASE_URL.");
  if (!existsSync(secretsFile(folder))) return;
  await removeEmbedded(folder);
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
}

async function choosePort(wanted: string | undefined): Promise<number> {
  if (wanted) {
    return freePort(Number(wanted)).catch(() => {
      throw new Error(`Port ${wanted} is taken, or none that may be used: choose another with --port.`);
    });
  }
  for (let port = usualPort; port < usualPort + 100; port++) {
    const free = await freePort(port).catch(() => undefined);
    if (free) return free;
  }
  throw new Error(`No port between ${usualPort} and ${usualPort + 99} is free: choose one with --port.`);
}

async function openGivenDatabase(): Promise<OpenDatabase | undefined> {
  const {
    DATABASE_URL: url,
    DATABASE_DOOR_URL: doorUrl,
    DATABASE_JOBS_URL: jobsUrl,
    DATABASE_BROKER_URL: brokerUrl,
    DATABASE_OWNER_URL: ownerUrl,
  } = process.env;
  if (!url) return undefined;
  if (!ownerUrl || !doorUrl || !jobsUrl || !brokerUrl)
    throw new Error(
      "DATABASE_OWNER_URL, DATABASE_DOOR_URL, DATABASE_JOBS_URL and DATABASE_BROKER_URL must be set with DATABASE_URL: the demo migrates and works with them.",
    );
  await bringUpToDate({ ownerUrl });
  return { url, doorUrl, jobsUrl, brokerUrl, ownerUrl, close: async () => undefined };
}

async function untilHealthy(address: string, children: Child[]): Promise<void> {
  let dead: string | undefined;
  for (const { ended } of children) void ended.then((how) => (dead = how));
  for (let tries = 0; tries < 600; tries++) {
    if (dead) throw new Error(dead);
    const isUp = await fetch(`${address}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("The web did not answer within a minute.");
}

interface Arguments {
  port: string | undefined;
  fresh: boolean;
}

function readArguments(): Arguments {
  const { values } = parseArgs({
    options: { port: { type: "string" }, fresh: { type: "boolean", default: false } },
  });
  return { port: values.port ?? process.env.PORT, fresh: values.fresh };
}

/** What must be undone at the end, last first. */
const undo: (() => Promise<void> | void)[] = [];

async function undoAll(): Promise<void> {
  for (const step of undo.splice(0).reverse()) await step();
}

async function prepare(folder: string): Promise<{ database: OpenDatabase; broker: RunningBroker }> {
  const given = await openGivenDatabase();
  const database = given ?? (await openOwnDatabase(folder, say));
  undo.push(() => database.close());
  // First, because the city's sealed matters are sealed by it.
  const broker = await startBroker(folder, database.brokerUrl ?? "", join(folder, "broker.log"));
  undo.push(() => broker.child.stop());
  await ensureCity({ ...database, ownerUrl: database.ownerUrl ?? "", isOwn: !given }, say);
  return { database, broker };
}

async function buildIfStale(): Promise<void> {
  if (!isBuildStale()) return;
  say("Building the pages and the worker, once");
  await build();
}

/** Starts the web and the worker beside the broker. `ended` settles when one of them has ended, with what to tell. */
async function serve(
  folder: string,
  address: string,
  { database, broker }: Awaited<ReturnType<typeof prepare>>,
): Promise<{ ended: Promise<string> }> {
  // The web too has the worker's login here: the demo's mailbox shows what the worker would have sent.
  const env = {
    DATABASE_URL: database.url,
    DATABASE_DOOR_URL: database.doorUrl ?? "",
    DATABASE_JOBS_URL: database.jobsUrl,
    HUIYIN_URL: process.env.HUIYIN_URL || address,
    HUIYIN_BROKER_URL: broker.address,
  };
  const start = (name: string, script: string) =>
    startChild({ name, script: [script], env, logFile: join(folder, `${name}.log`) });
  const children = [start("web", "app/http/server.ts"), start("worker", "build/worker/worker.js")];
  for (const child of children) undo.push(() => child.stop());
  await untilHealthy(address, children);
  undo.push(
    announceRunning(folder, {
      url: database.url,
      doorUrl: database.doorUrl,
      jobsUrl: database.jobsUrl,
      ownerUrl: database.ownerUrl ?? "",
      address,
    }),
  );
  return { ended: Promise.race([broker.child, ...children].map(({ ended }) => ended)) };
}

async function run(): Promise<never> {
  const { port: wantedPort, fresh } = readArguments();
  const folder = dataFolder();
  const running = await runningDemo(folder);
  if (running) throw new Error(`The demo already runs at ${running.address}: stop that one first (Ctrl-C).`);
  const port = await choosePort(wantedPort);
  if (fresh) await beginFresh(folder);
  openFolder(folder);
  const address = `http://127.0.0.1:${port}`;
  Object.assign(process.env, {
    NODE_ENV: "production",
    HUIYIN_DEMO: "1",
    HUIYIN_SECRET: process.env.HUIYIN_SECRET || secretsOf(folder).secret,
    HUIYIN_DATA: folder,
    HOST: "127.0.0.1",
    PORT: String(port),
  });
  const [prepared] = await Promise.all([prepare(folder), buildIfStale()]);
  const { ended } = await serve(folder, address, prepared);
  say(`\n${castTable()}\n\nTheir mails are at ${address}/mailbox`);
  say(`Huiyin 回音 is open at ${address}  (Ctrl-C stops it)`);
  throw new Error(await ended);
}

let isStopping = false;

async function end(exitCode: number, lastWords: string): Promise<void> {
  // Whatever ends first is told; that the others end too is what follows from it.
  if (isStopping) return;
  isStopping = true;
  process.stderr.write(`${lastWords}\n`);
  await undoAll();
  process.exit(exitCode);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => void end(0, `\nStopping; the data stay in ${dataFolder()}`));
}
await run().catch((error: Error) => end(1, whyNot(error) ?? lineForLog(error)));
