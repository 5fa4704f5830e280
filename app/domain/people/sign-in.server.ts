import { sql } from "drizzle-orm";
import type { PersonStatus, Role } from "../../../db/vocabulary.ts";
import { guest } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";
import { browserIn } from "./device.server.ts";
import { doorSetting } from "./door-setting.server.ts";
import { type Entry, enter } from "./enter.server.ts";
import { refund, spendIn } from "./guess.server.ts";
import { minutesOf, networkOf, type Try } from "./guessing.ts";
import { hashPassword, isCheaper, passwordFits } from "./password.server.ts";
import { isAged } from "./password-policy.ts";

/** Who knocks: what they type, and what their browser and their connection say. */
export interface Knock {
  email: string;
  password: string;
  /** Browser and system in words. */
  device: string;
  /** The address on the net; empty where nobody knows. */
  address?: string;
  /** What the browser shows of `huiyin_device`. */
  deviceToken?: string | undefined;
}

export type Refused = { ok: false; why: "wrong" } | { ok: false; why: "tooOften"; minutes: number };
/** `aged`: the password is right, and has to be replaced before it opens anything. */
export type SignedIn = Entry | Refused | { ok: false; why: "aged" };

interface Account {
  id: string;
  role: Role;
  status: PersonStatus;
  passwordHash: string | null;
  passwordSetAt: string | null;
  isKnown: boolean;
}

/**
 * Signs in by e-mail and password. Answers, and what is counted, are the same whether there is such an account, and
 * whether it is active: a try is spent first, then one password is verified, somebody's or nobody's.
 */
export async function signIn(knock: Knock, at: Date): Promise<SignedIn> {
  const proved = await prove(knock, at);
  if (!proved.ok) return proved;
  const { id, role } = proved.account;
  if (isAccountAged(proved.account, at)) return { ok: false, why: "aged" };
  return withActor(guest, "write", (tx) => enter(tx, { ...knock, id, role }, at));
}

/** Whether the password of an account has to be replaced before it opens anything. */
export const isAccountAged = ({ passwordSetAt }: Account, at: Date): boolean =>
  isAged(passwordSetAt ? new Date(passwordSetAt) : null, doorSetting().profile, at);

/** The account whose password was typed, with its hash; refused for all others alike. */
export async function prove(
  knock: Knock,
  at: Date,
): Promise<{ ok: true; account: Account & { passwordHash: string } } | Refused> {
  const { found, spent } = await withActor(guest, "write", async (tx) => {
    const found = await accountOf(tx, knock, at);
    return { found, spent: await spendOn(tx, knock, found?.isKnown ?? false, at) };
  });
  if (!Array.isArray(spent)) return { ok: false, why: "tooOften", minutes: minutesOf(spent) };
  const hash = found?.status === "active" ? found.passwordHash : null;
  if (!(await passwordFits(hash, knock.password)) || !found || !hash) return { ok: false, why: "wrong" };
  await refund(spent);
  return { ok: true, account: { ...found, passwordHash: await raised(found.id, hash, knock.password) } };
}

async function accountOf(tx: Tx, { email, deviceToken }: Knock, at: Date): Promise<Account | undefined> {
  const { id, hash } = browserIn(deviceToken);
  // As the budget's key is written: what the database folds otherwise would be another key for the same account.
  const { rows } = await tx.execute<Account & Record<string, unknown>>(sql`
    select id, role, status, password_hash as "passwordHash", password_set_at as "passwordSetAt", is_known as "isKnown"
    from door_account(${email.toLowerCase()}, ${id}, ${hash}, ${at.toISOString()})`);
  return rows[0];
}

/** What the try was taken from; the seconds to wait where there is none. A known browser asks its own budget first. */
async function spendOn(tx: Tx, knock: Knock, isKnown: boolean, at: Date): Promise<Try[] | number> {
  const { email, address, deviceToken } = knock;
  const account = email.toLowerCase();
  if (isKnown) {
    const own: Try[] = [{ of: "device", whose: `${browserIn(deviceToken).id} ${account}` }];
    if ((await spendIn(tx, own, at)) === 0) return own;
  }
  const tries: Try[] = [{ of: "account", whose: account }];
  if (address) tries.push({ of: "address", whose: networkOf(address) });
  const wait = await spendIn(tx, tries, at);
  return wait === 0 ? tries : wait;
}

/** Where the setting has risen since, the right password is hashed anew. */
async function raised(personId: string, hash: string, password: string): Promise<string> {
  if (!isCheaper(hash)) return hash;
  const dearer = await hashPassword(password);
  await withActor(guest, "write", (tx) =>
    tx.execute(sql`select door_raise(${personId}, ${hash}, ${dearer})`),
  );
  return dearer;
}
