import { sql } from "drizzle-orm";
import { bigint, date, integer, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** Primary key: a version 7 uuid, made by the application so that pure rules can name the rows they add. */
export const id = () => uuid().primaryKey();

/** A calendar day in Asia/Shanghai, "2026-11-22". */
export const day = () => date({ mode: "string" });

/** An instant. */
export const instant = () => timestamp({ withTimezone: true, mode: "date" });

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
