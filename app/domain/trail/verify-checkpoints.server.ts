import { and, asc, gt, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Tx } from "../access/with-actor.server.ts";
import type { Note } from "./breach.ts";
import { type Checkpoint, isSigned } from "./checkpoint.ts";
import { rootOf } from "./merkle.ts";
import type { TrailPlace } from "./place.server.ts";
import type { Copies } from "./read-copies.server.ts";

const { checkpoint, checkpointLeaf } = schema;
const BATCH = 20;

type Leaf = typeof checkpointLeaf.$inferSelect;

/** Checks every checkpoint: its signature, its place, its root over the rows that it covers, and its copy. */
export async function verifyCheckpoints(
  tx: Tx,
  { publicKeys }: TrailPlace,
  copies: Copies,
  note: Note,
): Promise<number> {
  let last: Checkpoint | null = null;
  let count = 0;
  for (;;) {
    const rows: Checkpoint[] = await tx
      .select()
      .from(checkpoint)
      .where(gt(checkpoint.nth, last?.nth ?? -1))
      .orderBy(asc(checkpoint.nth))
      .limit(BATCH);
    const leaves = await leavesBetween(tx, last?.nth ?? -1, rows.at(-1)?.nth ?? 0);
    for (const row of rows) {
      const why = [
        ...faultsOf(row, last, leaves.get(row.nth) ?? []),
        ...(isSigned(row, publicKeys) ? [] : ["was changed, or another key signed it"]),
      ];
      for (const one of why) note({ what: "checkpoint", seq: row.nth, why: one });
      await copies.compare(row, note);
      last = row;
    }
    count += rows.length;
    if (rows.length < BATCH) break;
  }
  await copies.end(note);
  await noteStrays(tx, note);
  return count;
}

async function leavesBetween(tx: Tx, after: number, upTo: number): Promise<Map<number, Leaf[]>> {
  const { nth, place } = checkpointLeaf;
  const rows = await tx
    .select()
    .from(checkpointLeaf)
    .where(and(gt(nth, after), sql`${nth} <= ${upTo}`))
    .orderBy(asc(nth), asc(place));
  return Map.groupBy(rows, (row) => row.nth);
}

/** What of a checkpoint does not agree with the one before and with the rows that it covers. */
function faultsOf(row: Checkpoint, last: Checkpoint | null, leaves: readonly Leaf[]): string[] {
  const faults: string[] = [];
  if (row.nth !== (last?.nth ?? 0) + 1) faults.push("checkpoints before it are missing");
  if (row.previousHash !== (last?.hash ?? "")) faults.push("does not follow the checkpoint before it");
  if (leaves.some(({ place }, at) => place !== at)) faults.push("its rows are not in their places");
  if (rootOf(leaves.map(({ hash }) => hash)) !== row.root)
    faults.push("the rows that it covers were changed");
  const of = (kind: string) => leaves.filter((leaf) => leaf.kind === kind).length;
  const counts = [
    row.leaves - leaves.length,
    row.events - (last?.events ?? 0) - of("event"),
    row.openings - (last?.openings ?? 0) - of("opening"),
    row.chains - (last?.chains ?? 0) - leaves.filter(({ seq }) => seq === 1).length,
  ];
  if (counts.some((rest) => rest !== 0)) faults.push("counts other rows than it covers");
  return faults;
}

async function noteStrays(tx: Tx, note: Note) {
  const { rows } = await tx.execute<{ nth: number }>(sql`
    select distinct nth from checkpoint_leaf l where not exists (select from checkpoint c where c.nth = l.nth) limit 100`);
  for (const { nth } of rows)
    note({ what: "checkpoint", seq: nth, why: "is gone, and rows say that it covers them" });
}
