import { and, asc, eq, exists, gt, inArray, isNull, lte, notExists, or, type SQL, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { ComplaintStatus } from "../../../db/vocabulary.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { addDays, type Day } from "../clock/day.ts";
import { LOOK_BACK_AHEAD_DAYS, QUEUE_COUNT_LIMIT, QUEUE_PAGE, QUEUES, type Queue } from "./queue.ts";

const { complaint, assignment, callBack, department } = schema;

/** Where a page of a queue ended: the date of its last row, empty for none, and its id. */
export interface QueueMark {
  dueOn: Day | null;
  id: string;
}

function conditionOf(tx: Tx, queue: Queue, today: Day): SQL | undefined {
  const is = (...statuses: ComplaintStatus[]) => inArray(complaint.status, statuses);
  const one = { one: sql`1` };
  switch (queue) {
    case "triage":
      return is("submitted", "accepted");
    case "tracking":
      return is("handling", "rectifying");
    case "verifying":
      return and(is("verifying"), eq(complaint.badRatingPending, false));
    case "clearing":
      return is("clearing");
    case "lookBacks":
      return and(is("closed"), lte(complaint.dueOn, addDays(today, LOOK_BACK_AHEAD_DAYS)));
    case "returns": {
      const returning = and(eq(assignment.complaintId, complaint.id), eq(assignment.status, "returning"));
      return and(is("handling"), exists(tx.select(one).from(assignment).where(returning)));
    }
    case "callBacks": {
      const called = tx.select(one).from(callBack).where(eq(callBack.complaintId, complaint.id));
      return or(
        and(is("verifying"), eq(complaint.badRatingPending, true)),
        and(is("withdrawn"), notExists(called)),
      );
    }
  }
}

const columns = {
  id: complaint.id,
  number: complaint.number,
  title: complaint.title,
  field: complaint.field,
  status: complaint.status,
  dueOn: complaint.dueOn,
  pausedOn: complaint.pausedOn,
  lead: department.name,
  leadEn: department.nameEn,
};

function past({ dueOn, id }: QueueMark, queue: Queue): SQL | undefined {
  if (dueOn === null) return and(isNull(complaint.dueOn), gt(complaint.id, id));
  const later = sql`(${complaint.dueOn}, ${complaint.id}) > (${dueOn}::date, ${id}::uuid)`;
  // Only what was withdrawn stands in a queue without a date, at its end.
  return queue === "callBacks" ? or(later, isNull(complaint.dueOn)) : later;
}

/** One page of what waits in a queue, the oldest promise first; up to `limit` rows, 50 unless told otherwise. */
export function loadQueue(
  tx: Tx,
  queue: Queue,
  today: Day,
  { after, limit = QUEUE_PAGE }: { after?: QueueMark | null; limit?: number } = {},
) {
  return tx
    .select(columns)
    .from(complaint)
    .leftJoin(department, eq(department.id, complaint.leadDepartmentId))
    .where(and(conditionOf(tx, queue, today), after ? past(after, queue) : undefined))
    .orderBy(asc(complaint.dueOn), asc(complaint.id))
    .limit(limit);
}
export type QueueRow = Awaited<ReturnType<typeof loadQueue>>[number];

/** Where a complaint stands in the order of the queues; null where there is none. */
export async function markOf(tx: Tx, number: string): Promise<QueueMark | null> {
  const { id, dueOn } = complaint;
  const [found] = await tx.select({ id, dueOn }).from(complaint).where(eq(complaint.number, number));
  return found ?? null;
}

/**
 * The number to go on with after an act on what stood at `from`: the same while it still waits in the
 * queue, else the one after it, else the first; null when the queue is empty.
 */
export async function nextInQueue(tx: Tx, queue: Queue, today: Day, from: QueueMark): Promise<string | null> {
  const [same] = await tx
    .select({ number: complaint.number })
    .from(complaint)
    .where(and(eq(complaint.id, from.id), conditionOf(tx, queue, today)));
  if (same) return same.number;
  const [after] = await loadQueue(tx, queue, today, { after: from, limit: 1 });
  const [first] = after ? [] : await loadQueue(tx, queue, today, { limit: 1 });
  return (after ?? first)?.number ?? null;
}

/** How many wait in each queue, in one statement; counted up to one past the limit. */
export async function countQueues(tx: Tx, today: Day): Promise<Record<Queue, number>> {
  const counts = QUEUES.map((queue) => {
    const some = tx
      .select({ one: sql`1`.as("one") })
      .from(complaint)
      .where(conditionOf(tx, queue, today))
      .limit(QUEUE_COUNT_LIMIT + 1);
    return sql`(select count(*)::int from ${some.as(`in_${queue}`)}) as ${sql.identifier(queue)}`;
  });
  const { rows } = await tx.execute<Record<Queue, number>>(sql`select ${sql.join(counts, sql`, `)}`);
  const [found] = rows;
  if (!found) throw new Error("a select without a table has one row");
  return found;
}
