import { createHmac } from "node:crypto";
import { type ApplicationSecret, presentSecret } from "../access/application-secret.ts";
import type { PasswordProfile } from "./password-policy.ts";

/** What a hash of a password costs: argon2id with so much memory and so many passes over it. */
export interface PasswordCost {
  memoryKiB: number;
  passes: number;
}

/** What a process that opens sessions is told of its door. */
export interface DoorSetting {
  cost: PasswordCost;
  profile: PasswordProfile;
  /** Where a list of breached passwords lies, if there is one. */
  breachedFile?: string | undefined;
  /** Keys the hashes by which guesses are counted. */
  secret: ApplicationSecret;
}

let setting: DoorSetting = { cost: { memoryKiB: 19_456, passes: 2 }, profile: "usual", secret: "" };

/** Sets the door up; called once at start, and by tests. */
export function setDoor(given: Partial<DoorSetting>): void {
  setting = { ...setting, ...given };
}

export const doorSetting = (): DoorSetting => setting;

/** A hash that nobody without the secret can look up: whoever reads the table learns no address from it. */
export const keyedHash = (text: string): Buffer =>
  createHmac("sha256", `guess ${presentSecret(setting.secret)}`)
    .update(text)
    .digest();
