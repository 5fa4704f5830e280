import { sql } from "drizzle-orm";
import type { Tx } from "../access/with-actor.server.ts";

/**
 * Empties what was said of a matter whose erasure was approved in this transaction or before; answers the keys of the
 * files that no row refers to any more. Which columns those are is the database's to say (db/erasure.sql).
 */
export async function eraseComplaint(tx: Tx, complaintId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ key: string }>(sql`select erase_complaint(${complaintId}) as key`);
  return rows.map(({ key }) => key);
}

/** Erases the envelopes that were needed until their enterprises had been told; answers how many. */
export async function finishErasures(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`select unfinished_erasures() as id`);
  for (const { id } of rows) await eraseComplaint(tx, id);
  return rows.length;
}
