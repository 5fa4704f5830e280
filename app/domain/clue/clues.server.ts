import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  isNotNull,
  isNull,
  like,
  lt,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { schema } from "../../../db/client.server.ts";
import type { Conduct } from "../../../db/vocabulary.ts";
import { must } from "../access/actor.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { yearBounds } from "../figure/figure.ts";
import { CLUE_FIGURES, type ClueFigure, type ClueState } from "./state.ts";

const { clue, complaint } = schema;

export interface ClueFilter {
  state: ClueState;
  /** How a number begins. */
  q?: string;
  /** What a figure of a year counts, in place of a state. */
  figure?: { name: ClueFigure; year: number };
}

const CLUE_PAGE = 50;

const states: Record<ClueState, SQL | undefined> = {
  open: and(isNull(clue.concludedAt), isNull(clue.returnedAt)),
  concluded: isNotNull(clue.concludedAt),
};

function inYear(at: AnyPgColumn, year: number): SQL {
  const [from, to] = yearBounds(year);
  return sql`${at} >= ${from.toISOString()}::timestamptz and ${at} < ${to.toISOString()}::timestamptz`;
}

/** In time is by the close of office of the day. */
const figures: Record<ClueFigure, (year: number) => SQL> = {
  arrived: (year) => inYear(clue.arrivedAt, year),
  accepted: (year) => inYear(clue.acceptedAt, year),
  acceptedInTime: (year) => sql`${inYear(clue.acceptedAt, year)}
    and ${clue.acceptedAt} <= (${clue.acceptDueOn} + time '17:30') at time zone 'Asia/Shanghai'`,
  concluded: (year) => inYear(clue.concludedAt, year),
  returned: (year) => inYear(clue.returnedAt, year),
};

const matching = ({ state, q, figure }: ClueFilter) =>
  and(
    figure ? figures[figure.name](figure.year) : states[state],
    q ? like(complaint.number, `${q.replaceAll(/[\\%_]/g, "\\$&")}%`) : undefined,
  );

/**
 * One page of the clues in a state: of the open ones the oldest first, of all others the latest. What was given
 * back is the office's again: of it the team knows that there was one, and no number.
 */
export async function listClues(
  tx: Tx,
  { after, ...filter }: ClueFilter & { after: { createdAt: Date; id: string } | null },
) {
  const [order, past] = filter.state === "open" && !filter.figure ? [asc, gt] : [desc, lt];
  const { arrivedAt, id } = clue;
  const rows = await tx
    .select({
      id,
      createdAt: arrivedAt,
      result: clue.result,
      number: complaint.number,
      title: complaint.title,
      conduct: complaint.conduct,
      dueOn: complaint.dueOn,
      pausedOn: complaint.pausedOn,
      status: complaint.status,
      urgent: complaint.urgent,
    })
    .from(clue)
    .leftJoin(complaint, eq(complaint.id, clue.complaintId))
    .where(
      and(
        matching(filter),
        after
          ? or(past(arrivedAt, after.createdAt), and(eq(arrivedAt, after.createdAt), past(id, after.id)))
          : undefined,
      ),
    )
    .orderBy(order(arrivedAt), order(id))
    .limit(CLUE_PAGE + 1);
  return { rows: rows.slice(0, CLUE_PAGE), hasMore: rows.length > CLUE_PAGE };
}

/** How many clues a filter leaves. */
export async function countClues(tx: Tx, filter: ClueFilter): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(clue)
    .leftJoin(complaint, eq(complaint.id, clue.complaintId))
    .where(matching(filter));
  return must(row, "a count").count;
}

/** The discipline team's own figures of a year, which count nowhere else. */
export async function clueFigures(tx: Tx, year: number): Promise<Record<ClueFigure, number>> {
  const counted = CLUE_FIGURES.map((name) => [
    name,
    sql`count(*) filter (where ${figures[name](year)})`.mapWith(Number),
  ]);
  const [row] = await tx.select(Object.fromEntries(counted)).from(clue);
  return must(row, "the figures of the clues") as Record<ClueFigure, number>;
}

/** Of the clues that arrived in a year and are still the team's, how many there are of each conduct, the most first. */
export function cluesByConduct(tx: Tx, year: number): Promise<{ conduct: Conduct; count: number }[]> {
  const [from, to] = yearBounds(year);
  return tx
    .select({ conduct: complaint.conduct, count: count() })
    .from(clue)
    .innerJoin(complaint, eq(complaint.id, clue.complaintId))
    .where(and(isNull(clue.returnedAt), gte(clue.arrivedAt, from), lt(clue.arrivedAt, to)))
    .groupBy(complaint.conduct)
    .orderBy(desc(count()), asc(complaint.conduct));
}
