import { randomBytes } from "node:crypto";

let lastMs = 0;
let counter = 0;

/**
 * A version 7 uuid: ids sort in the order in which one process makes them, also within a millisecond
 * (RFC 9562, section 6.2, method 1).
 */
export function newId(): string {
  const now = Date.now();
  counter = now > lastMs ? 0 : counter + 1;
  lastMs = Math.max(now, lastMs);
  if (counter > 0xfff) {
    lastMs += 1;
    counter = 0;
  }
  const random = randomBytes(8);
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
  const time = lastMs.toString(16).padStart(12, "0");
  const hex = `${time}7${counter.toString(16).padStart(3, "0")}${random.toString("hex")}`;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

// Without 0/O, 1/I/L and the like: a code is read aloud on the telephone.
const LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** An assignment's code, "JB-4Q8M-XK2D": drawn by chance, so that it says nothing of the complaint. */
export function newCode(): string {
  const drawn: string[] = [];
  while (drawn.length < 8) {
    const byte = randomBytes(1)[0] ?? 255;
    if (byte < 248) drawn.push(LETTERS[byte % LETTERS.length] ?? "2");
  }
  return `JB-${drawn.slice(0, 4).join("")}-${drawn.slice(4).join("")}`;
}
