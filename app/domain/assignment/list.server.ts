import { and, asc, desc, eq, ilike, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { AssignmentStatus, WriteOffStage } from "../../../db/vocabulary.ts";
import { must, type PersonActor } from "../access/actor.ts";
import type { Tx } from "../access/with-actor.server.ts";
import type { Day } from "../clock/day.ts";
import { isDueFirst, SECTIONS, type Section, type Stage } from "./section.ts";

const { assignment } = schema;
const PAGE = 50;

const own = (actor: PersonActor) => eq(assignment.departmentId, must(actor.departmentId, "department"));

/** What the department itself still has to answer. */
const OWED = ["dispatched", "signed", "redo"] as const satisfies readonly AssignmentStatus[];

// Written out: in the list of a select, the builder leaves the table off a column, and the inner one would be meant.
const promised = sql`measure.assignment_id = assignment.id and measure.status = 'promised' and assignment.status <> 'recalled'`;
const hasOpenMeasure = sql`exists (select 1 from measure where ${promised})`;
const nextMeasure = sql<Day | null>`(select min(measure.due_on) from measure where ${promised})`;
// A write-off that may be applied for has no date of its own: it comes after all that has one.
const nearest = sql<Day>`case when ${assignment.status} = 'dispatched' then ${assignment.signDueOn}
  when ${assignment.status} = 'signed' and ${assignment.part} = 'lead' and ${assignment.firstContactAt} is null
    then least(${assignment.contactDueOn}, ${assignment.replyDueOn})
  when ${inArray(assignment.status, [...OWED])} then ${assignment.replyDueOn}
  else coalesce(${nextMeasure}, date '2099-12-31') end`;

// Asked of few: what is accepted and not yet settled.
const stage = sql<WriteOffStage>`case when ${assignment.status} = 'accepted' and ${assignment.settledAt} is null
  then write_off_stage(assignment.id) else 'waiting' end`;

const belongs: Record<Section, SQL | undefined> = {
  // What is settled owes nothing: to say so keeps a department's past out of its daily list.
  open: sql`(${assignment.settledAt} is null and (${inArray(assignment.status, [...OWED])} or ${hasOpenMeasure}
    or (${assignment.part} = 'lead' and ${stage} = 'ready')))`,
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
  stage?: Stage | null;
  officer?: string;
  after?: SectionMark | null;
}

const isAt = (at: Stage) =>
  at === "settled"
    ? isNotNull(assignment.settledAt)
    : and(eq(assignment.status, at), isNull(assignment.settledAt));

function matching({ q, stage: at, officer }: SectionQuery): SQL | undefined {
  const pattern = `%${(q ?? "").replaceAll(/[\\%_]/g, "\\$&")}%`;
  return and(
    q ? or(ilike(assignment.code, pattern), ilike(assignment.brief, pattern)) : undefined,
    at ? isAt(at) : undefined,
    officer ? eq(assignment.officer, officer) : undefined,
  );
}

/** One page of the reader's department's assignments: what is due first, or of the past the latest, comes first. */
export async function listAssignments(tx: Tx, actor: PersonActor, query: SectionQuery) {
  const { section, after } = query;
  const dueFirst = isDueFirst(section);
  // The instant as text keeps the microseconds that a JavaScript date would round away.
  const key = dueFirst ? sql<string>`(${nearest})::text` : sql<string>`${assignment.dispatchedAt}::text`;
  const order = dueFirst
    ? [asc(nearest), asc(assignment.id)]
    : [desc(assignment.dispatchedAt), desc(assignment.id)];
  const rows = await tx
    .select({ ...columns, stage, measureDueOn: nextMeasure, key })
    .from(assignment)
    .where(and(own(actor), belongs[section], matching(query), after ? beyond(dueFirst, after) : undefined))
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
  contactDueOn: assignment.contactDueOn,
  firstContactAt: assignment.firstContactAt,
  replyDueOn: assignment.replyDueOn,
  repliedAt: assignment.repliedAt,
  settledAt: assignment.settledAt,
};

/** Who handles what stands in a section, by name. */
export async function officersIn(tx: Tx, actor: PersonActor, section: Section): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ name: assignment.officer })
    .from(assignment)
    .where(and(own(actor), belongs[section], isNotNull(assignment.officer)))
    .orderBy(asc(assignment.officer))
    .limit(PAGE);
  return rows.flatMap(({ name }) => name ?? []);
}

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
