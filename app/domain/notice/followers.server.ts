import { and, eq } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { NoticeKind } from "../../../db/vocabulary.ts";
import type { Tx } from "../access/with-actor.server.ts";
import type { Recipient } from "./tell.server.ts";

const { complaint, reporter, person } = schema;

/** The contacts whose complaints were merged into one, but for those that are sealed. */
export async function followers(tx: Tx, primaryId: string, kind: NoticeKind): Promise<Recipient[]> {
  const rows = await tx
    .select({
      personId: person.id,
      locale: person.locale,
      mailing: person.mailing,
      number: complaint.number,
      complaintId: complaint.id,
    })
    .from(complaint)
    .innerJoin(reporter, eq(reporter.id, complaint.reporterId))
    .innerJoin(person, eq(person.id, reporter.personId))
    .where(and(eq(complaint.primaryId, primaryId), eq(person.status, "active")));
  return rows.map((row) => ({ ...row, kind, dueOn: null, path: `/liaison/complaints/${row.number}` }));
}
