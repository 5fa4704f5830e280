import { eq } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { must } from "../access/actor.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { dayOf, yearOf } from "../clock/day.ts";
import type { Change } from "./change.ts";

const { urgingSeries } = schema;

/**
 * The number that the year's next urging letter has. The series stays locked until the end, so that nobody
 * else is given the same one; only `takeNumbers` uses it up, so that an act that comes to nothing leaves no gap.
 */
export async function nextUrging(tx: Tx, at: Date): Promise<{ year: number; serial: number }> {
  const year = yearOf(dayOf(at));
  await tx.insert(urgingSeries).values({ year, last: 0 }).onConflictDoNothing();
  const [row] = await tx.select().from(urgingSeries).where(eq(urgingSeries.year, year)).for("update");
  return { year, serial: must(row, "a series").last + 1 };
}

/** Counts the letters among the rows of an act. */
export async function takeNumbers(tx: Tx, changes: readonly Change[]): Promise<void> {
  for (const change of changes) {
    if (change.entity !== "urging" || !change.isNew) continue;
    const { year, serial } = change.set;
    await tx
      .update(urgingSeries)
      .set({ last: serial })
      .where(eq(urgingSeries.year, must(year, "a year")));
  }
}
