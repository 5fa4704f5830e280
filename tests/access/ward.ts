import type { Client, Table } from "./probe.ts";

/** What not even the owner of the database can do to a table, as triggers have it; `chains` what they add to a new row. */
export const wards: Record<string, string> = {
  event: "update delete truncate chains",
  opening: "update delete truncate chains",
  checkpoint: "update delete truncate",
  checkpoint_leaf: "update delete truncate",
  erasure: "update delete truncate",
  trail_check: "update delete truncate",
  rule_version: "update delete truncate",
  clock_span: "update delete truncate",
  calendar_change: "update delete truncate",
  rights_request: "update delete truncate chains",
  rights_decision: "update delete truncate chains",
  complaint: "delete truncate",
  assignment: "delete truncate",
  mail: "delete truncate",
};

async function isRefused(client: Client, statement: string): Promise<boolean> {
  await client.query("savepoint warded");
  const code = await client.query(statement).then(
    () => null,
    (error: { code?: string }) => error.code,
  );
  await client.query("rollback to savepoint warded; release savepoint warded");
  // restrict_violation: what the triggers raise.
  return code === "23001";
}

/** Whether a new row gets its place after the one before, and a hash. */
async function isChained(client: Client, { name, columns }: Table): Promise<boolean> {
  if (!columns.includes("previous_hash") || !columns.includes("seq")) return false;
  // Of a complaint of its own, so that it is the first of its chain.
  const [own, another, third] = [1, 2, 3].map(() => crypto.randomUUID());
  const row = {
    id: own,
    complaint_id: another,
    request_id: third,
    nth: 1_000_000,
    seq: 1_000_000,
    hash: "",
    command_id: null,
  };
  await client.query("savepoint chained");
  const { rows } = await client.query<{ hash: string }>(
    `insert into "${name}" select * from jsonb_populate_record(null::"${name}", (
       select to_jsonb(t) || $1 from "${name}" t limit 1))
     returning hash`,
    [row],
  );
  await client.query("rollback to savepoint chained; release savepoint chained");
  return /^[0-9a-f]{64}$/.test(rows[0]?.hash ?? "");
}

/** Where a table is kept otherwise than is written down, in words. */
export async function wardsMissing(client: Client, table: Table): Promise<string[]> {
  if (table.isView) return [];
  const { name, columns } = table;
  const tries = {
    update: `update "${name}" set "${columns[0]}" = "${columns[0]}"`,
    delete: `delete from "${name}"`,
    truncate: `truncate "${name}" cascade`,
  };
  const held: string[] = [];
  for (const [what, statement] of Object.entries(tries))
    if (await isRefused(client, statement)) held.push(what);
  if (await isChained(client, table)) held.push("chains");
  const found = held.join(" ");
  return found === (wards[name] ?? "") ? [] : [`${name}: ${found || "nothing"} and not ${wards[name]}`];
}
