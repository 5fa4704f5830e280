import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { plainCode, RECOVERY_CODES, recoveryCode } from "./factor.ts";

type Use = "totp" | "recovery" | "passkey";

/** A key of its own for each use, out of the application's secret. */
const keyFor = (use: Use, applicationSecret: string): Buffer =>
  Buffer.from(hkdfSync("sha256", applicationSecret, "", `huiyin second factor ${use}`, 32));

const [IV_BYTES, TAG_BYTES] = [12, 16];

/** A new secret for an authenticator app: 160 bits, as RFC 4226 recommends. */
export const newTotpSecret = (): Buffer => randomBytes(20);

/** Seals a secret for one person (AES-256-GCM): nobody reads it out of the database or out of a form. */
export function sealTotp(applicationSecret: string, personId: string, secret: Uint8Array): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyFor("totp", applicationSecret), iv).setAAD(
    Buffer.from(personId),
  );
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** Opens what was sealed for this person; null for anything else. */
export function openTotp(applicationSecret: string, personId: string, sealed: Buffer): Buffer | null {
  if (sealed.length <= IV_BYTES + TAG_BYTES) return null;
  const iv = sealed.subarray(0, IV_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", keyFor("totp", applicationSecret), iv)
    .setAAD(Buffer.from(personId))
    .setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

/** What of a recovery code is kept: with the application's secret in it, so that no database alone can be searched. */
export const hashOfCode = (applicationSecret: string, personId: string, typed: string): Buffer =>
  createHmac("sha256", keyFor("recovery", applicationSecret))
    .update(`${personId} ${plainCode(typed)}`)
    .digest();

/** A new set of recovery codes. */
export const newCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => recoveryCode(randomBytes(12)));

/**
 * What a device signs, derived and not stored: another for every session and purpose, and after each proof another,
 * so that an answer is good for once.
 */
export const challengeOf = (applicationSecret: string, said: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHmac("sha256", keyFor("passkey", applicationSecret)).update(said).digest());
