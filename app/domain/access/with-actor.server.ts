import { sql } from "drizzle-orm";
import type pg from "pg";
import { type Database, databaseOn, openPool } from "../../../db/client.server.ts";
import { type Actor, personIdOf } from "./actor.ts";
import { snapshotHere } from "./snapshot.server.ts";

export type Tx = Database;

let pool: pg.Pool | undefined;

/** Points the unit of work at a database; called once at start, and by tests for theirs. */
export function connect(url: string, max?: number) {
  if (pool) throw new Error("already connected");
  pool = openPool(url, max);
}

/** Closes every connection, after which `connect` may be called again. */
export async function disconnect() {
  await pool?.end();
  pool = undefined;
}

const UUID = /^[0-9a-f-]{36}$/;

/** `act` is a write that has nothing to ask under the actor's own role and opens as the registrar's. */
type Mode = "read" | "write" | "act";

function opening(actor: Actor, mode: Mode): string {
  const personId = personIdOf(actor) ?? "";
  if (personId && !UUID.test(personId)) throw new Error("an actor's id is a uuid");
  const access = mode === "read" ? " isolation level repeatable read read only" : "";
  const role = mode === "act" ? "registrar" : actor.kind;
  return `begin${access}; select set_config('huiyin.person', '${personId}', true); set local role huiyin_${role}`;
}

export interface Unit {
  tx: Tx;
  close(outcome: "commit" | "rollback"): Promise<void>;
}

/** Opens a unit of work that the caller closes, for what is read while an answer is already on its way. */
export async function openUnit(actor: Actor, mode: Mode): Promise<Unit> {
  if (!pool) throw new Error("no database: call connect first");
  const client = await pool.connect();
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
    tx: databaseOn(client),
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
