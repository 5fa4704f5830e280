import { type SQL, sql } from "drizzle-orm";
import { NO_COMPLAINT, openingChain } from "../../../db/schema/event.ts";
import type { ChainKind } from "../../../db/vocabulary.ts";
import type { Tx } from "../access/with-actor.server.ts";
import type { Note } from "./breach.ts";
import { KEPT_DAYS } from "./kept.ts";

const BATCH = 2000;
const BEFORE_ALL = { chain: NO_COMPLAINT, seq: -1 };

/** A row of the trail, and what the database makes of it now. */
interface Row extends Record<string, unknown> {
  chain: string;
  seq: number;
  number: string;
  previousHash: string;
  hash: string;
  /** The hash over the columns as they stand. */
  remade: string;
  /** Whether what was said is what the digest says, or was erased on a ground. */
  isWhole: boolean;
  leafHash: string | null;
  headSeq: number | null;
  headHash: string | null;
  coveredSeq: number | null;
  isCovered: boolean | null;
}

/** The chain that is being walked: what was before, and how far checkpoints cover it. */
interface Walk {
  before: Row | null;
  covered: number;
}

const chainOf: Record<ChainKind, SQL> = {
  event: sql`complaint_id`,
  opening: openingChain,
  rights_request: sql`${NO_COMPLAINT}::uuid`,
  rights_decision: sql`${NO_COMPLAINT}::uuid`,
};

/** Rights are one chain each. */
const isOne = (kind: ChainKind) => kind === "rights_request" || kind === "rights_decision";

// Built-in functions alone, so that whoever changed a function of ours doesn't answer for it.
const rowsAfter = (kind: ChainKind, chain: string, seq: number) => sql`
  select r.*, l.hash as "leafHash", h.seq as "headSeq", h.hash as "headHash", h.covered_seq as "coveredSeq", h.is_covered as "isCovered"
  from (
    select ${chainOf[kind]} as chain, seq, number, previous_hash as "previousHash", hash,
      encode(sha256(convert_to(
        jsonb_strip_nulls(to_jsonb(${sql.identifier(kind)}) - array['hash', 'salt', 'said', 'changes'])::text, 'UTF8')), 'hex') as remade,
      case when salt is not null then digest = encode(sha256(convert_to(
          jsonb_build_array(salt, to_jsonb(${sql.identifier(kind)}) -> 'said', to_jsonb(${sql.identifier(kind)}) -> 'changes')::text, 'UTF8')), 'hex')
        else to_jsonb(${sql.identifier(kind)}) -> 'said' = '{}' and coalesce(to_jsonb(${sql.identifier(kind)}) -> 'changes', '[]') = '[]'
          and exists (select from erasure x where x.complaint_id = ${chainOf[kind]}) end as "isWhole"
    from ${sql.identifier(kind)}
    where (${chainOf[kind]}, seq) > (${chain}::uuid, ${seq}::int)
    order by ${isOne(kind) ? sql`seq` : sql`${chainOf[kind]}, seq`} limit ${BATCH}
  ) r
  left join checkpoint_leaf l on l.kind = ${kind} and l.complaint_id = r.chain and l.seq = r.seq
  left join chain h on h.kind = ${kind} and h.complaint_id = r.chain
  order by r.chain, r.seq`;

/** Walks all chains of one kind from their beginnings; answers how many rows and chains there are. */
export async function verifyRows(tx: Tx, kind: ChainKind, at: Date, note: Note) {
  const walk: Walk = { before: null, covered: 0 };
  const found = { rows: 0, chains: 0 };
  const breach = (row: Row, why: string) => note({ what: kind, complaint: nameOf(row), seq: row.seq, why });
  for (;;) {
    const { chain, seq } = walk.before ?? BEFORE_ALL;
    const { rows } = await tx.execute<Row>(rowsAfter(kind, chain, seq));
    for (const row of rows) {
      if (row.chain !== walk.before?.chain) {
        if (walk.before) endChain(walk, breach);
        found.chains++;
        await beginChain(tx, kind, row, at, walk, breach);
      }
      verifyRow(row, walk, breach);
    }
    found.rows += rows.length;
    if (rows.length < BATCH) break;
  }
  if (walk.before) endChain(walk, breach);
  return found;
}

const nameOf = ({ number, chain }: Row) => number || (chain === NO_COMPLAINT ? undefined : chain);

type Tell = (row: Row, why: string) => void;

async function beginChain(tx: Tx, kind: ChainKind, row: Row, at: Date, walk: Walk, tell: Tell) {
  Object.assign(walk, { before: null, covered: row.seq - 1 });
  if (row.seq === 1) return row.previousHash === "" ? undefined : tell(row, "is first and has a predecessor");
  if (kind !== "opening" || !(await isPruned(tx, row, at))) tell(row, "rows before it are missing");
}

/** Openings before this one were removed as they may be: old enough by their signed checkpoint, and the removal is in the chain. */
async function isPruned(tx: Tx, { chain, seq, previousHash }: Row, at: Date): Promise<boolean> {
  const oldest = new Date(at.getTime() - KEPT_DAYS.least * 86_400_000).toISOString();
  const { rowCount } = await tx.execute(sql`
    select from checkpoint_leaf l join checkpoint c using (nth)
     where l.kind = 'opening' and l.complaint_id = ${chain} and l.seq = ${seq - 1} and l.hash = ${previousHash}
       and c.at < ${oldest}::timestamptz
       and exists (select from opening where ${openingChain} = ${chain}
                     and what = 'prune' and (said ->> 'upTo')::int >= ${seq - 1})`);
  return rowCount === 1;
}

function verifyRow(row: Row, walk: Walk, tell: Tell) {
  const { before } = walk;
  if (before && row.seq !== before.seq + 1) tell(row, "rows before it are missing");
  else if (before && row.previousHash !== before.hash) tell(row, "does not follow the row before it");
  if (row.remade !== row.hash) tell(row, "was changed");
  if (!row.isWhole) tell(row, "what was said was changed, or erased without a ground");
  if (row.leafHash !== null && row.leafHash !== row.hash)
    tell(row, "is not the row that its checkpoint covers");
  if (row.leafHash !== null && walk.covered === row.seq - 1) walk.covered = row.seq;
  else if (row.leafHash !== null) tell(row, "is covered by a checkpoint, and the row before it is not");
  walk.before = row;
}

function endChain({ before: last, covered }: Walk, tell: Tell) {
  if (!last) return;
  if (last.headSeq !== last.seq || last.headHash !== last.hash)
    tell(last, "is not the end that the chain had");
  if (last.coveredSeq !== covered || last.isCovered !== (covered === last.seq))
    tell(last, "checkpoints cover another part of the chain");
}
