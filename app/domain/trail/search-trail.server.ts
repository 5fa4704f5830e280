import { and, desc, eq, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { addDays, type Day } from "../clock/day.ts";

const { trail, trailState } = schema;
const PAGE = 50;

export interface TrailQuery {
  after: { createdAt: Date; id: string } | null;
  /** A number, or a part of the name or address of somebody who has one in the trail. */
  q?: string | null;
  /** A command or a kind of opening. */
  what?: string | null;
  /** Days in Asia/Shanghai, both within. */
  from?: Day | null;
  until?: Day | null;
}

/** One page of the trail, the latest first: who, what, when, on which number. */
export async function searchTrail(tx: Tx, { after, q, what, from, until }: TrailQuery) {
  const isLater = after
    ? or(lt(trail.at, after.createdAt), and(eq(trail.at, after.createdAt), lt(trail.id, after.id)))
    : undefined;
  const found = await tx
    .select()
    .from(trail)
    .where(
      and(
        isLater,
        // Also for itself, because an index on the time is read by a bound and not by an alternative.
        after ? sql`${trail.at} <= ${after.createdAt.toISOString()}` : undefined,
        await matching(tx, q),
        what ? eq(trail.what, what) : undefined,
        from ? gte(trail.at, midnight(from)) : undefined,
        until ? lt(trail.at, midnight(addDays(until, 1))) : undefined,
      ),
    )
    .orderBy(desc(trail.at), desc(trail.id))
    .limit(PAGE + 1);
  return { rows: found.slice(0, PAGE), hasMore: found.length > PAGE };
}

const midnight = (day: Day) => new Date(`${day}T00:00:00+08:00`);

/** What a search means: a number is known by its first letters, anything else is somebody. */
async function matching(tx: Tx, q: string | null | undefined): Promise<SQL | undefined> {
  if (!q) return undefined;
  if (/^HY/i.test(q)) return eq(trail.number, q.toUpperCase());
  const asked = `%${q.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const { rows } = await tx.execute<{ id: string }>(sql`select trail_people(${asked}) as id`);
  return inArray(
    trail.actorId,
    rows.map(({ id }) => id),
  );
}

/** Up to where the trail is signed, and what came of its latest check. */
export async function stateOfTrail(tx: Tx) {
  const [state] = await tx.select().from(trailState);
  return state;
}
