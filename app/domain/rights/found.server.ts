import { sql } from "drizzle-orm";
import type { Mailing, PersonStatus } from "../../../db/vocabulary.ts";
import type { Tx } from "../access/with-actor.server.ts";
import type { Holding } from "./rights.ts";

/** Somebody with whom an office begins. */
export interface Founder extends Holding {
  id: string;
  status?: PersonStatus;
  mailing?: Mailing;
  passwordHash?: string | null;
}

/**
 * Opens the accounts with which an office begins, inside a transaction of the hub's; throws where the office has people
 * already, whose rights are asked for and approved.
 */
export async function foundOffice(tx: Tx, founders: readonly Founder[], at: Date): Promise<void> {
  await tx.execute(sql`select found_office(${JSON.stringify(founders)}::jsonb, ${at.toISOString()})`);
}
