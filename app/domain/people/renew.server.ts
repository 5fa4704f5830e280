import { sql } from "drizzle-orm";
import type { Role } from "../../../db/vocabulary.ts";
import { guest } from "../access/actor.ts";
import { withActor } from "../access/with-actor.server.ts";
import { tellAtDoor } from "./account-mail.server.ts";
import { type Entry, enter } from "./enter.server.ts";
import { factsAtDoor, faultOfNew, keptHashes, type NewPassword } from "./new-password.server.ts";
import { hashPassword } from "./password.server.ts";
import type { PasswordFault } from "./password-policy.ts";
import { isAccountAged, type Knock, prove, type Refused } from "./sign-in.server.ts";

export type Renewed = Entry | Refused | { ok: false; why: "fault"; fault: PasswordFault };

/**
 * Puts a new password in the place of one that is too old to open anything, which has to be given beside it, and signs
 * in. Every other session ends, every browser is forgotten, and the person is told by mail.
 */
export async function renewPassword(knock: Knock, given: NewPassword, at: Date): Promise<Renewed> {
  const proved = await prove(knock, at);
  if (!proved.ok) return proved;
  const { id, passwordHash } = proved.account;
  // One that is young enough is changed by whoever is wholly signed in, second factor and all.
  if (!isAccountAged(proved.account, at)) return { ok: false, why: "wrong" };
  const fault = await faultOfNew(given, await factsAtDoor(id));
  if (fault) return { ok: false, why: "fault", fault };
  const dearer = await hashPassword(given.next);
  return withActor(guest, "write", async (tx) => {
    const { rows } = await tx.execute<{ id: string; role: Role }>(
      sql`select id, role from door_renew(${id}, ${passwordHash}, ${dearer}, ${at.toISOString()}, ${keptHashes()})`,
    );
    const [who] = rows;
    if (!who) return { ok: false, why: "wrong" };
    await tellAtDoor(tx, id, "passwordChanged", at);
    return enter(tx, { ...who, ...knock }, at);
  });
}
