import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { and, desc, eq, gt, lt, ne } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { guest, type PersonActor } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";

const { person, session } = schema;

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
  await tx.delete(session).where(and(eq(session.personId, personId), lt(session.endsAt, at)));
  await tx.insert(session).values({
    id,
    secretHash: sha256(secret),
    personId,
    createdAt: at,
    lastSeenAt: at,
    endsAt: endOfSession(at, at),
    device,
  });
  return `${id}.${secret}`;
}

async function load(tx: Tx, id: string, at: Date) {
  const [row] = await tx
    .select({ session, person })
    .from(session)
    .innerJoin(person, eq(person.id, session.personId))
    .where(and(eq(session.id, id), gt(session.endsAt, at), eq(person.status, "active")));
  return row;
}

/** The person whose session a cookie names, or null. Using it lengthens it. */
export async function actorOfSession(token: string, at: Date): Promise<PersonActor | null> {
  const [id = "", secret = "", ...rest] = token.split(".");
  if (rest.length > 0 || !/^[\w-]{16}$/.test(id)) return null;
  const row = await withActor(guest, "read", (tx) => load(tx, id, at));
  if (!row || !timingSafeEqual(row.session.secretHash, sha256(secret))) return null;
  if (at.getTime() - row.session.lastSeenAt.getTime() > TOUCH_MS) await touch(id, row.session.createdAt, at);
  const { person: who } = row;
  return {
    kind: who.role,
    personId: who.id,
    name: who.name,
    nameEn: who.nameEn,
    locale: who.locale,
    post: who.post,
    liaisonPointId: who.liaisonPointId,
    departmentId: who.departmentId,
    sessionId: id,
  };
}

async function touch(id: string, createdAt: Date, at: Date): Promise<void> {
  const values = { lastSeenAt: at, endsAt: endOfSession(createdAt, at) };
  await withActor(guest, "write", (tx) => tx.update(session).set(values).where(eq(session.id, id)));
}

/** The sessions of one person that still run, the latest used first. */
export function sessionsOf(personId: string, at: Date) {
  const { id, createdAt, lastSeenAt, device } = session;
  return withActor(guest, "read", (tx) =>
    tx
      .select({ id, createdAt, lastSeenAt, device })
      .from(session)
      .where(and(eq(session.personId, personId), gt(session.endsAt, at)))
      .orderBy(desc(session.lastSeenAt)),
  );
}

/** Ends one session of its owner. */
export async function endSession(personId: string, sessionId: string): Promise<void> {
  await withActor(guest, "write", (tx) =>
    tx.delete(session).where(and(eq(session.personId, personId), eq(session.id, sessionId))),
  );
}

/** Ends a person's sessions, all or all but one, inside a transaction. */
export async function endSessions(tx: Tx, personId: string, except?: string): Promise<void> {
  const others = except === undefined ? undefined : ne(session.id, except);
  await tx.delete(session).where(and(eq(session.personId, personId), others));
}
