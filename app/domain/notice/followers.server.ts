import { and, eq } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { NoticeKind } from "../../../db/vocabulary.ts";
import { must } from "../access/actor.ts";
import type { Tx } from "../access/with-actor.server.ts";
import type { Recipient } from "./tell.server.ts";

const { complaint, reporter, person } = schema;

/** Of an enterprise's active contacts the one who reported; where they are gone, all who speak for it now. */
export function speakers<C extends { personId: string }>(
  contacts: readonly C[],
  reporterPersonId: string | null,
): readonly C[] {
  const own = contacts.filter(({ personId }) => personId === reporterPersonId);
  return own.length > 0 ? own : contacts;
}

/** The contacts whose complaints were merged into one, but for those that are sealed. */
export async function followers(tx: Tx, primaryId: string, kind: NoticeKind): Promise<Recipient[]> {
  const rows = await tx
    .select({
      personId: person.id,
      locale: person.locale,
      mailing: person.mailing,
      number: complaint.number,
      complaintId: complaint.id,
      reportedBy: reporter.personId,
    })
    .from(complaint)
    .innerJoin(reporter, eq(reporter.id, complaint.reporterId))
    .innerJoin(person, eq(person.liaisonPointId, reporter.liaisonPointId))
    .where(and(eq(complaint.primaryId, primaryId), eq(person.status, "active")));
  return [...Map.groupBy(rows, ({ number }) => number).values()].flatMap((contacts) =>
    speakers(contacts, must(contacts[0], "a contact").reportedBy).map(({ reportedBy: _, ...row }) => ({
      ...{ ...row, kind, dueOn: null },
      path: `/liaison/complaints/${row.number}`,
    })),
  );
}
