import { sql } from "drizzle-orm";
import type pg from "pg";
import { type Database, databaseOn, openPool } from "../../../db/client.server.ts";
import { type Actor, keyOf } from "./actor.ts";
import { snapshotHere } from "./snapshot.server.ts";

export type Tx = Database;

/** One pool for each login: people's, the door's, and the hub's own. */
let pools: { people: pg.Pool; door: pg.Pool | undefined; hub: pg.Pool | undefined } | undefined;

/** How this process signs in: as people do, and where it is given them, as the door and as the worker. */
export interface Logins {
  url: string;
  doorUrl?: string | undefined;
  jobsUrl?: string | undefined;
  /** What to throw when there is no connection to be had: the database is away, or all are taken for too long. */
  whenAway?: (error: Error) => unknown;
}

let away: NonNullable<Logins["whenAway"]> = (error) => error;

/** A few connections are enough for what is short, and a flood at the door leaves the pages theirs. */
const MOST_AT_DOOR = 5;

/** Nobody waits longer for a page, and one that nobody waits for must not keep a connection from the others. */
const MOST_MS = 30_000;

/**
 * Points the unit of work at a database; called once at start, and by tests for theirs. A process that is not given
 * the door's login can open no session, one that is not given the worker's can't act as the hub.
 */
export function connect({ url, doorUrl, jobsUrl, whenAway }: Logins, max?: number) {
  if (pools) throw new Error("already connected");
  away = whenAway ?? ((error) => error);
  pools = {
    people: openPool(url, max, MOST_MS),
    door: doorUrl ? openPool(doorUrl, Math.min(max ?? MOST_AT_DOOR, MOST_AT_DOOR), MOST_MS) : undefined,
    hub: jobsUrl ? openPool(jobsUrl, max) : undefined,
  };
}

/** Closes every connection, after which `connect` may be called again. */
export async function disconnect() {
  await Promise.all([pools?.people.end(), pools?.door?.end(), pools?.hub?.end()]);
  pools = undefined;
}

function poolOf(actor: Actor, mode: Mode): pg.Pool {
  if (!pools) throw new Error("no database: call connect first");
  if (actor.kind === "worker")
    return pools.hub ?? missing("only the worker acts as the hub: DATABASE_JOBS_URL");
  // What is left at the door for the worker is written by the registrar, whom the door can't become.
  if (actor.kind !== "guest" || mode === "act") return pools.people;
  return pools.door ?? missing("there is no door: DATABASE_DOOR_URL");
}

function missing(what: string): never {
  throw new Error(`${what} is not set here`);
}

const KEY = /^(session:[0-9a-f]{64}|link:[0-9a-f-]{36}|)$/;
const OWNER = /^([\w-]{1,64}( [\w-]{1,64}){0,9})?$/;

/** `act` is a write that has nothing to ask under the actor's own role and opens as the registrar's. */
type Mode = "read" | "write" | "act";

function opening(actor: Actor, mode: Mode): string {
  const key = keyOf(actor);
  if (!KEY.test(key)) throw new Error("an actor's key is a session's or a link's");
  const owner = ("owner" in actor && actor.owner) || "";
  if (!OWNER.test(owner)) throw new Error("an owner's mark is one that the broker made");
  const access = mode === "read" ? " isolation level repeatable read read only" : "";
  return `begin${access}; select set_config('huiyin.key', '${key}', true), set_config('huiyin.owner', '${owner}', true); set local role huiyin_${roleOf(actor, mode)}`;
}

const roleOf = ({ kind }: Actor, mode: Mode) => (mode === "act" ? "registrar" : kind);

export interface Unit {
  tx: Tx;
  close(outcome: "commit" | "rollback"): Promise<void>;
}

/** Opens a unit of work that the caller closes, for what is read while an answer is already on its way. */
export async function openUnit(actor: Actor, mode: Mode): Promise<Unit> {
  const client = await poolOf(actor, mode)
    .connect()
    .catch((error: Error) => {
      throw away(error);
    });
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
  };
  client.on("error", onError);
  const release = () => {
    client.off("error", onError);
    client.release(broken);
  };
  try {
    await client.query(opening(actor, mode));
  } catch (error) {
    broken = error as Error;
    release();
    throw error;
  }
  return {
    tx: databaseOn(client, roleOf(actor, mode)),
    async close(outcome) {
      try {
        await client.query(outcome);
      } catch (error) {
        broken = error as Error;
        throw error;
      } finally {
        release();
      }
    },
  };
}

/**
 * Runs `fn` in one transaction under the actor's own database role; commits its result, rolls back
 * what it throws. Inside a loader a read joins the snapshot that the loaders of the request share.
 * Nothing else opens a transaction, and no query runs outside one.
 */
export function withActor<T>(actor: Actor, mode: Mode, fn: (tx: Tx) => Promise<T>): Promise<T> {
  const snapshot = snapshotHere();
  if (!snapshot) return alone(actor, mode, fn);
  if (mode !== "read") return snapshot.apart(() => alone(actor, mode, fn));
  return snapshot.read(actor, () => openUnit(actor, mode), fn);
}

async function alone<T>(actor: Actor, mode: Mode, fn: (tx: Tx) => Promise<T>): Promise<T> {
  const unit = await openUnit(actor, mode);
  let result: T;
  try {
    result = await fn(unit.tx);
  } catch (error) {
    // The first error is the one to tell; a connection that also fails to roll back is discarded.
    await unit.close("rollback").catch(() => {});
    throw error;
  }
  await unit.close("commit");
  return result;
}

/**
 * Turns the rest of this transaction into the registrar's, who writes for everybody. Only acts call
 * it, after they know that the actor may; no page ever reads under it.
 */
export async function becomeRegistrar(tx: Tx) {
  await tx.execute(sql`set local role huiyin_registrar`);
}
