import { chmodSync, mkdtempSync } from "node:fs";
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

/** One throw-away cluster for the whole run, migrated once. */
export default async function setup(project: TestProject) {
  const dataDir = mkdtempSync(join(tmpdir(), "huiyin-tests-"));
  // Open to be passed through, so that root's server, which is not root, reaches its own folder in it.
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
  return () => cluster.stop();
}
