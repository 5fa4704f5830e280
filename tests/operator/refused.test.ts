import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "huiyin-refused-"));
const file = join(folder, "a-file");
writeFileSync(file, "");
afterAll(() => rmSync(folder, { recursive: true }));

const nowhere = "postgres://huiyin_jobs:word@127.0.0.1:9/huiyin";
const web = {
  ...{ NODE_ENV: "production", DATABASE_URL: nowhere, DATABASE_DOOR_URL: nowhere },
  ...{ HUIYIN_SECRET: "s".repeat(32), HUIYIN_URL: "https://huiyin.example", HUIYIN_DATA: folder },
};
const broker = { DATABASE_BROKER_URL: nowhere, HUIYIN_BROKER_URL: "http://127.0.0.1:9" };

const refused: [string, string[], Record<string, string>, RegExp][] = [
  ["migrate without an owner", ["operator/migrate.ts"], {}, /^DATABASE_OWNER_URL must be set: .+\.$/],
  [
    "migrate with something else for it",
    ["operator/migrate.ts"],
    { DATABASE_OWNER_URL: "huiyin" },
    /^DATABASE_OWNER_URL must be a URL such as postgres:.+\.$/,
  ],
  [
    "migrate over a network as it is",
    ["operator/migrate.ts"],
    { DATABASE_OWNER_URL: "postgres://owner:word@db.example/huiyin" },
    /^DATABASE_OWNER_URL must end in \?sslmode=verify-full, .+\.$/,
  ],
  [
    "migrate where nothing is",
    ["operator/migrate.ts"],
    { DATABASE_OWNER_URL: nowhere },
    /^Nothing answers there: .+:9\.$/,
  ],
  [
    "a command that was not told the database",
    ["operator/end-sessions.ts", "--all"],
    { HUIYIN_DATA: folder },
    /^DATABASE_JOBS_URL must be set: .+\.$/,
  ],
  ["an option that there isn't", ["operator/figures.ts", "--yaer", "2025"], {}, /^Unknown option '--yaer'/],
  [
    "found with half an address",
    ["operator/found.ts", "--sysadmin", "许明镜"],
    {},
    /^--sysadmin must be a name/,
  ],
  [
    "found with one person for both",
    ["operator/found.ts", "--sysadmin", "许明镜 <xu@x.example>", "--secadmin", "卫之衡 <XU@x.example>"],
    {},
    /^The two administrators must be two people/,
  ],
  [
    "the web without a secret",
    ["http/server.ts"],
    { ...web, HUIYIN_SECRET: "" },
    /^HUIYIN_SECRET must be set/,
  ],
  [
    "the web with a file for a folder",
    ["http/server.ts"],
    { ...web, HUIYIN_DATA: file },
    /^HUIYIN_DATA must name/,
  ],
  ["the web with a port that is none", ["http/server.ts"], { ...web, PORT: "x" }, /^PORT must be a port/],
  [
    "the broker without a login",
    ["broker/server.ts"],
    { ...broker, DATABASE_BROKER_URL: "" },
    /^DATABASE_BROKER_URL must be set\.$/,
  ],
  [
    "the broker without its keys",
    ["broker/server.ts"],
    { ...broker, HUIYIN_BROKER_KEY_FILE: join(folder, "no-keys") },
    /^ENOENT: .+no-keys/,
  ],
];

test.each(refused)(
  "%s ends with 1 and one sentence",
  (_, [script = "", ...args], given, sentence) => {
    const env = { PATH: process.env.PATH ?? "", ...given };
    const { status, stdout, stderr } = spawnSync(process.execPath, [join("app", script), ...args], {
      env,
      encoding: "utf8",
      timeout: 60_000,
    });
    expect([status, stdout]).toEqual([1, ""]);
    const lines = stderr.trimEnd().split("\n");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(sentence);
  },
  60_000,
);
