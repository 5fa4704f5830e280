import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { makeKeys } from "../../app/broker/keys.ts";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { connectBroker, ownerOf } from "../../app/domain/custody/broker.server.ts";
import { freePort } from "../../db/embedded/port.server.ts";
import type { TestDatabase } from "./database.ts";

/** A broker process on a test file's database. */
export interface TestBroker {
  address: string;
  keyFile: string;
  /** What it has said so far. */
  log(): string;
  /** Tells it to look around now, and not within the minute. */
  nudge(): void;
  stop(signal?: "SIGTERM" | "SIGKILL"): Promise<void>;
  /** Starts it again on the same keys and address, with its clock at a moment. */
  start(now?: string): Promise<void>;
}

const stops: (() => Promise<void>)[] = [];

afterAll(async () => {
  for (const stop of stops.splice(0)) await stop();
  connectBroker(undefined);
});

/** Starts the real broker with keys of its own, its clock standing at a moment, and points the acts at it. */
export async function testBroker({ brokerUrl }: TestDatabase, now: string): Promise<TestBroker> {
  const folder = mkdtempSync(join(tmpdir(), "huiyin-broker-"));
  const keyFile = join(folder, "keys.json");
  makeKeys(keyFile);
  const address = `http://127.0.0.1:${await freePort()}`;
  const logFile = join(folder, "log");
  const log = openSync(logFile, "a");
  let child: ChildProcess | undefined;
  const broker: TestBroker = {
    address,
    keyFile,
    log: () => readFileSync(logFile, "utf8"),
    async start(at = now) {
      const own = {
        DATABASE_BROKER_URL: brokerUrl,
        HUIYIN_BROKER_URL: address,
        HUIYIN_BROKER_KEY_FILE: keyFile,
        HUIYIN_NOW: at,
      };
      child = spawn(process.execPath, ["app/broker/server.ts"], {
        env: { ...process.env, ...own },
        stdio: ["ignore", log, "inherit"],
      });
      await untilUp(address);
    },
    nudge: () => void child?.kill("SIGHUP"),
    async stop(signal = "SIGTERM") {
      const running = child;
      child = undefined;
      if (!running) return;
      const ended = new Promise((done) => running.once("exit", done));
      running.kill(signal);
      await ended;
    },
  };
  await broker.start();
  stops.push(async () => {
    await broker.stop();
    rmSync(folder, { recursive: true });
  });
  connectBroker(address);
  return broker;
}

async function untilUp(address: string): Promise<void> {
  for (let tries = 0; tries < 800; tries++) {
    const isUp = await fetch(`${address}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("The broker did not start.");
}

/** A contact as a signed-in one comes: with the mark of its enterprise's sealed matters, however busy the machine is. */
export async function marked(actor: PersonActor): Promise<PersonActor> {
  for (const since = Date.now(); Date.now() - since < 20_000; ) {
    const owner = await ownerOf(actor.key);
    if (owner) return { ...actor, owner };
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error("The broker does not answer.");
}
