import { sql } from "drizzle-orm";
import { guest, type PersonActor } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";
import { isBreached } from "./breached.server.ts";
import { doorSetting } from "./door-setting.server.ts";
import { passwordFits } from "./password.server.ts";
import { faultOfPassword, LAST_PASSWORDS, type PasswordFault } from "./password-policy.ts";

/** What a new password is held against. */
export interface PasswordFacts {
  passwordHash: string | null;
  /** What everybody knows of its owner. */
  known: string[];
  /** The hashes of the ones before, the latest first. */
  former: string[];
}

const nothing: PasswordFacts = { passwordHash: null, known: [], former: [] };

type Row = PasswordFacts & Record<string, unknown>;
const columns = sql.raw(`password_hash as "passwordHash", known, former`);

/** Of somebody at the door, who has shown a link or the password before. */
export async function factsAtDoor(personId: string): Promise<PasswordFacts> {
  const ask = (tx: Tx) => tx.execute<Row>(sql`select ${columns} from door_password_facts(${personId})`);
  return (await withActor(guest, "read", ask)).rows[0] ?? nothing;
}

/** Of oneself. */
export async function ownFacts(actor: PersonActor): Promise<PasswordFacts> {
  const ask = (tx: Tx) => tx.execute<Row>(sql`select ${columns} from own_password_facts()`);
  return (await withActor(actor, "read", ask)).rows[0] ?? nothing;
}

/** A new password as it was typed, twice. */
export interface NewPassword {
  next: string;
  again: string;
}

/** What is wrong with a new password; that somebody else's got known, and where the profile asks for it, that it was there before. */
export async function faultOfNew(given: NewPassword, facts: PasswordFacts): Promise<PasswordFault | null> {
  const { profile, breachedFile } = doorSetting();
  const fault = faultOfPassword({ ...given, facts: facts.known }, profile);
  if (fault) return fault;
  if (breachedFile && (await isBreached(breachedFile, given.next))) return "common";
  if (profile !== "strict") return null;
  const before = [...(facts.passwordHash ? [facts.passwordHash] : []), ...facts.former];
  for (const hash of before.slice(0, LAST_PASSWORDS))
    if (await passwordFits(hash, given.next)) return "former";
  return null;
}

/** How many of the ones before are kept beside the present one: none where nobody asks for them. */
export const keptHashes = (): number => (doorSetting().profile === "strict" ? LAST_PASSWORDS - 1 : 0);
