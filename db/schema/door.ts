import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, id, instant } from "../columns.ts";
import { person } from "./people.ts";

/**
 * How many guesses are left to an account, an address, a device: only when its budget will be whole again. Keys are
 * keyed hashes, so that what was typed at the door makes no list of addresses.
 */
export const guessBudget = pgTable(
  "guess_budget",
  { key: bytes().primaryKey(), wholeAt: instant().notNull() },
  (t) => [index("guess_budget_by_wholeness").on(t.wholeAt)],
);

/** A browser from which somebody has signed in before. Only the hash of the cookie's secret is kept. */
export const knownDevice = pgTable(
  "known_device",
  {
    /** The browser's; two people of one office may use the same one. */
    id: text().notNull(),
    secretHash: bytes().notNull(),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    device: text().notNull(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    endsAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ name: "a_browser_is_known_once_to_a_person", columns: [t.id, t.personId] }),
    index("known_device_by_person").on(t.personId, t.lastSeenAt.desc()),
  ],
);

/** Passwords that somebody had before, where the profile asks that they don't come again. */
export const formerPassword = pgTable(
  "former_password",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    passwordHash: text().notNull(),
    endedAt: instant().notNull(),
  },
  (t) => [index("former_password_by_person").on(t.personId, t.endedAt.desc())],
);
