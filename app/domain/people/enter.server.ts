import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Role } from "../../../db/vocabulary.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { welcomeDevice } from "./device.server.ts";
import { openSession } from "./session.server.ts";

/** What opens the door: the values of the two cookies; of a half session the browser isn't remembered yet. */
export interface Entry {
  ok: true;
  token: string;
  deviceToken: string | null;
  role: Role;
}

interface Comer {
  id: string;
  role: Role;
  /** Browser and system in words. */
  device: string;
  deviceToken?: string | undefined;
}

/** Opens a session for whoever has proved who they are, inside the guest's transaction. */
export async function enter(tx: Tx, { id, role, device, deviceToken }: Comer, at: Date): Promise<Entry> {
  const token = await openSession(tx, id, device, at);
  const isWhole = await hasWholeSession(tx, token);
  const known = isWhole ? await welcomeDevice(tx, { personId: id, device, token: deviceToken }, at) : null;
  return { ok: true, token, deviceToken: known, role };
}

/** Where a second factor is still owed, who has the password alone is nobody yet, and their browser isn't known. */
async function hasWholeSession(tx: Tx, token: string): Promise<boolean> {
  const hash = createHash("sha256")
    .update(token.split(".")[1] ?? "")
    .digest();
  const { rows } = await tx.execute<{ whole: boolean }>(sql`select door_is_whole(${hash}) as whole`);
  return rows[0]?.whole ?? false;
}
