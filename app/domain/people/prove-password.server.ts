import { sql } from "drizzle-orm";
import type { PersonActor } from "../access/actor.ts";
import { withActor } from "../access/with-actor.server.ts";
import { holderOf, type Proof, prove } from "./factor.server.ts";
import { passwordFits } from "./password.server.ts";

/** True where this is the person's own present password. */
export async function isOwnPassword(actor: PersonActor, password: string): Promise<boolean> {
  const { rows } = await withActor(actor, "read", (tx) =>
    tx.execute<{ hash: string | null }>(sql`select own_password_hash() as hash`),
  );
  return passwordFits(rows[0]?.hash ?? null, password);
}

/** Proves by the password, in a session that is whole already. */
export const proveByPassword = (actor: PersonActor, password: string, at: Date): Promise<Proof> =>
  prove(holderOf(actor), at, () => isOwnPassword(actor, password));
