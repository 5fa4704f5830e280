import { randomBytes, randomUUID } from "node:crypto";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import type { Office } from "../support/office.ts";
import type { Client, Table } from "./probe.ts";

/** Four matters by the name of their case: of lin, of he, a clue of lin's, and one of lin's from which shen is recused. */
export const MATTERS = ["plain", "other", "clue", "recused"] as const;
export type Matter = (typeof MATTERS)[number];

/** Who owns the tables, as in production: no superuser. */
export const OWNER = "huiyin_test_owner";

/** What the rows of the small city are keyed by. */
export interface City {
  office: Office;
  complaint: Record<Matter, string>;
  reporter: { lin: string; he: string };
  /** Of construction, but for `other` and `clue`: the market bureau had that one in hand before it became a clue. */
  assignment: Record<Matter, string>;
  draft: { lin: string; he: string };
  /** By what somebody is known at the door who still owes a second factor: shi, who has one. */
  halfKey: string;
  tables: Table[];
}

interface Column {
  table: string;
  column: string;
  type: string;
  must: boolean;
}

const dummies: Record<string, () => unknown> = {
  uuid: randomUUID,
  text: () => randomUUID(),
  date: () => "2026-03-02",
  "timestamp with time zone": () => "2026-03-02T01:00:00Z",
  bigint: () => 1,
  numeric: () => 1,
  integer: () => Math.floor(Math.random() * 1_000_000),
  boolean: () => false,
  jsonb: () => "{}",
  ARRAY: () => "{}",
  bytea: () => Buffer.from(randomUUID()),
};

/**
 * Fills every table behind the application's back with a row for each matter, assignment or person that it may be
 * about: only who sees them is of interest, so that constraints and triggers are off meanwhile.
 */
export async function buildAccessCity(client: Client, office: Office): Promise<City> {
  const { rows: columns } = await client.query<Column>(
    `select table_name as table, column_name as column, data_type as type,
       is_nullable = 'NO' and column_default is null as must
     from information_schema.columns join pg_class on oid = format('%I', table_name)::regclass and relkind = 'r'
     where table_schema = 'public' and is_generated = 'NEVER' order by table_name, ordinal_position`,
  );
  await withoutConstraints(client);
  const byTable = Map.groupBy(columns, (one) => one.table);
  // Places that no chained row has.
  let place = 1000;
  const insert = async (table: string, row: Record<string, unknown>) => {
    const whole = (byTable.get(table) ?? []).flatMap(({ column, type, must }) => {
      if (column in row) return [[column, row[column]] as const];
      if (column === "seq" && !must) return [[column, place++] as const];
      return must ? [[column, dummies[type]?.()] as const] : [];
    });
    const names = whole.map(([name]) => `"${name}"`).join(", ");
    const places = whole.map((_, nth) => `$${nth + 1}`).join(", ");
    await client.query(
      `insert into "${table}" (${names}) values (${places})`,
      whole.map(([, value]) => value),
    );
  };
  await client.query("begin; set local session_replication_role = replica");
  const city = await fill(office, byTable, insert);
  await client.query("update department set leader_id = $1 where id = $2", [
    office.liang.personId,
    office.construction,
  ]);
  await client.query("commit");
  await giveAway(client);
  return { ...city, tables: await tablesOf(client) };
}

async function giveAway(client: Client) {
  await client.query(`do $$ begin create role ${OWNER}; exception when duplicate_object then null; end $$`);
  const { rows } = await client.query<{ give: string }>(
    `select format('alter table %I owner to ${OWNER}', relname) as give from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  for (const { give } of rows) await client.query(give);
}

/** Every table and view, with its columns in their order. */
async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select table_name as name, relkind = 'v' as "isView", json_agg(column_name order by ordinal_position) as columns,
       json_agg(column_name order by ordinal_position) filter (where is_generated = 'NEVER') as writable
     from information_schema.columns join pg_class on oid = format('%I', table_name)::regclass and relkind in ('r', 'v')
     where table_schema = 'public' group by table_name, relkind order by table_name`,
  );
  return rows;
}

/** So that a dummy value is let by. Row security, grants and triggers are left as they are. */
async function withoutConstraints(client: Client) {
  const { rows } = await client.query<{ drop: string }>(
    `select format('alter table %s drop constraint if exists %I cascade', conrelid::regclass, conname) as drop
     from pg_constraint where connamespace = 'public'::regnamespace and contype in ('c', 'f')`,
  );
  for (const { drop } of rows) await client.query(drop);
}

type Insert = (table: string, row: Record<string, unknown>) => Promise<void>;

async function fill(office: Office, byTable: Map<string, Column[]>, insert: Insert) {
  const complaint = Object.fromEntries(MATTERS.map((name) => [name, randomUUID()])) as City["complaint"];
  const reporter = { lin: randomUUID(), he: randomUUID() };
  const assignment = Object.fromEntries(MATTERS.map((name) => [name, randomUUID()])) as City["assignment"];
  const draft = { lin: randomUUID(), he: randomUUID() };
  const point = (who: PersonActor) => who.liaisonPointId;
  await insert("reporter", {
    id: reporter.lin,
    liaison_point_id: point(office.lin),
    person_id: office.lin.personId,
  });
  await insert("reporter", {
    id: reporter.he,
    liaison_point_id: point(office.he),
    person_id: office.he.personId,
  });
  await insert("reporter", { sealed: Buffer.from("an envelope"), owner: "a mark" });
  for (const name of MATTERS)
    await insert("complaint", {
      id: complaint[name],
      reporter_id: name === "other" ? reporter.he : reporter.lin,
      status: name === "clue" ? "clue" : "handling",
      disclosure: "confidential",
    });
  for (const [name, id] of Object.entries(assignment))
    await insert("assignment", {
      id,
      complaint_id: complaint[name as Matter],
      department_id: name === "other" || name === "clue" ? office.market : office.construction,
      status: "signed",
      part: "lead",
    });
  for (const who of [office.shen, office.liang])
    await insert("recusal", { complaint_id: complaint.recused, person_id: who.personId });
  for (const who of [office.lin, office.he])
    await insert("draft", { id: who === office.lin ? draft.lin : draft.he, person_id: who.personId });
  await insert("attachment", { draft_id: draft.lin });
  for (const who of [office.su, office.shen]) await insert("ledger_view", { person_id: who.personId });
  for (const who of [office.lin, office.he, office.zhao, office.su]) {
    await insert("mail", { person_id: who.personId, number: "HY2026-00001", status: "sent" });
    await insert("one_time_link", { person_id: who.personId, purpose: "invitation" });
    await insert("unreachable", { person_id: who.personId });
  }
  for (const who of [
    office.su,
    office.shen,
    office.lin,
    office.zhao,
    office.liang,
    office.qin,
    office.xu,
    office.jing,
    office.ke,
    office.yan,
  ]) {
    for (const name of MATTERS)
      await insert("notice", { person_id: who.personId, complaint_id: complaint[name] });
    await insert("known_device", { person_id: who.personId });
  }
  await insert("notice", { person_id: null, reporter_id: reporter.lin });
  await insert("mail", { person_id: office.lin.personId, kind: "sealedNews", status: "queued" });
  for (const who of [office.xu, office.ke])
    await insert("rights_request", { asked_by_id: who.personId, asked_by_role: who.kind, kind: "move" });
  // About themselves; in another role's name; and what nobody asks for.
  const own = { asked_by_id: office.xu.personId, asked_by_role: "sysadmin" };
  await insert("rights_request", { ...own, kind: "move", subject_id: office.xu.personId });
  await insert("rights_request", { ...own, kind: "move", asked_by_role: "secadmin" });
  const disabling = randomUUID();
  await insert("rights_request", { ...own, id: disabling, kind: "disable" });
  await insert("rights_decision", { request_id: disabling });
  // Contacts of no point: the first of theirs.
  for (const more of [{ status: "invited" }, { status: "active" }, { status: "invited", password_hash: "x" }])
    await insert("person", { role: "liaison", ...more });
  await insert("opening", { complaint_id: complaint.plain, seq: 99, actor_id: office.su.personId });
  for (const what of ["reseal", "page"])
    await insert("opening", { complaint_id: null, actor_id: null, what });
  await insert("unsealing_vote", { complaint_id: complaint.plain, custodian_id: office.yan.personId });
  // Erased by whom another asked, and by whom nobody did; and asked by them.
  const asked = { complaint_id: complaint.plain, asked_by_id: office.gu.personId, ground: "request" };
  await insert("erasure_request", {
    ...asked,
    decided_by_id: office.su.personId,
    decided_at: "2026-03-02",
    approved: true,
  });
  await insert("erasure_request", { ...asked, asked_by_id: office.su.personId, dropped_at: "2026-03-02" });
  for (const [id, ground] of [
    [complaint.plain, "asked by another"],
    [complaint.other, "asked by nobody"],
  ])
    await insert("erasure", { complaint_id: id, by_id: office.su.personId, ground });
  const halfHash = randomBytes(32);
  await insert("session", { secret_hash: halfHash, person_id: office.shi.personId, stage: "half" });
  for (const who of [office.su, office.shi])
    for (const table of ["passkey", "totp", "recovery_code", "proof_count"])
      await insert(table, { person_id: who.personId });
  const halfKey = `session:${halfHash.toString("hex")}`;
  const done = new Set([
    "reporter",
    "complaint",
    "assignment",
    "draft",
    "mail",
    "one_time_link",
    "unreachable",
    "notice",
    "rights_decision",
  ]);
  for (const [table, columns] of byTable) {
    if (done.has(table)) continue;
    const has = (name: string) => columns.some(({ column }) => column === name);
    if (has("complaint_id"))
      for (const name of MATTERS)
        await insert(table, {
          complaint_id: complaint[name],
          assignment_id: assignment[name],
        });
    else if (has("assignment_id"))
      for (const id of Object.values(assignment)) await insert(table, { assignment_id: id });
    else if (
      !["person", "session", "liaison_point", "department", "calendar_day", "calendar_year"].includes(table)
    )
      await insert(table, {});
  }
  return { office, complaint, reporter, assignment, draft, halfKey };
}
