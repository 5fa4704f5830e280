import { and, gte, lt, ne, type SQL, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { GOOD_RATINGS } from "../../../db/vocabulary.ts";
import type { Day } from "../clock/day.ts";
import { type ComplaintFigure, yearBounds } from "./figure.ts";

const { complaint, writeOff, reference, assignment, evaluation, callBack } = schema;

/** What a clue is kept from: to everybody but the discipline team it does not exist. */
export const seen: SQL = ne(complaint.status, "clue");

type Condition = (year: number, today: Day) => SQL;

const within = (column: SQL | Parameters<typeof gte>[0], year: number) => {
  const [from, to] = yearBounds(year).map((at) => at.toISOString());
  return sql`${column} >= ${from}::timestamptz and ${column} < ${to}::timestamptz`;
};

const goodRatings = sql.raw(GOOD_RATINGS.map((rating) => `'${rating}'`).join(", "));

const leadContact = (year: number, today: Day) => sql`
  select 1 from ${assignment} where ${assignment.complaintId} = ${complaint.id}
    and ${assignment.part} = 'lead' and ${assignment.status} <> 'recalled'
    and ${assignment.contactDueOn} >= ${`${year}-01-01`}::date and ${assignment.contactDueOn} < ${`${year + 1}-01-01`}::date
    and (${assignment.contactDueOn} < ${today}::date or ${assignment.firstContactAt} is not null)`;

const lastSaid = (year: number) => sql`(
  select said.solved from (
    select ${evaluation.solved} as solved, ${evaluation.ratedAt} as at from ${evaluation}
      where ${evaluation.complaintId} = ${complaint.id} and ${within(evaluation.ratedAt, year)}
    union all
    select ${callBack.solved}, ${callBack.calledAt} from ${callBack}
      where ${callBack.complaintId} = ${complaint.id} and ${within(callBack.calledAt, year)}
  ) said order by said.at desc limit 1)`;

const lastRating = (year: number) => sql`(
  select ${evaluation.rating} from ${evaluation}
    where ${evaluation.complaintId} = ${complaint.id} and ${within(evaluation.ratedAt, year)}
    order by ${evaluation.ratedAt} desc limit 1)`;

/**
 * The one dictionary of figures (口径): each is a condition on a complaint, so that the count, the list
 * behind it and the export are one query. `today` is the office day up to which a contact counts as due.
 */
export const conditions: Record<ComplaintFigure, Condition> = {
  reported: (year) =>
    and(
      gte(complaint.submittedAt, yearBounds(year)[0]),
      lt(complaint.submittedAt, yearBounds(year)[1]),
    ) as SQL,
  resolved: (year) => sql`${complaint.id} in (
    select ${writeOff.complaintId} from ${writeOff} where ${writeOff.approved} and ${writeOff.solved}
      and ${within(writeOff.decidedAt, year)}
      and (${writeOff.reopenedAt} is null or ${writeOff.reopenedAt} >= ${yearBounds(year)[1].toISOString()}::timestamptz))`,
  references: (year) => sql`${complaint.id} in (
    select ${reference.complaintId} from ${reference} where ${within(reference.madeAt, year)})`,
  carriedOver: (year) => {
    const end = sql`${yearBounds(year)[1].toISOString()}::timestamptz`;
    return sql`${complaint.submittedAt} < ${end} and (${complaint.endedAt} is null or ${complaint.endedAt} >= ${end})`;
  },
  contactDue: (year, today) => sql`exists (${leadContact(year, today)})`,
  // A deadline is the close of office of its day.
  contactInTime: (year, today) => sql`exists (${leadContact(year, today)}
    and ${assignment.firstContactAt} <= (${assignment.contactDueOn} + time '17:30') at time zone 'Asia/Shanghai')`,
  asked: (year) => sql`${lastSaid(year)} is not null`,
  confirmedSolved: (year) => sql`${lastSaid(year)} = 'solved'`,
  rated: (year) => sql`${lastRating(year)} is not null`,
  satisfied: (year) => sql`${lastRating(year)} in (${goodRatings})`,
};
