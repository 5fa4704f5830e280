import { and, asc, count, eq, gt, ilike, inArray, isNull, or, type SQL, sql, sum } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { District, Industry, PointStatus } from "../../../db/vocabulary.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { seen } from "../figure/dictionary.server.ts";
import { unreachablePoints } from "../notice/unreachable.server.ts";

const { liaisonPoint, complaint, person, reporter } = schema;

export interface PointFilter {
  /** Part of a name, or how a code begins. */
  q?: string;
  status?: PointStatus;
  district?: District;
  industry?: Industry;
  /** The code after which the page begins. */
  after?: string;
  limit?: number;
}

/** Liaison points by their code, with what each ever submitted, what of it was solved and what is still open. */
export function listPoints(tx: Tx, { after, limit, ...filter }: PointFilter = {}) {
  // Counts each out of an index of its own: all that ever came, what was solved, and the few that are open.
  const submitted = countsBy(tx, "submitted", undefined);
  const solved = countsBy(tx, "solved", and(eq(complaint.status, "closed"), eq(complaint.solved, true)));
  const opened = countsBy(tx, "opened", isNull(complaint.endedAt));
  const query = tx
    .select({
      id: liaisonPoint.id,
      code: liaisonPoint.code,
      name: liaisonPoint.name,
      district: liaisonPoint.district,
      industry: liaisonPoint.industry,
      size: liaisonPoint.size,
      status: liaisonPoint.status,
      submitted: sql<number>`coalesce(${submitted.count}, 0)::int`,
      solved: sql<number>`coalesce(${solved.count}, 0)::int`,
      open: sql<number>`coalesce(${opened.count}, 0)::int`,
    })
    .from(liaisonPoint)
    .leftJoin(submitted, eq(submitted.pointId, liaisonPoint.id))
    .leftJoin(solved, eq(solved.pointId, liaisonPoint.id))
    .leftJoin(opened, eq(opened.pointId, liaisonPoint.id))
    .where(and(conditionOf(filter), after ? gt(liaisonPoint.code, after) : undefined))
    .orderBy(asc(liaisonPoint.code));
  return limit === undefined ? query : query.limit(limit);
}

/** How many points a filter leaves. */
export const countPoints = (tx: Tx, filter: PointFilter) => tx.$count(liaisonPoint, conditionOf(filter));

function countsBy(tx: Tx, name: string, condition: SQL | undefined) {
  const each = tx
    .select({ reporterId: complaint.reporterId, count: count().as("of_one") })
    .from(complaint)
    .where(and(seen, condition))
    .groupBy(complaint.reporterId)
    .as(`${name}_each`);
  return tx
    .select({ pointId: reporter.liaisonPointId, count: sum(each.count).as(`${name}_count`) })
    .from(each)
    .innerJoin(reporter, eq(reporter.id, each.reporterId))
    .groupBy(reporter.liaisonPointId)
    .as(name);
}

function conditionOf({ q, status, district, industry }: PointFilter): SQL | undefined {
  const like = q?.replaceAll(/[\\%_]/g, "\\$&");
  return and(
    status && eq(liaisonPoint.status, status),
    district && eq(liaisonPoint.district, district),
    industry && eq(liaisonPoint.industry, industry),
    like ? or(ilike(liaisonPoint.name, `%${like}%`), ilike(liaisonPoint.code, `${like}%`)) : undefined,
  );
}

/** Whether mail reaches a point: not while it is a task that one of its active contacts gets none; null without any. */
export type Reach = "reachable" | "unreachable" | null;

/** Of each of these points, whether mail reaches every active contact. */
export async function reachOf(tx: Tx, pointIds: string[]): Promise<Map<string, Reach>> {
  const lost = await unreachablePoints(tx, pointIds);
  const contacts = await tx
    .selectDistinct({ pointId: person.liaisonPointId })
    .from(person)
    .where(and(inArray(person.liaisonPointId, pointIds), eq(person.status, "active")));
  const withContact = new Set(contacts.map(({ pointId }) => pointId));
  return new Map(
    pointIds.map((id) => [id, lost.has(id) ? "unreachable" : withContact.has(id) ? "reachable" : null]),
  );
}
