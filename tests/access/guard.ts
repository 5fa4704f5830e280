import type { Client } from "./probe.ts";

/** Something in the database that keeps somebody from something, and the statement that takes it away. */
export interface Guard {
  name: string;
  /** The table whose reach it may change, and the role whose; null where it may be any. */
  table: string | null;
  role: string | null;
  remove: string;
}

const policies = `
  select format('policy %s on %s', policyname, tablename) as name, tablename as table, roles[1]::text as role,
    format('drop policy %I on %I', policyname, tablename) as remove
  from pg_policies where schemaname = 'public'`;

const walls = `
  select format('row security of %s', relname) as name, relname as table, null as role,
    format('alter table %I disable row level security', relname) as remove
  from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity
  union all
  select format('forced row security of %s', relname), relname, 'huiyin_test_owner', format('alter table %I no force row level security', relname)
  from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relforcerowsecurity`;

const tableGrants = `
  select format('%s on %s to %s', privilege_type, table_name, grantee) as name, table_name as table, grantee as role,
    format('revoke %s on %I from %I', privilege_type, table_name, grantee) as remove
  from information_schema.role_table_grants g
  where table_schema = 'public' and grantee like 'huiyin%' and privilege_type in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
    -- What is one's own needs no grant.
    and grantee <> (select pg_get_userbyid(relowner) from pg_class where oid = format('%I', g.table_name)::regclass)`;

// A column of a table that is granted as a whole is no grant of its own.
const columnGrants = `
  select format('%s of %s.%s to %s', privilege_type, table_name, column_name, grantee) as name, table_name as table, grantee as role,
    format('revoke %s (%I) on %I from %I', privilege_type, column_name, table_name, grantee) as remove
  from information_schema.role_column_grants c
  where table_schema = 'public' and grantee like 'huiyin%' and privilege_type in ('SELECT', 'INSERT', 'UPDATE')
    and not exists (select from information_schema.role_table_grants t where t.grantee = c.grantee
      and t.table_schema = 'public' and t.table_name = c.table_name and t.privilege_type = c.privilege_type)`;

const triggers = `
  select format('trigger %s on %s', tgname, tgrelid::regclass) as name, tgrelid::regclass::text as table, null as role,
    format('drop trigger %I on %s', tgname, tgrelid::regclass) as remove
  from pg_trigger where not tgisinternal and tgrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`;

const executions = `
  select format('execution of %s by %s', p.oid::regprocedure, r.rolname) as name, null as table, r.rolname as role,
    format('revoke execute on function %s from %I', p.oid::regprocedure, r.rolname) as remove
  from pg_proc p cross join lateral aclexplode(p.proacl) a join pg_roles r on r.oid = a.grantee
  where p.pronamespace = 'public'::regnamespace and r.rolname like 'huiyin%' and a.grantee <> p.proowner`;

/** Every guard that the database has, as the database itself lists them. */
export async function guardsOf(client: Client): Promise<Guard[]> {
  const all: Guard[] = [];
  for (const query of [policies, walls, tableGrants, columnGrants, triggers, executions])
    all.push(...(await client.query<Guard>(`${query} order by 1`)).rows);
  return all;
}
