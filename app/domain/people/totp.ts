import { createHmac, timingSafeEqual } from "node:crypto";

/** Seconds that a code is good for, digits that it has, and steps by which a clock may be wrong either way. */
export const TOTP = { period: 30, digits: 6, drift: 1 };

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Bytes in base32 without padding, as authenticator apps take a secret (RFC 4648). */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => ALPHABET[Number.parseInt(five.padEnd(5, "0"), 2)])
    .join("");
}

/** The step of time that an instant lies in. */
export const stepAt = (at: Date): number => Math.floor(at.getTime() / 1000 / TOTP.period);

/** The code of one step: HMAC-SHA-1 and dynamic truncation (RFC 6238, RFC 4226). */
export function codeAt(secret: Uint8Array, step: number, digits = TOTP.digits): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

/** The step whose code was typed, later than `after`, or null: a code that was taken is never taken again. */
export function stepOfCode(secret: Uint8Array, typed: string, at: Date, after: number): number | null {
  const code = typed.replaceAll(/\s/g, "");
  if (!/^\d+$/.test(code) || code.length !== TOTP.digits) return null;
  const now = stepAt(at);
  for (let step = now - TOTP.drift; step <= now + TOTP.drift; step++)
    if (step > after && timingSafeEqual(Buffer.from(codeAt(secret, step)), Buffer.from(code))) return step;
  return null;
}

/** The link by which an authenticator app takes a secret over; its picture is the QR code. */
export function otpauth(secret: Uint8Array, account: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const asked = { secret: base32(secret), issuer, period: String(TOTP.period), digits: String(TOTP.digits) };
  return `otpauth://totp/${label}?${new URLSearchParams(asked).toString().replaceAll("+", "%20")}`;
}
