import { describe, expect, test } from "vitest";
import { brokerSettings } from "../../app/broker/settings.ts";
import { sentAsItIs } from "../../app/http/encrypted.ts";
import { parseEnvironment } from "../../app/http/environment.ts";

const production = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://huiyin_app:word@127.0.0.1:5432/huiyin",
  HUIYIN_SECRET: "a secret that is long enough, at 40 signs",
  HUIYIN_URL: "https://huiyin.example",
};

describe("nothing is sent unencrypted", () => {
  test.each([
    ["DATABASE_URL", "postgres://huiyin_app:word@10.0.0.2/huiyin", /^DATABASE_URL must end in \?sslmode=/],
    ["DATABASE_DOOR_URL", "postgres://huiyin_door:word@db/huiyin?sslmode=require", /^DATABASE_DOOR_URL must/],
    ["DATABASE_JOBS_URL", "postgres://huiyin_jobs:word@db/huiyin?sslmode=no-verify", /^DATABASE_JOBS_URL/],
    ["HUIYIN_BROKER_URL", "http://broker:3001", /^HUIYIN_BROKER_URL must lead to this machine/],
    ["CLAMAV_URL", "tcp://scanner:3310", /^CLAMAV_URL must lead to this machine/],
    ["RESEND_API_URL", "http://mail.example", /^RESEND_API_URL must lead to this machine/],
    ["HUIYIN_URL", "http://huiyin.example", /^HUIYIN_URL must begin with https:/],
  ])("by %s %s", (name, url, sentence) => {
    expect(() => parseEnvironment({ ...production, [name]: url })).toThrow(sentence);
  });

  test("by the broker", () => {
    const given = {
      DATABASE_BROKER_URL: "postgres://huiyin_broker:word@db/huiyin",
      HUIYIN_BROKER_URL: "http://127.0.0.1:3001",
      HUIYIN_BROKER_KEY_FILE: "keys.json",
    };
    expect(() => brokerSettings(given)).toThrow(/^DATABASE_BROKER_URL must end in \?sslmode=verify-full/);
    expect(brokerSettings({ ...given, HUIYIN_PLAIN_HOSTS: "db" })).toMatchObject({ keyFile: "keys.json" });
  });
});

test.each([
  ["on this machine", { DATABASE_URL: "postgres://huiyin_app:word@localhost/huiyin" }],
  ["by a socket", { DATABASE_URL: "postgres://huiyin_app:word@/huiyin?host=/run/postgresql" }],
  ["by TLS", { DATABASE_URL: "postgres://huiyin_app:word@db.example/huiyin?sslmode=verify-full" }],
  ["of a scanner's socket", { CLAMAV_URL: "unix:///run/clamav/clamd.ctl" }],
  [
    "that the operator answers for",
    { HUIYIN_PLAIN_HOSTS: "db, 10.0.0.7", CLAMAV_URL: "tcp://10.0.0.7:3310" },
  ],
])("a way %s is one", (_, source) => {
  expect(sentAsItIs(source)).toBeUndefined();
});

test("the demo and one's own machine are let be", () => {
  const away = { ...production, DATABASE_URL: "postgres://huiyin_app:word@10.0.0.2/huiyin" };
  expect(parseEnvironment({ ...away, HUIYIN_DEMO: "1" }).isDemo).toBe(true);
  expect(parseEnvironment({ ...away, NODE_ENV: "development" }).isProduction).toBe(false);
});
