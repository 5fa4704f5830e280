import { readFileSync } from "node:fs";

/** Settings that nobody else should read: a list of processes and their environment is read by many. */
const SECRETS = [
  "DATABASE_URL",
  "DATABASE_DOOR_URL",
  "DATABASE_JOBS_URL",
  "DATABASE_BROKER_URL",
  "DATABASE_OWNER_URL",
  "HUIYIN_APP_PASSWORD",
  "HUIYIN_DOOR_PASSWORD",
  "HUIYIN_JOBS_PASSWORD",
  "HUIYIN_BROKER_PASSWORD",
  "HUIYIN_SECRET",
  "HUIYIN_CHECKPOINT_KEY",
  "RESEND_API_KEY",
  "RESEND_WEBHOOK_SECRET",
  "SMTP_URL",
];

type Source = Record<string, string | undefined>;

/**
 * The settings with each secret that is given as the name of a file, `NAME_FILE`, read from it (the way of container
 * secrets). Throws one sentence where both are given or the file can't be read.
 */
export function withSecretFiles(source: Source): Source {
  const read: Source = {};
  for (const name of SECRETS) {
    const file = source[`${name}_FILE`]?.trim();
    if (!file) continue;
    if (source[name]?.trim()) throw new Error(`${name} and ${name}_FILE must not both be set.`);
    read[name] = contentOf(file, `${name}_FILE`);
  }
  return { ...source, ...read };
}

function contentOf(file: string, name: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    // Without the path, which may be a secret put into the wrong setting.
    throw new Error(`${name} must name a file that can be read.`);
  }
}
