-- What the database itself refuses, whatever the application asks. Applied after every migration; safe to repeat.

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end $$;

create or replace trigger an_event_is_never_changed before update or delete or truncate on event
  for each statement execute function refuse_change();

create or replace trigger a_period_is_never_changed before update or delete or truncate on clock_span
  for each statement execute function refuse_change();
create or replace trigger a_calendar_change_is_never_changed before update or delete or truncate on calendar_change
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
