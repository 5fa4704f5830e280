import { and, asc, count, eq, isNull } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { seen } from "../figure/dictionary.server.ts";

const { liaisonPoint, complaint } = schema;

/** Every liaison point by its code, with what it ever submitted and what of it is still open. */
export async function listPoints(tx: Tx) {
  const all = counts(tx).as("all_of_point");
  const open = counts(tx, true).as("open_of_point");
  return tx
    .select({
      code: liaisonPoint.code,
      name: liaisonPoint.name,
      district: liaisonPoint.district,
      industry: liaisonPoint.industry,
      size: liaisonPoint.size,
      status: liaisonPoint.status,
      submitted: all.count,
      open: open.count,
    })
    .from(liaisonPoint)
    .leftJoin(all, eq(all.pointId, liaisonPoint.id))
    .leftJoin(open, eq(open.pointId, liaisonPoint.id))
    .orderBy(asc(liaisonPoint.code));
}

function counts(tx: Tx, onlyOpen = false) {
  return tx
    .select({ pointId: complaint.liaisonPointId, count: count().as("count") })
    .from(complaint)
    .where(and(seen, onlyOpen ? isNull(complaint.endedAt) : undefined))
    .groupBy(complaint.liaisonPointId);
}
