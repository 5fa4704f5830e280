import { type SQL, sql } from "drizzle-orm";
import type { Day } from "./day.ts";
import type { Watched } from "./ladder.ts";

const onDay = (instant: SQL) => sql`(${instant} at time zone 'Asia/Shanghai')::date`;

/**
 * The running clocks of each kind that are due up to a day, as rows of (complaint_id, number, assignment_id,
 * measure_id, due_on, begun_on). They go in by the open complaints' own index, of which there are few; that
 * the rules agree on what runs is `watchedClock`'s to say, which decides again what is found here.
 */
export const runningClocks: Record<Watched, (upTo: Day) => SQL> = {
  // In the departments' hands a complaint is due when its first open assignment is.
  reply: (upTo) => sql`
    select c.id as complaint_id, c.number, a.id as assignment_id, null::uuid as measure_id, a.reply_due_on as due_on,
           greatest(${onDay(sql`a.due_from`)},
             (select max(p.to_on) from pause p where p.complaint_id = c.id and p.assignment_id = a.id),
             (select ${onDay(sql`e.ruled_at`)} from extension e where e.assignment_id = a.id and e.granted)) as begun_on
      from complaint c join assignment a on a.complaint_id = c.id
     where c.status = 'handling' and c.due_on <= ${upTo}::date
       and a.status in ('dispatched', 'signed', 'redo') and a.reply_due_on <= ${upTo}::date`,
  measure: (upTo) => sql`
    select c.id as complaint_id, c.number, a.id as assignment_id, m.id as measure_id, m.due_on,
           ${onDay(sql`coalesce(m.reported_at, m.promised_at)`)} as begun_on
      from complaint c join assignment a on a.complaint_id = c.id join measure m on m.assignment_id = a.id
     where c.status in ('handling', 'verifying', 'feedback', 'rectifying', 'clearing')
       and a.status <> 'recalled' and m.status = 'promised' and m.due_on <= ${upTo}::date`,
  signing: (upTo) => sql`
    select c.id as complaint_id, c.number, a.id as assignment_id, null::uuid as measure_id, a.sign_due_on as due_on,
           ${onDay(sql`a.dispatched_at`)} as begun_on
      from complaint c join assignment a on a.complaint_id = c.id
     where c.status = 'handling' and a.status = 'dispatched' and a.sign_due_on <= ${upTo}::date`,
  // A refusal has a clock only while a review of it waits for its answer.
  step: (upTo) => sql`${ownClock(upTo)}
       and (c.status in ('submitted', 'accepted', 'clue', 'verifying', 'clearing')
         or c.status = 'declined' and c.due_rule = 'reviewAnswer')`,
  lookBack: (upTo) => sql`${ownClock(upTo)} and c.status = 'closed'`,
};

const ownClock = (upTo: Day) => sql`
    select c.id as complaint_id, c.number, null::uuid as assignment_id, null::uuid as measure_id, c.due_on,
           ${onDay(sql`c.due_from`)} as begun_on
      from complaint c where c.due_on <= ${upTo}::date`;
