import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { code, day, id, instant, oneOf, version } from "../columns.ts";
import {
  COMPLAINT_STATUSES,
  CONDUCTS,
  type ComplaintStatus,
  type Conduct,
  DECLINE_GROUNDS,
  type DeclineGround,
  DISCLOSURES,
  type Disclosure,
  FIELDS,
  type Field,
  GRADES,
  type Grade,
  KINDS,
  type Kind,
  SOURCES,
  type Source,
} from "../vocabulary.ts";
import { department, person } from "./people.ts";
import { reporter } from "./reporter.ts";

// As a text, because a condition with a parameter is no condition of an index.
const live = sql`status <> 'clue'`;

/** The serial of each year: without a gap, together with the numbers that were left out. */
export const numberSeries = pgTable("number_series", {
  year: integer().primaryKey(),
  last: integer().notNull(),
});

/** 空号: numbers that no complaint has, drawn by chance, so that a number that can't be found betrays nothing. */
export const voidNumber = pgTable(
  "void_number",
  { year: integer().notNull(), serial: integer().notNull() },
  (t) => [primaryKey({ columns: [t.year, t.serial] })],
);

/** What an enterprise is still writing. `said` holds the form's values as typed, right or wrong. */
export const draft = pgTable(
  "draft",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    said: jsonb().$type<Record<string, string>>().notNull(),
    createdAt: instant().notNull(),
    savedAt: instant().notNull(),
    submittedAt: instant(),
    version: version(),
  },
  (t) => [index("draft_by_person").on(t.personId)],
);

/**
 * The one thing that lives from submission to write-off. Its status has one writer: `perform`. The table has
 * one column more, `search`, which the database makes of number, title and description (migration 0001): it is
 * left out here so that no reader of a complaint carries it along.
 */
export const complaint = pgTable(
  "complaint",
  {
    id: id(),
    number: text().notNull().unique(),
    year: integer().notNull(),
    serial: integer().notNull(),
    draftId: uuid().unique(),
    reporterId: uuid()
      .notNull()
      .references(() => reporter.id),
    submittedAt: instant().notNull(),
    kind: code<Kind>().notNull(),
    source: code<Source>().notNull(),
    field: code<Field>().notNull(),
    conduct: code<Conduct>().notNull(),
    disclosure: code<Disclosure>().notNull(),
    title: text().notNull(),
    description: text().notNull(),
    about: text().notNull(),
    place: text().notNull().default(""),
    sinceOn: day(),

    status: code<ComplaintStatus>().notNull(),
    dueOn: day(),
    dueRule: text(),
    dueFrom: instant(),
    grade: code<Grade>(),
    keyProblem: boolean().notNull().default(false),
    /** The highest priority: before everything else in every queue. */
    urgent: boolean().notNull().default(false),
    /** The complaint after which somebody was treated worse, for a matter of retaliation. */
    linkedId: uuid().references((): AnyPgColumn => complaint.id),
    acceptedAt: instant(),
    /** When it came to triage, or last came back to it: what the days of triage and assignment run from. */
    triageFrom: instant().notNull(),
    leadDepartmentId: uuid().references(() => department.id),
    pausedOn: day(),
    statusBefore: code<ComplaintStatus>(),
    primaryId: uuid().references((): AnyPgColumn => complaint.id),
    declineGround: code<DeclineGround>(),
    declinedAt: instant(),
    reviewAskedAt: instant(),
    reviewAnsweredAt: instant(),
    badRatingPending: boolean().notNull().default(false),
    referencedAt: instant(),
    feedbackAt: instant(),
    solved: boolean(),
    endedAt: instant(),
    closedAt: instant(),
    lookBacks: integer().notNull().default(0),
    reopenings: integer().notNull().default(0),
    version: version(),
  },
  (t) => [
    check("a_complaint_has_a_status", oneOf(t.status, COMPLAINT_STATUSES)),
    check("a_complaint_has_a_kind", oneOf(t.kind, KINDS)),
    check("a_complaint_has_a_source", oneOf(t.source, SOURCES)),
    check("a_complaint_has_a_field", oneOf(t.field, FIELDS)),
    check("a_complaint_has_a_conduct", oneOf(t.conduct, CONDUCTS)),
    check("a_complaint_has_a_disclosure", oneOf(t.disclosure, DISCLOSURES)),
    check("a_grade_is_a_b_or_c", sql`${t.grade} is null or ${oneOf(t.grade, GRADES)}`),
    check(
      "a_refusal_has_a_ground",
      sql`${t.status} <> 'declined' or ${oneOf(t.declineGround, DECLINE_GROUNDS)}`,
    ),
    check("a_merged_complaint_has_a_primary", sql`(${t.status} = 'merged') = (${t.primaryId} is not null)`),
    check("a_closed_complaint_knows_when", sql`${t.status} <> 'closed' or ${t.closedAt} is not null`),
    check(
      "every_open_complaint_has_a_due_date",
      sql`${t.dueOn} is not null or ${t.status} in ('closed','declined','referenced','merged','withdrawn','clue')`,
    ),
    // The ledger of the commission, the newest first (read backwards): as a whole, and cut down by one filter.
    // A condition that an index knows needs no look at the row, so that counting stays in the index.
    index("complaint_by_submission").on(t.submittedAt, t.id).where(live),
    index("complaint_by_status_submission").on(t.status, t.submittedAt, t.id),
    index("complaint_by_field").on(t.field, t.submittedAt, t.id).where(live),
    index("complaint_by_conduct").on(t.conduct, t.submittedAt, t.id).where(live),
    index("complaint_by_grade").on(t.grade, t.submittedAt, t.id).where(live),
    index("complaint_by_lead").on(t.leadDepartmentId, t.submittedAt, t.id).where(live),
    // An enterprise's own list as well, in which its clue stands; with the status, the points are counted.
    index("complaint_by_reporter").on(t.reporterId, t.submittedAt, t.id, t.status),
    // By due date, those without one last: a null would be no place to go on from.
    // Said by `case`, which row security lets an index be read by: it takes `coalesce` for one that might tell.
    index("complaint_by_due_order")
      .on(sql`(case when ${t.dueOn} is null then 'infinity' else ${t.dueOn} end)`, t.id)
      .where(live),
    // The queues of the desk.
    index("complaint_by_status_due").on(t.status, t.dueOn, t.id),
    // Lamps: few complaints have a running clock.
    index("complaint_by_clock")
      .on(t.submittedAt, t.id, t.dueOn, t.pausedOn)
      .where(sql`${t.dueOn} is not null and ${live}`),
    // What of a liaison point's was solved, and what is open.
    index("complaint_solved_by_reporter")
      .on(t.reporterId, t.status, t.id)
      .where(sql`${t.status} = 'closed' and ${t.solved}`),
    index("complaint_open_by_reporter").on(t.reporterId, t.id).where(sql`${t.endedAt} is null and ${live}`),
    // The beginning of a number, in whatever language the database sorts.
    index("complaint_by_number").on(t.number.op("text_pattern_ops")),
    // Unsettled at the end of a year, however many came before and after.
    index("complaint_by_span")
      .using("gist", sql`tstzrange(${t.submittedAt}, ${t.endedAt}, '(]')`)
      .where(live),
    // The questions that the hub asks after an answer, and the ledger of what is urgent.
    index("complaint_by_feedback").on(t.feedbackAt).where(sql`${t.feedbackAt} is not null`),
    index("complaint_by_urgency").on(t.submittedAt, t.id).where(sql`${t.urgent}`),
    index("complaint_key_problem").on(t.submittedAt, t.id).where(sql`${t.keyProblem}`),
    // What has ended and still holds what was said, for whoever asks of what the retention is over.
    index("complaint_kept")
      .on(t.submittedAt, t.id, t.endedAt)
      .where(sql`${t.endedAt} is not null and ${t.title} <> '' and ${live}`),
    index("complaint_by_linked").on(t.linkedId).where(sql`${t.linkedId} is not null`),
    index("complaint_by_primary").on(t.primaryId).where(sql`${t.primaryId} is not null`),
  ],
);

/** What the enterprise was asked for, and what it then said. */
export const supplement = pgTable(
  "supplement",
  {
    id: id(),
    complaintId: uuid()
      .notNull()
      .references(() => complaint.id),
    question: text().notNull(),
    askedAt: instant().notNull(),
    answer: text(),
    answeredAt: instant(),
  },
  (t) => [index("supplement_by_complaint").on(t.complaintId)],
);

/** 监督参考建议: what a complaint teaches supervision. */
export const reference = pgTable(
  "reference",
  {
    id: id(),
    complaintId: uuid()
      .notNull()
      .unique("a_complaint_yields_one_reference")
      .references(() => complaint.id),
    words: text().notNull(),
    madeAt: instant().notNull(),
  },
  // The figures of a year, out of the index alone.
  (t) => [index("reference_by_day").on(t.madeAt, t.complaintId)],
);

/** 建章立制: a regulation made or changed because of complaints. */
export const rule = pgTable(
  "rule",
  {
    id: id(),
    title: text().notNull(),
    summary: text().notNull(),
    departmentId: uuid()
      .notNull()
      .references(() => department.id),
    madeOn: day().notNull(),
    recordedById: uuid()
      .notNull()
      .references(() => person.id),
    recordedAt: instant().notNull(),
    commandId: uuid().unique(),
    version: version(),
  },
  (t) => [index("rule_by_day").on(t.madeOn.desc(), t.id.desc())],
);

/** What a rule said before it was changed, and who changed it: a date moved may move a figure, and leaves a trace. */
export const ruleVersion = pgTable(
  "rule_version",
  {
    id: id(),
    ruleId: uuid()
      .notNull()
      .references(() => rule.id),
    version: integer().notNull(),
    title: text().notNull(),
    summary: text().notNull(),
    departmentId: uuid()
      .notNull()
      .references(() => department.id),
    madeOn: day().notNull(),
    replacedById: uuid()
      .notNull()
      .references(() => person.id),
    replacedAt: instant().notNull(),
  },
  (t) => [uniqueIndex("a_rule_has_each_version_once").on(t.ruleId, t.version)],
);

export const ruleComplaint = pgTable(
  "rule_complaint",
  {
    ruleId: uuid()
      .notNull()
      .references(() => rule.id),
    complaintId: uuid()
      .notNull()
      .references(() => complaint.id),
  },
  (t) => [primaryKey({ columns: [t.ruleId, t.complaintId] }), index("rule_by_complaint").on(t.complaintId)],
);
