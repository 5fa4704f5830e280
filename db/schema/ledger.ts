import { sql } from "drizzle-orm";
import { check, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "../columns.ts";
import { person } from "./people.ts";

/** A view of the ledger that somebody keeps for themselves: the address's own query, under a name. */
export const ledgerView = pgTable(
  "ledger_view",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    name: text().notNull(),
    query: text().notNull(),
    savedAt: instant().notNull(),
  },
  (t) => [
    check("a_view_has_a_name", sql`length(${t.name}) between 1 and 20`),
    uniqueIndex("a_person_names_a_view_once").on(t.personId, t.name),
  ],
);
