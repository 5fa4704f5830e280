import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { code, day, id, instant, oneOf } from "../columns.ts";
import {
  PAUSE_REASONS,
  type PauseReason,
  RUNGS,
  type Rung,
  SPAN_UNITS,
  type SpanUnit,
} from "../vocabulary.ts";
import { assignment, measure } from "./assignment.ts";
import { complaint } from "./complaint.ts";
import { person } from "./people.ts";

const ofComplaint = () =>
  uuid()
    .notNull()
    .references(() => complaint.id);

/** What the office set a period to, and from when. Rows are only ever added, so no clock that runs is touched. */
export const clockSpan = pgTable(
  "clock_span",
  {
    id: id(),
    rule: text().notNull(),
    unit: code<SpanUnit>().notNull(),
    count: integer().notNull(),
    validFrom: instant().notNull(),
    setById: uuid()
      .notNull()
      .references(() => person.id),
    reason: text().notNull(),
  },
  (t) => [
    check("a_period_has_a_unit", oneOf(t.unit, SPAN_UNITS)),
    check("a_period_is_at_least_one", sql`${t.count} between 1 and 366`),
    index("clock_span_by_rule").on(t.rule, t.validFrom),
  ],
);

/** What was changed in the calendar, by whom; the years' days before and after. */
export const calendarChange = pgTable("calendar_change", {
  id: id(),
  at: instant().notNull(),
  byId: uuid()
    .notNull()
    .references(() => person.id),
  year: integer().notNull(),
  before: jsonb().$type<unknown[]>().notNull(),
  after: jsonb().$type<unknown[]>().notNull(),
});

/** A stretch in which a clock stood still. Of the complaint's own clock where there is no assignment. */
export const pause = pgTable(
  "pause",
  {
    id: id(),
    complaintId: ofComplaint(),
    assignmentId: uuid().references(() => assignment.id),
    why: code<PauseReason>().notNull(),
    fromOn: day().notNull(),
    toOn: day(),
  },
  (t) => [
    check("a_pause_has_a_reason", oneOf(t.why, PAUSE_REASONS)),
    check("a_pause_ends_after_it_began", sql`${t.toOn} is null or ${t.toOn} >= ${t.fromOn}`),
    index("pause_by_complaint").on(t.complaintId),
  ],
);

/** 延期: asked before due, once, decided by a supervisor. */
export const extension = pgTable(
  "extension",
  {
    id: id(),
    assignmentId: uuid()
      .notNull()
      .references(() => assignment.id),
    askedAt: instant().notNull(),
    reason: text().notNull(),
    until: day().notNull(),
    dueOnBefore: day().notNull(),
    granted: boolean(),
    ruling: text(),
    ruledAt: instant(),
  },
  (t) => [unique("an_assignment_is_extended_once").on(t.assignmentId)],
);

/** A rung of the ladder that was climbed: each exactly once for one deadline. */
export const ladderStep = pgTable(
  "ladder_step",
  {
    id: id(),
    complaintId: ofComplaint(),
    assignmentId: uuid().references(() => assignment.id),
    measureId: uuid().references(() => measure.id),
    rung: code<Rung>().notNull(),
    dueOn: day().notNull(),
    /** The day on which the rung came, whenever it was climbed. */
    cameOn: day().notNull(),
    climbedAt: instant().notNull(),
  },
  (t) => [
    check("a_step_is_on_a_rung", oneOf(t.rung, RUNGS)),
    unique("a_rung_is_climbed_once")
      .on(t.complaintId, t.assignmentId, t.measureId, t.rung, t.dueOn)
      .nullsNotDistinct(),
    index("ladder_step_by_climb").on(t.climbedAt.desc(), t.id.desc()),
    index("ladder_step_by_rung").on(t.rung, t.climbedAt.desc()),
  ],
);

/** The gapless serial of the urging letters of each year. */
export const urgingSeries = pgTable("urging_series", {
  year: integer().primaryKey(),
  last: integer().notNull(),
});

/** 催办通知书: a numbered letter to a department that is late. */
export const urging = pgTable(
  "urging",
  {
    id: id(),
    year: integer().notNull(),
    serial: integer().notNull(),
    ladderStepId: uuid()
      .notNull()
      .unique()
      .references(() => ladderStep.id),
    complaintId: ofComplaint(),
    assignmentId: uuid()
      .notNull()
      .references(() => assignment.id),
    issuedAt: instant().notNull(),
    /** The deadline that passed, and the day by which the department is to have answered. */
    dueOn: day().notNull(),
    answerBy: day().notNull(),
    /** What the letter is about, in the words of the brief as it then stood. */
    about: text().notNull(),
  },
  (t) => [
    unique("an_urging_letter_has_its_number").on(t.year, t.serial),
    index("urging_by_assignment").on(t.assignmentId),
  ],
);

/** Whether somebody was treated worse since: asked 30 and 90 days after each answer. */
export const question = pgTable(
  "question",
  {
    id: id(),
    complaintId: ofComplaint(),
    nth: integer().notNull(),
    /** The day of the answer since which it is asked. */
    sinceOn: day().notNull(),
    askedAt: instant().notNull(),
    answeredAt: instant(),
    worse: boolean(),
    words: text(),
  },
  (t) => [
    check("it_is_asked_after_30_and_90_days", sql`${t.nth} in (30, 90)`),
    unique("a_question_is_asked_once").on(t.complaintId, t.nth, t.sinceOn),
  ],
);
