import {
  and,
  asc,
  desc,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  not,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { schema } from "../../../db/client.server.ts";
import { type ComplaintStatus, ENDED_STATUSES, type Rung } from "../../../db/vocabulary.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { addDays, type Day } from "../clock/day.ts";
import { lifecycle } from "../complaint/lifecycle.ts";
import { LOOK_BACK_AHEAD_DAYS, QUEUE_COUNT_LIMIT, QUEUE_PAGE, QUEUES, type Queue } from "./queue.ts";

const { complaint, assignment, callBack, department, evaluation } = schema;

/** Where a page of a queue ended: whether its last row was urgent, its date, empty for none, and its id. */
export interface QueueMark {
  urgent: boolean;
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
    case "reviews":
      // Of a refusal only a review has a day by which it is answered.
      return and(is("declined"), isNotNull(complaint.dueOn));
    case "erasures":
      return and(is(...ENDED_STATUSES), exists(waitingErasures(tx)));
    case "copying":
      return and(is(...owed), hasClimbed(tx, "circular"));
    case "talks":
      return and(is(...owed), hasClimbed(tx, "talk"));
    case "returns": {
      const returning = and(eq(assignment.complaintId, complaint.id), eq(assignment.status, "returning"));
      return and(is("handling"), exists(tx.select(one).from(assignment).where(returning)));
    }
    case "extensions":
      return and(is(...lifecycle.ruleOnExtension.from), exists(waitingExtensions(tx)));
    case "callBacks":
      return waitsForCall(tx);
  }
}

/** The same extensions as `pendingExtension` has, that may still be ruled on. */
function waitingExtensions(tx: Tx) {
  const { extension } = schema;
  const mayBeRuledOn = inArray(assignment.status, [...(lifecycle.ruleOnExtension.assignment ?? [])]);
  const isOfThisRound = gte(extension.askedAt, assignment.dueFrom);
  return tx
    .select({ one: sql`1` })
    .from(extension)
    .innerJoin(assignment, eq(assignment.id, extension.assignmentId))
    .where(
      and(eq(assignment.complaintId, complaint.id), isNull(extension.ruledAt), isOfThisRound, mayBeRuledOn),
    );
}

/** A request to erase what was said, on which nobody has decided. */
function waitingErasures(tx: Tx) {
  const { erasureRequest } = schema;
  const isOpen = and(isNull(erasureRequest.decidedAt), isNull(erasureRequest.droppedAt));
  return tx
    .select({ one: sql`1` })
    .from(erasureRequest)
    .where(and(eq(erasureRequest.complaintId, complaint.id), isOpen));
}

/** Who rated badly, withdrew, or let the window close without a word is called back. */
function waitsForCall(tx: Tx): SQL | undefined {
  const one = { one: sql`1` };
  const calledSince = (at: AnyPgColumn) => {
    const called = and(eq(callBack.complaintId, complaint.id), gte(callBack.calledAt, at));
    return exists(tx.select(one).from(callBack).where(called));
  };
  const rated = and(eq(evaluation.complaintId, complaint.id), gte(evaluation.ratedAt, complaint.feedbackAt));
  return or(
    and(eq(complaint.status, "verifying"), eq(complaint.badRatingPending, true)),
    and(eq(complaint.status, "withdrawn"), not(calledSince(complaint.endedAt))),
    and(
      inArray(complaint.status, ["clearing", "rectifying"]),
      isNotNull(complaint.feedbackAt),
      not(exists(tx.select(one).from(evaluation).where(rated))),
      not(calledSince(complaint.feedbackAt)),
    ),
  );
}

const owed = ["handling", "verifying", "feedback", "rectifying", "clearing"] as const;

/** That a rung was climbed for a deadline of the complaint that still stands and isn't kept. */
function hasClimbed(tx: Tx, rung: Rung): SQL {
  const { ladderStep, measure } = schema;
  const isOwed = sql`case when ${ladderStep.measureId} is null
    then ${assignment.status} in ('dispatched', 'signed', 'redo') and ${assignment.replyDueOn} = ${ladderStep.dueOn}
    else ${measure.status} = 'promised' and ${measure.dueOn} = ${ladderStep.dueOn} end`;
  return exists(
    tx
      .select({ one: sql`1` })
      .from(ladderStep)
      .innerJoin(assignment, eq(assignment.id, ladderStep.assignmentId))
      .leftJoin(measure, eq(measure.id, ladderStep.measureId))
      .where(and(eq(ladderStep.complaintId, complaint.id), eq(ladderStep.rung, rung), isOwed)),
  );
}

const columns = {
  id: complaint.id,
  number: complaint.number,
  title: complaint.title,
  field: complaint.field,
  status: complaint.status,
  dueOn: complaint.dueOn,
  pausedOn: complaint.pausedOn,
  urgent: complaint.urgent,
  lead: department.name,
  leadEn: department.nameEn,
};

function past({ urgent, ...rest }: QueueMark, queue: Queue): SQL | undefined {
  const same = and(eq(complaint.urgent, urgent), pastDate(rest, queue));
  return urgent ? or(eq(complaint.urgent, false), same) : same;
}

function pastDate({ dueOn, id }: Omit<QueueMark, "urgent">, queue: Queue): SQL | undefined {
  if (dueOn === null) return and(isNull(complaint.dueOn), gt(complaint.id, id));
  const later = sql`(${complaint.dueOn}, ${complaint.id}) > (${dueOn}::date, ${id}::uuid)`;
  // Only what has ended stands in a queue without a date, at its end.
  return queue === "callBacks" || queue === "erasures" ? or(later, isNull(complaint.dueOn)) : later;
}

/** One page of what waits in a queue, the urgent first, then the oldest promise; up to `limit` rows, 50 unless told otherwise. */
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
    .orderBy(desc(complaint.urgent), asc(complaint.dueOn), asc(complaint.id))
    .limit(limit);
}

/** Where a complaint stands in the order of the queues; null where there is none. */
export async function markOf(tx: Tx, number: string): Promise<QueueMark | null> {
  const { id, dueOn, urgent } = complaint;
  const [found] = await tx.select({ id, dueOn, urgent }).from(complaint).where(eq(complaint.number, number));
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
