import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { code, id, instant, oneOf } from "../columns.ts";
import {
  LOOK_BACK_RESULTS,
  type LookBackResult,
  RATINGS,
  type Rating,
  SOLVED,
  type Solved,
} from "../vocabulary.ts";
import { complaint } from "./complaint.ts";
import { person } from "./people.ts";

const ofComplaint = () =>
  uuid()
    .notNull()
    .references(() => complaint.id);

/** What the commission told the enterprise. */
export const answer = pgTable(
  "answer",
  { id: id(), complaintId: ofComplaint(), words: text().notNull(), givenAt: instant().notNull() },
  (t) => [index("answer_by_complaint").on(t.complaintId)],
);

/** What the enterprise says of the result: the third of the three truths. */
export const evaluation = pgTable(
  "evaluation",
  {
    id: id(),
    complaintId: ofComplaint(),
    rating: code<Rating>().notNull(),
    solved: code<Solved>().notNull(),
    reason: text().notNull(),
    ratedAt: instant().notNull(),
  },
  (t) => [
    check("a_rating_has_five_levels", oneOf(t.rating, RATINGS)),
    check("a_matter_is_solved_partly_or_not", oneOf(t.solved, SOLVED)),
    index("evaluation_by_complaint").on(t.complaintId),
    // The figures of a year, out of the index alone.
    index("evaluation_by_day").on(t.ratedAt, t.complaintId, t.rating, t.solved),
  ],
);

/** A call to the enterprise, in its own words as the supervisor heard them. */
export const callBack = pgTable(
  "call_back",
  {
    id: id(),
    complaintId: ofComplaint(),
    solved: code<Solved>().notNull(),
    pressed: boolean().notNull(),
    words: text().notNull(),
    calledAt: instant().notNull(),
  },
  (t) => [
    index("call_back_by_complaint").on(t.complaintId),
    // The figures of a year, out of the index alone.
    index("call_back_by_day").on(t.calledAt, t.complaintId, t.solved),
  ],
);

/** An application to write off, the confirmations it got, and the decision. */
export const writeOff = pgTable(
  "write_off",
  {
    id: id(),
    complaintId: ofComplaint(),
    appliedById: uuid()
      .notNull()
      .references(() => person.id),
    appliedAt: instant().notNull(),
    words: text().notNull(),
    confirmedById: uuid().references(() => person.id),
    confirmedAt: instant(),
    decidedById: uuid().references(() => person.id),
    decidedAt: instant(),
    approved: boolean(),
    solved: boolean(),
    reason: text(),
    reopenedAt: instant(),
  },
  (t) => [
    check(
      "two_lines_are_two_people",
      sql`${t.confirmedById} is null or ${t.decidedById} is null or ${t.confirmedById} <> ${t.decidedById} or not ${t.approved}`,
    ),
    index("write_off_by_complaint").on(t.complaintId),
    // The figures of a year, out of the index alone.
    index("write_off_by_decision")
      .on(t.decidedAt, t.complaintId, t.reopenedAt)
      .where(sql`${t.approved} and ${t.solved}`),
  ],
);

/** 回头看 */
export const lookBack = pgTable(
  "look_back",
  {
    id: id(),
    complaintId: ofComplaint(),
    nth: integer().notNull(),
    result: code<LookBackResult>().notNull(),
    words: text().notNull(),
    lookedAt: instant().notNull(),
  },
  (t) => [
    check("a_look_back_has_a_result", oneOf(t.result, LOOK_BACK_RESULTS)),
    index("look_back_by_complaint").on(t.complaintId),
  ],
);
