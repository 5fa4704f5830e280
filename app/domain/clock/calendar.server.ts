import { schema } from "../../../db/client.server.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { type Calendar, calendarOf } from "./calendar.ts";

/** How long a process goes by what it has read. What must not be missed anywhere waits so long. */
export const KEPT_MS = 10_000;
let kept: { calendar: Calendar; until: number } | undefined;

/** The calendar as the table has it, kept for a few seconds: it changes once a year. An empty one isn't kept. */
export async function loadCalendar(tx: Tx): Promise<Calendar> {
  if (kept && kept.until > performance.now()) return kept.calendar;
  const days = await tx.select().from(schema.calendarDay);
  const years = await tx.select().from(schema.calendarYear);
  const calendar = calendarOf(
    days,
    years.map((row) => row.year),
  );
  if (years.length > 0) kept = { calendar, until: performance.now() + KEPT_MS };
  return calendar;
}

/** Forgets the kept calendar, for who has just changed the table. */
export function forgetCalendar() {
  kept = undefined;
}
