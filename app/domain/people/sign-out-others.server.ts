import { inArray, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { worker } from "../access/actor.ts";
import { withActor } from "../access/with-actor.server.ts";

const { person, session } = schema;

/**
 * Ends every session of the account with this address, or of everybody, at once: for an operator, when something has
 * happened. Answers how many.
 */
export function signOutOthers(email: string | null): Promise<number> {
  return withActor(worker, "act", async (tx) => {
    const isMeant = sql`lower(${person.email}) = ${(email ?? "").toLowerCase()}`;
    const ids = tx.select({ id: person.id }).from(person).where(isMeant);
    const { rowCount } = await tx
      .delete(session)
      .where(email === null ? undefined : inArray(session.personId, ids));
    return rowCount ?? 0;
  });
}
