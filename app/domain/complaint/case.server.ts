import { eq, getTableColumns, inArray, type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import { PgDialect } from "drizzle-orm/pg-core";
import { schema } from "../../../db/client.server.ts";
import { must } from "../access/actor.ts";
import type { Tx } from "../access/with-actor.server.ts";
import type { Case, Complaint, Reporter } from "./complaint.ts";

/** Every table whose rows acts add or change, by its name in the rules. */
export const tables = {
  complaint: schema.complaint,
  assignment: schema.assignment,
  reply: schema.reply,
  measure: schema.measure,
  writeOff: schema.writeOff,
  supplement: schema.supplement,
  answer: schema.answer,
  evaluation: schema.evaluation,
  callBack: schema.callBack,
  lookBack: schema.lookBack,
  reference: schema.reference,
  evidence: schema.evidence,
  releasedAttachment: schema.releasedAttachment,
  ladderStep: schema.ladderStep,
  urging: schema.urging,
  question: schema.question,
  pause: schema.pause,
  extension: schema.extension,
  clue: schema.clue,
  recusal: schema.recusal,
  unsealing: schema.unsealing,
  unsealingVote: schema.unsealingVote,
  erasureRequest: schema.erasureRequest,
  erasure: schema.erasure,
} as const;

/** The complaint of a number, locked until the transaction ends; null when there is none, or none free. */
export async function lockByNumber(tx: Tx, number: string, skipLocked = false): Promise<Complaint | null> {
  const [row] = await tx
    .select()
    .from(schema.complaint)
    .where(eq(schema.complaint.number, number))
    .for("update", skipLocked ? { skipLocked } : {});
  return row ?? null;
}

/** The complaint behind an assignment's code, locked; null when there is none. */
export async function lockByCode(tx: Tx, code: string): Promise<Complaint | null> {
  const of = tx
    .select({ id: schema.assignment.complaintId })
    .from(schema.assignment)
    .where(eq(schema.assignment.code, code));
  const [row] = await tx
    .select()
    .from(schema.complaint)
    .where(inArray(schema.complaint.id, of))
    .for("update");
  return row ?? null;
}

const { complaint: _, ...lists } = tables;
type List = keyof typeof lists;

const names = Object.keys(lists) as List[];

const { reporter } = schema;
const [complaintId, reporterId] = [sql.raw("$1"), sql.raw("$2")];

/** The one question, of a complaint's id and its reporter's. */
const question = new PgDialect({ casing: "snake_case" }).sqlToQuery(
  sql`select ${sql.join(
    names.map((name) => sql`(${rowsOf(name)}) as ${sql.identifier(name)}`),
    sql`, `,
  )}, (select json_build_object('liaisonPointId', ${reporter.liaisonPointId}, 'personId', ${reporter.personId})
    from ${reporter} where ${reporter.id} = ${reporterId}) as reporter`,
);

/**
 * All rows of one complaint, oldest first in every list: ids are made in order of time. One question for
 * all the tables, and apart from the lock: what waited for it must see what the one before has written.
 */
export async function loadCase(tx: Tx, complaint: Complaint): Promise<Case> {
  // Named, so that a connection plans it once: the plan is dearer than the answer.
  const { rows } = await tx.$client.query<Record<List, Json[] | null> & { reporter: Reporter | null }>({
    name: "case",
    text: question.sql,
    values: [complaint.id, complaint.reporterId],
  });
  const found = must(rows[0], "a case");
  const listed = names.map((name) => [name, (found[name] ?? []).map((row) => read(name, row))]);
  return { complaint, reporter: must(found.reporter, "a reporter"), ...Object.fromEntries(listed) };
}

function rowsOf(name: List): SQL {
  const table = lists[name];
  const { assignment } = schema;
  const isOfCase =
    "complaintId" in table
      ? eq(table.complaintId, complaintId)
      : sql`${table.assignmentId} in (select ${assignment.id} from ${assignment}
          where ${eq(assignment.complaintId, complaintId)})`;
  return sql`select json_agg(${table} order by ${table.id}) from ${table} where ${isOfCase}`;
}

type Json = Record<string, unknown>;

/** A row as the driver would have read it: JSON knows no instants. */
function read(name: List, row: Json): Json {
  const columns = Object.entries(getTableColumns(lists[name]));
  const values = columns.map(([key, column]) => {
    const value = row[toSnakeCase(key)];
    return [key, value === null ? null : column.mapFromDriverValue(value)];
  });
  return Object.fromEntries(values);
}
