import { eq } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { ComplaintStatus } from "../../../db/vocabulary.ts";
import { type ActingActor, personIdOf } from "../access/actor.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { newId } from "../people/new-id.ts";
import { tables } from "./case.server.ts";
import type { Change } from "./change.ts";
import type { Assignment, Complaint } from "./complaint.ts";
import { UNTOLD } from "./replay.ts";

/** Writes the rows of an act in order. Tables and rows have one shape, held by the types of `Rows`. */
export async function writeChanges(tx: Tx, changes: readonly Change[]) {
  for (const statement of statementsOf(changes)) {
    const [{ entity, id, isNew }] = statement;
    const table = tables[entity] as typeof schema.complaint;
    const sets = statement.map(({ set }) => set as typeof schema.complaint.$inferInsert);
    if (isNew) await tx.insert(table).values(sets);
    else
      await tx
        .update(table)
        .set(sets[0] ?? {})
        .where(eq(table.id, id));
  }
}

/** What is said of one row at once, where it is first spoken of, and new rows of one table together. */
function statementsOf(changes: readonly Change[]): [Change, ...Change[]][] {
  const rows = new Map<string, Change>();
  for (const change of changes) {
    const before = rows.get(change.id);
    rows.set(change.id, (before ? { ...before, set: { ...before.set, ...change.set } } : change) as Change);
  }
  const statements: [Change, ...Change[]][] = [];
  for (const change of rows.values()) {
    const last = statements.at(-1);
    if (change.isNew && last?.[0].isNew && last[0].entity === change.entity) last.push(change);
    else statements.push([change]);
  }
  return statements;
}

export interface EventFacts {
  complaint: Pick<Complaint, "id" | "status" | "version">;
  command: string;
  actor: ActingActor;
  assignment: Assignment | null;
  at: Date;
  from: ComplaintStatus | null;
  said: Record<string, unknown>;
  changes: readonly Change[];
  commandId: string | null;
}

/**
 * A change without what says who reported: an event stays for ever, and the enterprise may ask for more secrecy later.
 * These columns are no part of what can be replayed.
 */
function withoutReporter({ set, ...change }: Change) {
  const kept = Object.entries(set).filter(([column]) => !UNTOLD.includes(column));
  return { ...change, set: Object.fromEntries(kept) };
}

/** Records that something happened; the database gives it its place and its link in the chain. */
export async function writeEvent(tx: Tx, facts: EventFacts): Promise<string> {
  const id = newId();
  await tx.insert(schema.event).values({
    id,
    complaintId: facts.complaint.id,
    command: facts.command,
    actorKind: facts.actor.kind,
    // Who acts for an enterprise is its reporter's to say, and of a sealed one nobody's.
    actorId: facts.actor.kind === "liaison" ? null : personIdOf(facts.actor),
    assignmentId: facts.assignment?.id ?? null,
    at: facts.at,
    fromStatus: facts.from,
    toStatus: facts.complaint.status,
    said: facts.said,
    changes: facts.changes.map(withoutReporter),
    commandId: facts.commandId,
    version: facts.complaint.version,
  });
  return id;
}
