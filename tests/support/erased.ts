import type { TestDatabase } from "./database.ts";

/** Columns that tell what was said, of every table that hangs on a complaint: emptied when it is erased. */
export const ERASED = {
  complaint: "title description about place",
  draft: "said",
  supplement: "question answer",
  reference: "words",
  assignment: "brief named_point officer contact_note return_reason ruling_reason missing",
  reply: "words missing",
  measure: "words owner report missing",
  attachment: "name type sha256 storage_key",
  cleaned_copy: "withheld sha256 storage_key text",
  released_attachment: "name type sha256 storage_key",
  evidence: "name type sha256 storage_key",
  assignment_step: "words officer",
  answer: "words",
  evaluation: "reason",
  call_back: "words",
  write_off: "words reason",
  look_back: "words",
  question: "words",
  extension: "reason ruling",
  urging: "about",
  recusal: "reason",
  unsealing: "purpose",
  unsealing_vote: "reason",
  event: "said changes",
  reporter: "sealed",
} as const;

/** Codes, numbers and hashes, which the ledger's line, the figures and the chain are made of: they stay. */
export const STAYS: Readonly<Record<string, string>> = {
  complaint:
    "number kind source field conduct disclosure status due_rule grade status_before decline_ground search",
  assignment: "code part status due_rule contact_way ruling",
  reply: "verdict",
  measure: "status",
  assignment_step: "command",
  evaluation: "rating solved",
  call_back: "solved",
  look_back: "result",
  clue: "result",
  pause: "why",
  ladder_step: "rung",
  // Who looked at it when, and which of its files: ids alone.
  opening: "what actor_kind said number digest previous_hash hash",
  event: "command actor_kind from_status to_status number digest previous_hash hash",
  // No content ever: the kind, the number, the way to the page.
  notice: "kind number path mailing",
  mail: "kind number journey path locale status provider_id last_error device",
  mail_event: "id status detail",
  // Whose mails come back, whatever they were about.
  unreachable: "why note",
  one_time_link: "purpose",
  erasure: "ground",
  erasure_request: "ground",
  chain: "kind hash",
  checkpoint_leaf: "kind hash",
  // The mark by which the enterprise finds its own line.
  reporter: "owner",
};

/** Every column that may hold words, of every table that hangs on a complaint or leads to one. */
export async function wordColumns(db: TestDatabase): Promise<string[]> {
  const rows = await db.query<{ name: string }>(`
    with recursive hangs as (
      select 'complaint'::regclass as t
      union select c.conrelid::regclass from pg_constraint c join hangs h on c.confrelid = h.t where c.contype = 'f'
    ), tables as (
      select t from hangs
      union select attrelid::regclass from pg_attribute a join pg_class k on k.oid = a.attrelid and k.relkind = 'r'
        where a.attname in ('complaint_id', 'reporter_id') and k.relnamespace = 'public'::regnamespace
      union select unnest(array['draft', 'reporter'])::regclass
    )
    select format('%s.%s', t, a.attname) as name from tables join pg_attribute a on a.attrelid = t
     where a.attnum > 0 and not a.attisdropped
       and a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'bytea'::regtype, 'tsvector'::regtype) order by 1`);
  return rows.map(({ name }) => name);
}

export const listed = (columns: Readonly<Record<string, string>>) =>
  Object.entries(columns).flatMap(([table, names]) => names.split(" ").map((name) => `${table}.${name}`));
