import { createHash, randomBytes } from "node:crypto";
import { and, desc, eq, gt, ne, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { guest, type PersonActor } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";
import { ownerOf } from "../custody/broker.server.ts";

const { session } = schema;

export const SESSION_HOURS = 8;
export const SESSION_DAYS = 7;
const HOUR_MS = 60 * 60 * 1000;
/** A session's last use is noted this often at most, so that reading stays reading. */
const TOUCH_MS = 5 * 60 * 1000;

const sha256 = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Eight hours after the last use, and never later than seven days after signing in. */
export function endOfSession(createdAt: Date, lastSeenAt: Date): Date {
  const sliding = lastSeenAt.getTime() + SESSION_HOURS * HOUR_MS;
  return new Date(Math.min(sliding, createdAt.getTime() + SESSION_DAYS * 24 * HOUR_MS));
}

/** Opens a session inside the guest's transaction and answers the cookie's value, `id.secret`. */
export async function openSession(tx: Tx, personId: string, device: string, at: Date): Promise<string> {
  const id = randomBytes(12).toString("base64url");
  const secret = randomBytes(32).toString("base64url");
  const until = endOfSession(at, at);
  await tx.execute(
    sql`select door_enter(${id}, ${sha256(secret)}, ${personId}, ${at.toISOString()}, ${until.toISOString()}, ${device})`,
  );
  return `${id}.${secret}`;
}

/** How the database knows who holds a cookie: by the hash of its secret. */
export const sessionKey = (token: string): string =>
  `session:${sha256(token.split(".")[1] ?? "").toString("hex")}`;

/** Instants come as text from a function. */
interface Found extends Omit<PersonActor, "kind" | "sessionId" | "key" | "owner">, Record<string, unknown> {
  role: PersonActor["kind"];
  createdAt: string;
  lastSeenAt: string;
}

async function load(tx: Tx, id: string, hash: Buffer, at: Date): Promise<Found | undefined> {
  const { rows } = await tx.execute<Found>(sql`
    select created_at as "createdAt", last_seen_at as "lastSeenAt", person_id as "personId", role, name,
      name_en as "nameEn", locale, post, liaison_point_id as "liaisonPointId", department_id as "departmentId"
    from door_session(${id}, ${hash}, ${at.toISOString()})`);
  return rows[0];
}

/** The person whose session a cookie names, or null. Using it lengthens it. */
export async function actorOfSession(token: string, at: Date): Promise<PersonActor | null> {
  const [id = "", secret = "", ...rest] = token.split(".");
  if (rest.length > 0 || !/^[\w-]{16}$/.test(id)) return null;
  const hash = sha256(secret);
  const row = await withActor(guest, "read", (tx) => load(tx, id, hash, at));
  if (!row) return null;
  const { role, createdAt, lastSeenAt, ...who } = row;
  const isOld = at.getTime() - new Date(lastSeenAt).getTime() > TOUCH_MS;
  if (isOld) await touch(hash, new Date(createdAt), at);
  const key = sessionKey(token);
  const owner = role === "liaison" ? await ownerOf(key) : null;
  return { kind: role, ...who, sessionId: id, key, owner };
}

async function touch(hash: Buffer, createdAt: Date, at: Date): Promise<void> {
  const until = endOfSession(createdAt, at);
  await withActor(guest, "write", (tx) =>
    tx.execute(sql`select door_stay(${hash}, ${at.toISOString()}, ${until.toISOString()})`),
  );
}

/** The sessions of one person that still run, the latest used first. */
export function sessionsOf(actor: PersonActor, at: Date) {
  const { id, createdAt, lastSeenAt, device } = session;
  return withActor(actor, "read", (tx) =>
    tx
      .select({ id, createdAt, lastSeenAt, device })
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

/** Ends a person's sessions, all or all but one, inside a transaction. */
export async function endSessions(tx: Tx, personId: string, except?: string): Promise<void> {
  const others = except === undefined ? undefined : ne(session.id, except);
  await tx.delete(session).where(and(eq(session.personId, personId), others));
}
