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
import { schema } from "../../../db/client.server.ts";
import type { Conduct } from "../../../db/vocabulary.ts";
import { must } from "../access/actor.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { yearBounds } from "../figure/figure.ts";
import type { ClueState } from "./state.ts";

const { clue, complaint } = schema;

interface ClueFilter {
  state: ClueState;
  /** How a number begins. */
  q?: string;
  after: { createdAt: Date; id: string } | null;
}

const CLUE_PAGE = 50;

const states: Record<ClueState, SQL | undefined> = {
  open: and(isNull(clue.concludedAt), isNull(clue.returnedAt)),
  concluded: isNotNull(clue.concludedAt),
};

const matching = ({ state, q }: Pick<ClueFilter, "state" | "q">) =>
  and(states[state], q ? like(complaint.number, `${q.replaceAll(/[\\%_]/g, "\\$&")}%`) : undefined);

/** One page of the clues in a state: of the open ones the oldest first, of the others the latest. */
export async function listClues(tx: Tx, { after, ...filter }: ClueFilter) {
  const [order, past] = filter.state === "open" ? [asc, gt] : [desc, lt];
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
      urgent: complaint.urgent,
    })
    .from(clue)
    .innerJoin(complaint, eq(complaint.id, clue.complaintId))
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
export async function countClues(tx: Tx, filter: Pick<ClueFilter, "state" | "q">): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(clue)
    .innerJoin(complaint, eq(complaint.id, clue.complaintId))
    .where(matching(filter));
  return must(row, "a count").count;
}

const inYear = (at: SQL | typeof clue.arrivedAt, year: number) => {
  const [from, to] = yearBounds(year);
  return sql`${at} >= ${from.toISOString()}::timestamptz and ${at} < ${to.toISOString()}::timestamptz`;
};

/** The discipline team's own figures of a year, which count nowhere else. In time is by the close of office of the day. */
export async function clueFigures(tx: Tx, year: number) {
  const number = (condition: SQL) => sql<number>`count(*) filter (where ${condition})`.mapWith(Number);
  const closes = sql`(${clue.acceptDueOn} + time '17:30') at time zone 'Asia/Shanghai'`;
  const [row] = await tx
    .select({
      arrived: number(inYear(clue.arrivedAt, year)),
      accepted: number(inYear(sql`${clue.acceptedAt}`, year)),
      acceptedInTime: number(
        sql`${inYear(sql`${clue.acceptedAt}`, year)} and ${clue.acceptedAt} <= ${closes}`,
      ),
      concluded: number(inYear(sql`${clue.concludedAt}`, year)),
      returned: number(inYear(sql`${clue.returnedAt}`, year)),
    })
    .from(clue);
  return must(row, "the figures of the clues");
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
