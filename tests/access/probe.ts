import type pg from "pg";

/** Somebody as the database meets them: a login, a role, and the key of a session. */
export interface Visitor {
  name: string;
  /** Null for what nobody signs in as. */
  login: string | null;
  role: string;
  key: string;
}

/** A table or a view; what is generated in it can't be written. */
export interface Table {
  name: string;
  isView: boolean;
  columns: string[];
  writable: string[];
}

/** What a visitor could do with one table, found out by trying. Rows are told apart by a hash of the columns read. */
export interface Reach {
  select: string[];
  rows: string[];
  update: string[];
  /** How many rows could be changed or deleted; null for no right to, or where a trigger refuses it to everybody. */
  updated: number | null;
  deleted: number | null;
  /** The rows of the table of which a copy would be let in, by the hash of all their columns; null for none at all. */
  insert: string[] | null;
}

export type Client = Pick<pg.Client, "query">;

/** Runs what a visitor does and takes everything back, the role included. */
async function visiting<T>(
  client: Client,
  { login, role, key }: Visitor,
  does: () => Promise<T>,
): Promise<T> {
  await client.query("savepoint visit");
  try {
    if (login) await client.query(`set local session authorization ${login}`);
    await client.query(`set local role ${role}`);
    await client.query("select set_config('huiyin.key', $1, true)", [key]);
    return await does();
  } finally {
    await client.query("rollback to savepoint visit; release savepoint visit");
  }
}

const DENIED = "42501";
/** What is not allowed, and what no view can do. */
const REFUSED = [DENIED, "55000", "0A000"];

/** Why a statement is refused, or null; either way nothing comes of it. */
async function refusalOf(client: Client, statement: string, values: unknown[] = []) {
  await client.query("savepoint attempt");
  const refusal = await client.query(statement, values).then(
    () => null,
    (error: { code?: string; message: string }) => error,
  );
  await client.query("rollback to savepoint attempt; release savepoint attempt");
  return refusal;
}

/** Whether a statement is let by; what else may be wrong with it is another matter. */
async function may(client: Client, statement: string): Promise<boolean> {
  return !REFUSED.includes((await refusalOf(client, statement))?.code ?? "");
}

async function those(client: Client, columns: string[], statement: (column: string) => string) {
  const found: string[] = [];
  for (const column of columns) if (await may(client, statement(column))) found.push(column);
  return found;
}

/** The rows of a table as their hashes, in the columns named, where a condition holds. */
export async function rowsOf(client: Client, table: string, columns: string[], condition = "true") {
  if (columns.length === 0) return [];
  const { rows } = await client.query<{ hash: string }>(
    `select md5(row(${columns.map((column) => `"${column}"`).join(", ")})::text) as hash from "${table}" where ${condition}`,
  );
  return rows.map(({ hash }) => hash).sort();
}

interface Row {
  hash: string;
  row: unknown;
}

/** What a visitor can do with a table: every column tried to be read and written, every row looked for and copied. */
export async function reachOf(client: Client, visitor: Visitor, { name, ...table }: Table): Promise<Reach> {
  const { rows: copied } = table.isView
    ? { rows: [] }
    : await client.query<Row>(`select md5(t::text) as hash, to_jsonb(t) as row from "${name}" t`);
  return visiting(client, visitor, async () => {
    const select = await those(
      client,
      table.columns,
      (column) => `select "${column}" from "${name}" limit 0`,
    );
    const setting = (column: string) => `update "${name}" set "${column}" = null where false`;
    const update = await those(client, table.writable, setting);
    const known = update.find((column) => select.includes(column));
    const change = known ? `update "${name}" set "${known}" = "${known}"` : null;
    return {
      select,
      rows: await rowsOf(client, name, select),
      update,
      updated: await countOf(client, change),
      deleted: await countOf(client, `delete from "${name}"`),
      insert: await copiesOf(client, { name, ...table }, copied),
    };
  });
}

/** How many rows a statement touches; null where it is refused. */
async function countOf(client: Client, statement: string | null): Promise<number | null> {
  if (statement === null) return null;
  await client.query("savepoint attempt");
  const touched = await client.query(statement).then(
    ({ rowCount }) => rowCount,
    () => null,
  );
  await client.query("rollback to savepoint attempt; release savepoint attempt");
  return touched;
}

/** Of some rows, those of which a visitor may add a copy, as far as grants and row security go; null without a grant. */
async function copiesOf(
  client: Client,
  { name, writable }: Table,
  rows: readonly Row[],
): Promise<string[] | null> {
  const columns = writable.map((column) => `"${column}"`).join(", ");
  const letIn: string[] = [];
  for (const { hash, row } of rows) {
    const refusal = await refusalOf(
      client,
      `insert into "${name}" (${columns}) select ${columns} from jsonb_populate_record(null::"${name}", $1)`,
      [row],
    );
    if (/^permission denied/.test(refusal?.message ?? "")) return null;
    if (refusal?.code !== DENIED) letIn.push(hash);
  }
  return rows.length > 0 ? letIn.sort() : null;
}
