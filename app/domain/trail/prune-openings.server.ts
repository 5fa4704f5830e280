import { sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { openingChain } from "../../../db/schema/event.ts";
import { worker } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";
import { newId } from "../people/new-id.ts";

const { opening } = schema;
const BATCH = 500;

type Old = Record<string, unknown> & { chain: string; complaint: string | null; upTo: number };

/** Removes openings that are older than so many days by their signed checkpoint; answers how many. */
export async function pruneOpenings(at: Date, days: number): Promise<number> {
  const before = new Date(at.getTime() - days * 86_400_000);
  let removed = 0;
  for (;;) {
    const batch = await withActor(worker, "act", (tx) => pruneIn(tx, before, at));
    removed += batch;
    if (batch === 0) return removed;
  }
}

async function pruneIn(tx: Tx, before: Date, at: Date): Promise<number> {
  let removed = 0;
  for (const { chain, complaint, upTo } of await oldest(tx, before)) {
    // What was removed is said in the chain itself, so that a gap without that word is a broken one.
    const what = "prune" as const;
    await tx
      .insert(opening)
      .values({ id: newId(), complaintId: complaint, what, actorKind: "worker", at, said: { upTo } });
    const { rowCount } = await tx.execute(
      sql`delete from opening where ${openingChain} = ${chain} and seq <= ${upTo}`,
    );
    removed += rowCount ?? 0;
  }
  return removed;
}

/** Chains that begin with openings of before that, and how far; a word of an earlier removal alone is left. */
async function oldest(tx: Tx, before: Date): Promise<Old[]> {
  const { rows } = await tx.execute<Old>(sql`
    select ${openingChain} as chain, min(opening.complaint_id::text) as complaint, max(opening.seq) as "upTo"
      from opening
      join checkpoint_leaf l on l.kind = 'opening' and l.complaint_id = ${openingChain} and l.seq = opening.seq
      join checkpoint c on c.nth = l.nth and c.at < ${before.toISOString()}::timestamptz
     where opening.at < ${before.toISOString()}::timestamptz
     group by 1 having bool_or(opening.what <> 'prune') limit ${BATCH}`);
  return rows;
}
