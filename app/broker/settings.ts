import { z } from "zod";
import { sentAsItIs } from "../http/encrypted.ts";

const text = z.string().trim().min(1);

const variables = z.object({
  DATABASE_BROKER_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  HUIYIN_BROKER_URL: z.url({ protocol: /^http$/ }),
  HUIYIN_BROKER_KEY_FILE: text,
  HUIYIN_NOW: text.optional(),
});

/** The broker's own settings: not the web's, whose secrets it has no use for. Throws one sentence about the first wrong one. */
export function brokerSettings(source: Record<string, string | undefined>) {
  const given = variables.safeParse(source);
  if (!given.success) throw new Error(`${String(given.error.issues[0]?.path[0])} must be set, and rightly.`);
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
