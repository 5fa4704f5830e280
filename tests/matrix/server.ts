import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { bringUpToDate } from "../../app/operator/bring-up-to-date.ts";
import { startBroker } from "../../app/operator/broker.ts";
import { build, isBuildStale } from "../../app/operator/build.ts";
import { startChild } from "../../app/operator/children.ts";
import { ensureCity } from "../../app/operator/city.ts";
import { freePort } from "../../db/embedded/port.server.ts";
import { ensureDatabase, startEmbedded } from "../../db/embedded.server.ts";
import { loginsOn } from "../../db/migrate.server.ts";

/** A demo city of one's own, served by the built application, to be thrown away. */
export interface CityServer {
  address: string;
  url: string;
  ownerUrl: string;
  /** Settles when the web has ended, with what to tell. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

async function untilUp(address: string) {
  for (let tries = 0; tries < 300; tries++) {
    const isUp = await fetch(`${address}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error("the web did not answer within a minute");
}

/** Fills a city in a folder and serves it; everything in the folder is the city's. */
export async function startCityServer(
  folder: string,
  log: (line: string) => void,
  more: Record<string, string> = {},
): Promise<CityServer> {
  const cluster = await startEmbedded({ dataDir: folder, isThrowaway: true });
  const word = randomBytes(16).toString("hex");
  const passwords = { appPassword: word, doorPassword: word, jobsPassword: word, brokerPassword: word };
  const ownerUrl = await ensureDatabase(cluster.superuserUrl, "huiyin");
  await bringUpToDate({ ownerUrl, ...passwords });
  const { url, doorUrl, jobsUrl, brokerUrl } = loginsOn(ownerUrl, passwords);
  const broker = await startBroker(folder, brokerUrl, join(folder, "broker.log"));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const settings = {
    HUIYIN_BROKER_URL: broker.address,
    ...{
      NODE_ENV: "production",
      HUIYIN_DEMO: "1",
      HUIYIN_SECRET: word,
      HUIYIN_DATA: folder,
      HUIYIN_URL: address,
    },
    ...{ DATABASE_URL: url, DATABASE_DOOR_URL: doorUrl, DATABASE_JOBS_URL: jobsUrl },
    ...{ HOST: "127.0.0.1", PORT: String(port) },
    // Whoever asks here asks for thousands.
    HUIYIN_LIMITS_SCALE: "1000",
    ...more,
  };
  Object.assign(process.env, settings);
  await ensureCity({ url, doorUrl, jobsUrl, ownerUrl, isOwn: true }, log);
  if (isBuildStale()) await build();
  const web = startChild({
    name: "web",
    script: ["app/http/server.ts"],
    env: settings,
    logFile: join(folder, "web.log"),
  });
  await untilUp(address);
  return {
    ...{ address, url, ownerUrl, ended: web.ended },
    async stop() {
      await web.stop();
      await broker.child.stop();
      await cluster.stop();
    },
  };
}
