import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import * as schema from "./schema/index.ts";

export { schema };
export type Database = NodePgDatabase<typeof schema> & { $client: pg.ClientBase };

// A day is a day: the driver's default turns it into an instant in the machine's own zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/**
 * A pool on one database. A lost idle connection is dropped quietly; the next query opens another. A statement that takes
 * longer than `mostMs` is cancelled; 0 lets it take as long as it does.
 */
export function openPool(url: string, max = 10, mostMs = 0): pg.Pool {
  const bounds = { connectionTimeoutMillis: 10_000, statement_timeout: mostMs };
  const pool = new pg.Pool({ connectionString: url, max, ...bounds });
  pool.on("error", () => {});
  return pool;
}

const known = new WeakMap<pg.ClientBase, Map<string, Database>>();

/**
 * Drizzle on one connection under one database role, with the snake_case columns of the database. Kept, because it is
 * slow to make.
 */
export function databaseOn(client: pg.ClientBase, role: string): Database {
  const ofRoles = known.get(client) ?? new Map<string, Database>();
  known.set(client, ofRoles);
  const kept = ofRoles.get(role);
  if (kept) return kept;
  const made = drizzle(planningOnce(client, role) as pg.PoolClient, { schema, casing: "snake_case" });
  ofRoles.set(role, made);
  return made;
}

/** Acts look everything up by its key, so that one plan is right for all; and there are about so many statements of theirs. */
const PLANS_KEPT = 300;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const name = names.get(text) ?? (names.size < PLANS_KEPT ? String(names.size) : undefined);
  if (name) names.set(text, name);
  return name;
}

/**
 * A connection that keeps the plans of what has a name and of the registrar's statements: planning costs more than they
 * do. Row security is part of a plan, so that each role has its own.
 */
function planningOnce(client: pg.ClientBase, role: string): pg.ClientBase {
  const query = (sent: string | pg.QueryConfig, values: unknown[] = []) => {
    if (typeof sent === "string") return client.query(sent, values);
    const name = sent.name ?? (role === "registrar" ? nameOf(sent.text) : undefined);
    return client.query({ ...sent, values: sent.values ?? values, name: name && `${role} ${name}` });
  };
  return Object.assign(Object.create(client), { query });
}
