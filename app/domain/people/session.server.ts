import { createHash, randomBytes } from "node:crypto";
import { and, desc, eq, gt, ne, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Locale, Role, SessionStage } from "../../../db/vocabulary.ts";
import { guest, must, type PersonActor } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";
import { ownerOf } from "../custody/broker.server.ts";
import { type FactorDemand, owesFactor } from "./factor.ts";
import { endOfSession, TOUCH_MS } from "./session-limit.ts";

const { session } = schema;

/** Somebody whose password was right and who still owes a second factor: to the database they are nobody. */
export interface HalfSession {
  personId: string;
  role: Role;
  name: string;
  nameEn: string | null;
  locale: Locale;
  sessionId: string;
  key: string;
  createdAt: Date;
}

export type Signed = { stage: "whole"; actor: PersonActor } | { stage: "half"; half: HalfSession };

const newSecret = () => randomBytes(32).toString("base64url");
const sha256 = (text: string): Buffer => createHash("sha256").update(text).digest();

let demand: FactorDemand = "offered";

/** Says of whom a second factor is asked; called once at start, and by tests. */
export function demandFactors(asked: FactorDemand): void {
  demand = asked;
}

/** True where somebody of this role must have a second factor. */
export const mustHaveFactor = (role: Role): boolean => owesFactor(role, demand);

/**
 * Opens a session inside the guest's transaction and answers the cookie's value, `id.secret`. It is half where its
 * person has a second factor, or must have one.
 */
export async function openSession(tx: Tx, personId: string, device: string, at: Date): Promise<string> {
  const id = randomBytes(12).toString("base64url");
  const secret = newSecret();
  const { rows } = await tx.execute<{ role: Role; hasFactor: boolean }>(
    sql`select role, has_factor as "hasFactor" from door_standing(${personId})`,
  );
  const { role, hasFactor } = must(rows[0], "the person who signs in");
  const stage: SessionStage = hasFactor || mustHaveFactor(role) ? "half" : "whole";
  const until = endOfSession(role, stage, at, at).toISOString();
  await tx.execute(
    sql`select door_enter(${id}, ${sha256(secret)}, ${personId}, ${at.toISOString()}, ${until}, ${device}, ${stage})`,
  );
  return `${id}.${secret}`;
}

/**
 * Makes a whole session known by another secret and answers the new value of its cookie: whoever has just proved who they
 * are is not to be followed by who overheard the cookie before.
 */
export async function renewSession({
  sessionId,
  key,
}: Pick<HalfSession, "sessionId" | "key">): Promise<string> {
  const secret = newSecret();
  await withActor({ kind: "guest", key }, "write", (tx) =>
    tx.execute(sql`select door_exchange(${sha256(secret)})`),
  );
  return `${sessionId}.${secret}`;
}

/** How the database knows who holds a cookie: by the hash of its secret. */
export const sessionKey = (token: string): string =>
  `session:${sha256(token.split(".")[1] ?? "").toString("hex")}`;

/** Instants come as text from a function. */
interface Found
  extends Omit<PersonActor, "kind" | "sessionId" | "key" | "owner" | "provedAt">,
    Record<string, unknown> {
  role: Role;
  stage: SessionStage;
  createdAt: string;
  lastSeenAt: string;
  provedAt: string;
  hasFactor: boolean;
}

async function load(tx: Tx, id: string, hash: Buffer, at: Date): Promise<Found | undefined> {
  const { rows } = await tx.execute<Found>(sql`
    select created_at as "createdAt", last_seen_at as "lastSeenAt", proved_at as "provedAt", stage,
      person_id as "personId", role, name, name_en as "nameEn", locale, post,
      liaison_point_id as "liaisonPointId", department_id as "departmentId", has_factor as "hasFactor"
    from door_session(${id}, ${hash}, ${at.toISOString()})`);
  return rows[0];
}

/** The session that a cookie names, or null. Using it lengthens it; where a factor is owed by now, it is half from here on. */
export async function sessionOf(token: string, at: Date): Promise<Signed | null> {
  const [id = "", secret = "", ...rest] = token.split(".");
  if (rest.length > 0 || !/^[\w-]{16}$/.test(id)) return null;
  const hash = sha256(secret);
  const row = await withActor(guest, "read", (tx) => load(tx, id, hash, at));
  if (!row) return null;
  const { role, stage, createdAt: began, lastSeenAt, provedAt, hasFactor, ...who } = row;
  const [key, createdAt] = [sessionKey(token), new Date(began)];
  const isOwed = stage === "whole" && !hasFactor && mustHaveFactor(role);
  if (isOwed) await halve(hash, role, at);
  if (stage === "half" || isOwed) {
    const { personId, name, nameEn, locale } = who;
    return { stage: "half", half: { personId, role, name, nameEn, locale, sessionId: id, key, createdAt } };
  }
  if (at.getTime() - new Date(lastSeenAt).getTime() > TOUCH_MS) await touch(hash, role, createdAt, at);
  const owner = role === "liaison" ? await ownerOf(key) : null;
  return { stage, actor: { kind: role, ...who, sessionId: id, provedAt: new Date(provedAt), key, owner } };
}

/** The person whose whole session a cookie names, or null. */
export async function actorOfSession(token: string, at: Date): Promise<PersonActor | null> {
  const signed = await sessionOf(token, at);
  return signed?.stage === "whole" ? signed.actor : null;
}

async function halve(hash: Buffer, role: Role, at: Date): Promise<void> {
  const until = endOfSession(role, "half", at, at);
  await withActor(guest, "write", (tx) =>
    tx.execute(sql`select door_halve(${hash}, ${until.toISOString()})`),
  );
}

async function touch(hash: Buffer, role: Role, createdAt: Date, at: Date): Promise<void> {
  const until = endOfSession(role, "whole", createdAt, at);
  await withActor(guest, "write", (tx) =>
    tx.execute(sql`select door_stay(${hash}, ${at.toISOString()}, ${until.toISOString()})`),
  );
}

/** The sessions of one person that still run, the latest used first. */
export function sessionsOf(actor: PersonActor, at: Date) {
  const { id, createdAt, lastSeenAt, device, stage } = session;
  return withActor(actor, "read", (tx) =>
    tx
      .select({ id, createdAt, lastSeenAt, device, stage })
      .from(session)
      .where(and(eq(session.personId, actor.personId), gt(session.endsAt, at)))
      .orderBy(desc(session.lastSeenAt)),
  );
}

/** Ends one session of its owner. */
export async function endSession(actor: PersonActor, sessionId: string): Promise<void> {
  await withActor(actor, "write", (tx) =>
    tx.delete(session).where(and(eq(session.personId, actor.personId), eq(session.id, sessionId))),
  );
}

/** Ends a session that is half: to the database its holder is nobody, so that it is let run out where it stands. */
export async function endHalfSession({ key }: Pick<HalfSession, "key">, at: Date): Promise<void> {
  const hash = Buffer.from(key.replace("session:", ""), "hex");
  const until = at.toISOString();
  await withActor(guest, "write", (tx) => tx.execute(sql`select door_stay(${hash}, ${until}, ${until})`));
}

/** Ends every session of their owner but the one that they ask in. */
export const endOtherSessions = (actor: PersonActor): Promise<void> =>
  withActor(actor, "write", (tx) => endSessions(tx, actor.personId, actor.sessionId));

/** Ends a person's sessions, all or all but one, inside a transaction. */
export async function endSessions(tx: Tx, personId: string, except?: string): Promise<void> {
  const others = except === undefined ? undefined : ne(session.id, except);
  await tx.delete(session).where(and(eq(session.personId, personId), others));
}
