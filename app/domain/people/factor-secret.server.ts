import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { type ApplicationSecret, presentSecret, secretsIn } from "../access/application-secret.ts";
import { CODE_LENGTH, plainCode, RECOVERY_CODES, recoveryCode } from "./factor.ts";

type Use = "totp" | "recovery" | "passkey";

/** A key of its own for each use, out of the application's secret. */
const keyFor = (use: Use, secret: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "", `huiyin second factor ${use}`, 32));

const [IV_BYTES, TAG_BYTES] = [12, 16];

/** A new secret for an authenticator app: 160 bits, as RFC 4226 recommends. */
export const newTotpSecret = (): Buffer => randomBytes(20);

/** Seals a secret for one person (AES-256-GCM): nobody reads it out of the database or out of a form. */
export function sealTotp(applicationSecret: ApplicationSecret, personId: string, secret: Uint8Array): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyFor("totp", presentSecret(applicationSecret)), iv).setAAD(
    Buffer.from(personId),
  );
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** Opens what was sealed for this person, also while the application's secret is being changed; null for anything else. */
export function openTotp(
  applicationSecret: ApplicationSecret,
  personId: string,
  sealed: Buffer,
): Buffer | null {
  if (sealed.length <= IV_BYTES + TAG_BYTES) return null;
  for (const secret of secretsIn(applicationSecret)) {
    const opened = openWith(secret, personId, sealed);
    if (opened) return opened;
  }
  return null;
}

function openWith(secret: string, personId: string, sealed: Buffer): Buffer | null {
  const iv = sealed.subarray(0, IV_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", keyFor("totp", secret), iv)
    .setAAD(Buffer.from(personId))
    .setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

/** What of a recovery code is kept: with the application's secret in it, so that no database alone can be searched. */
const hashWith = (secret: string, personId: string, typed: string): Buffer =>
  createHmac("sha256", keyFor("recovery", secret))
    .update(`${personId} ${plainCode(typed)}`)
    .digest();

/** How a new recovery code is kept. */
export const hashOfCode = (applicationSecret: ApplicationSecret, personId: string, code: string): Buffer =>
  hashWith(presentSecret(applicationSecret), personId, code);

/** How a code that was typed may have been kept. */
export const hashesOfCode = (
  applicationSecret: ApplicationSecret,
  personId: string,
  typed: string,
): Buffer[] => secretsIn(applicationSecret).map((secret) => hashWith(secret, personId, typed));

/** A new set of recovery codes. */
export const newCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => recoveryCode(randomBytes(CODE_LENGTH)));

/**
 * What a device signs, derived and not stored: another for every session and purpose, and after each proof another,
 * so that an answer is good for once.
 */
export const challengeOf = (applicationSecret: ApplicationSecret, said: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    createHmac("sha256", keyFor("passkey", presentSecret(applicationSecret)))
      .update(said)
      .digest(),
  );
