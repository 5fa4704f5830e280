import {
  and,
  desc,
  eq,
  ilike,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  notInArray,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { COMPLAINT_STATUSES, type ComplaintStatus, ENDED_STATUSES } from "../../../db/vocabulary.ts";
import type { PersonActor } from "../access/actor.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { type EnterpriseRow, ownPoint, rowColumns } from "./enterprise-view.server.ts";
import type { FilePart } from "./file-part.ts";
import { statuses } from "./lifecycle.ts";
import { withReviewDay } from "./review-day.server.ts";

const { complaint, evaluation } = schema;

const ownTurn = COMPLAINT_STATUSES.filter((status) => statuses[status].owner === "liaison");
// A clue keeps its status when it is concluded.
const ended = or(
  inArray(complaint.status, [...ENDED_STATUSES]),
  and(eq(complaint.status, "clue"), isNotNull(complaint.endedAt)),
);
const open = and(
  notInArray(complaint.status, [...ENDED_STATUSES]),
  or(ne(complaint.status, "clue"), isNull(complaint.endedAt)),
);
const lastSaid = sql`(select ${evaluation.solved} from ${evaluation}
  where ${evaluation.complaintId} = ${complaint.id} order by ${evaluation.ratedAt} desc limit 1)`;

// Solved is what the enterprise itself said last; what the commission holds is another of the three truths.
const parts: Record<FilePart, SQL | undefined> = {
  turn: inArray(complaint.status, ownTurn),
  waiting: and(open, notInArray(complaint.status, ownTurn)),
  inHand: open,
  ended,
  rated: sql`${lastSaid} is not null`,
  solved: sql`${lastSaid} = 'solved'`,
};

export interface FileQuery {
  part?: FilePart | null;
  year?: number | null;
  status?: ComplaintStatus | null;
  /** Part of a number, a title or what was told. */
  q?: string | null;
  /** The last row of the page before. */
  after?: { createdAt: Date; id: string } | null;
}

function holds(words: string): SQL | undefined {
  const pattern = `%${words.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const { number, title, description } = complaint;
  return or(ilike(number, pattern), ilike(title, pattern), ilike(description, pattern));
}

/** One page of what the reader's enterprise ever submitted, newest first. */
export async function pageOfFile(
  tx: Tx,
  actor: PersonActor,
  { part, year, status, q, after }: FileQuery,
  limit: number,
): Promise<{ rows: EnterpriseRow[]; hasMore: boolean }> {
  const { submittedAt, id } = complaint;
  const rows = await tx
    .select(rowColumns)
    .from(complaint)
    .where(
      and(
        ownPoint(actor),
        part ? parts[part] : undefined,
        year ? eq(complaint.year, year) : undefined,
        status ? eq(complaint.status, status) : undefined,
        q ? holds(q) : undefined,
        after
          ? or(lt(submittedAt, after.createdAt), and(eq(submittedAt, after.createdAt), lt(id, after.id)))
          : undefined,
      ),
    )
    .orderBy(desc(submittedAt), desc(id))
    .limit(limit + 1);
  return { rows: await withReviewDay(tx, rows.slice(0, limit)), hasMore: rows.length > limit };
}

/** How many there are of each part, in one year or ever, and the years there are. */
export async function summaryOfFile(tx: Tx, actor: PersonActor, year: number | null) {
  const count = (condition: SQL | undefined) =>
    sql<number>`count(*) filter (where ${condition ?? sql`true`})`.mapWith(Number);
  const [counts] = await tx
    .select({
      all: count(undefined),
      inHand: count(parts.inHand),
      rated: count(parts.rated),
      solved: count(parts.solved),
    })
    .from(complaint)
    .where(and(ownPoint(actor), year ? eq(complaint.year, year) : undefined));
  const years = await tx
    .selectDistinct({ year: complaint.year })
    .from(complaint)
    .where(ownPoint(actor))
    .orderBy(desc(complaint.year));
  return {
    counts: counts ?? { all: 0, inHand: 0, rated: 0, solved: 0 },
    years: years.map((row) => row.year),
  };
}
