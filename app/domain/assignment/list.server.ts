import { and, asc, desc, eq, ilike, inArray, or, type SQL, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { AssignmentStatus } from "../../../db/vocabulary.ts";
import { must, type PersonActor } from "../access/actor.ts";
import type { Tx } from "../access/with-actor.server.ts";
import type { Day } from "../clock/day.ts";
import { isDueFirst, SECTIONS, type Section } from "./section.ts";

const { assignment } = schema;
const PAGE = 50;

const own = (actor: PersonActor) => eq(assignment.departmentId, must(actor.departmentId, "department"));

/** What the department itself still has to answer. */
const OWED = ["dispatched", "signed", "redo"] as const satisfies readonly AssignmentStatus[];

// Written out: in the list of a select, the builder leaves the table off a column, and the inner one would be meant.
const promised = sql`measure.assignment_id = assignment.id and measure.status = 'promised' and assignment.status <> 'recalled'`;
const hasOpenMeasure = sql`exists (select 1 from measure where ${promised})`;
const nextMeasure = sql<Day | null>`(select min(measure.due_on) from measure where ${promised})`;
const nearest = sql<Day>`case when ${assignment.status} = 'dispatched' then ${assignment.signDueOn}
  when ${inArray(assignment.status, [...OWED])} then ${assignment.replyDueOn}
  else coalesce(${nextMeasure}, ${assignment.replyDueOn}) end`;

const belongs: Record<Section, SQL | undefined> = {
  // What is settled owes nothing: to say so keeps a department's past out of its daily list.
  open: sql`(${assignment.settledAt} is null and (${inArray(assignment.status, [...OWED])} or ${hasOpenMeasure}))`,
  unsigned: eq(assignment.status, "dispatched"),
  measures: sql`(${assignment.settledAt} is null and ${hasOpenMeasure})`,
  answered: inArray(assignment.status, ["replied", "accepted"]),
  all: undefined,
};

/** Where a page of a section ended: its last row's date and id. */
export interface SectionMark {
  key: string;
  id: string;
}

export interface SectionQuery {
  section: Section;
  q?: string;
  after?: SectionMark | null;
}

/** One page of the reader's department's assignments: what is due first, or of the past the latest, comes first. */
export async function listAssignments(tx: Tx, actor: PersonActor, { section, q = "", after }: SectionQuery) {
  const dueFirst = isDueFirst(section);
  const pattern = `%${q.replaceAll(/[\\%_]/g, "\\$&")}%`;
  // The instant as text keeps the microseconds that a JavaScript date would round away.
  const key = dueFirst ? sql<string>`(${nearest})::text` : sql<string>`${assignment.dispatchedAt}::text`;
  const order = dueFirst
    ? [asc(nearest), asc(assignment.id)]
    : [desc(assignment.dispatchedAt), desc(assignment.id)];
  const rows = await tx
    .select({ ...columns, measureDueOn: nextMeasure, key })
    .from(assignment)
    .where(
      and(
        own(actor),
        belongs[section],
        q ? or(ilike(assignment.code, pattern), ilike(assignment.brief, pattern)) : undefined,
        after ? beyond(dueFirst, after) : undefined,
      ),
    )
    .orderBy(...order)
    .limit(PAGE + 1);
  return { rows: rows.slice(0, PAGE), hasMore: rows.length > PAGE };
}

const beyond = (dueFirst: boolean, { key, id }: SectionMark) =>
  dueFirst
    ? sql`(${nearest}, ${assignment.id}) > (${key}::date, ${id}::uuid)`
    : sql`(${assignment.dispatchedAt}, ${assignment.id}) < (${key}::timestamptz, ${id}::uuid)`;

const columns = {
  id: assignment.id,
  code: assignment.code,
  part: assignment.part,
  status: assignment.status,
  brief: assignment.brief,
  round: assignment.round,
  officer: assignment.officer,
  signDueOn: assignment.signDueOn,
  replyDueOn: assignment.replyDueOn,
  repliedAt: assignment.repliedAt,
};

/** How many assignments stand in each section. */
export async function sectionCounts(tx: Tx, actor: PersonActor): Promise<Record<Section, number>> {
  const count = (section: Section) =>
    sql<number>`count(*) filter (where ${belongs[section] ?? sql`true`})`.mapWith(Number);
  const [row] = await tx
    .select(
      Object.fromEntries(SECTIONS.map((one) => [one, count(one)])) as Record<
        Section,
        ReturnType<typeof count>
      >,
    )
    .from(assignment)
    .where(own(actor));
  return must(row, "counts");
}
