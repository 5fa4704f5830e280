import type { KeyObject } from "node:crypto";
import { desc, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { openingChain } from "../../../db/schema/event.ts";
import { CHAIN_KINDS } from "../../../db/vocabulary.ts";
import { worker } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";
import { signed } from "./checkpoint.ts";
import { rootOf } from "./merkle.ts";
import { signingKey, type TrailPlace } from "./place.server.ts";

const { checkpoint } = schema;

/** Any number, as long as it stays the same: two workers write checkpoints one after the other. */
const CHECKPOINT_LOCK = 7_112_027;
/** So many chains in one checkpoint at most: the path of a receipt stays short, and a tree small. */
const MOST_CHAINS = 5000;

export const lockCheckpoints = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(${CHECKPOINT_LOCK})`);

/** Signs everything that has happened since the last checkpoint; answers how many checkpoints that took, mostly one. */
export async function makeCheckpoints(at: Date, place: Pick<TrailPlace, "key">): Promise<number> {
  const key = signingKey(place);
  for (let made = 0; ; made++)
    if (!(await withActor(worker, "act", (tx) => makeOne(tx, at, key)))) return made;
}

async function makeOne(tx: Tx, at: Date, key: KeyObject): Promise<boolean> {
  await lockCheckpoints(tx);
  const heads = await lockChanged(tx);
  if (heads.length === 0) return false;
  const [last] = await tx.select().from(checkpoint).orderBy(desc(checkpoint.nth)).limit(1);
  const nth = (last?.nth ?? 0) + 1;
  const rows = await coverRows(tx, nth, heads);
  const count = (kind: string) => rows.filter((row) => row.kind === kind).length;
  const next = signed(
    {
      nth,
      at,
      events: (last?.events ?? 0) + count("event"),
      openings: (last?.openings ?? 0) + count("opening"),
      chains: (last?.chains ?? 0) + rows.filter(({ seq }) => seq === 1).length,
      leaves: rows.length,
      root: rootOf(rows.map(({ hash }) => hash)),
      previousHash: last?.hash ?? "",
    },
    key,
  );
  await tx.insert(checkpoint).values(next);
  return true;
}

interface Head extends Record<string, unknown> {
  kind: string;
  complaint_id: string;
}

/** Chains with rows that no checkpoint covers, of the kinds that this program knows. One that an act is just writing to waits for the next minute. */
async function lockChanged(tx: Tx): Promise<Head[]> {
  const { rows } = await tx.execute<Head>(sql`
    select kind, complaint_id from chain where not is_covered and kind = any(${sql.param([...CHAIN_KINDS])})
     order by kind, complaint_id limit ${MOST_CHAINS} for update skip locked`);
  return rows;
}

/** Notes the chains' new rows under a checkpoint, in an order of their own. A statement by itself: it sees what the locks let be. */
async function coverRows(tx: Tx, nth: number, heads: readonly Head[]) {
  const kinds = sql.param(heads.map(({ kind }) => kind));
  const ids = sql.param(heads.map(({ complaint_id }) => complaint_id));
  const { rows } = await tx.execute<{ place: number; kind: string; seq: number; hash: string }>(sql`
    with head as (
      select c.* from unnest(${kinds}::text[], ${ids}::uuid[]) h (kind, complaint_id) join chain c using (kind, complaint_id)
    ), fresh as (
      select h.kind, h.complaint_id, e.seq, e.hash from head h
        join event e on e.complaint_id = h.complaint_id and e.seq > h.covered_seq where h.kind = 'event'
      union all
      select h.kind, h.complaint_id, opening.seq, opening.hash from head h
        join opening on ${openingChain} = h.complaint_id and opening.seq > h.covered_seq
       where h.kind = 'opening'
      union all
      select h.kind, h.complaint_id, r.seq, r.hash from head h
        join rights_request r on r.seq > h.covered_seq where h.kind = 'rights_request'
      union all
      select h.kind, h.complaint_id, r.seq, r.hash from head h
        join rights_decision r on r.seq > h.covered_seq where h.kind = 'rights_decision'
    )
    insert into checkpoint_leaf (nth, place, kind, complaint_id, seq, hash)
    select ${nth}, row_number() over (order by kind, complaint_id, seq) - 1, kind, complaint_id, seq, hash from fresh
    returning place, kind, seq, hash`);
  await tx.execute(sql`
    update chain c set covered_seq = seq, is_covered = true from unnest(${kinds}::text[], ${ids}::uuid[]) h (kind, complaint_id)
     where c.kind = h.kind and c.complaint_id = h.complaint_id`);
  return rows.sort((a, b) => a.place - b.place);
}
