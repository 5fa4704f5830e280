import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  pgView,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { code, id, instant, oneOf } from "../columns.ts";
import {
  type ActorKind,
  CHAIN_KINDS,
  type ChainKind,
  ERASURE_GROUNDS,
  type ErasureGround,
} from "../vocabulary.ts";
import { complaint } from "./complaint.ts";
import { person } from "./people.ts";

/** The head of each chain, kept by the trigger that chains; `coveredSeq` is the last row that a checkpoint covers. */
export const chain = pgTable(
  "chain",
  {
    kind: code<ChainKind>().notNull(),
    /** NO_COMPLAINT for what concerns none. */
    complaintId: uuid().notNull(),
    seq: integer().notNull(),
    hash: text().notNull(),
    coveredSeq: integer().notNull().default(0),
    // Besides, because an index on what each row changes would have to be changed with each row.
    isCovered: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.complaintId] }),
    check("a_chain_has_a_kind", oneOf(t.kind, CHAIN_KINDS)),
    index("chain_uncovered").on(t.kind, t.complaintId).where(sql`not ${t.isCovered}`),
  ],
);

/**
 * A signed statement of all that the chains hold up to an instant: a Merkle root over the rows since the checkpoint
 * before, whose hash it carries on. Append only, and copied outside the database.
 */
export const checkpoint = pgTable("checkpoint", {
  nth: integer().primaryKey(),
  // No finer than the clock that signs, so that nothing of it is unsigned.
  at: timestamp({ withTimezone: true, mode: "date", precision: 3 }).notNull(),
  /** Of all chains up to here, as the rows of the trail stand. */
  events: integer().notNull(),
  openings: integer().notNull(),
  chains: integer().notNull(),
  /** How many rows this checkpoint is over. */
  leaves: integer().notNull(),
  root: text().notNull(),
  previousHash: text().notNull(),
  hash: text().notNull(),
  /** Ed25519 over the hash, base64. */
  signature: text().notNull(),
});

/** One row of the trail in its checkpoint; it stays when an opening is removed after years. */
export const checkpointLeaf = pgTable(
  "checkpoint_leaf",
  {
    nth: integer().notNull(),
    place: integer().notNull(),
    kind: code<ChainKind>().notNull(),
    complaintId: uuid().notNull(),
    seq: integer().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.nth, t.place] }),
    unique("a_row_is_in_one_checkpoint").on(t.kind, t.complaintId, t.seq),
  ],
);

/** On what ground what was said about a complaint was erased; without one, an empty row is a broken one. */
export const erasure = pgTable(
  "erasure",
  {
    id: id(),
    complaintId: uuid()
      .notNull()
      .references(() => complaint.id),
    at: instant().notNull(),
    ground: code<ErasureGround>().notNull(),
    /** Who approved it; nobody, where it was done again on a backup that doesn't know that person. */
    byId: uuid().references(() => person.id),
  },
  (t) => [
    check("an_erasure_has_a_ground", oneOf(t.ground, ERASURE_GROUNDS)),
    index("erasure_by_complaint").on(t.complaintId),
  ],
);

/** What came of each check of the whole trail. */
export const trailCheck = pgTable("trail_check", {
  id: id(),
  at: instant().notNull(),
  events: integer().notNull(),
  chains: integer().notNull(),
  checkpoints: integer().notNull(),
  broken: integer().notNull(),
});

/** All that an auditor reads: who, what, when, on which number. Of an enterprise's people no name (guards.sql). */
export const trail = pgView("trail", {
  id: uuid().notNull(),
  /** Of a chain, or what was done to rights and to settings. */
  kind: code<"event" | "opening" | "rights" | "setting">().notNull(),
  what: text().notNull(),
  at: instant().notNull(),
  /** A complaint's, a request's, a year, or a period's rule. */
  number: text().notNull(),
  actorKind: code<ActorKind>().notNull(),
  actorId: uuid(),
  name: text(),
  nameEn: text(),
  /** Whose rights. */
  about: text(),
  aboutEn: text(),
}).existing();

/** Up to where the trail is signed, and what came of its latest check: for an auditor, who reads neither table. */
export const trailState = pgView("trail_state", {
  nth: integer(),
  at: instant(),
  events: integer(),
  openings: integer(),
  chains: integer(),
  checkedAt: instant(),
  broken: integer(),
}).existing();
