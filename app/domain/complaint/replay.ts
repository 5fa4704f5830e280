import type { Change } from "./change.ts";
import type { Entity } from "./complaint.ts";

/** What an event keeps of the rows that its act wrote. Read back from the database, instants are text. */
export interface Recorded {
  changes: readonly unknown[];
}

/** Columns that no event keeps, because they say who reported. */
export const UNTOLD: readonly string[] = ["reporterId", "draftId", "namedPoint"];

/** Rows by the name of their table and their id. */
export type Replayed = Map<Entity, Map<string, Record<string, unknown>>>;

/**
 * Folds events, in their order, into the rows that they made. Pure. A change of a row that no event has
 * added leaves a row with those columns alone, which the comparison then finds.
 */
export function replay(events: readonly Recorded[]): Replayed {
  const rows: Replayed = new Map();
  for (const { entity, id, set } of events.flatMap(({ changes }) => changes as readonly Change[])) {
    const ofTable = rows.get(entity) ?? new Map<string, Record<string, unknown>>();
    ofTable.set(id, { ...ofTable.get(id), ...set });
    rows.set(entity, ofTable);
  }
  return rows;
}

/** Columns that the events tell otherwise than the rows; for a row that one side lacks, all its columns. */
export function differingColumns(
  told: Record<string, unknown> | undefined,
  kept: Record<string, unknown> | undefined,
): string[] {
  const columns = new Set([...Object.keys(told ?? {}), ...Object.keys(kept ?? {})]);
  return [...columns].filter((column) => normal(told?.[column]) !== normal(kept?.[column]));
}

/** One spelling for one value: an instant is the same as a Date and as the text that JSON made of it. */
function normal(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  return JSON.stringify(value ?? null);
}
