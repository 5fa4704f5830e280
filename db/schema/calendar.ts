import { check, integer, pgTable, text } from "drizzle-orm/pg-core";
import { code, day, oneOf } from "../columns.ts";

/** Years whose days off are known; a date that touches another year is provisional. */
export const calendarYear = pgTable("calendar_year", { year: integer().primaryKey() });

/** The State Council's days off and make-up working days. */
export const calendarDay = pgTable(
  "calendar_day",
  {
    day: day().primaryKey(),
    kind: code<"holiday" | "makeUpWorkday">().notNull(),
    name: text().notNull(),
  },
  (t) => [check("a_special_day_is_off_or_made_up", oneOf(t.kind, ["holiday", "makeUpWorkday"]))],
);
