import { sql } from "drizzle-orm";
import { bigint, customType, date, integer, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** Primary key: a version 7 uuid, made by the application so that pure rules can name the rows they add. */
export const id = () => uuid().primaryKey();

/** Bytes as they are. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** A calendar day in Asia/Shanghai, "2026-11-22". */
export const day = () => date({ mode: "string" });

/** An instant. */
export const instant = () => timestamp({ withTimezone: true, mode: "date" });

/**
 * What the database adds to a row of the trail, in `chain_row` of guards.sql. `hash` covers every other column, what
 * was said by its digest alone: with its salt gone it can be erased, and the chain stays whole.
 */
export const chained = () => ({
  seq: integer().notNull().default(0),
  number: text().notNull().default(""),
  salt: uuid(),
  digest: text().notNull().default(""),
  previousHash: text().notNull().default(""),
  hash: text().notNull().default(""),
});

/** Counts the changes of a row that people edit; a form that carries an older one is stale. */
export const version = () => integer().notNull().default(1);

/** A closed list kept as text, checked by `listCheck` where the table is declared. */
export const code = <T extends string>() => text().$type<T>();

/** The columns of every kind of stored file; the bytes lie under `storageKey` in the uploads folder. */
export const fileColumns = () => ({
  id: id(),
  name: text().notNull(),
  type: text().notNull(),
  bytes: bigint({ mode: "number" }).notNull(),
  sha256: text().notNull(),
  storageKey: text().notNull(),
});

/** `column in ('a', 'b')` for a check constraint. */
export const oneOf = (column: unknown, values: readonly string[]) =>
  sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(", "))})`;
