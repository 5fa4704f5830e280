import { inArray, sql } from "drizzle-orm";
import { schema } from "../../db/client.server.ts";
import type { Broker } from "../domain/access/actor.ts";
import { type Tx, withActor } from "../domain/access/with-actor.server.ts";
import { newId } from "../domain/people/new-id.ts";
import { type Keys, marksOf } from "./keys.ts";

const { liaisonPoint, opening, reporter } = schema;
const nobody: Broker = { kind: "broker", key: "" };
/** So many enterprises in one transaction at most; all matters of one go over together. */
const BATCH = 100;

/** The marks that every enterprise had before, with its present one. */
async function marksBefore(tx: Tx, keys: Keys): Promise<[before: string, present: string][]> {
  const points = await tx.select({ id: liaisonPoint.id }).from(liaisonPoint);
  return points.flatMap(({ id }) => {
    const [present, ...former] = marksOf(keys, id);
    return former.map((before): [string, string] => [before, present]);
  });
}

/**
 * Gives the sealed matters of every enterprise its present mark instead of a former one, and tells the trail how many.
 * No envelope is opened for that: also what was erased stays its enterprise's. Safe to repeat and to stop anywhere.
 */
export async function remarkOld(keys: Keys, at: Date): Promise<number> {
  if (keys.formerMarks.length === 0) return 0;
  const pairs = await withActor(nobody, "read", (tx) => marksBefore(tx, keys));
  let remarked = 0;
  for (let nth = 0; nth < pairs.length; nth += BATCH)
    remarked += await withActor(nobody, "write", (tx) => remarkBatch(tx, pairs.slice(nth, nth + BATCH), at));
  return remarked;
}

async function remarkBatch(tx: Tx, pairs: [string, string][], at: Date): Promise<number> {
  const before = sql.param(pairs.map(([one]) => one));
  const present = sql.param(pairs.map(([, one]) => one));
  const { rowCount } = await tx.execute(sql`
    update ${reporter} r set owner = m.present
      from unnest(${before}::text[], ${present}::text[]) m (before, present) where r.owner = m.before`);
  const count = rowCount ?? 0;
  if (count === 0) return 0;
  const what = { what: "reseal", said: { from: "mark", to: "mark", count } } as const;
  await tx.insert(opening).values({ id: newId(), complaintId: null, actorKind: "worker", at, ...what });
  return count;
}

/** How many matters are marked as only a former key does. */
export function formerlyMarked(keys: Keys): Promise<number> {
  return withActor(nobody, "read", async (tx) => {
    const before = (await marksBefore(tx, keys)).map(([one]) => one);
    return before.length === 0 ? 0 : tx.$count(reporter, inArray(reporter.owner, before));
  });
}
