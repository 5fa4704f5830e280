import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { chained, code, id, instant } from "../columns.ts";
import type { ActorKind, ComplaintStatus, OpeningKind } from "../vocabulary.ts";
import { complaint } from "./complaint.ts";
import { person } from "./people.ts";

/**
 * Everything that ever happened to a complaint. Append only: a trigger refuses update and delete,
 * numbers the events of a complaint and chains each to the one before by SHA-256 over every column.
 */
export const event = pgTable(
  "event",
  {
    id: id(),
    complaintId: uuid()
      .notNull()
      .references(() => complaint.id),
    command: text().notNull(),
    actorKind: code<ActorKind>().notNull(),
    actorId: uuid().references(() => person.id),
    assignmentId: uuid(),
    at: instant().notNull(),
    fromStatus: code<ComplaintStatus>(),
    toStatus: code<ComplaintStatus>().notNull(),
    /** What was said, as it was said: the values of the form. */
    said: jsonb().$type<Record<string, unknown>>().notNull(),
    /** What the rows became: enough to rebuild them. */
    changes: jsonb().$type<unknown[]>().notNull(),
    /** The form that caused it; a form sent twice acts once. */
    commandId: uuid().unique("a_form_acts_once"),
    version: integer().notNull(),
    ...chained(),
  },
  (t) => [
    uniqueIndex("an_event_has_its_place").on(t.complaintId, t.seq),
    index("event_by_time").on(t.at, t.id),
    index("event_by_person").on(t.actorId, t.at, t.id),
    index("event_by_number").on(t.number),
  ],
);

/** The chain of what concerns no complaint. */
export const NO_COMPLAINT = "00000000-0000-0000-0000-000000000000";

/** The chain of an opening, in SQL: spelled as in its index. */
export const openingChain = sql.raw(`coalesce(opening.complaint_id, '${NO_COMPLAINT}')`);

/**
 * Everybody who looked at a complaint that isn't theirs by nature. Append only and chained as events are; those
 * that have been kept for long enough are removed, and the removal is an opening too.
 */
export const opening = pgTable(
  "opening",
  {
    id: id(),
    /** None where a whole list was taken away. */
    complaintId: uuid().references(() => complaint.id),
    what: code<OpeningKind>().notNull(),
    actorKind: code<ActorKind>().notNull(),
    actorId: uuid().references(() => person.id),
    at: instant().notNull(),
    /** Which file, which rows of the list. */
    said: jsonb().$type<Record<string, unknown>>().notNull(),
    ...chained(),
  },
  (t) => [
    uniqueIndex("an_opening_has_its_place").on(
      sql`coalesce(${t.complaintId}, ${sql.raw(`'${NO_COMPLAINT}'`)})`,
      t.seq,
    ),
    index("opening_by_time").on(t.at, t.id),
    index("opening_by_person").on(t.actorId, t.at, t.id),
    index("opening_by_number").on(t.number),
  ],
);
