import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { movedClock, parseEnvironment } from "../../app/http/environment.ts";
import { withSecretFiles } from "../../app/http/secret-files.ts";

const needed = {
  DATABASE_URL: "postgres://huiyin_app:word@127.0.0.1:5432/huiyin",
  HUIYIN_SECRET: "a secret that is long enough, at 40 signs",
};
const production = { ...needed, NODE_ENV: "production", HUIYIN_URL: "https://huiyin.example/" };

describe("what is given", () => {
  test("two settings are enough on one's own machine", () => {
    expect(parseEnvironment(needed)).toMatchObject({
      url: "http://127.0.0.1:3000",
      port: 3000,
      isDemo: false,
    });
  });

  test("the public address loses its last slash", () => {
    expect(parseEnvironment(production).url).toBe("https://huiyin.example");
  });

  test("passwords cost what is set, else what is usual", () => {
    expect(parseEnvironment(needed)).toMatchObject({
      passwordCost: { memoryKiB: 19_456, passes: 2 },
      passwordProfile: "usual",
    });
    const dearer = { ...needed, HUIYIN_PASSWORD_COST: "47104,1", HUIYIN_PASSWORD_PROFILE: "strict" };
    expect(parseEnvironment(dearer)).toMatchObject({
      passwordCost: { memoryKiB: 47_104, passes: 1 },
      passwordProfile: "strict",
    });
  });

  test("a second factor is required in production, and in a demo only where it is asked for", () => {
    const demo = { ...production, HUIYIN_DEMO: "1" };
    expect(parseEnvironment(production).secondFactor).toBe("required");
    expect([needed, demo].map((one) => parseEnvironment(one).secondFactor)).toEqual(["offered", "offered"]);
    const set = { ...demo, HUIYIN_SECOND_FACTOR: "required" };
    expect(parseEnvironment(set).secondFactor).toBe("required");
  });

  test("a secret may have the one before it on a second line", () => {
    const secret = `${"a".repeat(32)}\n${"b".repeat(32)}`;
    expect(parseEnvironment({ ...needed, HUIYIN_SECRET: `${secret}\n` }).secret).toBe(secret);
    for (const wrong of [`${secret}\n${"c".repeat(32)}`, `${"a".repeat(32)}\nshort`])
      expect(() => parseEnvironment({ ...needed, HUIYIN_SECRET: wrong })).toThrow(/^HUIYIN_SECRET must be/);
  });

  test("an empty setting is one that was not made", () => {
    expect(parseEnvironment({ ...needed, PORT: "", SMTP_URL: " " })).toMatchObject({
      port: 3000,
      smtpUrl: undefined,
    });
  });
});

describe("what is wrong is one sentence that names the setting", () => {
  const wrong: [string, Record<string, string | undefined>, RegExp][] = [
    ["no secret", { ...needed, HUIYIN_SECRET: undefined }, /^HUIYIN_SECRET must be set\.$/],
    [
      "another database",
      { ...needed, DATABASE_URL: "mysql://x/y" },
      /^DATABASE_URL must be a URL such as postgres:.+\.$/,
    ],
    [
      "a profile that there isn't",
      { ...needed, HUIYIN_PASSWORD_PROFILE: "lax" },
      /^HUIYIN_PASSWORD_PROFILE must be one of usual, strict\.$/,
    ],
    [
      "a cost of one number",
      { ...needed, HUIYIN_PASSWORD_COST: "19456" },
      /^HUIYIN_PASSWORD_COST must be memory in KiB and passes/,
    ],
    [
      "a short secret",
      { ...needed, HUIYIN_SECRET: "short" },
      /^HUIYIN_SECRET must be at least 32 characters long\.$/,
    ],
    [
      "a second factor for some",
      { ...needed, HUIYIN_SECOND_FACTOR: "sometimes" },
      /^HUIYIN_SECOND_FACTOR must be required or offered\.$/,
    ],
    [
      "a production that is spelt otherwise",
      { ...production, NODE_ENV: "Production" },
      /^NODE_ENV must be production, development or test\.$/,
    ],
    [
      "an address with a path",
      { ...production, HUIYIN_URL: "https://huiyin.example/hub" },
      /^HUIYIN_URL must be an address without a path\.$/,
    ],
    [
      "an address with a name",
      { ...production, HUIYIN_URL: "https://somebody:word@huiyin.example" },
      /^HUIYIN_URL must be an address without a path\.$/,
    ],
    [
      "a net that has no width",
      { ...needed, HUIYIN_TRUSTED_PROXIES: "10.0.0.0/" },
      /^HUIYIN_TRUSTED_PROXIES must be a list of addresses/,
    ],
    [
      "passwords that cost nothing in production",
      { ...production, HUIYIN_PASSWORD_COST: "1024,2" },
      /^HUIYIN_PASSWORD_COST must be at least 7168,5/,
    ],
    [
      "a folder for a list of passwords",
      { ...needed, HUIYIN_BREACHED_PASSWORDS: tmpdir() },
      /^HUIYIN_BREACHED_PASSWORDS must name a file that is there\.$/,
    ],
    [
      "a key of the trail that is none",
      { ...needed, HUIYIN_CHECKPOINT_KEY: "AAAA" },
      /^HUIYIN_CHECKPOINT_KEY must be Ed25519 keys/,
    ],
    ["a scanner nowhere", { ...needed, CLAMAV_URL: "tcp://" }, /^CLAMAV_URL must be tcp:/],
    [
      "a database that is asked for TLS and not",
      {
        ...production,
        DATABASE_URL: "postgres://a:b@db.example/h?sslmode=verify-full&sslmode=disable",
      },
      /^DATABASE_URL must end in \?sslmode=verify-full/,
    ],
    ["a port in words", { ...needed, PORT: "three" }, /^PORT must be a port number\.$/],
    ["a port too high", { ...needed, PORT: "70000" }, /^PORT must be a port number\.$/],
    ["a flag in words", { ...needed, HUIYIN_DEMO: "yes" }, /^HUIYIN_DEMO must be 0 or 1\.$/],
    ["a clock in words", { ...needed, HUIYIN_NOW: "soon" }, /^HUIYIN_NOW must be an instant or an offset/],
    [
      "a moved clock in production",
      { ...production, HUIYIN_NOW: "+3d" },
      /^HUIYIN_NOW must not be set in production/,
    ],
    [
      "production without an address",
      { ...production, HUIYIN_URL: undefined },
      /^HUIYIN_URL must be set in production/,
    ],
    ["mail without a sender", { ...needed, RESEND_API_KEY: "key" }, /^MAIL_FROM must be set/],
    [
      "a webhook's secret that is none",
      { ...needed, RESEND_WEBHOOK_SECRET: "whsec_ not one" },
      /^RESEND_WEBHOOK_SECRET must be the signing secret of the webhook, whsec_…\.$/,
    ],
    [
      "a sender that is no address",
      { ...needed, MAIL_FROM: "us" },
      /^MAIL_FROM must be an e-mail address\.$/,
    ],
  ];

  test.each(wrong)("%s", (_, source, sentence) => {
    expect(() => parseEnvironment(source)).toThrow(sentence);
  });

  test("the demo may move its clock", () => {
    expect(parseEnvironment({ ...production, HUIYIN_DEMO: "1", HUIYIN_NOW: "+3d" }).now).toBe("+3d");
  });
});

describe("the moved clock", () => {
  const real = new Date("2026-11-22T04:00:00Z");

  test.each([
    [undefined, "2026-11-22T04:00:00.000Z"],
    ["+3d", "2026-11-25T04:00:00.000Z"],
    ["-2h", "2026-11-22T02:00:00.000Z"],
    ["+15m", "2026-11-22T04:15:00.000Z"],
    ["2026-12-01T09:00:00+08:00", "2026-12-01T01:00:00.000Z"],
  ])("%s", (setting, instant) => {
    expect(movedClock(setting, real).toISOString()).toBe(instant);
  });
});

describe("a secret in a file", () => {
  const path = join(mkdtempSync(join(tmpdir(), "huiyin-secret-")), "secret");
  writeFileSync(path, "a secret out of a file, at 40 signs\n");
  const { HUIYIN_SECRET: secret, ...others } = needed;

  test("is read without its last line's end", () => {
    const given = withSecretFiles({ ...others, HUIYIN_SECRET_FILE: path });
    expect(parseEnvironment(given).secret).toBe("a secret out of a file, at 40 signs");
  });

  test("is not given twice, and must be there; the error tells no path", () => {
    expect(() => withSecretFiles({ HUIYIN_SECRET: secret, HUIYIN_SECRET_FILE: path })).toThrow(
      "HUIYIN_SECRET and HUIYIN_SECRET_FILE must not both be set.",
    );
    expect(() => withSecretFiles({ SMTP_URL_FILE: `${path}-gone` })).toThrow(
      /^SMTP_URL_FILE must name a file that can be read\.$/,
    );
  });

  test("of the broker's keys stays the name of a file", () => {
    expect(withSecretFiles({ HUIYIN_BROKER_KEY_FILE: path })).toEqual({ HUIYIN_BROKER_KEY_FILE: path });
  });
});
