import { type ChildProcess, fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Withheld } from "../../../db/vocabulary.ts";
import type { Asked } from "./clean-process.server.ts";

/** `text` is what can be read in the copy, folded; withheld for no reason where the disk failed and not the file. */
export type Answered = { ok: true; text: string } | { ok: false; withheld: Withheld | null };

const LIMIT_MS = 30_000;
const HEAP_MB = 768;
const LIMIT_MEMORY_BYTES = 1536 * 1024 * 1024;
const LOOK_MS = 200;
const PAGE_BYTES = 4096;

let child: ChildProcess | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * Cleans a file in a process of its own, one after the other: what was made to break or to fill a program
 * breaks that one, and is withheld. A file that takes longer than half a minute is withheld as too large.
 */
export function cleanApart(asked: Asked, limitMs = LIMIT_MS): Promise<Answered> {
  const answer = last.then(() => ask(asked, limitMs));
  last = answer.catch(() => {});
  return answer;
}

async function ask(asked: Asked, limitMs: number): Promise<Answered> {
  const at = isAlive(child) ? child : start();
  child = at;
  const ended = new AbortController();
  const answer = new Promise<Answered>((resolve) => {
    at.once("message", (said) => resolve(said as Answered));
    at.once("exit", () => resolve({ ok: false, withheld: "tooLarge" }));
    at.once("error", () => resolve({ ok: false, withheld: "broken" }));
    at.send(asked);
  });
  const guard = watch(at, limitMs, ended.signal);
  const said = await answer;
  ended.abort();
  await guard;
  at.removeAllListeners();
  return said;
}

const isAlive = (at: ChildProcess | undefined): at is ChildProcess => at?.connected === true;

/** The process has none of this one's settings: no secret is in reach of a file that breaks in. */
function start(): ChildProcess {
  const root = dirname(findPackageJSON(import.meta.url) ?? "");
  const script = join(root, "app/domain/attachment/clean-process.server.ts");
  const started = fork(script, {
    execArgv: [`--max-old-space-size=${HEAP_MB}`],
    env: { PATH: process.env.PATH },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  // It ends with this one, and doesn't keep it from ending.
  started.unref();
  started.channel?.unref();
  return started;
}

/** Stops the process when it takes too long or too much, until the answer is there. */
async function watch(at: ChildProcess, limitMs: number, signal: AbortSignal) {
  const until = performance.now() + limitMs;
  while (!signal.aborted) {
    if (performance.now() > until || (await memoryOf(at)) > LIMIT_MEMORY_BYTES) at.kill("SIGKILL");
    await wait(LOOK_MS, undefined, { signal }).catch(() => {});
  }
}

/** Bytes in memory, where the system tells; elsewhere the heap's own limit must do. */
async function memoryOf({ pid }: ChildProcess): Promise<number> {
  const facts = await readFile(`/proc/${pid}/statm`, "utf8").catch(() => "0 0");
  return Number(facts.split(" ")[1]) * PAGE_BYTES;
}
