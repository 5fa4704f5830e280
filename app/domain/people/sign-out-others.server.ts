import { inArray, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { worker } from "../access/actor.ts";
import { withActor } from "../access/with-actor.server.ts";

const { person, session } = schema;

/**
 * Ends every session of the account with this address, or of everybody, at once: for an operator, when something has
 * happened. Answers how many; null where nobody has that address, which a slip of the pen must not hide.
 */
export function signOutOthers(email: string | null): Promise<number | null> {
  return withActor(worker, "act", async (tx) => {
    const isMeant = sql`lower(${person.email}) = ${(email ?? "").toLowerCase()}`;
    if (email !== null && (await tx.$count(person, isMeant)) === 0) return null;
    const ids = tx.select({ id: person.id }).from(person).where(isMeant);
    const { rowCount } = await tx
      .delete(session)
      .where(email === null ? undefined : inArray(session.personId, ids));
    return rowCount ?? 0;
  });
}
