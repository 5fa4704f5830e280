import { eq } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { ComplaintStatus } from "../../../db/vocabulary.ts";
import type { PersonActor } from "../access/actor.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { newId } from "../people/new-id.ts";
import { tables } from "./case.server.ts";
import { type Change, patch } from "./change.ts";
import type { Assignment, Complaint } from "./complaint.ts";

/** Writes the rows of an act in order. Tables and rows have one shape, held by the types of `Rows`. */
export async function writeChanges(tx: Tx, changes: readonly Change[]) {
  for (const change of oneForComplaint(changes)) {
    const table = tables[change.entity] as typeof schema.complaint;
    const set = change.set as typeof schema.complaint.$inferInsert;
    if (change.isNew) await tx.insert(table).values(set);
    else await tx.update(table).set(set).where(eq(table.id, change.id));
  }
}

/** The complaint's own patches as one: each would otherwise write the row and its ten indexes again. */
function oneForComplaint(changes: readonly Change[]): Change[] {
  const patches = changes.filter((c) => c.entity === "complaint" && !c.isNew);
  const [first] = patches;
  if (!first) return [...changes];
  const merged = patch("complaint", first.id, Object.assign({}, ...patches.map((c) => c.set)));
  return [...changes.filter((c) => !patches.includes(c)), merged];
}

export interface EventFacts {
  complaint: Pick<Complaint, "id" | "status" | "version">;
  command: string;
  actor: PersonActor;
  assignment: Assignment | null;
  at: Date;
  from: ComplaintStatus | null;
  said: Record<string, unknown>;
  changes: readonly Change[];
  commandId: string | null;
}

/** Records that something happened; the database gives it its place and its link in the chain. */
export async function writeEvent(tx: Tx, facts: EventFacts): Promise<string> {
  const id = newId();
  await tx.insert(schema.event).values({
    id,
    complaintId: facts.complaint.id,
    command: facts.command,
    actorKind: facts.actor.kind,
    actorId: facts.actor.personId,
    assignmentId: facts.assignment?.id ?? null,
    at: facts.at,
    fromStatus: facts.from,
    toStatus: facts.complaint.status,
    said: facts.said,
    changes: [...facts.changes],
    commandId: facts.commandId,
    version: facts.complaint.version,
  });
  return id;
}
