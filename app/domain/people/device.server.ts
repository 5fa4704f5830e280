import { createHash, randomBytes } from "node:crypto";
import { and, desc, eq, gt, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { PersonActor } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";
import { tellAtDoor } from "./account-mail.server.ts";
import { MOST_DEVICES } from "./guessing.ts";

const { knownDevice } = schema;

/** How long a browser stays known after it was last signed in from. */
export const DEVICE_DAYS = 180;
const DAY_MS = 24 * 60 * 60 * 1000;

interface Browser {
  id: string;
  hash: Buffer;
}

/** The browser that a cookie's value, `id.secret`, names; what is none names one that nobody has. */
export function browserIn(token: string | undefined): Browser {
  const [id = "", secret = "", ...rest] = (token ?? "").split(".");
  const isWhole = rest.length === 0 && /^[\w-]{16}$/.test(id) && /^[\w-]{43}$/.test(secret);
  return { id: isWhole ? id : "", hash: createHash("sha256").update(secret).digest() };
}

export interface Arrival {
  personId: string;
  /** Browser and system in words. */
  device: string;
  /** What the browser showed of `huiyin_device`. */
  token?: string | undefined;
}

/**
 * Knows a browser again from which somebody has signed in wholly, or remembers it and tells its person by mail; of the
 * very first there is nothing to tell. The transaction must be the guest's. Answers the cookie's value to set.
 */
export async function welcomeDevice(tx: Tx, { personId, device, token }: Arrival, at: Date): Promise<string> {
  const shown = browserIn(token);
  const value = token && (await wasGiven(tx, shown)) ? token : newToken();
  const { id, hash } = browserIn(value);
  const until = new Date(at.getTime() + DEVICE_DAYS * DAY_MS);
  const { rows } = await tx.execute<{ was: "first" | "new" | "known" }>(
    sql`select door_welcome(${id}, ${hash}, ${personId}, ${device}, ${at.toISOString()}, ${until.toISOString()},
          ${MOST_DEVICES}) as was`,
  );
  if (rows[0]?.was === "new") await tellAtDoor(tx, personId, "newDevice", at, device);
  return value;
}

const newToken = () => `${randomBytes(12).toString("base64url")}.${randomBytes(32).toString("base64url")}`;

async function wasGiven(tx: Tx, { id, hash }: Browser): Promise<boolean> {
  const { rows } = await tx.execute<{ known: boolean }>(sql`select door_knows(${id}, ${hash}) as known`);
  return rows[0]?.known ?? false;
}

/** The browsers that a person's account is known to, the latest used first. */
export function devicesOf(actor: PersonActor, at: Date) {
  const { id, device, createdAt, lastSeenAt, endsAt, personId } = knownDevice;
  return withActor(actor, "read", (tx) =>
    tx
      .select({ id, device, createdAt, lastSeenAt })
      .from(knownDevice)
      .where(and(eq(personId, actor.personId), gt(endsAt, at)))
      .orderBy(desc(lastSeenAt)),
  );
}

/** Forgets one browser of its person: signing in from it is told by mail again. */
export async function forgetDevice(actor: PersonActor, id: string, at: Date): Promise<void> {
  const own = and(
    eq(knownDevice.personId, actor.personId),
    eq(knownDevice.id, id),
    gt(knownDevice.endsAt, at),
  );
  await withActor(actor, "write", (tx) => tx.update(knownDevice).set({ endsAt: at }).where(own));
}
