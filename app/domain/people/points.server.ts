import { and, asc, eq, ilike, or, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { District, Industry, PointSize, PointStatus } from "../../../db/vocabulary.ts";
import { must, type PersonActor } from "../access/actor.ts";
import { type Tx, withActor } from "../access/with-actor.server.ts";
import type { Day } from "../clock/day.ts";
import { newId } from "./new-id.ts";
import { pointCode } from "./point-plan.ts";

const { liaisonPoint, person } = schema;
const PAGE = 50;

const columns = {
  id: liaisonPoint.id,
  code: liaisonPoint.code,
  name: liaisonPoint.name,
  shortName: liaisonPoint.shortName,
  creditCode: liaisonPoint.creditCode,
  district: liaisonPoint.district,
  industry: liaisonPoint.industry,
  size: liaisonPoint.size,
  status: liaisonPoint.status,
  termStartsOn: liaisonPoint.termStartsOn,
  termEndsOn: liaisonPoint.termEndsOn,
  version: liaisonPoint.version,
};

export interface PointsQuery {
  q?: string;
  status?: PointStatus;
  /** The code at which the page before ended. */
  after?: string;
}

/** One page of the liaison points by code, each with the number of its active contacts. */
export async function pointsOf(tx: Tx, { q, status, after }: PointsQuery) {
  const pattern = `%${(q ?? "").replaceAll(/[\\%_]/g, "\\$&")}%`;
  const contacts = tx.$count(
    person,
    and(eq(person.liaisonPointId, liaisonPoint.id), eq(person.status, "active")),
  );
  const { name, code, creditCode } = liaisonPoint;
  // By length first, so that LXD-1000 comes after LXD-999.
  const order = sql`(length(${code}), ${code})`;
  const rows = await tx
    .select({ ...columns, contacts })
    .from(liaisonPoint)
    .where(
      and(
        q ? or(ilike(name, pattern), ilike(code, pattern), ilike(creditCode, pattern)) : undefined,
        status ? eq(liaisonPoint.status, status) : undefined,
        after ? sql`${order} > (length(${after}::text), ${after}::text)` : undefined,
      ),
    )
    .orderBy(asc(sql`length(${code})`), asc(code))
    .limit(PAGE + 1);
  return { rows: rows.slice(0, PAGE), hasMore: rows.length > PAGE };
}

/** The liaison point of a contact person. */
export async function ownPointOf(tx: Tx, actor: PersonActor) {
  const [row] = await tx
    .select(columns)
    .from(liaisonPoint)
    .where(eq(liaisonPoint.id, must(actor.liaisonPointId, "liaison point")));
  return must(row, "liaison point");
}

/** One liaison point by its code, or undefined. */
export async function pointOf(tx: Tx, code: string) {
  const [row] = await tx.select(columns).from(liaisonPoint).where(eq(liaisonPoint.code, code));
  return row;
}

export interface PointInput {
  name: string;
  /** As the lists show it; the name where it is empty. */
  shortName: string;
  district: District;
  industry: Industry;
  size: PointSize;
  status: PointStatus;
  termStartsOn: Day;
  termEndsOn: Day | null;
}

export type PointFault = "codeTaken" | "stale";
export type KeptPoint = { ok: true; code: string } | { ok: false; fault: PointFault };

/**
 * Makes every other writer of the list wait for this transaction, so that codes are given out once.
 * The points are written under the administrator's own role: the database refuses every other.
 */
export async function lockPoints(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table ${liaisonPoint} in share row exclusive mode`);
}

/** The serial of the next code to be given out. The list must be locked. */
export async function nextSerial(tx: Tx): Promise<number> {
  const serial = sql<number>`coalesce(max(substring(${liaisonPoint.code} from '^LXD-([0-9]{1,8})$')::int), 0) + 1`;
  const [row] = await tx.select({ serial }).from(liaisonPoint);
  return row?.serial ?? 1;
}

/** Appoints a liaison point under the next code. */
export function addPoint(actor: PersonActor, creditCode: string, input: PointInput): Promise<KeptPoint> {
  return withActor(actor, "write", async (tx) => {
    await lockPoints(tx);
    const isTaken = (await tx.$count(liaisonPoint, eq(liaisonPoint.creditCode, creditCode))) > 0;
    if (isTaken) return { ok: false, fault: "codeTaken" };
    const code = pointCode(await nextSerial(tx));
    await tx.insert(liaisonPoint).values({ id: newId(), code, creditCode, ...rowOf(input) });
    return { ok: true, code };
  });
}

/** Changes a liaison point, unless somebody else did since `version`. */
export function changePoint(
  actor: PersonActor,
  code: string,
  version: number,
  input: PointInput,
): Promise<KeptPoint> {
  return withActor(actor, "write", async (tx) => {
    const changed = await tx
      .update(liaisonPoint)
      .set({ ...rowOf(input), version: version + 1 })
      .where(and(eq(liaisonPoint.code, code), eq(liaisonPoint.version, version)))
      .returning({ code: liaisonPoint.code });
    return changed.length === 0 ? { ok: false, fault: "stale" } : { ok: true, code };
  });
}

const rowOf = (input: PointInput) => ({ ...input, shortName: input.shortName || input.name });
