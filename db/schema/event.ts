import { integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { code, id, instant } from "../columns.ts";
import type { ActorKind, ComplaintStatus } from "../vocabulary.ts";
import { complaint } from "./complaint.ts";
import { person } from "./people.ts";

/**
 * Everything that ever happened to a complaint. Append only: a trigger refuses update and delete,
 * numbers the events of a complaint and chains each to the one before by SHA-256.
 */
export const event = pgTable(
  "event",
  {
    id: id(),
    complaintId: uuid()
      .notNull()
      .references(() => complaint.id),
    seq: integer().notNull().default(0),
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
    previousHash: text().notNull().default(""),
    hash: text().notNull().default(""),
  },
  (t) => [uniqueIndex("an_event_has_its_place").on(t.complaintId, t.seq)],
);
