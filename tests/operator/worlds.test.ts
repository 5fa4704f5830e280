import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { build, isBuildStale } from "../../app/operator/build.ts";
import { templateName } from "../support/cluster.ts";
import { compareWorlds, type Told } from "../worlds/compare.ts";

const folder = mkdtempSync(join(tmpdir(), "huiyin-worlds-"));
chmodSync(folder, 0o755);

beforeAll(async () => {
  // What departments get is what the built application serves.
  if (isBuildStale()) await build();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const compared = (differIn: "reporter" | "clue" | "recusal", scripts: number): Promise<Told> => {
  const passwords = {
    appPassword: inject("appPassword"),
    doorPassword: inject("doorPassword"),
    jobsPassword: inject("jobsPassword"),
    brokerPassword: inject("brokerPassword"),
  };
  const ground = { superuserUrl: inject("superuserUrl"), template: templateName, folder, ...passwords };
  return compareWorlds(ground, { in: differIn, scripts, seed: 11 });
};

describe("two worlds are one", () => {
  it("to a department, whoever reported", async () => {
    const { differences, requests, mails } = await compared("reporter", 10);
    expect(differences).toEqual([]);
    expect(requests).toBeGreaterThan(200);
    expect(mails).toBeGreaterThan(50);
  }, 600_000);

  it.each(["clue", "recusal"] as const)(
    "to a colleague, with or without a %s",
    async (why) => {
      const { differences, requests } = await compared(why, 3);
      expect(differences).toEqual([]);
      expect(requests).toBeGreaterThan(60);
    },
    600_000,
  );
});
