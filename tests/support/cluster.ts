import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { bringUpToDate } from "../../app/operator/bring-up-to-date.ts";
import { ensureDatabase, startEmbedded } from "../../db/embedded.server.ts";

declare module "vitest" {
  interface ProvidedContext {
    superuserUrl: string;
    appPassword: string;
    doorPassword: string;
    jobsPassword: string;
    brokerPassword: string;
  }
}

/** The migrated database that each test file's own is a copy of. */
export const templateName = "template_huiyin";

/** One throw-away cluster for the whole run, migrated once, in a folder that takes every file of the tests with it. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "huiyin-tests-"));
  const dataDir = join(folder, "cluster");
  mkdirSync(dataDir);
  // Open to be passed through, so that root's server, which is not root, reaches its own folder in it.
  chmodSync(folder, 0o755);
  chmodSync(dataDir, 0o755);
  const cluster = await startEmbedded({ dataDir, isThrowaway: true });
  const passwords = {
    appPassword: "for-tests-only",
    doorPassword: "for-tests-to-enter",
    jobsPassword: "for-tests-alone",
    brokerPassword: "for-tests-sealed",
  };
  const ownerUrl = await ensureDatabase(cluster.superuserUrl, templateName);
  await bringUpToDate({ ownerUrl, ...passwords });
  project.provide("superuserUrl", cluster.superuserUrl);
  project.provide("appPassword", passwords.appPassword);
  project.provide("doorPassword", passwords.doorPassword);
  project.provide("jobsPassword", passwords.jobsPassword);
  project.provide("brokerPassword", passwords.brokerPassword);
  // The tests' processes are started after this, and make their own folders where it says.
  process.env.TMPDIR = join(folder, "files");
  mkdirSync(process.env.TMPDIR);
  chmodSync(process.env.TMPDIR, 0o755);
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
