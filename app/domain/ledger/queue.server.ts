import { and, asc, eq, exists, inArray, or, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Role } from "../../../db/vocabulary.ts";
import type { Tx } from "../access/with-actor.server.ts";

const { complaint, assignment } = schema;
const LIMIT = 200;

/** What waits for this role of the commission, the oldest promise first. */
export function loadQueue(tx: Tx, role: Role) {
  const returning = exists(
    tx
      .select({ one: sql`1` })
      .from(assignment)
      .where(and(eq(assignment.complaintId, complaint.id), eq(assignment.status, "returning"))),
  );
  const waits =
    role === "supervisor"
      ? inArray(complaint.status, ["verifying", "clearing"])
      : or(
          inArray(complaint.status, ["submitted", "supplementing", "accepted"]),
          and(eq(complaint.status, "handling"), returning),
        );
  return tx
    .select({
      number: complaint.number,
      title: complaint.title,
      field: complaint.field,
      status: complaint.status,
      dueOn: complaint.dueOn,
      pausedOn: complaint.pausedOn,
    })
    .from(complaint)
    .where(waits)
    .orderBy(asc(complaint.dueOn), asc(complaint.id))
    .limit(LIMIT);
}
