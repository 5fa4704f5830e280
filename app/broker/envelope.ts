import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { z } from "zod";
import type { Keys } from "./keys.ts";

const identity = z.object({ liaisonPointId: z.uuid(), personId: z.uuid() });

/** Who reported, and at which point. */
export type Identity = z.output<typeof identity>;

const envelope = z.object({ key: z.string(), wrapped: z.base64(), data: z.base64() });

const [IV, TAG] = [12, 16];

// AES-256-GCM; `about` is bound to the words without being in them, so that no envelope opens in another's place.
function encrypt(key: Buffer, plain: Buffer, about: string): string {
  const iv = randomBytes(IV);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(about));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString("base64");
}

function decrypt(key: Buffer, words: string, about: string): Buffer {
  const bytes = Buffer.from(words, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, IV)).setAAD(Buffer.from(about));
  decipher.setAuthTag(bytes.subarray(-TAG));
  return Buffer.concat([decipher.update(bytes.subarray(IV, -TAG)), decipher.final()]);
}

/** Seals an identity for one row: under a key of its own, which is wrapped by the broker's current one. */
export function seal({ keys, current }: Keys, who: Identity, reporterId: string): Buffer {
  const own = randomBytes(32);
  const words = {
    key: current,
    wrapped: encrypt(keys[current] as Buffer, own, reporterId),
    data: encrypt(own, Buffer.from(JSON.stringify(who)), reporterId),
  };
  return Buffer.from(JSON.stringify(words));
}

/** Opens what was sealed for this row; throws for any other row's, a changed one, or one whose key is gone. */
export function unseal({ keys }: Keys, sealed: Buffer, reporterId: string): Identity {
  const { key, wrapped, data } = envelope.parse(JSON.parse(sealed.toString()));
  const wrapping = keys[key];
  if (!wrapping) throw new Error(`the key ${key} of an envelope is not in the key file`);
  const own = decrypt(wrapping, wrapped, reporterId);
  return identity.parse(JSON.parse(decrypt(own, data, reporterId).toString()));
}
