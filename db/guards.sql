-- What the database itself refuses, whatever the application asks. Applied after every migration; safe to repeat.

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end $$;

-- What was said is emptied once its erasure was approved: by the keeper's one function (db/erasure.sql), and nothing else of it.
create or replace function refuse_unless_erasing() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and current_user = 'huiyin_keeper' then
    return null;
  end if;
  raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end $$;
create or replace function refuse_but_emptying() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.said = '{}' and new.changes = '[]' and new.salt is null
     and to_jsonb(new) - array['said', 'changes', 'salt'] = to_jsonb(old) - array['said', 'changes', 'salt']
     and exists (select from erasure where complaint_id = old.complaint_id) then
    return new;
  end if;
  raise exception 'an event is emptied whole, and with an erasure' using errcode = 'restrict_violation';
end $$;

create or replace trigger an_event_is_never_changed before update or delete or truncate on event
  for each statement execute function refuse_unless_erasing();
create or replace trigger an_event_is_only_emptied before update on event
  for each row execute function refuse_but_emptying();

create or replace trigger a_period_is_never_changed before update or delete or truncate on clock_span
  for each statement execute function refuse_change();
create or replace trigger a_calendar_change_is_never_changed before update or delete or truncate on calendar_change
  for each statement execute function refuse_change();

create or replace trigger a_request_for_rights_is_never_changed before update or delete or truncate on rights_request
  for each statement execute function refuse_change();
create or replace trigger a_decision_on_rights_is_never_changed before update or delete or truncate on rights_decision
  for each statement execute function refuse_change();

create or replace trigger what_a_rule_said_is_never_changed before update or delete or truncate on rule_version
  for each statement execute function refuse_change();

create or replace function refuse_delete() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never deleted', tg_table_name using errcode = 'restrict_violation';
end $$;

create or replace trigger a_complaint_is_never_deleted before delete or truncate on complaint
  for each statement execute function refuse_delete();
create or replace trigger an_assignment_is_never_deleted before delete or truncate on assignment
  for each statement execute function refuse_delete();
create or replace trigger a_mail_is_never_deleted before delete or truncate on mail
  for each statement execute function refuse_delete();
