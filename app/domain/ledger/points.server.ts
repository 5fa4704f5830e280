import { asc, count, eq, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { seen } from "../figure/dictionary.server.ts";

const { liaisonPoint, complaint } = schema;

/** Every liaison point by its code, with what it ever submitted and what of it is still open. */
export function listPoints(tx: Tx) {
  const counted = tx
    .select({
      pointId: complaint.liaisonPointId,
      submitted: count().as("submitted"),
      open: sql<number>`(count(*) filter (where ${complaint.endedAt} is null))::int`.as("open"),
    })
    .from(complaint)
    .where(seen)
    .groupBy(complaint.liaisonPointId)
    .as("counted");
  return tx
    .select({
      code: liaisonPoint.code,
      name: liaisonPoint.name,
      district: liaisonPoint.district,
      industry: liaisonPoint.industry,
      size: liaisonPoint.size,
      status: liaisonPoint.status,
      submitted: counted.submitted,
      open: counted.open,
    })
    .from(liaisonPoint)
    .leftJoin(counted, eq(counted.pointId, liaisonPoint.id))
    .orderBy(asc(liaisonPoint.code));
}
