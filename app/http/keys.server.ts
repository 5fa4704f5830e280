import { createHash, createHmac } from "node:crypto";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { presentSecret } from "../domain/access/application-secret.ts";
import type { Tx } from "../domain/access/with-actor.server.ts";
import { type Day, dayOf } from "../domain/clock/day.ts";
import { brokerKeys } from "../domain/custody/broker.server.ts";
import { environment } from "./environment.ts";
import { trailPlaceHere } from "./trail-place.ts";

/** The keys and secrets of a deployment, in the order in which they are shown. */
export const KEY_NAMES = ["checkpoint", "broker", "secret", "webhook", "mail", "database"] as const;
export type KeyName = (typeof KEY_NAMES)[number];

/** What is known of a key without it: nothing in here opens anything. */
export interface KeyFact {
  name: KeyName;
  state: "present" | "missing" | "unreachable" | "plain";
  place: "setting" | "folder" | "service";
  print: string | null;
  /** Of the broker: the id that seals now, and all. */
  ids?: { current: string; all: string[] };
  sinceOn: Day | null;
  renewOn: Day | null;
}

/** A key is renewed once a year, where nobody has a stricter rule. */
const MONTHS = 12;

/** Letters of a fingerprint: enough to tell two keys apart on the telephone. */
const LETTERS = 16;

/** A fingerprint that says nothing of the secret but whether it is the same; keyed, since a mail's password may be a weak one. */
const printOf = (what: string, secret: string): string =>
  createHmac("sha256", presentSecret(environment().secret))
    .update(`huiyin fingerprint of ${what}: ${secret}`)
    .digest("hex")
    .slice(0, LETTERS);

function dated(since: Date | null) {
  if (!since) return { sinceOn: null, renewOn: null };
  const next = new Date(since);
  next.setUTCMonth(next.getUTCMonth() + MONTHS);
  return { sinceOn: dayOf(since), renewOn: dayOf(next) };
}

const undated = dated(null);

async function changedAt(path: string): Promise<Date | null> {
  return stat(path).then(
    ({ mtime }) => mtime,
    () => null,
  );
}

/** All that the web process can say of the keys: fingerprints, ids, dates, and what is missing. */
export async function keyFacts(tx: Tx): Promise<KeyFact[]> {
  const { secret, resendWebhookSecret, resendApiKey, smtpUrl } = environment();
  const mail = resendApiKey ?? smtpUrl;
  const setting = (name: KeyName, value: string | undefined): KeyFact => ({
    ...{ name, state: value ? "present" : "missing", place: "setting" },
    print: value ? printOf(name, value) : null,
    ...undated,
  });
  return [
    await checkpointFact(),
    await brokerFact(),
    setting("secret", secret),
    setting("webhook", resendWebhookSecret),
    setting("mail", mail),
    await databaseFact(tx),
  ];
}

async function checkpointFact(): Promise<KeyFact> {
  const { checkpointKey, dataFolder } = environment();
  // The public half, which every receipt shows.
  const der = trailPlaceHere().publicKeys[0]?.export({ format: "der", type: "spki" });
  const print = der ? createHash("sha256").update(der).digest("hex").slice(0, LETTERS) : null;
  const place = checkpointKey ? "setting" : "folder";
  const since = checkpointKey ? null : await changedAt(join(dataFolder, "checkpoint-key"));
  return { name: "checkpoint", state: "present", place, print, ...dated(since) };
}

async function brokerFact(): Promise<KeyFact> {
  const common = { name: "broker", place: "service", print: null } as const;
  if (!environment().brokerUrl) return { ...common, state: "missing", ...undated };
  const known = await brokerKeys();
  if (!known) return { ...common, state: "unreachable", ...undated };
  const { current, ids: all, changedAt: since } = known;
  return { ...common, state: "present", ids: { current, all }, ...dated(since) };
}

async function databaseFact(tx: Tx): Promise<KeyFact> {
  const { rows } = await tx.execute<{ ssl: boolean; version: string | null }>(
    sql`select ssl, version from pg_stat_ssl where pid = pg_backend_pid()`,
  );
  const [row] = rows;
  return {
    ...{ name: "database", place: "setting", ...undated },
    state: row?.ssl ? "present" : "plain",
    print: row?.version ?? null,
  };
}
