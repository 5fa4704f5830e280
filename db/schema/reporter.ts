import { sql } from "drizzle-orm";
import { check, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, id, instant } from "../columns.ts";
import { liaisonPoint, person } from "./people.ts";

/**
 * Who reports: the one place that says so. A complaint carries a reporter's id, which says nothing; whoever may not
 * read this table can't learn from any other who it was. Of a sealed one this table doesn't say it either.
 */
export const reporter = pgTable(
  "reporter",
  {
    id: id(),
    liaisonPointId: uuid().references(() => liaisonPoint.id),
    personId: uuid().references(() => person.id),
    /** Who it was, in an envelope that the broker alone can open. */
    sealed: bytes(),
    /** The mark by which an enterprise finds its own sealed matters; the broker alone can make it. */
    owner: text(),
  },
  (t) => [
    unique("a_contact_reports_for_a_point_under_one_name").on(t.liaisonPointId, t.personId),
    check(
      "a_reporter_is_either_known_or_sealed",
      sql`num_nonnulls(${t.liaisonPointId}, ${t.personId}) = 2 and num_nonnulls(${t.sealed}, ${t.owner}) = 0
        or num_nonnulls(${t.liaisonPointId}, ${t.personId}) = 0 and num_nonnulls(${t.sealed}, ${t.owner}) = 2`,
    ),
    index("reporter_by_person").on(t.personId),
    index("reporter_by_owner").on(t.owner).where(sql`${t.owner} is not null`),
  ],
);

/** The sealed reporters whose enterprise has something to read, until the broker has told it so. */
export const sealedNews = pgTable("sealed_news", {
  reporterId: uuid()
    .primaryKey()
    .references(() => reporter.id),
  since: instant().notNull(),
});
