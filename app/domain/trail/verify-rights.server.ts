import { sql } from "drizzle-orm";
import type { Tx } from "../access/with-actor.server.ts";
import { MOST_BREACHES, type Note } from "./breach.ts";

/** What of an account was given last: at the founding, or asked for and approved. */
const given = sql`
  select distinct on (r.subject_id) r.subject_id, r.after from rights_request r
    left join rights_decision d on d.request_id = r.id and d.verdict = 'approved'
   where r.after is not null and (r.kind = 'found' or d.id is not null)
   order by r.subject_id, coalesce(d.at, r.asked_at) desc, r.nth desc`;

/** Whether an account was closed last, or opened again. */
const closed = sql`
  select distinct on (r.subject_id) r.subject_id, r.kind = 'disable' as is_closed from rights_request r
    left join rights_decision d on d.request_id = r.id and d.verdict = 'approved'
   where r.kind = 'disable' or r.kind = 'enable' and d.id is not null
   order by r.subject_id, coalesce(d.at, r.asked_at) desc, r.nth desc`;

/**
 * Looks from accounts to the chained rows that gave them their rights: who may do what nobody gave them got it behind the
 * hub's back. The first contact of a point, whom an administrator opens alone, has no such row.
 */
export async function verifyRights(tx: Tx, note: Note): Promise<void> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select p.id from person p left join (${given}) g on g.subject_id = p.id left join (${closed}) c on c.subject_id = p.id
     where (p.role <> 'liaison' or g.after is not null)
       and (g.after is null or p.status <> 'disabled' and coalesce(c.is_closed, false)
         or (g.after ->> 'role', g.after ->> 'post', g.after ->> 'email', g.after ->> 'departmentId', g.after ->> 'liaisonPointId')
            is distinct from (p.role, p.post, p.email, p.department_id::text, p.liaison_point_id::text))
     limit ${MOST_BREACHES}`);
  for (const { id } of rows) note({ what: "person", complaint: id, why: "may do what nobody gave them" });
}
