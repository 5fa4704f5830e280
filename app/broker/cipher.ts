import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** The ways of sealing that the broker knows, by the names that envelopes carry: each takes a key of 32 bytes. */
export const CIPHERS = ["aes-256-gcm", "chacha20-poly1305"] as const;
export type Cipher = (typeof CIPHERS)[number];

// Both have them so; GCM's type alone is told apart by the compiler, and the calls are the same.
const [IV, TAG] = [12, 16];
const gcm = (cipher: Cipher) => cipher as "aes-256-gcm";
const options = { authTagLength: TAG };

/** Encrypts; `about` is bound to the words without being in them, so that no envelope opens in another's place. */
export function encrypt(cipher: Cipher, key: Buffer, plain: Buffer, about: string): string {
  const iv = randomBytes(IV);
  const made = createCipheriv(gcm(cipher), key, iv, options).setAAD(Buffer.from(about));
  return Buffer.concat([iv, made.update(plain), made.final(), made.getAuthTag()]).toString("base64");
}

/** Decrypts; throws for another key, other words, or what is about something else. */
export function decrypt(cipher: Cipher, key: Buffer, words: string, about: string): Buffer {
  const bytes = Buffer.from(words, "base64");
  const opened = createDecipheriv(gcm(cipher), key, bytes.subarray(0, IV), options).setAAD(
    Buffer.from(about),
  );
  opened.setAuthTag(bytes.subarray(-TAG));
  return Buffer.concat([opened.update(bytes.subarray(IV, -TAG)), opened.final()]);
}
