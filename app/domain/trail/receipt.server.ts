import { sql } from "drizzle-orm";
import type { Actor } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { TrailPlace } from "./place.server.ts";
import { readReceipt, type Submission } from "./receipt.ts";

interface Told extends Record<string, unknown> {
  told:
    | (Omit<Submission, "checkpoint"> & {
        checkpoint: (Omit<Checkpoint, "at" | "previousHash"> & { at: string; previous_hash: string }) | null;
      })
    | null;
}

/** What the trail has of a reader's own submission; null for anybody else. */
export async function submissionOf(tx: Tx, complaintId: string): Promise<Submission | null> {
  const { rows } = await tx.execute<Told>(sql`select receipt_of(${complaintId}) as told`);
  const told = rows[0]?.told;
  if (!told) return null;
  if (!told.checkpoint) return { ...told, checkpoint: null };
  const { at, previous_hash: previousHash, ...checkpoint } = told.checkpoint;
  return { ...told, checkpoint: { ...checkpoint, at: new Date(at), previousHash } };
}

/** What can be said of a text that somebody takes for a receipt. */
export type Checked =
  | { outcome: "unreadable" | "altered" }
  | {
      /** `missing`: signed by us, and not in the database any more, which must not be. */
      outcome: "confirmed" | "notKnown" | "missing";
      number: string;
      submittedAt: string;
      hash: string;
      checkpoint: { nth: number; at: string } | null;
    };

/** Checks a receipt by its own parts, then asks the trail whether it knows that submission. */
export async function checkReceipt(
  actor: Actor,
  text: string,
  { publicKeys }: Pick<TrailPlace, "publicKeys">,
  notes: readonly string[],
): Promise<Checked> {
  const read = readReceipt(text, publicKeys, notes);
  if (read.outcome !== "whole") return read;
  const { number, submittedAt, hash, checkpoint } = read.receipt;
  const isKnown = await withActor(actor, "read", async (tx) => {
    const asked = sql`select is_submission(${read.complaintId}, ${hash}) as known`;
    return (await tx.execute<{ known: boolean }>(asked)).rows[0]?.known ?? false;
  });
  return {
    outcome: isKnown ? "confirmed" : checkpoint ? "missing" : "notKnown",
    number,
    submittedAt,
    hash,
    checkpoint: checkpoint && { nth: checkpoint.nth, at: checkpoint.at },
  };
}
