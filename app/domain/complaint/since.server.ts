import { and, asc, eq, gt, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { stepSeen } from "../assignment/step.ts";
import type { Assignment, Complaint } from "./complaint.ts";

const { event } = schema;
const told = { command: event.command, at: event.at };

/** What was done to a complaint after the version that somebody looked at. */
export function actsSince(tx: Tx, complaint: Complaint, seen: number) {
  return tx
    .select(told)
    .from(event)
    .where(and(eq(event.complaintId, complaint.id), gt(event.version, seen)))
    .orderBy(asc(event.seq));
}

/** The same for its department: only what changed its own assignment, in the words of its own timeline. */
export async function stepsSince(tx: Tx, assignment: Assignment, seen: number) {
  const changed = sql`exists (select from jsonb_array_elements(${event.changes}) as change
    where change ->> 'entity' = 'assignment' and change ->> 'id' = ${assignment.id}
      and (change -> 'set' ->> 'version')::int > ${seen})`;
  const found = await tx
    .select(told)
    .from(event)
    .where(and(eq(event.complaintId, assignment.complaintId), changed))
    .orderBy(asc(event.seq));
  return found.map(({ command, at }) => ({ command: stepSeen(command, assignment), at }));
}
