import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import * as schema from "./schema/index.ts";

export { schema };
export type Database = NodePgDatabase<typeof schema> & { $client: pg.ClientBase };

// A day is a day: the driver's default turns it into an instant in the machine's own zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** A pool on one database. A lost idle connection is dropped quietly; the next query opens another. */
export function openPool(url: string, max = 10): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: 10_000 });
  pool.on("error", () => {});
  return pool;
}

const known = new WeakMap<pg.ClientBase, Database>();

/** Drizzle on one connection, with the snake_case columns of the database. Kept by connection: it is slow to make. */
export function databaseOn(client: pg.ClientBase): Database {
  const kept = known.get(client);
  if (kept) return kept;
  const made = drizzle(client as pg.PoolClient, { schema, casing: "snake_case" });
  known.set(client, made);
  return made;
}
