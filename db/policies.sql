-- Which rows each kind of person sees and changes: forced on every table, so that it binds the owner too. Applied after
-- every migration; safe to repeat. A role alone opens nothing: each condition asks whose session it is (db/actors.sql),
-- and without one there are no rows. Conditions are sub-selects, which are answered once a statement and not once a row.

do $$
declare t record;
begin
  for t in select schemaname, tablename, policyname from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on %I', t.policyname, t.tablename);
  end loop;
  for t in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
    execute format('alter table %I enable row level security, force row level security', t.relname);
  end loop;
end $$;

-- Lets kinds of people do one thing on some tables where a condition holds; `%s` in it is the table's name.
create or replace procedure pg_temp.let(kinds text, does text, on_tables text, condition text) language plpgsql as $$
declare
  kind text;
  t text;
  asked text;
begin
  foreach kind in array string_to_array(kinds, ' ') loop
    foreach t in array string_to_array(on_tables, ' ') loop
      asked := format(condition, t);
      -- Roles that stand for people ask whether the session is such a person's. Compared within the sub-select: a plan expects
      -- half of the rows behind a yes or no, but one in two hundred behind a comparison, and joins as if there were none.
      if kind not in ('guest', 'worker', 'broker', 'registrar', 'keeper') then
        asked := format('(select actor_role() = %L) and (%s)', kind, asked);
      end if;
      execute format('create policy %I on %I for %s to huiyin_%s %s', kind || ' ' || does, t, does, kind,
        case does when 'insert' then format('with check (%s)', asked)
                  when 'all' then format('using (%s) with check (%s)', asked, asked)
                  when 'update' then format('using (%s) with check (%s)', asked, asked)
                  else format('using (%s)', asked) end);
    end loop;
  end loop;
end $$;

-- What everybody may know: the calendar, the departments, the periods.
do $$
declare kind text;
begin
  foreach kind in array string_to_array('guest liaison intake supervisor discipline custodian department leader sysadmin secadmin auditor worker broker', ' ') loop
    execute format('create policy %I on calendar_year for select to huiyin_%s using (true)', kind || ' select', kind);
    execute format('create policy %I on calendar_day for select to huiyin_%s using (true)', kind || ' select', kind);
    execute format('create policy %I on department for select to huiyin_%s using (true)', kind || ' select', kind);
    execute format('create policy %I on clock_span for select to huiyin_%s using (true)', kind || ' select', kind);
  end loop;
end $$;

-- Oneself.
call pg_temp.let('liaison department leader auditor', 'select',
  'person', 'id = (select actor_id())');
call pg_temp.let('secadmin', 'select', 'person', 'id = (select actor_id()) or role <> ''liaison''');
call pg_temp.let('liaison intake supervisor discipline custodian department leader sysadmin secadmin auditor', 'update',
  'person', 'id = (select actor_id())');
call pg_temp.let('liaison intake supervisor discipline custodian department leader sysadmin secadmin auditor', 'all',
  'session', 'person_id = (select actor_id())');
call pg_temp.let('custodian sysadmin secadmin auditor', 'select', 'notice', 'person_id = (select actor_id())');
call pg_temp.let('department leader', 'select', 'notice',
  'person_id = (select actor_id()) and (complaint_id is null or complaint_id not in (select recused_complaints()))');
call pg_temp.let('intake supervisor discipline', 'select',
  'notice', 'person_id = (select actor_id()) and (complaint_id is null or complaint_id not in (select hidden_complaints()))');
call pg_temp.let('intake supervisor discipline custodian department leader sysadmin secadmin auditor', 'update',
  'notice', 'person_id = (select actor_id())');

-- At the door, one's own second factors; more of them, or fewer, only with the ones that there are.
call pg_temp.let('guest', 'select', 'passkey totp recovery_code', 'person_id = (select door_holder())');
call pg_temp.let('guest', 'update', 'passkey totp recovery_code', 'person_id = (select door_holder())');
call pg_temp.let('guest', 'insert', 'passkey totp recovery_code', 'person_id = (select door_enroller())');
call pg_temp.let('guest', 'delete', 'passkey totp recovery_code', 'person_id = (select door_enroller())');

-- An enterprise: its own.
call pg_temp.let('liaison', 'all', 'draft', 'person_id = (select actor_id())');
call pg_temp.let('liaison', 'select', 'liaison_point', 'id = (select actor_point())');
-- What is sealed it finds by its mark alone, or its marks, which the broker makes for its sessions (huiyin.owner).
call pg_temp.let('liaison', 'select', 'reporter',
  'liaison_point_id = (select actor_point()) or owner = any ((select string_to_array(nullif(current_setting(''huiyin.owner'', true), ''''), '' ''))::text[])');
call pg_temp.let('liaison', 'select', 'complaint', 'reporter_id in (select r.id from reporter r)');
call pg_temp.let('liaison', 'select', 'notice',
  'person_id = (select actor_id()) or reporter_id in (select r.id from reporter r where r.owner is not null)');
call pg_temp.let('liaison', 'update', 'notice',
  'person_id = (select actor_id()) or reporter_id in (select r.id from reporter r where r.owner is not null)');
call pg_temp.let('liaison', 'select', 'attachment',
  'exists (select from draft d where d.id = attachment.draft_id) or exists (select from complaint c where c.id = attachment.complaint_id)');
-- What was handed in stays handed in.
call pg_temp.let('liaison', 'insert', 'attachment',
  'complaint_id is null and exists (select from draft d where d.id = attachment.draft_id and d.submitted_at is null)');
call pg_temp.let('liaison', 'delete', 'attachment',
  'complaint_id is null and exists (select from draft d where d.id = attachment.draft_id and d.submitted_at is null)');
call pg_temp.let('liaison', 'select', 'supplement answer evaluation event question pause assignment',
  'exists (select from complaint c where c.id = %s.complaint_id)');
call pg_temp.let('liaison', 'select', 'measure extension',
  'exists (select from assignment a where a.id = %s.assignment_id)');

-- The commission: everything about complaints but clues and what a reader is kept from.
call pg_temp.let('intake supervisor', 'select', 'complaint',
  'status <> ''clue'' and id not in (select recused_complaints())');
call pg_temp.let('intake supervisor', 'select', 'reporter',
  'exists (select from complaint c where c.reporter_id = reporter.id)');
call pg_temp.let('intake supervisor', 'select',
  'supplement reference rule_complaint assignment attachment answer evaluation call_back write_off look_back event '
  'question pause ladder_step urging',
  'complaint_id not in (select hidden_complaints())');
call pg_temp.let('intake supervisor', 'select', 'reply measure released_attachment evidence assignment_step extension',
  'assignment_id not in (select hidden_assignments())');
call pg_temp.let('intake supervisor', 'select', 'rule rule_version liaison_point person number_series unreachable', 'true');

-- The views of the ledger that somebody keeps are their own alone.
call pg_temp.let('intake supervisor', 'all', 'ledger_view', 'person_id = (select actor_id())');

-- The discipline team: the clues, and nothing else.
call pg_temp.let('discipline', 'select', 'complaint', 'status = ''clue'' and id not in (select recused_complaints())');
call pg_temp.let('discipline', 'select', 'reporter', 'exists (select from complaint c where c.reporter_id = reporter.id)');
call pg_temp.let('discipline', 'select',
  'supplement reference rule_complaint assignment attachment answer evaluation call_back write_off look_back event '
  'question pause ladder_step urging recusal',
  'exists (select from complaint c where c.id = %s.complaint_id)');
call pg_temp.let('discipline', 'select', 'reply measure released_attachment evidence assignment_step extension',
  'exists (select from assignment a where a.id = %s.assignment_id)');
-- Its own figures count what it gave back as well.
call pg_temp.let('discipline', 'select', 'clue', 'complaint_id not in (select recused_complaints())');
call pg_temp.let('discipline', 'select', 'rule liaison_point', 'true');
call pg_temp.let('discipline', 'select', 'person', 'role <> ''sysadmin''');
call pg_temp.let('intake supervisor', 'select', 'clue recusal', 'complaint_id not in (select hidden_complaints())');

-- What is erased, and what is asked to be: part of a complaint.
call pg_temp.let('intake supervisor', 'select', 'erasure erasure_request', 'complaint_id not in (select hidden_complaints())');
call pg_temp.let('discipline liaison', 'select', 'erasure', 'exists (select from complaint c where c.id = %s.complaint_id)');
call pg_temp.let('discipline', 'select', 'erasure_request', 'exists (select from complaint c where c.id = %s.complaint_id)');

-- Custody of sealed identities: what is asked, of which number, and who asks.
call pg_temp.let('intake supervisor discipline', 'select', 'unsealing unsealing_vote',
  'exists (select from complaint c where c.id = %s.complaint_id)');
call pg_temp.let('custodian', 'select', 'unsealing unsealing_vote', 'true');
call pg_temp.let('custodian', 'select', 'complaint', 'id in (select u.complaint_id from unsealing u)');
call pg_temp.let('custodian', 'select', 'person', 'role in (''intake'', ''supervisor'', ''discipline'', ''custodian'')');
-- The broker is nobody: it asks the rows themselves.
call pg_temp.let('broker', 'select', 'reporter complaint unsealing unsealing_vote recusal person mail', 'true');
call pg_temp.let('broker', 'all', 'sealed_news', 'true');
-- It seals and marks anew what older keys sealed and marked, and says so in the trail in nobody's name.
call pg_temp.let('broker', 'select', 'liaison_point', 'true');
call pg_temp.let('broker', 'update', 'reporter', 'sealed is not null');
call pg_temp.let('broker', 'insert', 'opening',
  'actor_id = (select actor_id()) or actor_id is null and complaint_id is null and what = ''reseal''');
call pg_temp.let('broker', 'insert', 'notice', 'reporter_id is not null');
call pg_temp.let('broker', 'insert', 'mail', 'kind = ''sealedNews''');

-- A department: its assignments.
call pg_temp.let('department', 'select', 'assignment', 'department_id = (select actor_department())');
call pg_temp.let('department', 'select', 'reply measure released_attachment evidence assignment_step extension pause urging',
  'exists (select from assignment a where a.id = %s.assignment_id and a.department_id = (select actor_department()))');

-- A leader: the letters to the departments of his portfolio.
call pg_temp.let('leader', 'select', 'assignment',
  'department_id in (select d.id from department d where d.leader_id = (select actor_id())) '
  'and id not in (select hidden_assignments())');
call pg_temp.let('leader', 'select', 'urging', 'exists (select from assignment a where a.id = %s.assignment_id)');

-- The administrator of accounts and settings.
call pg_temp.let('sysadmin', 'select', 'liaison_point person unreachable calendar_change', 'true');
call pg_temp.let('sysadmin', 'insert', 'liaison_point department calendar_day calendar_year calendar_change clock_span', 'true');
call pg_temp.let('sysadmin', 'update', 'liaison_point department calendar_day calendar_year', 'true');
call pg_temp.let('sysadmin', 'delete', 'calendar_day calendar_year', 'true');

-- The hub: what its grants name, of everybody.
do $$
declare t record;
begin
  for t in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
    if has_any_column_privilege('huiyin_worker', t.relname, 'select, insert, update')
       and t.relname not in ('calendar_year', 'calendar_day', 'department', 'clock_span') then
      execute format('create policy "worker all" on %I for all to huiyin_worker using (true) with check (true)', t.relname);
    end if;
    -- An act writes for everybody, once somebody is known to act.
    execute format('create policy "registrar all" on %I for all to huiyin_registrar '
      'using ((select actor_is_known())) with check ((select actor_is_known()))', t.relname);
    if has_any_column_privilege('huiyin_keeper', t.relname, 'select, insert, update') then
      execute format('create policy "keeper all" on %I for all to huiyin_keeper using (true) with check (true)', t.relname);
    end if;
  end loop;
end $$;
-- What happened is written down under the name of whoever did it.
drop policy "registrar all" on event;
create policy "registrar select" on event for select to huiyin_registrar using ((select actor_is_known()));
create policy "registrar insert" on event for insert to huiyin_registrar with check (
  (select actor_is_known()) and (actor_id is null or actor_id = (select actor_id()) ));
-- A session is opened at the door. The hub opens some for the people of a story, who have no browser.
drop policy "registrar all" on session;
create policy "registrar select" on session for select to huiyin_registrar using ((select actor_is_known()));
create policy "registrar delete" on session for delete to huiyin_registrar using ((select actor_is_known()));
create policy "registrar insert" on session for insert to huiyin_registrar with check (session_user = 'huiyin_jobs');
drop policy "registrar all" on opening;
create policy "registrar select" on opening for select to huiyin_registrar using ((select actor_is_known()));
create policy "registrar delete" on opening for delete to huiyin_registrar using ((select actor_is_known()));
create policy "registrar insert" on opening for insert to huiyin_registrar with check (
  (select actor_is_known()) and (actor_id is null or actor_id = (select actor_id())));
-- A request is decided by a custodian in their own name, and once: the broker opens by these rows.
drop policy "registrar all" on unsealing_vote;
create policy "registrar select" on unsealing_vote for select to huiyin_registrar using ((select actor_is_known()));
create policy "registrar insert" on unsealing_vote for insert to huiyin_registrar with check (
  custodian_id = (select actor_id()) and (select actor_role()) = 'custodian');
-- Not even the registrar writes what an account may do: an administrator of accounts opens one for the first contact of a
-- point, whose link to it comes by mail, and corrects a name or a telephone. The hub opens them for a story.
drop policy "registrar all" on person;
create policy "registrar select" on person for select to huiyin_registrar using ((select actor_is_known()));
create policy "registrar update" on person for update to huiyin_registrar
  using ((select actor_role()) = 'sysadmin') with check ((select actor_role()) = 'sysadmin');
create policy "registrar insert" on person for insert to huiyin_registrar with check (
  role = 'liaison' and not point_has_contact(liaison_point_id)
  and (session_user = 'huiyin_jobs'
       or (select actor_role()) = 'sysadmin' and status = 'invited' and password_hash is null));
-- Rights: an administrator asks in their own name and not for themselves; the keeper's functions do the rest.
call pg_temp.let('sysadmin secadmin', 'select', 'rights_request rights_decision', 'true');
call pg_temp.let('secadmin', 'select', 'liaison_point', 'true');
drop policy "registrar all" on rights_request;
create policy "registrar select" on rights_request for select to huiyin_registrar using ((select actor_is_known()));
create policy "registrar insert" on rights_request for insert to huiyin_registrar with check (
  asked_by_id = (select actor_id()) and asked_by_role = (select actor_role()) and subject_id <> (select actor_id())
  and asked_by_role in ('sysadmin', 'secadmin') and kind in ('appoint', 'move', 'enable', 'replaceFactor'));
drop policy "registrar all" on rights_decision;
create policy "registrar select" on rights_decision for select to huiyin_registrar using ((select actor_is_known()));
-- Two people erase: one asks, another decides, each in their own name; the hub does again what a backup doesn't know.
drop policy "registrar all" on erasure_request;
create policy "registrar select" on erasure_request for select to huiyin_registrar using ((select actor_is_known()));
create policy "registrar insert" on erasure_request for insert to huiyin_registrar with check (asked_by_id = (select actor_id()));
create policy "registrar update" on erasure_request for update to huiyin_registrar
  using ((select actor_is_known()) and decided_at is null) with check (decided_by_id is null or decided_by_id = (select actor_id()) and decided_by_id <> asked_by_id);
drop policy "registrar all" on erasure;
create policy "registrar select" on erasure for select to huiyin_registrar using ((select actor_is_known()));
create policy "registrar insert" on erasure for insert to huiyin_registrar with check (session_user = 'huiyin_jobs'
  or by_id = (select actor_id()) and exists (select from erasure_request r
    where r.complaint_id = erasure.complaint_id and r.approved and r.decided_by_id = erasure.by_id));

-- A view of the ledger is kept in one's own name, and is no act's.
drop policy "registrar all" on ledger_view;

-- What is known at the door is nobody's to write but the keeper's; one's own browsers are one's own to forget.
drop policy "registrar all" on guess_budget;
drop policy "registrar all" on proof_count;
drop policy "registrar all" on known_device;
drop policy "registrar all" on former_password;
call pg_temp.let('liaison intake supervisor discipline custodian department leader sysadmin secadmin auditor', 'select',
  'known_device', 'person_id = (select actor_id())');
call pg_temp.let('liaison intake supervisor discipline custodian department leader sysadmin secadmin auditor', 'update',
  'known_device', 'person_id = (select actor_id())');
