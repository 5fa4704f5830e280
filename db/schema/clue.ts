import { sql } from "drizzle-orm";
import { check, index, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { code, day, id, instant, oneOf } from "../columns.ts";
import { CLUE_RESULTS, type ClueResult } from "../vocabulary.ts";
import { complaint } from "./complaint.ts";
import { department, person } from "./people.ts";

const ofComplaint = () =>
  uuid()
    .notNull()
    .references(() => complaint.id);

/** 线索: a complaint's stay with the discipline team, until it is concluded there or given back. */
export const clue = pgTable(
  "clue",
  {
    id: id(),
    complaintId: ofComplaint(),
    arrivedAt: instant().notNull(),
    acceptedAt: instant(),
    /** The day by which the acceptance had to be told, as it stood when it was. */
    acceptDueOn: day(),
    concludedAt: instant(),
    result: code<ClueResult>(),
    returnedAt: instant(),
  },
  (t) => [
    check("a_clue_ends_with_a_result", sql`(${t.concludedAt} is null) = (${t.result} is null)`),
    check("a_clue_has_a_known_result", sql`${t.result} is null or ${oneOf(t.result, CLUE_RESULTS)}`),
    uniqueIndex("a_complaint_is_one_clue_at_a_time").on(t.complaintId).where(sql`${t.returnedAt} is null`),
    index("clue_by_arrival").on(t.arrivedAt, t.id),
  ],
);

/** 回避: who is complained of in a matter, or whose whole department is, and so must not know of it. */
export const recusal = pgTable(
  "recusal",
  {
    id: id(),
    complaintId: ofComplaint(),
    personId: uuid().references(() => person.id),
    departmentId: uuid().references(() => department.id),
    byId: uuid()
      .notNull()
      .references(() => person.id),
    at: instant().notNull(),
    reason: text().notNull(),
  },
  (t) => [
    check(
      "a_recusal_is_of_somebody_or_of_a_department",
      sql`num_nonnulls(${t.personId}, ${t.departmentId}) = 1`,
    ),
    unique("somebody_is_recused_once").on(t.complaintId, t.personId, t.departmentId).nullsNotDistinct(),
    index("recusal_by_person").on(t.personId),
    index("recusal_by_department").on(t.departmentId),
  ],
);
