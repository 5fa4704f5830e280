import { sql } from "drizzle-orm";
import { boolean, check, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { code, id, instant, oneOf } from "../columns.ts";
import { ERASURE_GROUNDS, type ErasureGround } from "../vocabulary.ts";
import { complaint } from "./complaint.ts";
import { person } from "./people.ts";

/**
 * Somebody asks that what was said of an ended matter be erased, and another decides. Why it is asked stands in the
 * event alone, and is erased with it.
 */
export const erasureRequest = pgTable(
  "erasure_request",
  {
    id: id(),
    complaintId: uuid()
      .notNull()
      .references(() => complaint.id),
    ground: code<ErasureGround>().notNull(),
    askedById: uuid()
      .notNull()
      .references(() => person.id),
    askedAt: instant().notNull(),
    decidedById: uuid().references(() => person.id),
    decidedAt: instant(),
    approved: boolean(),
    /** When the matter was taken up again, so that there was nothing to decide any more. */
    droppedAt: instant(),
  },
  (t) => [
    check("a_request_to_erase_has_a_ground", oneOf(t.ground, ERASURE_GROUNDS)),
    check("an_erasure_takes_two_people", sql`${t.decidedById} <> ${t.askedById}`),
    uniqueIndex("a_matter_has_one_request_to_erase_at_a_time")
      .on(t.complaintId)
      .where(sql`${t.decidedAt} is null and ${t.droppedAt} is null`),
  ],
);
