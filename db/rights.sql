-- Who may do what, and by whose word. Applied after every migration, once it is known who acts; safe to repeat.
-- What an account may do, where it belongs and which address opens it changes by these functions alone: what one
-- administrator asked for and the other approved (decide_rights), taking away (disable_person), and the founding of an
-- office in which there is nobody yet who could ask. The checks of rights_decision hold the four eyes a second time.

grant usage, create on schema public to huiyin_keeper;
set local role huiyin_keeper;
alter default privileges revoke execute on functions from public;

-- What of an account is its rights, in the words of a request.
create or replace function rights_of(p person) returns jsonb language sql immutable as $$
  select jsonb_build_object('role', p.role, 'post', p.post, 'email', p.email,
                            'departmentId', p.department_id, 'liaisonPointId', p.liaison_point_id) $$;

-- One after the other: who comes second finds what the first has done.
create or replace function rights_in_turn() returns void language sql volatile as $$
  select pg_advisory_xact_lock(2208004) $$;

-- Closes what an account has open: its sessions, and the links to it that were mailed.
create or replace function shut_out(asked uuid) returns void language sql volatile as $$
  delete from session where person_id = asked;
  update one_time_link set voided = true where person_id = asked and purpose <> 'evaluation' and used_at is null $$;

-- The rights of a request come into force; 'done', or why they don't.
create or replace function apply_rights(r rights_request, at timestamptz) returns text language plpgsql volatile as $$
declare p person;
begin
  if r.kind = 'appoint' then
    insert into person (id, name, name_en, email, mobile, role, post, department_id, liaison_point_id, locale, status, created_at)
    values (r.subject_id, r.after ->> 'name', r.after ->> 'nameEn', r.after ->> 'email', r.after ->> 'mobile',
            r.after ->> 'role', r.after ->> 'post', (r.after ->> 'departmentId')::uuid,
            (r.after ->> 'liaisonPointId')::uuid, coalesce(r.after ->> 'locale', 'zh-CN'), 'invited', at)
    on conflict do nothing;
    return case when found then 'done' else 'emailTaken' end;
  end if;
  select * into p from person where id = r.subject_id for update;
  -- What was looked at when it was asked is what there is, whatever a request says of it.
  if not found or p.version is distinct from r.subject_version or not r.before @> rights_of(p) then return 'stale'; end if;
  if r.kind = 'move' then
    update person set role = r.after ->> 'role', post = r.after ->> 'post', email = r.after ->> 'email',
           department_id = (r.after ->> 'departmentId')::uuid, liaison_point_id = (r.after ->> 'liaisonPointId')::uuid,
           version = version + 1
     where id = p.id;
  elsif r.kind = 'enable' then
    if p.status <> 'disabled' then return 'stale'; end if;
    update person set status = case when password_hash is null then 'invited' else 'active' end, version = version + 1
     where id = p.id;
  elsif r.kind = 'replaceFactor' then
    if p.status <> 'active' then return 'stale'; end if;
    update person set version = version + 1 where id = p.id;
  else
    return 'notFound';
  end if;
  perform shut_out(p.id);
  return 'done';
exception when unique_violation then return 'emailTaken';
end $$;

-- Approves, refuses or withdraws a request in the acting administrator's name; 'done', or why not.
create or replace function decide_rights(asked uuid, said text, why text, at timestamptz) returns text
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  r rights_request;
  me uuid := actor_id();
  mine text := actor_role();
  came text := 'done';
begin
  perform rights_in_turn();
  select * into r from rights_request where id = asked and kind not in ('found', 'disable');
  if not found or me is null or mine not in ('sysadmin', 'secadmin') then return 'notFound'; end if;
  if exists (select from rights_decision d where d.request_id = asked) then return 'decidedBefore'; end if;
  if r.subject_id = me or (said = 'withdrawn') <> (r.asked_by_id = me) or (said <> 'withdrawn' and r.asked_by_role = mine) then
    return 'notYours';
  end if;
  if said = 'approved' then
    -- Whoever asked may have lost the right to ask since.
    if not exists (select from person where id = r.asked_by_id and role = r.asked_by_role and status = 'active') then
      return 'stale';
    end if;
    came := apply_rights(r, at);
  end if;
  if came = 'done' then
    insert into rights_decision (id, request_id, asked_by_id, asked_by_role, subject_id, verdict, by_id, by_role, reason, at)
    values (gen_random_uuid(), r.id, r.asked_by_id, r.asked_by_role, r.subject_id, said, me, mine, why, at);
  end if;
  return came;
end $$;

-- Closes an account at once, by an administrator of accounts alone; never their own, nor the last one who could decide.
create or replace function disable_person(asked uuid, why text, at timestamptz) returns text
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  p person;
  me uuid := actor_id();
begin
  perform rights_in_turn();
  if actor_role() is distinct from 'sysadmin' then return 'notFound'; end if;
  select * into p from person where id = asked for update;
  if not found then return 'notFound'; end if;
  if p.id = me then return 'notYourself'; end if;
  if p.status = 'disabled' then return 'stale'; end if;
  if p.role = 'secadmin' and p.status = 'active' and not exists (
    select from person o where o.role = 'secadmin' and o.status = 'active' and o.id <> p.id) then return 'lastOne'; end if;
  insert into rights_request (id, kind, asked_by_id, asked_by_role, subject_id, subject_version, before, reason, asked_at)
  values (gen_random_uuid(), 'disable', me, 'sysadmin', p.id, p.version,
          rights_of(p) || jsonb_build_object('name', p.name, 'nameEn', p.name_en), why, at);
  update person set status = 'disabled', version = version + 1 where id = p.id;
  perform shut_out(p.id);
  return 'done';
end $$;

-- Opens the accounts of an office in which nobody has one yet: from then on rights are asked for and approved.
create or replace function found_office(people jsonb, at timestamptz) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform rights_in_turn();
  if session_user <> 'huiyin_jobs' or exists (select from person where role <> 'liaison') then
    raise exception 'an office is founded once, by the hub' using errcode = 'insufficient_privilege';
  end if;
  insert into person (id, name, name_en, email, mobile, role, post, department_id, liaison_point_id, locale, mailing, status,
                      password_hash, created_at)
  select p.id, p.name, p."nameEn", p.email, p.mobile, p.role, p.post, p."departmentId", p."liaisonPointId",
         coalesce(p.locale, 'zh-CN'), coalesce(p.mailing, 'single'), coalesce(p.status, 'invited'), p."passwordHash", at
    from jsonb_to_recordset(people) as p (id uuid, name text, "nameEn" text, email text, mobile text, role text, post text,
         "departmentId" uuid, "liaisonPointId" uuid, locale text, mailing text, status text, "passwordHash" text);
  insert into rights_request (id, kind, subject_id, after, reason, asked_at)
  select gen_random_uuid(), 'found', p.id, rights_of(p) || jsonb_build_object('name', p.name, 'nameEn', p.name_en), '', at
    from person p where p.role <> 'liaison';
end $$;

-- Whether a point has, or ever had, somebody who reads its complaints: one more of them has to be approved.
create or replace function point_has_contact(asked uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from person where liaison_point_id = asked) $$;

grant execute on function decide_rights(uuid, text, text, timestamptz), disable_person(uuid, text, timestamptz),
  found_office(jsonb, timestamptz), point_has_contact(uuid) to huiyin_registrar;

reset role;
revoke create on schema public from huiyin_keeper;
