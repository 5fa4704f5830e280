import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** What one data folder keeps for itself, made once. */
interface Secrets {
  secret: string;
  appPassword: string;
  doorPassword: string;
  jobsPassword: string;
  brokerPassword: string;
}

/** Where a demo, or a command on its database, keeps everything: HUIYIN_DATA, else `data` in the project. */
export function dataFolder(): string {
  return resolve(process.env.HUIYIN_DATA || join(import.meta.dirname, "../../data"));
}

export const secretsFile = (folder: string) => join(folder, "secrets.json");

/** The secrets of this data folder, made at the first call. */
export function secretsOf(folder: string): Secrets {
  const file = secretsFile(folder);
  const kept: Partial<Secrets> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const word = () => randomBytes(32).toString("base64url");
  const made: Secrets = {
    secret: word(),
    appPassword: word(),
    doorPassword: word(),
    jobsPassword: word(),
    brokerPassword: word(),
  };
  const secrets = { ...made, ...kept };
  if (Object.keys(made).some((name) => !(name in kept)))
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

/** Where this data folder's broker has its keys; made by the first that starts one, and for the broker alone. */
export const brokerKeyFile = (folder: string) => join(folder, "broker-keys.json");
