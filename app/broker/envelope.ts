import { randomBytes } from "node:crypto";
import { z } from "zod";
import { CIPHERS, decrypt, encrypt } from "./cipher.ts";
import type { Keys } from "./keys.ts";

const identity = z.object({ liaisonPointId: z.uuid(), personId: z.uuid() });

/** Who reported, and at which point. */
export type Identity = z.output<typeof identity>;

const envelope = z.object({
  /** By what it was sealed; those of before it was named are of the first. */
  cipher: z.enum(CIPHERS).default("aes-256-gcm"),
  key: z.string(),
  wrapped: z.base64(),
  data: z.base64(),
});

/** How an envelope begins that is sealed by the present key and cipher: whatever begins otherwise is an older one. */
export const beginning = ({ cipher, current }: Pick<Keys, "cipher" | "current">): string =>
  JSON.stringify({ cipher, key: current }).slice(0, -1);

/** Under which key an envelope was sealed; throws for what is none. */
export const keyNameOf = (sealed: Buffer): string => envelope.parse(JSON.parse(sealed.toString())).key;

/** Seals an identity for one row: under a key of its own, which is wrapped by the broker's current one. */
export function seal({ keys, current, cipher }: Keys, who: Identity, reporterId: string): Buffer {
  const own = randomBytes(32);
  const wrapped = encrypt(cipher, keys[current] as Buffer, own, reporterId);
  const data = encrypt(cipher, own, Buffer.from(JSON.stringify(who)), reporterId);
  return Buffer.from(`${beginning({ cipher, current })},${JSON.stringify({ wrapped, data }).slice(1)}`);
}

/** A key that envelopes name is not in the key file. */
export class KeyMissing extends Error {
  readonly key: string;
  constructor(key: string) {
    super(`the key ${key} of an envelope is not in the key file`);
    this.key = key;
  }
}

/** Opens what was sealed for this row; throws for any other row's, a changed one, or one whose key is gone. */
export function unseal({ keys }: Pick<Keys, "keys">, sealed: Buffer, reporterId: string): Identity {
  const { cipher, key, wrapped, data } = envelope.parse(JSON.parse(sealed.toString()));
  const wrapping = keys[key];
  if (!wrapping) throw new KeyMissing(key);
  const own = decrypt(cipher, wrapping, wrapped, reporterId);
  return identity.parse(JSON.parse(decrypt(cipher, own, data, reporterId).toString()));
}
