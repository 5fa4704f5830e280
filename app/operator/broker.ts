import { existsSync } from "node:fs";
import { freePort } from "../../db/embedded/port.server.ts";
import { makeKeys } from "../broker/keys.ts";
import { connectBroker } from "../domain/custody/broker.server.ts";
import { type Child, startChild } from "./children.ts";
import { brokerKeyFile } from "./settings.ts";

export interface RunningBroker {
  /** Where it listens. */
  address: string;
  child: Child;
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Starts the broker of a data folder, whose keys it makes at the first start, and points this process at it. */
export async function startBroker(
  folder: string,
  brokerUrl: string,
  logFile?: string,
): Promise<RunningBroker> {
  const keyFile = brokerKeyFile(folder);
  if (!existsSync(keyFile)) makeKeys(keyFile);
  const address = `http://127.0.0.1:${await freePort()}`;
  // Its settings are handed to it alone: whoever else runs here never learns where the keys are.
  const env = {
    DATABASE_BROKER_URL: brokerUrl,
    HUIYIN_BROKER_URL: address,
    HUIYIN_BROKER_KEY_FILE: keyFile,
  };
  const child = startChild({ name: "broker", script: ["app/broker/server.ts"], env, logFile });
  await untilUp(address, child);
  connectBroker(address);
  return { address, child };
}

async function untilUp(address: string, { ended }: Child): Promise<void> {
  let dead: string | undefined;
  void ended.then((how) => (dead = how));
  for (let tries = 0; tries < 200; tries++) {
    if (dead) throw new Error(dead);
    const isUp = await fetch(`${address}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await pause(50);
  }
  throw new Error("The broker did not answer within ten seconds.");
}
