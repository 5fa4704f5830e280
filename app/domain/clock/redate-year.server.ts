import { and, asc, eq, exists, gt, gte, inArray, or, type SQL, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { worker } from "../access/actor.ts";
import { withActor } from "../access/with-actor.server.ts";
import { lifecycle } from "../complaint/lifecycle.ts";
import { perform } from "../complaint/perform.server.ts";
import { forgetCalendar } from "./calendar.server.ts";

const { assignment, complaint, measure } = schema;
const BATCH = 100;

/**
 * Reckons every date anew that depends on a year of the calendar, each complaint in a transaction of its own.
 * Stopped half-way it may simply be begun again: what has been moved doesn't move twice. Answers how many moved.
 */
export async function redateYear(year: number, at: Date): Promise<number> {
  forgetCalendar();
  let moved = 0;
  let after = "";
  for (;;) {
    const numbers = await dependingOn(year, after);
    for (const number of numbers) {
      const done = await perform(worker, { on: { number }, command: { type: "redate" } }, at);
      if (done.ok) moved++;
    }
    if (numbers.length < BATCH) return moved;
    after = numbers.at(-1) ?? "";
  }
}

/** Complaints after a number whose dates run through a year, as far as their rows tell. */
async function dependingOn(year: number, after: string): Promise<string[]> {
  const rows = await withActor(worker, "act", (tx) =>
    tx
      .select({ number: complaint.number })
      .from(complaint)
      .where(
        and(
          gt(complaint.number, after),
          inArray(complaint.status, [...lifecycle.redate.from]),
          or(
            and(gte(complaint.dueOn, `${year}-01-01`), beganBy(complaint.dueFrom, year)),
            exists(tx.select({ id: assignment.id }).from(assignment).where(isOfYear(year))),
          ),
        ),
      )
      .orderBy(asc(complaint.number))
      .limit(BATCH),
  );
  return rows.map((row) => row.number);
}

const beganBy = (column: typeof complaint.dueFrom | typeof assignment.dispatchedAt, year: number): SQL =>
  sql`${column} < ${`${year + 1}-01-01T00:00:00+08:00`}::timestamptz`;

const isOfYear = (year: number) =>
  and(
    eq(assignment.complaintId, complaint.id),
    inArray(assignment.status, ["dispatched", "signed", "redo", "returning", "replied", "accepted"]),
    beganBy(assignment.dispatchedAt, year),
    sql`(greatest(${assignment.signDueOn}, ${assignment.contactDueOn}, ${assignment.replyDueOn}) >= ${`${year}-01-01`}::date
      or exists (select from ${measure} where ${measure.assignmentId} = ${assignment.id} and ${measure.status} = 'promised'
        and ${measure.dueOn} between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date))`,
  );
