import { and, asc, eq, ne } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { PersonActor } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";
import { newId } from "../people/new-id.ts";
import { MOST_VIEWS, type ViewRefusal } from "./view.ts";

const { ledgerView } = schema;

export interface View {
  name: string;
  /** What stands in the ledger's address, with its "?". */
  query: string;
}

/** The views that a reader keeps, the earliest first; whose row it is, the database asks as well. */
export function listViews(tx: Tx, personId: string) {
  return tx
    .select({ id: ledgerView.id, name: ledgerView.name, query: ledgerView.query })
    .from(ledgerView)
    .where(eq(ledgerView.personId, personId))
    .orderBy(asc(ledgerView.id));
}

/**
 * Keeps a view for whoever acts; a name that they gave before means the new one from now on. Without a filter it would be
 * the ledger itself, and is refused.
 */
export function saveView(actor: PersonActor, { name, query }: View, at: Date): Promise<ViewRefusal | null> {
  if (query === "") return Promise.resolve("noFilter");
  const { personId } = actor;
  return withActor(actor, "write", async (tx) => {
    const others = and(eq(ledgerView.personId, personId), ne(ledgerView.name, name));
    if ((await tx.$count(ledgerView, others)) >= MOST_VIEWS) return "tooManyViews";
    await tx
      .insert(ledgerView)
      .values({ id: newId(), personId, name, query, savedAt: at })
      .onConflictDoUpdate({
        target: [ledgerView.personId, ledgerView.name],
        set: { query, savedAt: at },
      });
    return null;
  });
}

/** Lets a view of one's own go; one that isn't there any more is gone already. */
export async function dropView(actor: PersonActor, id: string): Promise<void> {
  const own = and(eq(ledgerView.personId, actor.personId), eq(ledgerView.id, id));
  await withActor(actor, "write", (tx) => tx.delete(ledgerView).where(own));
}
