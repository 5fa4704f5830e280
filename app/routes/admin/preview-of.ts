import { type PlannedPoint, type PointPlan, seenOf } from "../../domain/people/point-plan.ts";

/** As much as somebody reads on one page; the counts are of everything. */
const MOST_SHOWN = 500;

const order = { changed: 0, new: 1, unchanged: 2 } as const;

/** A plan as its page shows it: the rows that moved since it was seen first, then by what would happen. */
export function previewOf(plan: PointPlan, moved: readonly number[] = []) {
  const isMoved = new Set(moved);
  const rows = plan.rows
    .map((row) => rowOf(row, isMoved.has(row.point.row)))
    .sort((a, b) => Number(b.isMoved) - Number(a.isMoved) || order[a.outcome] - order[b.outcome]);
  const { faults } = plan;
  const count = (outcome: PlannedPoint["outcome"]) => rows.filter((row) => row.outcome === outcome).length;
  return {
    counts: { new: count("new"), changed: count("changed"), unchanged: count("unchanged") },
    rowCount: rows.length,
    rows: rows.slice(0, MOST_SHOWN),
    faultCount: faults.length,
    faults: faults.slice(0, MOST_SHOWN),
    hasMoved: moved.length > 0,
    seen: seenOf(plan),
  };
}

function rowOf({ point, known, outcome, changes, contact }: PlannedPoint, isMoved: boolean) {
  const { row, name, creditCode } = point;
  const newContact = contact ? null : point.contact;
  // A sheet says nothing of it: who is suspended stays so, whatever else is imported.
  const stays = known && known.status !== "active" ? known.status : null;
  return { row, name, creditCode, outcome, changes, newContact, stays, isMoved };
}
