import { createHash, type KeyObject, sign, verify } from "node:crypto";

/** A signed statement of all chains up to an instant, as it stands in its table and, with `at` as text, outside. */
export interface Checkpoint {
  nth: number;
  at: Date;
  events: number;
  openings: number;
  chains: number;
  leaves: number;
  root: string;
  previousHash: string;
  hash: string;
  signature: string;
}

export type Unsigned = Omit<Checkpoint, "hash" | "signature">;

/** The hash of all that a checkpoint says, in one spelling: a JSON array, the instant in UTC with milliseconds. */
export function hashOf({ nth, at, events, openings, chains, leaves, root, previousHash }: Unsigned): string {
  const said = [nth, at.toISOString(), events, openings, chains, leaves, root, previousHash];
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}

/** Signs a checkpoint with an Ed25519 key. */
export function signed(said: Unsigned, key: KeyObject): Checkpoint {
  const hash = hashOf(said);
  return { ...said, hash, signature: sign(null, Buffer.from(hash, "hex"), key).toString("base64") };
}

/** Whether a checkpoint says what was hashed, and the holder of one of the keys signed that. */
export function isSigned(checkpoint: Checkpoint, publicKeys: readonly KeyObject[]): boolean {
  const { hash, signature } = checkpoint;
  const bytes = Buffer.from(signature, "base64");
  // The decoder skips what is no base64, and a signature with something added is not the one that was given.
  if (hashOf(checkpoint) !== hash || bytes.toString("base64") !== signature) return false;
  return publicKeys.some((key) => verify(null, Buffer.from(hash, "hex"), key, bytes));
}

/** A checkpoint as one line of the copy outside the database. */
export const lineOf = ({
  nth,
  at,
  events,
  openings,
  chains,
  leaves,
  root,
  previousHash,
  hash,
  signature,
}: Checkpoint) =>
  JSON.stringify({
    nth,
    at: at.toISOString(),
    events,
    openings,
    chains,
    leaves,
    root,
    previousHash,
    hash,
    signature,
  });
