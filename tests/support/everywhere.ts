import type { TestDatabase } from "./database.ts";

/** A row of any table, as JSON text with every column in it. */
export interface AnyRow {
  table: string;
  row: string;
}

/** All rows of all tables, the queues' own included, that hold one of some words in any column. */
export async function rowsWith(db: TestDatabase, words: readonly string[]): Promise<AnyRow[]> {
  const tables = await db.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const found: AnyRow[] = [];
  for (const { name } of tables) {
    const rows = await db.query<{ row: string }>(
      `select to_jsonb(t)::text as row from ${name} t
       where exists (select from unnest($1::text[]) word where to_jsonb(t)::text ilike '%' || word || '%')`,
      [words],
    );
    found.push(...rows.map(({ row }) => ({ table: name, row })));
  }
  return found;
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * All rows that hang together with one: those that hold one of its keys, and those that hold one of theirs, and so
 * on. What everything shares (staff, departments, the sealed and the known alike) leads no further.
 */
export async function rowsAround(
  db: TestDatabase,
  keys: readonly string[],
  shared: readonly string[],
): Promise<AnyRow[]> {
  const known = new Set(keys);
  for (let size = 0; size !== known.size; ) {
    size = known.size;
    for (const { row } of await rowsWith(db, [...known])) {
      for (const key of row.match(UUID) ?? []) if (!shared.includes(key)) known.add(key);
    }
  }
  return rowsWith(db, [...known]);
}
