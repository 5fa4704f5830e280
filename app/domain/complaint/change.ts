import type { Case, Entity, Rows } from "./complaint.ts";

/** One row added or changed by an act. An event keeps them, so that rows can be rebuilt and compared. */
export type Change = {
  [E in Entity]: { entity: E; id: string; isNew: boolean; set: Partial<Rows[E]> };
}[Entity];

/** A new row, whole. */
export function add<E extends Entity>(entity: E, row: Rows[E]): Change {
  return { entity, id: row.id, isNew: true, set: row } as Change;
}

/** New values for some columns of a row. */
export function patch<E extends Entity>(entity: E, id: string, set: Partial<Rows[E]>): Change {
  return { entity, id, isNew: false, set } as Change;
}

/** The case as it is after the changes; the given one is left as it was. */
export function applyChanges(matter: Case, changes: readonly Change[]): Case {
  const next = { ...matter };
  for (const change of changes) {
    if (change.entity === "complaint") next.complaint = { ...next.complaint, ...change.set };
    else applyToRows(next, change);
  }
  return next;
}

function applyToRows(next: Case, change: Exclude<Change, { entity: "complaint" }>) {
  const rows = next[change.entity] as { id: string }[];
  const changed = change.isNew
    ? [...rows, change.set as { id: string }]
    : rows.map((row) => (row.id === change.id ? { ...row, ...change.set } : row));
  (next as unknown as Record<string, unknown>)[change.entity] = changed;
}
