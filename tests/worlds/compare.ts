import { type ChildProcess, fork } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { freePort } from "../../db/embedded/port.server.ts";
import { type LoginPasswords, loginsOn } from "../../db/migrate.server.ts";
import type { Wish } from "./live.ts";
import type { Heard } from "./world.ts";

/** Where two worlds can be made: a cluster, a migrated empty database in it, and a folder for their files and logs. */
export interface Ground extends Required<LoginPasswords> {
  superuserUrl: string;
  template: string;
  folder: string;
}

export interface Told {
  scripts: number;
  requests: number;
  mails: number;
  bytes: number;
  differences: string[];
}

const script = fileURLToPath(new URL("./live.ts", import.meta.url));
const chance = fileURLToPath(new URL("./chance.ts", import.meta.url));
/** What signs the trail is public, and one city's: both worlds have the same. */
const checkpointKey = generateKeyPairSync("ed25519")
  .privateKey.export({ format: "der", type: "pkcs8" })
  .toString("base64");
/** After so many the worlds have parted, and what follows says nothing more. */
const ENOUGH = 10;

async function begin(
  ground: Ground,
  wish: Pick<Wish, "name" | "in" | "scripts" | "seed">,
): Promise<ChildProcess> {
  const name = `world_${wish.in}_${wish.name.toLowerCase()}`;
  const client = new pg.Client({ connectionString: ground.superuserUrl });
  await client.connect();
  await client.query(`create database ${name} template ${ground.template}`).finally(() => client.end());
  const owner = new URL(ground.superuserUrl);
  owner.pathname = `/${name}`;
  const { url, doorUrl, jobsUrl } = loginsOn(owner.href, ground);
  const port = await freePort();
  const data = join(ground.folder, `${wish.in}-${wish.name}`);
  mkdirSync(data, { recursive: true });
  const settings = {
    ...{
      NODE_ENV: "production",
      HUIYIN_URL: "https://huiyin.example",
      HUIYIN_LIMITS_SCALE: "1000",
      HUIYIN_DATA: data,
      HOST: "127.0.0.1",
      PORT: String(port),
    },
    HUIYIN_CHECKPOINT_KEY: checkpointKey,
    ...{
      HUIYIN_SECRET: "the same secret in both of the worlds",
      DATABASE_URL: url,
      DATABASE_DOOR_URL: doorUrl,
      MAIL_FROM: "huiyin@huiyin.example",
    },
  };
  const log = openSync(`${data}.log`, "w");
  const told: Wish = { ...wish, url, doorUrl, jobsUrl, port, ownerUrl: owner.href };
  const child = fork(script, [JSON.stringify(told)], {
    ...{ execArgv: ["--import", chance], serialization: "advanced", stdio: ["ignore", log, log, "ipc"] },
    env: { PATH: process.env.PATH, ...settings },
  });
  closeSync(log);
  return child;
}

async function next(child: ChildProcess): Promise<Heard | null> {
  const done = new AbortController();
  const ended = once(child, "exit", { signal: done.signal }).then(() => {
    throw new Error("A world ended before its time; its log says why.");
  });
  const said = once(child, "message", { signal: done.signal }).then(([heard]) => heard as Heard | null);
  for (const one of [ended, said]) one.catch(() => {});
  return Promise.race([said, ended]).finally(() => done.abort());
}

/** What is different between what two got, or null. */
function difference(a: Heard | null, b: Heard | null): string | null {
  if (!a || !b) return a === b ? null : `one world went on: ${(a ?? b)?.what}`;
  if (a.what !== b.what) return `other questions: ${a.what} | ${b.what}`;
  if (a.status !== b.status) return `${a.what}: ${a.status} | ${b.status}`;
  const [heads, others] = [a.headers.join("\n"), b.headers.join("\n")];
  if (heads !== others) return `${a.what}: headers ${excerpt(Buffer.from(heads), Buffer.from(others))}`;
  return Buffer.compare(a.body, b.body) === 0
    ? null
    : `${a.what}: ${excerpt(Buffer.from(a.body), Buffer.from(b.body))}`;
}

function excerpt(a: Buffer, b: Buffer): string {
  let at = 0;
  while (a[at] === b[at] && at < a.length) at++;
  const around = (bytes: Buffer) => JSON.stringify(bytes.subarray(Math.max(0, at - 60), at + 90).toString());
  return `${a.length} and ${b.length} bytes, from ${at}: ${around(a)} | ${around(b)}`;
}

/** Lives through both worlds step by step, one of them at a time, and compares every byte that their people get. */
export async function compareWorlds(
  ground: Ground,
  wish: Pick<Wish, "in" | "scripts" | "seed">,
  say?: (line: string) => void,
): Promise<Told> {
  const told: Told = { scripts: wish.scripts, requests: 0, mails: 0, bytes: 0, differences: [] };
  const worlds: ChildProcess[] = [];
  try {
    const heard: (Heard | null)[] = [];
    for (const name of ["A", "B"] as const) {
      const child = await begin(ground, { ...wish, name });
      worlds.push(child);
      heard.push(await next(child));
    }
    while (heard[0] && heard[1] && told.differences.length < ENOUGH) {
      const [a, b] = heard;
      const found = difference(a, b);
      if (found) {
        told.differences.push(found);
        say?.(found);
      }
      told[a.status === 0 ? "mails" : "requests"]++;
      if ((told.requests + told.mails) % 500 === 0)
        say?.(`${told.requests} answers and ${told.mails} mails: ${told.differences.length} differences`);
      told.bytes += a.body.length + a.headers.join("").length;
      for (const [nth, child] of worlds.entries()) {
        const coming = next(child);
        child.send("go on");
        heard[nth] = await coming;
      }
    }
    // Where both ended there is none; else one of them had more to hear.
    const rest = told.differences.length < ENOUGH && difference(heard[0] ?? null, heard[1] ?? null);
    if (rest) told.differences.push(rest);
    return told;
  } finally {
    for (const child of worlds) child.kill("SIGKILL");
  }
}
