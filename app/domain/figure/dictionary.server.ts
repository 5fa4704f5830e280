import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { schema } from "../../../db/client.server.ts";
import { GOOD_RATINGS, type LookBackResult, type Role } from "../../../db/vocabulary.ts";
import type { Day } from "../clock/day.ts";
import { type ComplaintFigure, type MonthlyFigure, monthBounds, yearBounds } from "./figure.ts";

const { complaint, writeOff, reference, assignment, evaluation, callBack, lookBack, reply } = schema;

/** What a clue is kept from: to everybody but the discipline team it does not exist. Said as the indexes say it. */
export const seen: SQL = sql`${complaint.status} <> 'clue'`;

/** What the discipline team sees, and nothing else. */
const isClue: SQL = sql`${complaint.status} = 'clue'`;

/** What a role of the commission may know of at all. */
export const seenBy = (role: Role): SQL => (role === "discipline" ? isClue : seen);

/** A figure as a condition on a complaint, or as a select of the ids that it counts, each once. */
type Definition = { where: SQL } | { ids: SQL };

const endOf = (year: number) => sql`${yearBounds(year)[1].toISOString()}::timestamptz`;

const within = (column: AnyPgColumn, year: number) =>
  sql`${column} >= ${yearBounds(year)[0].toISOString()}::timestamptz and ${column} < ${endOf(year)}`;

const goodRatings = sql.raw(GOOD_RATINGS.map((rating) => `'${rating}'`).join(", "));

const leadContacts = (year: number, today: Day) => sql`
  select ${assignment.complaintId} from ${assignment}
  where ${assignment.part} = 'lead' and ${assignment.status} <> 'recalled'
    and ${assignment.contactDueOn} >= ${`${year}-01-01`}::date and ${assignment.contactDueOn} < ${`${year + 1}-01-01`}::date
    and (${assignment.contactDueOn} < ${today}::date or ${assignment.firstContactAt} is not null)`;

// A deadline is the close of office of its day.
const closeOf = (column: AnyPgColumn) => sql`(${column} + time '17:30') at time zone 'Asia/Shanghai'`;

/** Lead assignments whose reply was first due in a year. No reply is due later than so many days after its contact. */
const leadReplies = (year: number, more: SQL) => sql`
  select ${assignment.complaintId} from ${assignment}
  where ${assignment.part} = 'lead' and ${assignment.status} <> 'recalled'
    and ${assignment.contactDueOn} >= ${`${year}-01-01`}::date - 120 and ${assignment.contactDueOn} < ${`${year + 1}-01-01`}::date
    and ${assignment.originalReplyDueOn} >= ${`${year}-01-01`}::date and ${assignment.originalReplyDueOn} < ${`${year + 1}-01-01`}::date
    and ${more}`;

const firstReply = sql`case when ${assignment.round} = 1 then ${assignment.repliedAt}
  else (select min(${reply.repliedAt}) from ${reply} where ${reply.assignmentId} = ${assignment.id}) end`;

const isAnswered = sql`${assignment.status} in ('replied', 'accepted')`;

const lastSaid = (year: number) => sql`(
  select distinct on (complaint_id) complaint_id, solved from (
    select ${evaluation.complaintId}, ${evaluation.solved}, ${evaluation.ratedAt} as at from ${evaluation}
      where ${within(evaluation.ratedAt, year)}
    union all
    select ${callBack.complaintId}, ${callBack.solved}, ${callBack.calledAt} from ${callBack}
      where ${within(callBack.calledAt, year)}
  ) said order by complaint_id, at desc) last_said`;

const lastRating = (year: number) => sql`(
  select distinct on (${evaluation.complaintId}) ${evaluation.complaintId}, ${evaluation.rating} from ${evaluation}
  where ${within(evaluation.ratedAt, year)}
  order by ${evaluation.complaintId}, ${evaluation.ratedAt} desc) last_rating`;

const lastLookBack = (year: number) => sql`(
  select distinct on (${lookBack.complaintId}) ${lookBack.complaintId}, ${lookBack.result} from ${lookBack}
  where ${within(lookBack.lookedAt, year)}
  order by ${lookBack.complaintId}, ${lookBack.lookedAt} desc) last_look_back`;

const lookedBack = (result: LookBackResult) => (year: number) => ({
  ids: sql`select complaint_id from ${lastLookBack(year)} where result = ${sql.raw(`'${result}'`)}`,
});

/** What was resolved in a year and still was at its end, as a condition on a write-off. */
export const resolvedIn = (year: number) => sql`${writeOff.approved} and ${writeOff.solved}
  and ${within(writeOff.decidedAt, year)}
  and (${writeOff.reopenedAt} is null or ${writeOff.reopenedAt} >= ${endOf(year)})`;

/**
 * The one dictionary of figures (口径): the count, the list behind it and the export are drawn from one entry.
 * `today` is the office day up to which a contact counts as due.
 */
const definitions: Record<ComplaintFigure, (year: number, today: Day) => Definition> = {
  reported: (year) => ({ where: within(complaint.submittedAt, year) }),
  // Once each: the one before was reopened in the year, and so doesn't count.
  resolved: (year) => ({
    ids: sql`select ${writeOff.complaintId} from ${writeOff} where ${resolvedIn(year)}`,
  }),
  references: (year) => ({
    ids: sql`select ${reference.complaintId} from ${reference} where ${within(reference.madeAt, year)}`,
  }),
  // Submitted before the end and not ended before it, said as an index can find it.
  carriedOver: (year) => ({
    ids: sql`select complaint_id from unsettled_complaints(${endOf(year)}) as u (complaint_id)`,
  }),
  contactDue: (year, today) => ({ ids: leadContacts(year, today) }),
  // A deadline is the close of office of its day.
  contactInTime: (year, today) => ({
    ids: sql`${leadContacts(year, today)}
      and ${assignment.firstContactAt} <= (${assignment.contactDueOn} + time '17:30') at time zone 'Asia/Shanghai'`,
  }),
  replyDue: (year, today) => ({
    ids: leadReplies(
      year,
      sql`(${assignment.originalReplyDueOn} < ${today}::date or ${assignment.repliedAt} is not null)`,
    ),
  }),
  replyInTime: (year) => ({
    ids: leadReplies(year, sql`${firstReply} <= ${closeOf(assignment.originalReplyDueOn)}`),
  }),
  finalReplyDue: (year, today) => ({
    ids: leadReplies(year, sql`(${assignment.replyDueOn} < ${today}::date or ${isAnswered})`),
  }),
  finalReplyInTime: (year) => ({
    ids: leadReplies(
      year,
      sql`${isAnswered} and ${assignment.repliedAt} <= ${closeOf(assignment.replyDueOn)}`,
    ),
  }),
  asked: (year) => ({ ids: sql`select complaint_id from ${lastSaid(year)}` }),
  confirmedSolved: (year) => ({
    ids: sql`select complaint_id from ${lastSaid(year)} where solved = 'solved'`,
  }),
  rated: (year) => ({ ids: sql`select complaint_id from ${lastRating(year)}` }),
  satisfied: (year) => ({
    ids: sql`select complaint_id from ${lastRating(year)} where rating in (${goodRatings})`,
  }),
  lookedBack: (year) => ({ ids: sql`select complaint_id from ${lastLookBack(year)}` }),
  lookBackHeld: lookedBack("held"),
  lookBackPartly: lookedBack("partly"),
  relapsed: lookedBack("relapsed"),
  falseRectification: lookedBack("falseRectification"),
};

/** A figure of a year as a condition on a complaint, to be taken together with `seen`. */
export function conditionOfFigure(name: ComplaintFigure, year: number, today: Day): SQL {
  const definition = definitions[name](year, today);
  if ("where" in definition) return definition.where;
  // An array, so that the complaints are found by their keys, and not by reading all of them.
  return sql`${complaint.id} = any(array(${definition.ids}))`;
}

/** What of a year's figure falls into one month of it, as a further condition on a complaint. */
export function conditionOfMonth(name: MonthlyFigure, year: number, month: number): SQL {
  const [from, to] = monthBounds(year, month).map((at) => sql`${at.toISOString()}::timestamptz`);
  const inMonth = (column: AnyPgColumn) => sql`${column} >= ${from} and ${column} < ${to}`;
  if (name === "reported") return inMonth(complaint.submittedAt);
  return sql`${complaint.id} = any(array(select ${writeOff.complaintId} from ${writeOff}
    where ${resolvedIn(year)} and ${inMonth(writeOff.decidedAt)}))`;
}

/** A figure of a year as a select of one number, clues left out. */
export function countOfFigure(name: ComplaintFigure, year: number, today: Day): SQL {
  const definition = definitions[name](year, today);
  if ("where" in definition)
    return sql`select count(*) from ${complaint} where ${seen} and ${definition.where}`;
  return sql`select count(*) from (${definition.ids}) counted where ${isNoClue(sql`counted.complaint_id`)}`;
}

/** `seen` where the complaint itself is not read: the clues are few, and looking up everything else is dear. */
export const isNoClue = (complaintId: SQL | AnyPgColumn) =>
  sql`${complaintId} not in (select clue.id from ${complaint} clue where clue.status = 'clue')`;
