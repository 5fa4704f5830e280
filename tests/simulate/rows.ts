import type pg from "pg";
import type { Day } from "./office-days.ts";

/** One question to the database behind the application's back. */
export type Ask = <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>;

/** An event with the columns that it wrote. */
export interface EventRow {
  number: string;
  command: string;
  at: Date;
  changes: { entity: string; id: string; set: Record<string, unknown> }[];
  status: string;
}

export interface StepRow {
  number: string;
  assignment_id: string | null;
  measure_id: string | null;
  rung: string;
  due_on: Day;
  climbed_at: Date;
}

export interface NoticeRow {
  id: string;
  person_id: string;
  kind: string;
  number: string;
  created_at: Date;
  digest_id: string | null;
}

export interface MailRow {
  id: string;
  person_id: string;
  kind: string;
  number: string | null;
  created_at: Date;
  status: string;
  digest_on: Day | null;
}

/** What the hub has done, as its tables tell it. */
export interface Found {
  events: EventRow[];
  steps: StepRow[];
  notices: NoticeRow[];
  mails: MailRow[];
  /** The dates that the tables hold at the end, by the row's id. */
  kept: Map<string, Record<string, unknown>>;
}

export async function readFound(ask: Ask): Promise<Found> {
  const events = await ask<EventRow>(
    `select c.number, e.command, e.at, e.changes, e.to_status as status from event e
       join complaint c on c.id = e.complaint_id order by e.complaint_id, e.seq`,
  );
  // A lapse and a question are steps as well: nobody takes them but the hub, on their day.
  const steps = await ask<StepRow>(
    `select c.number, s.assignment_id, s.measure_id, s.rung, s.due_on, s.climbed_at from ladder_step s
       join complaint c on c.id = s.complaint_id
     union all
     select c.number, null, null, 'question' || q.nth, q.since_on, q.asked_at from question q
       join complaint c on c.id = q.complaint_id`,
  );
  const notices = await ask<NoticeRow>(
    "select id, person_id, kind, number, created_at, digest_id from notice",
  );
  const mails = await ask<MailRow>(
    "select id, person_id, kind, number, created_at, status, digest_on::text from mail order by created_at, id",
  );
  const rows = await ask<{ id: string; row: Record<string, unknown> }>(
    `select id, jsonb_build_object('dueOn', due_on) as row from complaint
     union all select id, jsonb_build_object('signDueOn', sign_due_on, 'contactDueOn', contact_due_on,
       'returnDueOn', return_due_on, 'replyDueOn', reply_due_on, 'originalReplyDueOn', original_reply_due_on)
       from assignment
     union all select id, jsonb_build_object('dueOn', due_on) from measure`,
  );
  return { events, steps, notices, mails, kept: new Map(rows.map(({ id, row }) => [id, row])) };
}
