import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Role } from "../../../db/vocabulary.ts";
import type { Guest, PersonActor } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";
import { tellAtDoor } from "./account-mail.server.ts";
import { isRecoveryCode, MOST_TRIES } from "./factor.ts";
import { hashesOfCode, hashOfCode, newCodes, openTotp, sealTotp } from "./factor-secret.server.ts";
import { newId } from "./new-id.ts";
import { endSessions, type HalfSession, mustHaveFactor } from "./session.server.ts";
import { endOfSession } from "./session-limit.ts";
import { stepOfCode } from "./totp.ts";

const { passkey, recoveryCode, totp } = schema;

/** Whoever has a session, half or whole, as the door knows them. */
export interface Holder {
  personId: string;
  role: Role;
  key: string;
  /** When a half session began; null for a whole one. */
  half: Date | null;
  /** When a whole one was last proved. */
  provedAt: Date | null;
}

export const holderOfHalf = ({ personId, role, key, createdAt }: HalfSession): Holder => ({
  ...{ personId, role, key },
  half: createdAt,
  provedAt: null,
});

export const holderOf = ({ personId, kind, key, provedAt }: PersonActor): Holder => ({
  ...{ personId, key },
  role: kind,
  half: null,
  provedAt: provedAt ?? null,
});

/** The door's own login, with the key of somebody's session. */
export const atDoor = ({ key }: Holder): Guest => ({ kind: "guest", key });

export interface Factors {
  passkeys: { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }[];
  totpSince: Date | null;
  codesLeft: number;
}

/** What second factors somebody has. */
export const factorsOf = (holder: Holder): Promise<Factors> =>
  withActor(atDoor(holder), "read", (tx) => factorsIn(tx, holder));

async function factorsIn(tx: Tx, { personId }: Holder): Promise<Factors> {
  const { id, name, createdAt, lastUsedAt } = passkey;
  const passkeys = await tx
    .select({ id, name, createdAt, lastUsedAt })
    .from(passkey)
    .where(eq(passkey.personId, personId))
    .orderBy(asc(passkey.createdAt));
  const [app] = await tx.select({ at: totp.createdAt }).from(totp).where(eq(totp.personId, personId));
  const unused = and(eq(recoveryCode.personId, personId), isNull(recoveryCode.usedAt));
  return { passkeys, totpSince: app?.at ?? null, codesLeft: await tx.$count(recoveryCode, unused) };
}

/** The same, to change them: one after the other, so that of two at once the second finds what the first has left. */
export async function factorsInTurn(tx: Tx, holder: Holder): Promise<Factors> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${holder.personId}))`);
  return factorsIn(tx, holder);
}

export const hasFactor = ({ passkeys, totpSince }: Factors): boolean =>
  passkeys.length > 0 || totpSince !== null;

export type Proof = "proved" | "wrong" | "tooOften";

/** Counts a try, judges it, and proves the session where it was right: many tries at once are judged in turn. */
export function prove(holder: Holder, at: Date, judge: (tx: Tx) => Promise<boolean>): Promise<Proof> {
  return withActor(atDoor(holder), "write", async (tx) => {
    const { here, aDay } = MOST_TRIES;
    const { rows } = await tx.execute<{ may: boolean }>(
      sql`select door_try(${at.toISOString()}, ${here}, ${aDay}) as may`,
    );
    if (!rows[0]?.may) return "tooOften";
    if (!(await judge(tx))) return "wrong";
    await markProved(tx, holder, at, 1);
    return "proved";
  });
}

/** Makes a half session whole and any proof fresh; `counted` is how many tries of the day were this one's. */
export async function markProved(tx: Tx, { half, role }: Holder, at: Date, counted: number): Promise<void> {
  const until = half && endOfSession(role, "whole", half, at).toISOString();
  await tx.execute(sql`select door_prove(${at.toISOString()}, ${until}, ${counted})`);
}

/** Proves by the six digits of an authenticator app, each once. */
export const proveByTotp = (
  holder: Holder,
  typed: string,
  applicationSecret: string,
  at: Date,
): Promise<Proof> =>
  prove(holder, at, async (tx) => {
    const { personId } = holder;
    const [app] = await tx.select().from(totp).where(eq(totp.personId, personId));
    const secret = app && openTotp(applicationSecret, personId, app.sealed);
    const step = secret && stepOfCode(secret, typed, at, app.lastStep);
    if (!step) return false;
    // Nobody else uses it meanwhile: the tries of one person are counted one after the other.
    // Sealed anew, so that an older secret of the application is soon needed no more.
    const sealed = sealTotp(applicationSecret, personId, secret);
    await tx.update(totp).set({ lastStep: step, sealed }).where(eq(totp.personId, personId));
    return true;
  });

/** Proves by a recovery code, which is used up and told by mail. */
export const proveByRecovery = (
  holder: Holder,
  typed: string,
  applicationSecret: string,
  at: Date,
): Promise<Proof> =>
  prove(holder, at, async (tx) => {
    const { personId } = holder;
    if (!isRecoveryCode(typed)) return false;
    const hashes = hashesOfCode(applicationSecret, personId, typed);
    const used = await tx
      .update(recoveryCode)
      .set({ usedAt: at })
      .where(
        and(
          eq(recoveryCode.personId, personId),
          inArray(recoveryCode.hash, hashes),
          isNull(recoveryCode.usedAt),
        ),
      )
      .returning({ id: recoveryCode.id });
    if (used.length > 0) await tellAtDoor(tx, personId, "factorChanged", at);
    return used.length > 0;
  });

/** After every change of factors: told by mail, and whoever is signed in elsewhere has to do so again. */
export async function factorsChanged(tx: Tx, { personId }: Holder, at: Date): Promise<void> {
  await tx.execute(sql`select door_end_others()`);
  await tellAtDoor(tx, personId, "factorChanged", at);
}

/** Makes recovery codes anew, to be shown this once; the ones before stop working. */
export async function codesAnew(tx: Tx, { personId }: Holder, applicationSecret: string): Promise<string[]> {
  const codes = newCodes();
  await tx.delete(recoveryCode).where(eq(recoveryCode.personId, personId));
  await tx
    .insert(recoveryCode)
    .values(
      codes.map((code) => ({ id: newId(), personId, hash: hashOfCode(applicationSecret, personId, code) })),
    );
  return codes;
}

/** Takes a factor away by `remove`; refused for the last one of somebody who must have one. */
export function removeFactor(
  holder: Holder,
  at: Date,
  remove: (tx: Tx) => Promise<unknown>,
): Promise<"removed" | "lastOne"> {
  return withActor(atDoor(holder), "write", async (tx) => {
    const { passkeys, totpSince } = await factorsInTurn(tx, holder);
    const isLast = passkeys.length + (totpSince ? 1 : 0) <= 1;
    if (isLast && mustHaveFactor(holder.role)) return "lastOne";
    await remove(tx);
    if (isLast) await tx.delete(recoveryCode).where(eq(recoveryCode.personId, holder.personId));
    await factorsChanged(tx, holder, at);
    return "removed";
  });
}

/** Takes all of somebody's factors away and signs them out, inside a transaction that is the registrar's. */
export async function clearFactors(tx: Tx, personId: string): Promise<void> {
  for (const table of [passkey, totp, recoveryCode])
    await tx.delete(table).where(eq(table.personId, personId));
  await endSessions(tx, personId);
}
