import { sql } from "drizzle-orm";
import { NO_COMPLAINT, openingChain } from "../../../db/schema/event.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { type Breach, MOST_BREACHES, type Note } from "./breach.ts";

type Missing = Record<string, unknown> & { complaint: string | null; seq: number | null };

const rightsOf = (what: "rights_request" | "rights_decision") =>
  [
    {
      what,
      why: "is gone, and a checkpoint covers it",
      from: sql`select null as complaint, seq from checkpoint_leaf l where kind = ${what}
        and not exists (select from ${sql.identifier(what)} r where r.seq = l.seq and l.complaint_id = ${NO_COMPLAINT})`,
    },
    {
      what,
      why: "is gone, and its chain says that it was there",
      from: sql`select null as complaint, seq from chain c where kind = ${what}
        and not exists (select from ${sql.identifier(what)} where c.complaint_id = ${NO_COMPLAINT})`,
    },
  ] as const;

/** What should be there and isn't, so that walking along what is there doesn't find it. */
const searches: readonly { what: Breach["what"]; why: string; from: ReturnType<typeof sql> }[] = [
  {
    what: "event",
    why: "is gone, and a checkpoint covers it",
    from: sql`select complaint_id as complaint, seq from checkpoint_leaf l where kind = 'event'
      and not exists (select from event e where e.complaint_id = l.complaint_id and e.seq = l.seq)`,
  },
  {
    // Openings before the first that is left were removed: whether they might be is asked there.
    what: "opening",
    why: "is gone, and a checkpoint covers it",
    from: sql`select l.complaint_id as complaint, l.seq from checkpoint_leaf l
      left join (select ${openingChain} as chain, min(seq) as first from opening group by 1) o on o.chain = l.complaint_id
      where l.kind = 'opening' and (o.first is null or l.seq > o.first)
        and not exists (select from opening where ${openingChain} = l.complaint_id and opening.seq = l.seq)`,
  },
  {
    what: "chain",
    why: "its events are gone",
    from: sql`select complaint_id as complaint, seq from chain c where kind = 'event'
      and not exists (select from event e where e.complaint_id = c.complaint_id)`,
  },
  {
    what: "chain",
    why: "its openings are gone",
    from: sql`select complaint_id as complaint, seq from chain c where kind = 'opening'
      and not exists (select from opening where ${openingChain} = c.complaint_id)`,
  },
  {
    what: "chain",
    why: "is of no kind that there is",
    from: sql`select complaint_id as complaint, seq from chain
      where kind not in ('event', 'opening', 'rights_request', 'rights_decision')`,
  },
  ...rightsOf("rights_request"),
  ...rightsOf("rights_decision"),
  {
    what: "complaint",
    why: "has no event",
    from: sql`select number as complaint, null as seq from complaint c
      where not exists (select from event e where e.complaint_id = c.id)`,
  },
];

/** Looks from the other side: from heads, checkpoints and complaints to the rows that they speak of. */
export async function verifyHeads(tx: Tx, note: Note) {
  for (const { what, why, from } of searches) {
    const { rows } = await tx.execute<Missing>(sql`${from} limit ${MOST_BREACHES}`);
    for (const { complaint, seq } of rows)
      note({ what, ...(complaint === null ? {} : { complaint }), ...(seq === null ? {} : { seq }), why });
  }
}
