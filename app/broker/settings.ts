import { z } from "zod";
import { sentAsItIs } from "../http/encrypted.ts";

const text = z.string().trim().min(1);

const url = (protocol: RegExp, example: string) =>
  z.url({ protocol, error: `must be a URL such as ${example}` });

const variables = z.object({
  DATABASE_BROKER_URL: url(/^postgres(ql)?$/, "postgres://huiyin_broker:…@127.0.0.1:5432/huiyin"),
  HUIYIN_BROKER_URL: url(/^http$/, "http://127.0.0.1:3001"),
  HUIYIN_BROKER_KEY_FILE: text,
  HUIYIN_NOW: text.optional(),
});

/** The broker's own settings: not the web's, whose secrets it has no use for. Throws one sentence about the first wrong one. */
export function brokerSettings(source: Record<string, string | undefined>) {
  const given = variables.safeParse(source);
  if (!given.success) {
    const [issue] = given.error.issues;
    const name = String(issue?.path[0]);
    throw new Error(`${name} ${source[name] ? issue?.message : "must be set"}.`);
  }
  const plain = sentAsItIs(source);
  if (plain) throw new Error(`${plain}.`);
  const { DATABASE_BROKER_URL, HUIYIN_BROKER_URL, HUIYIN_BROKER_KEY_FILE, HUIYIN_NOW } = given.data;
  return {
    databaseUrl: DATABASE_BROKER_URL,
    address: new URL(HUIYIN_BROKER_URL),
    keyFile: HUIYIN_BROKER_KEY_FILE,
    now: HUIYIN_NOW,
  };
}
