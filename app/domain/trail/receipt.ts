import { createHash, type KeyObject } from "node:crypto";
import { z } from "zod";
import { CREATION } from "../../../db/vocabulary.ts";
import { type Checkpoint, isSigned, lineOf } from "./checkpoint.ts";
import { pathOf, rootBy } from "./merkle.ts";

const FORM = "huiyin/1";
const hex = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();

const receiptShape = z.strictObject({
  receipt: z.literal(FORM),
  number: z.string(),
  submittedAt: z.string(),
  /** What a reader should know, in one of the languages. */
  note: z.string(),
  hash: hex,
  /** The row of the trail that took the complaint in, without content, as it was hashed. */
  row: z.string(),
  checkpoint: z
    .strictObject({
      nth: count,
      at: z.iso.datetime({ precision: 3 }),
      events: count,
      openings: count,
      chains: count,
      leaves: count,
      root: hex,
      previousHash: z.union([hex, z.literal("")]),
      hash: hex,
      signature: z.string(),
    })
    .nullable(),
  /** Where the row stands under the checkpoint's root, and its neighbours on the way up. */
  place: count,
  path: z.array(hex),
});
const rowShape = z.object({
  number: z.string(),
  at: z.iso.datetime({ offset: true }),
  command: z.literal(CREATION),
  complaint_id: z.uuid(),
});

/** What proves to anybody that a complaint was handed in, and when, and says nothing of what it is about. */
export type Receipt = z.output<typeof receiptShape>;

/** What the database tells of a submission. */
export interface Submission {
  row: string;
  hash: string;
  place: number | null;
  checkpoint: Checkpoint | null;
  /** The hashes of all rows that the checkpoint covers, in their places. */
  leaves: readonly string[] | null;
}

/** An instant as the office's clock shows it, "2026-03-02T09:30:00+08:00". */
const officeTime = (at: string) =>
  `${new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

/** Makes the receipt of a submission; before its first checkpoint it has none. */
export function receiptOf({ row, hash, place, checkpoint, leaves }: Submission, note: string): Receipt {
  const { number, at } = rowShape.parse(JSON.parse(row));
  const about = { receipt: FORM, number, submittedAt: officeTime(at), note, hash, row } as const;
  if (!checkpoint || !leaves || place === null) return { ...about, checkpoint: null, place: 0, path: [] };
  const outside = JSON.parse(lineOf(checkpoint)) as Receipt["checkpoint"];
  return { ...about, checkpoint: outside, place, path: pathOf(leaves, place) };
}

export type ReadReceipt =
  | { outcome: "unreadable" | "altered" }
  | { outcome: "whole"; receipt: Receipt; complaintId: string };

/**
 * Whether a text is a receipt whose parts agree with each other and with the key: all that can be told without the
 * database. `notes` are the sentences that a receipt of ours can carry.
 */
export function readReceipt(
  text: string,
  publicKeys: readonly KeyObject[],
  notes: readonly string[],
): ReadReceipt {
  const given = jsonOf(text);
  if (!given || typeof given !== "object" || !("receipt" in given)) return { outcome: "unreadable" };
  const parsed = receiptShape.safeParse(given);
  const row = rowShape.safeParse(jsonOf(parsed.data?.row ?? ""));
  if (!parsed.success || !row.success) return { outcome: "altered" };
  const receipt = parsed.data;
  const { number, at, complaint_id: complaintId } = row.data;
  const agrees =
    createHash("sha256").update(receipt.row).digest("hex") === receipt.hash &&
    receipt.number === number &&
    receipt.submittedAt === officeTime(at) &&
    notes.includes(receipt.note) &&
    isCovered(receipt, publicKeys);
  return agrees ? { outcome: "whole", receipt, complaintId } : { outcome: "altered" };
}

function isCovered({ checkpoint, hash, place, path }: Receipt, publicKeys: readonly KeyObject[]): boolean {
  if (!checkpoint) return place === 0 && path.length === 0;
  const isRooted = rootBy(hash, place, checkpoint.leaves, path) === checkpoint.root;
  return isRooted && isSigned({ ...checkpoint, at: new Date(checkpoint.at) }, publicKeys);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
