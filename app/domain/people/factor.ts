import type { Role } from "../../../db/vocabulary.ts";

/** Whether a second factor is owed by everybody who must have one, or a matter of choice. */
export type FactorDemand = "required" | "offered";

/** Whom the setting binds: everybody but the enterprises, who are offered one. */
export const owesFactor = (role: Role, demand: FactorDemand): boolean =>
  demand === "required" && role !== "liaison";

/** How many recovery codes somebody has at first. */
export const RECOVERY_CODES = 10;

/** How many wrong tries a session bears before it is proved, and an account within a day. */
export const MOST_TRIES = { here: 5, aDay: 20 };

/** When to try again who used these up: by then a half session is over, and the next one has tries of its own. */
export const NEW_TRIES_SECONDS = 15 * 60;

/** How many passkeys one person may have. */
export const MOST_PASSKEYS = 10;

/** How long a passkey's name may be. */
export const MOST_NAME = 40;

// Without 0, 1, I, L and O, which look alike on paper.
const LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/** How many signs a recovery code has. */
export const CODE_LENGTH = 28;

/** A recovery code out of 28 random bytes, in fours: "7K2M-QX4P-…", 138 bits, which no list of hashes gives away. */
export const recoveryCode = (random: Uint8Array): string =>
  inFours([...random.subarray(0, CODE_LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join(""), "-");

/** What was typed as a recovery code, as it is compared: no matter how it was spaced or cased. */
export const plainCode = (typed: string): string => typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, "");

/** True for what may be a recovery code at all. */
export const isRecoveryCode = (typed: string): boolean => plainCode(typed).length === CODE_LENGTH;

/** Text in groups of four, easier to read and to type. */
export const inFours = (text: string, between = " "): string => (text.match(/.{1,4}/g) ?? []).join(between);
