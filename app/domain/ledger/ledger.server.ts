import { and, asc, desc, eq, gt, gte, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Tx } from "../access/with-actor.server.ts";
import type { Calendar } from "../clock/calendar.ts";
import { type Day, dayOf, officeDay } from "../clock/day.ts";
import { nearBoundary } from "../clock/lamp.ts";
import { conditions, seen } from "../figure/dictionary.server.ts";
import { yearBounds } from "../figure/figure.ts";
import type { Cursor, LedgerFilter, LedgerLamp, Sort } from "./filter.ts";

const { complaint, department, liaisonPoint } = schema;

export const LEDGER_PAGE = 50;
export const LEDGER_COUNT_LIMIT = 10_000;

/** When the ledger is read: lamps depend on it. */
export interface LedgerMoment {
  at: Date;
  calendar: Calendar;
}

/** A filter as a condition on a complaint. Joins of department and liaison point are not needed. */
export function conditionOf(filter: LedgerFilter, moment: LedgerMoment): SQL | undefined {
  const { figure, year } = filter;
  return and(
    seen,
    filter.status && eq(complaint.status, filter.status),
    filter.field && eq(complaint.field, filter.field),
    filter.conduct && eq(complaint.conduct, filter.conduct),
    filter.grade && eq(complaint.grade, filter.grade),
    filter.lead
      ? sql`${complaint.leadDepartmentId} = (select d.id from department d where d.code = ${filter.lead})`
      : undefined,
    filter.point
      ? sql`${complaint.liaisonPointId} = (select p.id from liaison_point p where p.code = ${filter.point})`
      : undefined,
    filter.lamp && lampIs(filter.lamp, moment),
    filter.q ? matches(filter.q) : undefined,
    figure && year ? conditions[figure](year, dayOf(moment.at)) : undefined,
    year && !figure ? submittedIn(year) : undefined,
  );
}

const submittedIn = (year: number) => {
  const [from, to] = yearBounds(year);
  return and(gte(complaint.submittedAt, from), lt(complaint.submittedAt, to));
};

// The same judgement as `lamp` in the clock, on the same columns.
function lampIs(lamp: LedgerLamp, { at, calendar }: LedgerMoment): SQL | undefined {
  const today = officeDay(at);
  const near = nearBoundary(calendar, today);
  if (lamp === "grey") return and(isNotNull(complaint.dueOn), isNotNull(complaint.pausedOn));
  const runs = isNull(complaint.pausedOn);
  if (lamp === "red") return and(runs, lt(complaint.dueOn, today));
  if (lamp === "yellow") return and(runs, gte(complaint.dueOn, today), lte(complaint.dueOn, near));
  return and(runs, gt(complaint.dueOn, near));
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, "\\$&");

function matches(q: string): SQL | undefined {
  const number = /^HY\d{4}-?\d*$/i.test(q);
  if (number) return sql`${complaint.number} like ${`${escapeLike(q.toUpperCase())}%`}`;
  const serial = /^\d{1,8}$/.test(q) ? eq(complaint.serial, Number(q)) : undefined;
  return or(serial, sql`${complaint.title} ilike ${`%${escapeLike(q)}%`}`);
}

function after(cursor: Cursor, sort: Sort): SQL | undefined {
  const { value, id } = cursor;
  if (sort === "submitted") {
    const at = new Date(value || 0).toISOString();
    return sql`(${complaint.submittedAt}, ${complaint.id}) < (${at}::timestamptz, ${id}::uuid)`;
  }
  if (value === "") return and(isNull(complaint.dueOn), gt(complaint.id, id));
  const day: Day = new Date(value).toISOString().slice(0, 10);
  return or(
    sql`(${complaint.dueOn}, ${complaint.id}) > (${day}::date, ${id}::uuid)`,
    isNull(complaint.dueOn),
  );
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
  lead: department.name,
  leadEn: department.nameEn,
  pointCode: liaisonPoint.code,
  pointName: liaisonPoint.name,
};

/** One page of the ledger after a cursor, in the filter's order. */
export function ledgerPage(
  tx: Tx,
  filter: LedgerFilter,
  moment: LedgerMoment,
  from: Cursor | null,
  limit: number,
) {
  const order =
    filter.sort === "due"
      ? [asc(complaint.dueOn), asc(complaint.id)]
      : [desc(complaint.submittedAt), desc(complaint.id)];
  return tx
    .select(columns)
    .from(complaint)
    .innerJoin(liaisonPoint, eq(liaisonPoint.id, complaint.liaisonPointId))
    .leftJoin(department, eq(department.id, complaint.leadDepartmentId))
    .where(and(conditionOf(filter, moment), from ? after(from, filter.sort) : undefined))
    .orderBy(...order)
    .limit(limit);
}

export type LedgerRow = Awaited<ReturnType<typeof ledgerPage>>[number];

/** Where the page that ends with this row ends. */
export const cursorOf = (row: Pick<LedgerRow, "id" | "submittedAt" | "dueOn">, sort: Sort): Cursor => ({
  id: row.id,
  value: sort === "due" ? (row.dueOn ?? "") : row.submittedAt.toISOString(),
});

/** How many there are, counted no further than one past the limit. */
export async function ledgerCount(tx: Tx, filter: LedgerFilter, moment: LedgerMoment): Promise<number> {
  const some = tx
    .select({ one: sql`1`.as("one") })
    .from(complaint)
    .where(conditionOf(filter, moment))
    .limit(LEDGER_COUNT_LIMIT + 1)
    .as("some");
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(some);
  return row?.count ?? 0;
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
