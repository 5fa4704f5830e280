import { boolean, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { day, id, instant } from "../columns.ts";
import { complaint } from "./complaint.ts";
import { person } from "./people.ts";

const ofComplaint = () =>
  uuid()
    .notNull()
    .references(() => complaint.id);
const somebody = () =>
  uuid()
    .notNull()
    .references(() => person.id);

/** Somebody asks that one reader may know who reported a sealed matter: what for, and until when. */
export const unsealing = pgTable(
  "unsealing",
  {
    id: id(),
    complaintId: ofComplaint(),
    askedById: somebody(),
    readerId: somebody(),
    purpose: text().notNull(),
    /** The last day on which it may be opened. */
    untilOn: day().notNull(),
    askedAt: instant().notNull(),
    approvedAt: instant(),
    refusedAt: instant(),
    endedAt: instant(),
  },
  (t) => [index("unsealing_by_complaint").on(t.complaintId), index("unsealing_by_reader").on(t.readerId)],
);

/** What a custodian decided; the broker opens nothing without two who agree. Never changed. */
export const unsealingVote = pgTable(
  "unsealing_vote",
  {
    id: id(),
    complaintId: ofComplaint(),
    unsealingId: uuid()
      .notNull()
      .references(() => unsealing.id),
    custodianId: somebody(),
    approved: boolean().notNull(),
    reason: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [unique("a_custodian_decides_once").on(t.unsealingId, t.custodianId)],
);
