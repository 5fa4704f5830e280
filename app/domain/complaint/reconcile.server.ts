import { asc, count, inArray, notInArray, type SQL } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { tables } from "./case.server.ts";
import type { Entity } from "./complaint.ts";
import { differingColumns, type Replayed, replay, UNTOLD } from "./replay.ts";

/** What the events say of one column and what the row says, where they differ. */
export interface Difference {
  table: Entity;
  id: string;
  column: string;
}

export interface Reconciled {
  complaints: number;
  events: number;
  /** Of the complaints, those of which what was said is erased, so that nothing tells of their rows any more. */
  erased: number;
  differences: Difference[];
}

const BATCH = 200;
const entities = Object.keys(tables) as Entity[];

/** Rebuilds every complaint from its events and compares it with its rows, column by column. */
export async function reconcile(tx: Tx): Promise<Reconciled> {
  const all = (await tx.select({ id: schema.complaint.id }).from(schema.complaint)).map(({ id }) => id);
  const gone = new Set(
    (await tx.select({ id: schema.erasure.complaintId }).from(schema.erasure)).map(({ id }) => id),
  );
  const ids = all.filter((id) => !gone.has(id));
  const result: Reconciled = {
    complaints: all.length,
    events: 0,
    erased: all.length - ids.length,
    differences: [],
  };
  const seen = new Map(entities.map((entity) => [entity, 0]));
  for (let start = 0; start < ids.length; start += BATCH) {
    const events = await eventsOf(tx, ids.slice(start, start + BATCH));
    result.events += events.length;
    const told = replay(events);
    for (const entity of entities) {
      const { found, differences } = await compare(tx, entity, told);
      seen.set(entity, (seen.get(entity) ?? 0) + found);
      result.differences.push(...differences);
    }
  }
  result.differences.push(...(await untold(tx, seen)));
  return result;
}

function eventsOf(tx: Tx, complaintIds: string[]) {
  const { event } = schema;
  return tx
    .select({ changes: event.changes })
    .from(event)
    .where(inArray(event.complaintId, complaintIds))
    .orderBy(asc(event.complaintId), asc(event.seq));
}

/** Rows that the events tell of, as the database keeps them. */
async function compare(tx: Tx, entity: Entity, told: Replayed) {
  const rows = told.get(entity) ?? new Map<string, Record<string, unknown>>();
  const table = tables[entity] as typeof schema.answer;
  const kept =
    rows.size === 0
      ? []
      : await tx
          .select()
          .from(table)
          .where(inArray(table.id, [...rows.keys()]));
  const keptById = new Map<string, Record<string, unknown>>(kept.map((row) => [row.id, row]));
  const differences = [...rows].flatMap(([id, row]) =>
    differingColumns(row, keptById.get(id))
      // The words to search by are the database's own, made from the row's other columns.
      .filter((column) => column !== "search" && !UNTOLD.includes(column))
      .map((column): Difference => ({ table: entity, id, column })),
  );
  return { found: kept.length, differences };
}

/** That a row is of no complaint of which what was said is erased. */
function isWhole(tx: Tx, entity: Entity): SQL {
  const { assignment, erasure } = schema;
  const gone = tx.select({ id: erasure.complaintId }).from(erasure);
  if (entity === "complaint") return notInArray(schema.complaint.id, gone);
  const table = tables[entity];
  if ("complaintId" in table) return notInArray(table.complaintId, gone);
  const hands = tx
    .select({ id: assignment.id })
    .from(assignment)
    .where(inArray(assignment.complaintId, gone));
  return notInArray(table.assignmentId, hands);
}

/** Rows that no event tells of are found by their number, so that no table is read twice. */
async function untold(tx: Tx, seen: Map<Entity, number>): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const entity of entities) {
    const [row] = await tx
      .select({ all: count() })
      .from(tables[entity] as typeof schema.answer)
      .where(isWhole(tx, entity));
    const missing = (row?.all ?? 0) - (seen.get(entity) ?? 0);
    for (let nth = 0; nth < missing; nth++) differences.push({ table: entity, id: "", column: "id" });
  }
  return differences;
}
