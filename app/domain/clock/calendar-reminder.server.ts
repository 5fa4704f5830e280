import { and, eq, sql } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import { worker } from "../access/actor.ts";
import { withActor } from "../access/with-actor.server.ts";
import { writeNotices } from "../notice/tell.server.ts";
import { newId } from "../people/new-id.ts";
import { loadCalendar } from "./calendar.server.ts";
import { addDays, dayOf, yearOf } from "./day.ts";

const AHEAD_DAYS = 60;
/** Any number, as long as it stays the same: two workers tell one after the other, and the second nobody. */
const REMINDER_LOCK = 2_208_002;

/**
 * Tells the system administrators, once for each year, that a year begins within 60 days whose days off nobody has
 * entered. Answers to how many.
 */
export function remindOfCalendar(at: Date): Promise<number> {
  return withActor(worker, "act", async (tx) => {
    const year = yearOf(addDays(dayOf(at), AHEAD_DAYS));
    if ((await loadCalendar(tx)).years.has(year)) return 0;
    await tx.execute(sql`select pg_advisory_xact_lock(${REMINDER_LOCK})`);
    const { notice, person } = schema;
    const told = await tx.$count(
      notice,
      and(eq(notice.kind, "calendarMissing"), eq(notice.number, `${year}`)),
    );
    if (told > 0) return 0;
    const people = await tx
      .select({ personId: person.id, locale: person.locale, mailing: person.mailing })
      .from(person)
      .where(and(eq(person.role, "sysadmin"), eq(person.status, "active")));
    const kind = "calendarMissing" as const;
    const all = people.map((one) => ({
      ...one,
      kind,
      number: `${year}`,
      dueOn: null,
      complaintId: null,
      path: `/admin/calendar/${year}`,
    }));
    await writeNotices(tx, all, { eventId: newId(), createdAt: at, journey: null });
    return all.length;
  });
}
