import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { ACTOR_KINDS } from "./vocabulary.ts";

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Any number, as long as it stays the same: two starts at once migrate one after the other. */
const MIGRATION_LOCK = 7_112_025;

/** The database roles: one per kind of actor, and the registrar that acts write as. */
export const DATABASE_ROLES = [...ACTOR_KINDS, "registrar"].map((kind) => `huiyin_${kind}`);

/** Creates the application's login role and the roles that it may take on; needs CREATEROLE. */
async function createRoles(client: pg.Client, appPassword: string | undefined) {
  for (const role of DATABASE_ROLES) await createRole(client, role, "nologin");
  await createRole(client, "huiyin_app", "login noinherit");
  if (appPassword) await client.query(`alter role huiyin_app password ${client.escapeLiteral(appPassword)}`);
  for (const role of DATABASE_ROLES) {
    await client.query(`grant ${role} to huiyin_app with inherit false, set true`);
  }
}

async function createRole(client: pg.Client, role: string, options: string) {
  const known = await client.query("select 1 from pg_roles where rolname = $1", [role]);
  if (known.rowCount === 0) await client.query(`create role ${role} ${options} nosuperuser nocreatedb`);
}

/**
 * Brings the database at `ownerUrl` to the present schema: roles, tables, guards, grants. Safe to
 * repeat and to run twice at once. `appPassword`, when given, becomes the password of `huiyin_app`.
 */
export async function migrate({ ownerUrl, appPassword }: { ownerUrl: string; appPassword?: string }) {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: `migrate-${randomUUID()}` });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await createRoles(client, appPassword);
    await applyMigrations(drizzle(client), { migrationsFolder: here("./migrations") });
    await client.query(readFileSync(here("./guards.sql"), "utf8"));
    await client.query(readFileSync(here("./grants.sql"), "utf8"));
  } finally {
    await client.end();
  }
}
