import {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  type SQL,
  sql,
} from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { schema } from "../../../db/client.server.ts";
import type { Tx } from "../access/with-actor.server.ts";
import type { Calendar } from "../clock/calendar.ts";
import { addDays, type Day, dayOf, officeDay } from "../clock/day.ts";
import { lastStart } from "../clock/due.ts";
import { nearBoundary } from "../clock/lamp.ts";
import { loadSpans } from "../clock/spans.server.ts";
import { conditionOfFigure, conditionOfMonth, seen } from "../figure/dictionary.server.ts";
import { isMonthly, monthBounds, yearBounds } from "../figure/figure.ts";
import { dueOrder } from "./due-order.server.ts";
import type { Cursor, LedgerFilter, LedgerLamp, Sort } from "./filter.ts";
import { searchQuery } from "./search.ts";

const { complaint, department, liaisonPoint, reporter } = schema;
const hand = alias(schema.assignment, "hand");

export const LEDGER_PAGE = 50;
export const LEDGER_COUNT_LIMIT = 10_000;

/** When the ledger is read: lamps depend on it. */
export interface LedgerMoment {
  at: Date;
  calendar: Calendar;
}

/** A filter as a condition on a complaint. Joins of department and liaison point are not needed. */
async function conditionOf(tx: Tx, filter: LedgerFilter, moment: LedgerMoment): Promise<SQL | undefined> {
  const { figure, year, month } = filter;
  return and(
    seen,
    filter.status && eq(complaint.status, filter.status),
    filter.field && eq(complaint.field, filter.field),
    filter.conduct && eq(complaint.conduct, filter.conduct),
    filter.grade && eq(complaint.grade, filter.grade),
    filter.urgent ? eq(complaint.urgent, true) : undefined,
    filter.keyProblem ? eq(complaint.keyProblem, true) : undefined,
    filter.retention ? await keptForLong(tx, moment) : undefined,
    filter.number && inArray(complaint.number, [...filter.number]),
    filter.lead
      ? sql`${complaint.leadDepartmentId} = (select d.id from department d where d.code = ${filter.lead})`
      : undefined,
    filter.point
      ? sql`${complaint.reporterId} in (select r.id from reporter r join liaison_point p on p.id = r.liaison_point_id
          where p.code = ${filter.point})`
      : undefined,
    filter.lamp && lampIs(filter.lamp, moment),
    filter.q ? await matches(tx, filter.q) : undefined,
    figure && year ? conditionOfFigure(figure, year, officeDay(moment.at)) : undefined,
    figure && year && month && isMonthly(figure) ? conditionOfMonth(figure, year, month) : undefined,
    year && !figure ? submittedIn(year, month) : undefined,
  );
}

const submittedIn = (year: number, month?: number) => {
  const [from, to] = month ? monthBounds(year, month) : yearBounds(year);
  return and(gte(complaint.submittedAt, from), lt(complaint.submittedAt, to));
};

/**
 * What ended so long ago that its retention is over, of a merged matter its primary too, and which nobody waits for;
 * a title that is empty is one that was erased already. Submitted before it ended: so an index finds where to begin.
 */
async function keptForLong(tx: Tx, { at, calendar }: LedgerMoment): Promise<SQL | undefined> {
  const { retention } = await loadSpans(tx, at);
  const until = new Date(`${addDays(lastStart(calendar, dayOf(at), retention), 1)}T00:00:00+08:00`);
  return and(
    ne(complaint.title, ""),
    lt(complaint.submittedAt, until),
    lt(complaint.endedAt, until),
    isNull(complaint.dueOn),
    sql`(${complaint.primaryId} is null or exists (
      select 1 from complaint followed where followed.id = ${complaint.primaryId} and followed.ended_at < ${until.toISOString()}))`,
  );
}

// The same judgement as `lampOf`, on the same columns.
function lampIs(lamp: LedgerLamp, { at, calendar }: LedgerMoment): SQL | undefined {
  const today = officeDay(at);
  const near = nearBoundary(calendar, today);
  if (lamp === "blue") return and(endedFarFrom(near), leadReplied(sql`<=`));
  if (lamp === "late") return and(endedFarFrom(near), leadReplied(sql`>`));
  if (lamp === "grey") return and(isNotNull(complaint.dueOn), isNotNull(complaint.pausedOn));
  const runs = isNull(complaint.pausedOn);
  if (lamp === "red") return and(runs, lt(complaint.dueOn, today));
  if (lamp === "yellow") return and(runs, gte(complaint.dueOn, today), lte(complaint.dueOn, near));
  return and(runs, gt(complaint.dueOn, near), ne(complaint.status, "closed"));
}

/** Written off, with no look-back that is near. */
const endedFarFrom = (near: Day) =>
  and(
    eq(complaint.status, "closed"),
    sql`(${complaint.dueOn} is null or ${complaint.dueOn} > ${near}::date)`,
  );

/** Whether the lead department's last reply came by its day, or after it. A day ends with the office. */
const leadReplied = (than: SQL) => sql`exists (
  select 1 from assignment hand where hand.complaint_id = ${complaint.id} and ${isLead}
    and hand.replied_at at time zone 'Asia/Shanghai' ${than} hand.reply_due_on + time '17:30')`;

const isLead = sql`hand.part = 'lead' and hand.status <> 'recalled'`;

async function matches(tx: Tx, q: string): Promise<SQL | undefined> {
  const [, year] = /^HY(2\d{3})(?:-\d*)?$/i.exec(q) ?? [];
  // Numbers are given in the order of submission: the year's own part of that order is all there is to read.
  if (year) return and(beginsWith(q.toUpperCase()), submittedIn(Number(year)));
  const query = searchQuery(q);
  if (query === null) return sql`false`;
  // Few are looked up by their keys. What is in a hundredth of all is soon met with, whatever the order.
  if (await isEverywhere(tx, query)) return sql`complaint.search @@ ${query}::tsquery`;
  return sql`${complaint.id} = any(array(${found(query)}))`;
}

const found = (query: string) => sql`select found_complaints(${query}::tsquery, ${LEDGER_COUNT_LIMIT + 1})`;

/** Whether a search finds more than is ever counted. */
async function isEverywhere(tx: Tx, query: string): Promise<boolean> {
  const { rows } = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from (${found(query)}) found`,
  );
  return (rows[0]?.count ?? 0) > LEDGER_COUNT_LIMIT;
}

/** In operators of the index, which row security lets by as it does not let `like`. */
const beginsWith = (start: string) =>
  sql`(${complaint.number} operator(pg_catalog.~>=~) ${start} and ${complaint.number} operator(pg_catalog.~<~) ${`${start}~`})`;

function after({ value, id }: Cursor, sort: Sort): SQL {
  if (sort === "submitted") {
    const at = new Date(value || 0).toISOString();
    return sql`(${complaint.submittedAt}, ${complaint.id}) < (${at}::timestamptz, ${id}::uuid)`;
  }
  const day: Day | "infinity" = value === "" ? "infinity" : new Date(value).toISOString().slice(0, 10);
  return sql`(${dueOrder}, ${complaint.id}) > (${day}::date, ${id}::uuid)`;
}

const columns = {
  id: complaint.id,
  number: complaint.number,
  title: complaint.title,
  kind: complaint.kind,
  source: complaint.source,
  field: complaint.field,
  conduct: complaint.conduct,
  grade: complaint.grade,
  status: complaint.status,
  submittedAt: complaint.submittedAt,
  dueOn: complaint.dueOn,
  pausedOn: complaint.pausedOn,
  closedAt: complaint.closedAt,
  solved: complaint.solved,
  keyProblem: complaint.keyProblem,
  urgent: complaint.urgent,
  lead: department.name,
  leadEn: department.nameEn,
  pointCode: liaisonPoint.code,
  pointName: liaisonPoint.name,
  leadDueOn: hand.replyDueOn,
  leadRepliedAt: hand.repliedAt,
};

/** One page of the ledger after a cursor, in the filter's order. */
export async function ledgerPage(
  tx: Tx,
  filter: LedgerFilter,
  moment: LedgerMoment,
  from: Cursor | null,
  limit: number,
) {
  const order =
    filter.sort === "due"
      ? [asc(dueOrder), asc(complaint.id)]
      : [desc(complaint.submittedAt), desc(complaint.id)];
  // The page first and what belongs to its rows afterwards: a filter without an order would else join all that it finds.
  const page = tx
    .select({ id: complaint.id })
    .from(complaint)
    .where(and(await conditionOf(tx, filter, moment), from ? after(from, filter.sort) : undefined))
    .orderBy(...order)
    .limit(limit)
    .as("page");
  // Whoever reads a complaint reads its reporter.
  return tx
    .select(columns)
    .from(page)
    .innerJoin(complaint, eq(complaint.id, page.id))
    .leftJoin(reporter, eq(reporter.id, complaint.reporterId))
    .leftJoin(liaisonPoint, eq(liaisonPoint.id, reporter.liaisonPointId))
    .leftJoin(department, eq(department.id, complaint.leadDepartmentId))
    .leftJoin(hand, and(eq(hand.complaintId, complaint.id), isLead))
    .orderBy(...order);
}

export type LedgerRow = Awaited<ReturnType<typeof ledgerPage>>[number];

/** Where the page that ends with this row ends. */
export const cursorOf = (row: Pick<LedgerRow, "id" | "submittedAt" | "dueOn">, sort: Sort): Cursor => ({
  id: row.id,
  value: sort === "due" ? (row.dueOn ?? "") : row.submittedAt.toISOString(),
});

/** How many there are, counted no further than one past the limit. */
export async function ledgerCount(tx: Tx, filter: LedgerFilter, moment: LedgerMoment): Promise<number> {
  const { q, sort: _, columns: __, ...others } = filter;
  const query = q && !Object.values(others).some(Boolean) ? searchQuery(q) : null;
  if (query !== null && (await isEverywhere(tx, query))) return LEDGER_COUNT_LIMIT + 1;
  const some = tx
    .select({ one: sql`1`.as("one") })
    .from(complaint)
    .where(await conditionOf(tx, filter, moment))
    // In the order of an index, so that a word that is everywhere is counted by reading up to the limit.
    .orderBy(desc(complaint.submittedAt), desc(complaint.id))
    .limit(LEDGER_COUNT_LIMIT + 1)
    .as("some");
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(some);
  return row?.count ?? 0;
}

/** The years in which complaints got their numbers, the latest first. */
export async function ledgerYears(tx: Tx): Promise<number[]> {
  const { year } = schema.numberSeries;
  const rows = await tx.select({ year }).from(schema.numberSeries).orderBy(desc(year));
  return rows.map((row) => row.year);
}

/** Every row of a filter in its order, fetched by pages, for an export. */
export async function* ledgerRows(tx: Tx, filter: LedgerFilter, moment: LedgerMoment, size = 1000) {
  let from: Cursor | null = null;
  while (true) {
    const rows: LedgerRow[] = await ledgerPage(tx, filter, moment, from, size);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < size) return;
    from = cursorOf(last, filter.sort);
  }
}
