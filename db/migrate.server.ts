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

const roleOf = (kind: string) => `huiyin_${kind}`;

/**
 * What the logins may become: the web everybody who uses it, the worker itself, both the registrar who writes; the
 * broker nobody. The door, where sessions are opened, has one of its own: no hole in a page reaches its functions.
 */
const LOGINS: Record<"huiyin_app" | "huiyin_door" | "huiyin_jobs" | "huiyin_broker", string[]> = {
  huiyin_app: [...ACTOR_KINDS.filter((kind) => kind !== "worker" && kind !== "guest"), "registrar"].map(
    roleOf,
  ),
  huiyin_door: ["guest"].map(roleOf),
  huiyin_jobs: ["worker", "registrar"].map(roleOf),
  huiyin_broker: [],
};
const ROLES = [...ACTOR_KINDS, "registrar", "keeper"].map(roleOf);

/** The words that the logins sign in with. */
export interface LoginPasswords {
  appPassword?: string | undefined;
  doorPassword?: string | undefined;
  jobsPassword?: string | undefined;
  brokerPassword?: string | undefined;
}

/** Creates the roles, and the logins that may take them on; needs CREATEROLE. */
async function createRoles(client: pg.Client, given: LoginPasswords) {
  for (const role of ROLES) await createRole(client, role, "nologin");
  const passwords = {
    huiyin_app: given.appPassword,
    huiyin_door: given.doorPassword,
    huiyin_jobs: given.jobsPassword,
    huiyin_broker: given.brokerPassword,
  };
  for (const [login, roles] of Object.entries(LOGINS)) {
    await createRole(client, login, "login noinherit");
    const password = passwords[login as keyof typeof LOGINS];
    if (password) await client.query(`alter role ${login} password ${client.escapeLiteral(password)}`);
    // What a login of an older schema could become.
    for (const role of ROLES.filter((one) => !roles.includes(one)))
      await client.query(`revoke ${role} from ${login}`);
    for (const role of roles) await client.query(`grant ${role} to ${login} with inherit false, set true`);
  }
  // Whoever migrates makes the keeper's functions in its name.
  await client.query("grant huiyin_keeper to current_user with inherit true, set true");
}

async function createRole(client: pg.Client, role: string, options: string) {
  const known = await client.query("select 1 from pg_roles where rolname = $1", [role]);
  if (known.rowCount === 0) await client.query(`create role ${role} ${options} nosuperuser nocreatedb`);
}

// A migration changes rows of every owner: forced policies would hide them from it, and it would change none.
const unforce = `do $$ declare t record; begin
  for t in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relforcerowsecurity loop
    execute format('alter table %I no force row level security', t.relname);
  end loop; end $$`;

/** What is laid over the tables after every migration, in this order. */
const LAYERS = ["guards", "grants", "actors", "door", "rights", "trail", "erasure", "policies"] as const;

/**
 * Brings the database at `ownerUrl` to the present schema: roles, tables, guards, grants, row security. Safe to
 * repeat and to run twice at once. Passwords, when given, become those of the logins.
 */
export async function migrate({ ownerUrl, ...passwords }: { ownerUrl: string } & LoginPasswords) {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: `migrate-${randomUUID()}` });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await createRoles(client, passwords);
    await client.query(unforce);
    await applyMigrations(drizzle(client), { migrationsFolder: here("./migrations") });
    const layers = LAYERS.map((name) => readFileSync(here(`./${name}.sql`), "utf8"));
    // As one statement, and so in one transaction: nobody ever meets a table without its policies.
    await client.query(layers.join("\n"));
  } finally {
    await client.end();
  }
}

/** How the web, its door, the worker and the broker sign in to the database of an owner. */
export function loginsOn(
  ownerUrl: string,
  { appPassword, doorPassword, jobsPassword, brokerPassword }: Required<LoginPasswords>,
) {
  const as = (login: keyof typeof LOGINS, password = "") =>
    Object.assign(new URL(ownerUrl), { username: login, password }).href;
  return {
    url: as("huiyin_app", appPassword),
    doorUrl: as("huiyin_door", doorPassword),
    jobsUrl: as("huiyin_jobs", jobsPassword),
    brokerUrl: as("huiyin_broker", brokerPassword),
  };
}
