import type { Allowed, Reaches } from "./expected.ts";
import { type Client, type Reach, reachOf, rowsOf, type Table, type Visitor } from "./probe.ts";

const listed = (of: "*" | string | undefined, columns: string[]) =>
  of === "*" ? columns : (of?.split(" ") ?? []);
const same = (a: readonly string[], b: readonly string[]) =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

/** Where what a visitor can do with a table is not what is written down, in words; empty where it is. */
export async function disagreements(
  client: Client,
  { visitor, reaches }: { visitor: Visitor; reaches: Reaches },
  table: Table,
): Promise<string[]> {
  const may = reaches[table.name] ?? {};
  const found = await reachOf(client, visitor, table);
  const read = listed(may.read, table.columns);
  const faults: [string, boolean][] = [
    [`reads ${found.select.join(" ")} and not ${read.join(" ")}`, same(found.select, read)],
    [`sees ${found.rows.length} rows`, await areRows(client, table, found, may)],
    [`changes ${found.update.join(" ")}`, same(found.update, listed(may.update, table.writable))],
    [`adds ${found.insert?.length ?? "no"} rows`, await areCopies(client, table, found, may)],
    [
      `changes ${found.updated} rows`,
      await areTouched(client, table, found.updated, touchable(may, "update")),
    ],
    [
      `deletes ${found.deleted} rows`,
      await areTouched(client, table, found.deleted, touchable(may, "delete")),
    ],
  ];
  return faults.flatMap(([fault, isRight]) =>
    isRight ? [] : [`${visitor.name} on ${table.name}: ${fault}`],
  );
}

/** The condition of the rows that may be changed or deleted; null where none may, whoever asks. */
function touchable(may: Allowed, what: "update" | "delete"): string | null {
  const { update, updates, deletes, rows } = may;
  if (what === "delete") return deletes === undefined ? null : deletes;
  if (updates !== undefined) return updates;
  return update ? (rows ?? "true") : null;
}

async function areTouched(client: Client, { name }: Table, touched: number | null, condition: string | null) {
  if (condition === null || touched === null) return condition === touched;
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from "${name}" where ${condition}`,
  );
  return rows[0]?.n === touched;
}

async function areRows(client: Client, { name }: Table, found: Reach, may: Allowed): Promise<boolean> {
  if (!may.read) return found.rows.length === 0;
  // A view shows its rows to whom it is for: of those there are as many as of what it is made of.
  if (may.count) return (await client.query<{ n: number }>(may.count)).rows[0]?.n === found.rows.length;
  return same(found.rows, await rowsOf(client, name, found.select, may.rows));
}

async function areCopies(client: Client, { name }: Table, { insert }: Reach, may: Allowed): Promise<boolean> {
  if (!may.insert) return insert === null;
  const { rows } = await client.query<{ hash: string }>(
    `select md5(t::text) as hash from "${name}" t where ${may.insert}`,
  );
  return (
    insert !== null &&
    same(
      insert,
      rows.map(({ hash }) => hash),
    )
  );
}
