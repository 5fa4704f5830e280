import { sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { NO_COMPLAINT, openingChain } from "../../../db/schema/event.ts";
import type { OpeningKind } from "../../../db/vocabulary.ts";
import type { PersonActor } from "../access/actor.ts";
import { withActor } from "../access/with-actor.server.ts";
import { newId } from "../people/new-id.ts";

/** What somebody is about to look at that isn't theirs by nature. */
export interface Opened {
  what: Exclude<OpeningKind, "prune" | "reseal">;
  /** Null for a whole list. */
  complaintId: string | null;
  /** Which file, which rows of the list: no content, and no words that were searched. */
  said?: Record<string, unknown>;
}

/**
 * Writes down who opens what, before it is shown: where that fails, nothing is shown. The same again within the
 * minute is the same look.
 */
export function recordOpening(
  actor: PersonActor,
  { what, complaintId, said = {} }: Opened,
  at: Date,
): Promise<void> {
  const { opening } = schema;
  return withActor(actor, "act", async (tx) => {
    const known = await tx.execute(sql`
      select from opening where actor_id = ${actor.personId} and what = ${what}
         and at >= date_trunc('minute', ${at.toISOString()}::timestamptz) and said = ${JSON.stringify(said)}::jsonb
         and ${openingChain} = ${complaintId ?? NO_COMPLAINT} limit 1`);
    if (known.rowCount) return;
    const who = { actorKind: actor.kind, actorId: actor.personId };
    await tx.insert(opening).values({ id: newId(), complaintId, what, ...who, at, said });
  });
}
