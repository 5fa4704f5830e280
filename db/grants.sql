-- Who may touch what: one role per kind of person, none by default. Applied after every migration; safe to repeat.
-- `huiyin_registrar` is what an act becomes once it is allowed: the one writer. Loaders never hold it.

do $$
declare kind text;
begin
  foreach kind in array array['guest','liaison','intake','supervisor','discipline','custodian','department','leader',
                              'sysadmin','secadmin','auditor','worker','registrar'] loop
    execute format('revoke all on all tables in schema public from huiyin_%s', kind);
    execute format('grant usage on schema public to huiyin_%s', kind);
    execute format('grant select on calendar_day, calendar_year, department to huiyin_%s', kind);
    execute format('grant select (rule, unit, count, valid_from) on clock_span to huiyin_%s', kind);
    if kind not in ('guest', 'worker', 'registrar') then
      execute format('grant select, update (read_at) on notice to huiyin_%s', kind);
    end if;
  end loop;
end $$;

-- At the door: people, sessions, one-time links, and nothing about complaints.
grant select, update (password_hash, status, locale, mailing, version) on person to huiyin_guest;
grant select, insert, update, delete on session to huiyin_guest;
grant select, update (used_at, voided) on one_time_link to huiyin_guest;

-- An enterprise: its own drafts and files, and what it may know of its complaints (rows by scope).
grant select, insert, update, delete on draft to huiyin_liaison;
grant select, insert, delete on attachment to huiyin_liaison;
grant select on complaint, supplement, answer, evaluation, liaison_point, event to huiyin_liaison;
grant select (id, complaint_id, department_id, part, status, dispatched_at, signed_at, first_contact_at, replied_at,
  accepted_at, recalled_at, round, reply_due_on, original_reply_due_on, due_rule, due_from) on assignment to huiyin_liaison;
grant select (id, assignment_id, status, due_on, words) on measure to huiyin_liaison;

-- The commission reads everything about complaints, and writes only through the registrar.
grant select on complaint, supplement, reference, rule, rule_complaint, assignment, reply, measure, attachment,
  released_attachment, evidence, assignment_step, answer, evaluation, call_back, write_off, look_back, event,
  liaison_point, person, number_series to huiyin_intake, huiyin_supervisor;
-- Whether letters reach somebody, not which ones.
grant select (id, person_id, since, why, settled_at) on unreachable
  to huiyin_intake, huiyin_supervisor, huiyin_sysadmin;
-- Whether somebody was treated worse since is between the enterprise and the commission.
grant select on question to huiyin_liaison, huiyin_intake, huiyin_supervisor;

-- Whatever moves a date is known to whoever keeps it or waits for it; a department's request is not the enterprise's to read.
grant select on pause, extension to huiyin_intake, huiyin_supervisor;
grant select (id, assignment_id, why, from_on, to_on) on pause to huiyin_department;
grant select on extension to huiyin_department;
grant select on pause to huiyin_liaison;
grant select (id, assignment_id, asked_at, until, due_on_before, granted, ruling, ruled_at) on extension to huiyin_liaison;

-- What was done about a date that passed. Of a letter, a department and a leader read what is written in it.
grant select on ladder_step, urging to huiyin_intake, huiyin_supervisor;
grant select (id, year, serial, assignment_id, issued_at, due_on, answer_by, about) on urging
  to huiyin_department, huiyin_leader;
grant select (id, code, department_id, part, status, reply_due_on, dispatched_at) on assignment to huiyin_leader;

-- A department: its assignments and what was released to it. Not the complaint, not even its key.
grant select (id, code, department_id, part, status, brief, named_point, dispatched_at, sign_due_on, contact_due_on,
  return_due_on, reply_due_on, original_reply_due_on, due_rule, due_from, round, signed_at, officer, first_contact_at,
  contact_way, contact_note, replied_at, accepted_at, returned_at, return_reason, right_department_id, ruling,
  ruling_reason, missing, recalled_at, settled_at, version) on assignment to huiyin_department;
grant select on reply, measure, evidence, assignment_step to huiyin_department;
grant select (id, name, type, bytes, sha256, storage_key, assignment_id, released_at)
  on released_attachment to huiyin_department;

-- One word about the complaint, for the reader's own assignment: otherwise an act would be offered that can't succeed.
create or replace function write_off_stage(asked uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select case when c.status <> 'clearing' then 'waiting'
              when exists (select from write_off w where w.complaint_id = c.id and w.decided_at is null) then 'applied'
              else 'ready' end
    from assignment a
    join complaint c on c.id = a.complaint_id
    join person p on p.department_id = a.department_id
   where a.id = asked and p.id = nullif(current_setting('huiyin.person', true), '')::uuid
$$;
-- When the matter of the reader's own assignment was accepted: the law's cap on the reply runs from it.
create or replace function accepted_at(asked uuid) returns timestamptz
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.accepted_at
    from assignment a
    join complaint c on c.id = a.complaint_id
    join person p on p.department_id = a.department_id
   where a.id = asked and p.id = nullif(current_setting('huiyin.person', true), '')::uuid
$$;
revoke all on function accepted_at(uuid) from public;
grant execute on function accepted_at(uuid) to huiyin_department;
revoke all on function write_off_stage(uuid) from public;
grant execute on function write_off_stage(uuid) to huiyin_department;

-- Accounts and settings, and the mail ledger, which has no content.
grant select on person, liaison_point, mail, one_time_link, session to huiyin_sysadmin;
grant insert, update on liaison_point to huiyin_sysadmin;
grant insert, update, delete on calendar_day, calendar_year to huiyin_sysadmin;
grant select, insert on calendar_change, clock_span to huiyin_sysadmin;

-- The worker sends mail.
grant select, update on mail to huiyin_worker;
grant select (id, name, email, locale, status) on person to huiyin_worker;
grant select on one_time_link to huiyin_worker;
-- It watches the clocks, and reads of each matter when it is due and what was done about that.
grant select (id, number, status, due_on, due_rule, due_from, feedback_at) on complaint to huiyin_worker;
grant select (id, complaint_id, status, reply_due_on, sign_due_on, due_from, dispatched_at) on assignment to huiyin_worker;
grant select (id, assignment_id, status, due_on, promised_at, reported_at) on measure to huiyin_worker;
grant select (complaint_id, assignment_id, to_on) on pause to huiyin_worker;
grant select (assignment_id, granted, ruled_at) on extension to huiyin_worker;
grant select on ladder_step to huiyin_worker;
grant select (complaint_id, nth, since_on) on question to huiyin_worker;
-- And notes what the provider says of it.
grant insert, select (id) on mail_event to huiyin_worker;
-- It removes files that no row refers to, and needs to know nothing of them but where they lie.
grant select (storage_key) on attachment, evidence, released_attachment to huiyin_worker;

grant select, insert, update on all tables in schema public to huiyin_registrar;
grant delete on session, rule_complaint, attachment, draft to huiyin_registrar;
revoke update on event from huiyin_registrar;
