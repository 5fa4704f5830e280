import { and, asc, desc, eq, gte, lte, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { PersonActor } from "../access/actor.ts";
import { becomeRegistrar, type Tx, withActor } from "../access/with-actor.server.ts";
import { enqueueRedate } from "../notice/enqueue.server.ts";
import { newId } from "../people/new-id.ts";
import { forgetCalendar } from "./calendar.server.ts";
import type { CalendarDay } from "./calendar.ts";

const { calendarDay, calendarYear, calendarChange, person } = schema;

const inYear = (year: number) =>
  and(gte(calendarDay.day, `${year}-01-01`), lte(calendarDay.day, `${year}-12-31`));

/** The days of a year that depart from Monday to Friday, as the table has them. */
export const daysOfYear = (tx: Tx, year: number): Promise<CalendarDay[]> =>
  tx.select().from(calendarDay).where(inYear(year)).orderBy(asc(calendarDay.day));

/** The years that have been loaded, the newest first. */
export async function loadedYears(tx: Tx): Promise<number[]> {
  const rows = await tx.select().from(calendarYear).orderBy(desc(calendarYear.year));
  return rows.map((row) => row.year);
}

/** What was changed in a year, the latest first. */
export const changesOfYear = (tx: Tx, year: number) =>
  tx
    .select({
      id: calendarChange.id,
      at: calendarChange.at,
      by: person.name,
      byEn: person.nameEn,
      before: calendarChange.before,
      after: calendarChange.after,
    })
    .from(calendarChange)
    .innerJoin(person, eq(person.id, calendarChange.byId))
    .where(eq(calendarChange.year, year))
    .orderBy(desc(calendarChange.at), desc(calendarChange.id))
    .limit(20);

/** Any number, as long as it stays the same: two administrators change the calendar one after the other. */
const CALENDAR_LOCK = 2_208_001;

/**
 * Gives a year other days, which loads it if it wasn't, and has every date that depends on it reckoned anew.
 * `change` is given the days as they are; null from it leaves all as it was, and answers false.
 */
export function changeYear(
  actor: PersonActor,
  year: number,
  change: (before: CalendarDay[], isLoaded: boolean) => CalendarDay[] | null,
  at: Date,
): Promise<boolean> {
  return withActor(actor, "write", async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${CALENDAR_LOCK})`);
    const before = await daysOfYear(tx, year);
    const isLoaded = (await loadedYears(tx)).includes(year);
    const after = change(before, isLoaded);
    if (!after) return false;
    await tx.delete(calendarDay).where(inYear(year));
    if (after.length > 0) await tx.insert(calendarDay).values(after);
    if (!isLoaded) await tx.insert(calendarYear).values({ year });
    await tx.insert(calendarChange).values({ id: newId(), at, byId: actor.personId, year, before, after });
    await becomeRegistrar(tx);
    await enqueueRedate(tx, year);
    return true;
  }).finally(forgetCalendar);
}
