import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytes, id, instant } from "../columns.ts";
import { person } from "./people.ts";

const owner = () => uuid().references(() => person.id);

/** A key that a device or a password manager keeps for its person; here is only what it is checked by. */
export const passkey = pgTable(
  "passkey",
  {
    id: id(),
    personId: owner().notNull(),
    /** What the browser calls it, base64url. */
    credentialId: text().notNull().unique(),
    publicKey: bytes().notNull(),
    /** Rises with each use on devices that count; one that falls is a copy. */
    counter: bigint({ mode: "number" }).notNull(),
    transports: text().array().notNull(),
    name: text().notNull(),
    createdAt: instant().notNull(),
    lastUsedAt: instant(),
  },
  (t) => [index("passkey_by_person").on(t.personId)],
);

/** What an authenticator app reckons its codes from (RFC 6238), sealed with the application's secret. */
export const totp = pgTable("totp", {
  personId: owner().primaryKey(),
  sealed: bytes().notNull(),
  /** The step of the last code that was taken: a code works once. */
  lastStep: bigint({ mode: "number" }).notNull(),
  createdAt: instant().notNull(),
});

/** A code for the day on which the other factors are lost: kept by its hash, good for once. */
export const recoveryCode = pgTable(
  "recovery_code",
  {
    id: id(),
    personId: owner().notNull(),
    hash: bytes().notNull(),
    usedAt: instant(),
  },
  (t) => [index("recovery_code_by_person").on(t.personId)],
);

/** How often somebody was asked to prove who they are within a day, and didn't. */
export const proofCount = pgTable(
  "proof_count",
  {
    personId: owner().primaryKey(),
    since: instant().notNull(),
    count: integer().notNull(),
  },
  (t) => [check("tries_are_counted_from_none", sql`${t.count} >= 0`)],
);
