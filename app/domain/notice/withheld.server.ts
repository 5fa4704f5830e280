import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { schema } from "../../../db/client.server.ts";

const { complaint, person, recusal } = schema;

/** Why such a mail was not sent, as its row says it. */
export const WITHHELD = "the matter is no longer its reader's";

/**
 * Whether the person of a query must not hear of a complaint: as one of the commission's other teams because it
 * has become a clue, or because they are recused. What the pages hide, the mails must not tell.
 */
export const isWithheld = (complaintId: AnyPgColumn): SQL => sql`(
  ${person.role} in ('intake', 'supervisor') and exists (
    select from ${complaint} where ${complaint.id} = ${complaintId} and ${complaint.status} = 'clue')
  or exists (
    select from ${recusal} where ${recusal.complaintId} = ${complaintId}
      and (${recusal.personId} = ${person.id} or ${recusal.departmentId} = ${person.departmentId})))`;
