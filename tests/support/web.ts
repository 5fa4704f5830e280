import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, isBuildStale } from "../../app/operator/build.ts";
import { startChild } from "../../app/operator/children.ts";
import { freePort } from "../../db/embedded/port.server.ts";
import type { TestDatabase } from "./database.ts";

/** The built application, served to a test. */
export interface Web {
  port: number;
  address: string;
  logFile: string;
  /** Settles when the process has ended, with what to tell. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

const secret = "for tests only, and long enough for that";

async function untilUp(address: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const isUp = await fetch(`${address}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("the web did not answer within half a minute");
}

/** Serves the built application on a test's own database, with a data folder of its own; builds it where it is stale. */
export async function startWeb(db: TestDatabase, settings: Record<string, string> = {}): Promise<Web> {
  if (isBuildStale()) await build();
  const folder = mkdtempSync(join(tmpdir(), "huiyin-web-"));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const logFile = join(folder, "web.log");
  const env = {
    ...{ NODE_ENV: "production", HUIYIN_DEMO: "1", HUIYIN_SECRET: secret, HUIYIN_DATA: folder },
    ...{ HUIYIN_URL: address, HOST: "127.0.0.1", PORT: String(port) },
    ...{ DATABASE_URL: db.url, DATABASE_DOOR_URL: db.doorUrl, DATABASE_JOBS_URL: db.jobsUrl },
    ...settings,
  };
  const child = startChild({ name: "web", script: ["app/http/server.ts"], env, logFile });
  await untilUp(address);
  return {
    ...{ port, address, logFile, ended: child.ended },
    async stop() {
      await child.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
