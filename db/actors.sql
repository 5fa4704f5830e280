-- Who is acting, found out by the database itself. Applied after every migration; safe to repeat.
-- A unit of work sets `huiyin.key`: the hash of a session's secret, or the id of a link to rate an answer. The key is
-- nobody's to read but its holder's, so that no SQL of a page can claim to be somebody else. When a session ends is
-- the door's to judge, which knows the office's clock: an ended one is deleted.
-- That a link was used is the act's to know, which then answers as it did before.
-- The functions belong to `huiyin_keeper`, whom nobody can become: what they read, no page reads.

grant create on schema public to huiyin_keeper;
grant usage on schema public to huiyin_keeper;
set local role huiyin_keeper;
alter default privileges revoke execute on functions from public;

create or replace function actor_id() returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  with key as (select split_part(k, ':', 1) as kind, split_part(k, ':', 2) as value
                 from (select coalesce(current_setting('huiyin.key', true), '') as k) given),
       holder as (select s.person_id from key join session s
                    on key.kind = 'session' and s.stage = 'whole' and s.secret_hash = decode(key.value, 'hex')
                  union all
                  select l.person_id from key join one_time_link l
                    on key.kind = 'link' and l.id = key.value::uuid
                   where l.purpose = 'evaluation' and not l.voided)
  select p.id from holder join person p on p.id = holder.person_id where p.status = 'active'
$$;

create or replace function actor_role() returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select role from person where id = (select actor_id()) $$;

create or replace function actor_point() returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select liaison_point_id from person where id = (select actor_id()) $$;

create or replace function actor_department() returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select department_id from person where id = (select actor_id()) $$;

-- Somebody who is signed in, or the hub itself, which has a login of its own.
create or replace function actor_is_known() returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select session_user = 'huiyin_jobs' or (select actor_id()) is not null $$;

-- What a page of the commission must not betray: the matters that the reader is kept from.
create or replace function recused_complaints() returns setof uuid
  language sql stable rows 5 cost 20 security definer set search_path = public, pg_temp as $$
  select r.complaint_id from recusal r join person p on p.id = (select actor_id())
   where r.person_id = p.id or r.department_id = p.department_id $$;

create or replace function hidden_complaints() returns setof uuid
  language sql stable rows 20 cost 20 security definer set search_path = public, pg_temp as $$
  select id from complaint where status = 'clue' and (select actor_role()) <> 'discipline'
  union
  select recused_complaints() $$;

create or replace function hidden_assignments() returns setof uuid
  language sql stable rows 20 cost 20 security definer set search_path = public, pg_temp as $$
  select id from assignment where complaint_id in (select hidden_complaints()) $$;

-- An index of words or of spans is no use behind row security, whose conditions come before operators that might tell
-- what they looked at: these two look first, and leave out themselves what the reader may not know.
create or replace function found_complaints(looked tsquery, most int) returns setof uuid
  language sql stable rows 200 security definer set search_path = public, pg_temp as $$
  select c.id from complaint c
   where c.search @@ looked and (c.status = 'clue') = ((select actor_role()) is not distinct from 'discipline')
     and c.id not in (select recused_complaints())
   limit most $$;

create or replace function unsettled_complaints(moment timestamptz) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.id from complaint c
   where tstzrange(c.submitted_at, c.ended_at, '(]') @> moment and c.status <> 'clue'
     and c.id not in (select recused_complaints()) $$;

-- The door: the one place where a session comes into being, once the application has seen a password or a link.
drop function if exists door_enter(text, bytea, uuid, timestamptz, timestamptz, text);
create or replace function door_enter(session_id text, hash bytea, person uuid, at timestamptz, until timestamptz, from_device text,
                                      at_stage text)
  returns void language sql volatile security definer set search_path = public, pg_temp as $$
  delete from session where person_id = person and ends_at < at;
  insert into session (id, secret_hash, person_id, created_at, last_seen_at, ends_at, device, stage, proved_at)
  values (session_id, hash, person, at, at, until, from_device, at_stage, at) $$;

-- Whose session this is; nobody's without its secret.
drop function if exists door_session(text, bytea, timestamptz);
create or replace function door_session(session_id text, hash bytea, at timestamptz)
  returns table (created_at timestamptz, last_seen_at timestamptz, proved_at timestamptz, stage text, person_id uuid, role text,
                 name text, name_en text, locale text, post text, liaison_point_id uuid, department_id uuid, has_factor boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.created_at, s.last_seen_at, s.proved_at, s.stage, p.id, p.role, p.name, p.name_en, p.locale, p.post,
         p.liaison_point_id, p.department_id,
         exists (select from passkey k where k.person_id = p.id) or exists (select from totp t where t.person_id = p.id)
    from session s join person p on p.id = s.person_id
   where s.id = session_id and s.secret_hash = hash and s.ends_at > at and p.status = 'active' $$;

create or replace function door_stay(hash bytea, at timestamptz, until timestamptz)
  returns void language sql volatile security definer set search_path = public, pg_temp as $$
  update session set last_seen_at = at, ends_at = until where secret_hash = hash $$;

-- A second factor is asked of whom none was asked before: their session is half from now on, and nobody's to the database.
create or replace function door_halve(hash bytea, until timestamptz)
  returns void language sql volatile security definer set search_path = public, pg_temp as $$
  update session s set stage = 'half', ends_at = least(s.ends_at, until), tries = 0
   where s.secret_hash = hash and s.stage = 'whole' and not exists (select from passkey k where k.person_id = s.person_id)
     and not exists (select from totp t where t.person_id = s.person_id) $$;

-- Second factors are the door's alone: no page and no act reads or writes one. Whose session it is, half or whole:
create or replace function door_holder() returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from session s join person p on p.id = s.person_id
   where p.status = 'active' and 'session:' || encode(s.secret_hash, 'hex') = current_setting('huiyin.key', true) $$;

-- Who has a factor already must give it before another is added or one is taken away.
create or replace function door_enroller() returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select h.id from (select door_holder() as id) h
   where h.id = (select actor_id()) or not exists (select from passkey k where k.person_id = h.id)
                                       and not exists (select from totp t where t.person_id = h.id) $$;

-- What decides how a session begins.
create or replace function door_standing(person uuid) returns table (role text, has_factor boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.role, exists (select from passkey k where k.person_id = p.id) or exists (select from totp t where t.person_id = p.id)
    from person p where p.id = person $$;

-- Counts a try before it is judged, so that many at once are many; false where it was one too many.
create or replace function door_try(at timestamptz, most_here int, most_a_day int) returns boolean
  language sql volatile security definer set search_path = public, pg_temp as $$
  with here as (update session set tries = tries + 1
                 where 'session:' || encode(secret_hash, 'hex') = current_setting('huiyin.key', true) returning tries),
       today as (insert into proof_count as c (person_id, since, count) select door_holder(), at, 1
                 on conflict (person_id) do update
                   set since = case when c.since <= at - interval '1 day' then at else c.since end,
                       count = case when c.since <= at - interval '1 day' then 1 else c.count + 1 end
                 returning count)
  select coalesce(here.tries <= most_here and today.count <= most_a_day, false) from here, today $$;

-- Who has given what they owe: the session is whole and its proof fresh, and of what was counted one try is taken back.
create or replace function door_prove(at timestamptz, until timestamptz, counted int) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update proof_count set count = greatest(count - counted, 0) where person_id = door_holder();
  update session set stage = 'whole', proved_at = at, ends_at = coalesce(until, ends_at), tries = 0
   where 'session:' || encode(secret_hash, 'hex') = current_setting('huiyin.key', true) $$;

-- Who has proved themselves is known by another secret from now on: what was overheard before is worth nothing.
create or replace function door_exchange(hash bytea) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update session set secret_hash = hash
   where stage = 'whole' and 'session:' || encode(secret_hash, 'hex') = current_setting('huiyin.key', true) $$;

-- The factors have changed: whoever else is signed in with the old ones is so no longer.
create or replace function door_end_others() returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  delete from session where person_id = (select door_holder())
     and 'session:' || encode(secret_hash, 'hex') <> current_setting('huiyin.key', true) $$;

-- A mailed link: what it is for and whose, for the application that has seen its secret.
create or replace function door_link(link uuid)
  returns table (id uuid, purpose text, complaint_id uuid, expires_at timestamptz, used_at timestamptz, voided boolean,
                 person_id uuid, name text, name_en text, role text, status text, locale text, liaison_point_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select l.id, l.purpose, l.complaint_id, l.expires_at, l.used_at, l.voided,
         p.id, p.name, p.name_en, p.role, p.status, p.locale, p.liaison_point_id
    from one_time_link l join person p on p.id = l.person_id where l.id = link $$;

-- Uses a link to rate up: once, in its time.
create or replace function door_use_link(link uuid, at timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update one_time_link set used_at = at
   where id = link and purpose = 'evaluation' and used_at is null and not voided $$;

-- The hash of one's own password, to be compared with what was typed.
create or replace function own_password_hash() returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select password_hash from person where id = (select actor_id()) $$;

-- The mail ledger as its administrator reads it: what is shown of a contact of an enterprise is without its number and
-- its path, so that no line says who reported what; and no link's id, with which a rating could be given.
create or replace view mail_ledger with (security_barrier) as
  select m.id, m.person_id, m.kind, m.locale, m.status, m.attempts, m.last_error, m.created_at, m.sent_at, m.settled_at,
         m.repeats, m.items, p.role = 'liaison' as is_contact,
         case when p.role <> 'liaison' then m.number end as number,
         m.link_id is not null as has_link,
         l.id is not null and l.used_at is null and not l.voided as is_link_unused, l.expires_at as link_expires_at
    from mail m join person p on p.id = m.person_id left join one_time_link l on l.id = m.link_id
   where (select actor_role()) = 'sysadmin'
     -- A mail has the instant of the act that it tells of, and so have all others that tell of it: a contact's would say
     -- by that alone who reported what. Of theirs there are those about an account, those that did not arrive, and what
     -- was then sent again by hand.
     and (p.role <> 'liaison' or m.status in ('failed', 'bounced', 'complained') or m.repeats is not null
          or m.kind in ('invitation', 'passwordReset', 'passwordChanged', 'newDevice', 'factorChanged'))
     -- That a contact was told of a clue would tell who reported one.
     and (m.complaint_id is null or m.complaint_id not in (select id from complaint where status = 'clue'));
revoke all on mail_ledger from public;
grant select on mail_ledger to huiyin_sysadmin;

-- One word about the complaint, for the reader's own assignment: otherwise an act would be offered that can't succeed.
create or replace function write_off_stage(asked uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select case when c.status <> 'clearing' then 'waiting'
              when exists (select from write_off w where w.complaint_id = c.id and w.decided_at is null) then 'applied'
              else 'ready' end
    from assignment a join complaint c on c.id = a.complaint_id
   where a.id = asked and a.department_id = (select actor_department()) $$;

-- When the matter of the reader's own assignment was accepted: the law's cap on the reply runs from it.
create or replace function accepted_at(asked uuid) returns timestamptz
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.accepted_at from assignment a join complaint c on c.id = a.complaint_id
   where a.id = asked and a.department_id = (select actor_department()) $$;

-- Whether a complaint is the asking enterprise's own: by its point, or where it is sealed by a mark that the broker
-- made for the session, which no query can make up.
create or replace function is_own_complaint(asked uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select (select actor_role()) = 'liaison' and exists (
    select from complaint c join reporter r on r.id = c.reporter_id
     where c.id = asked and (r.liaison_point_id = (select actor_point())
                             or r.owner = any (string_to_array(nullif(current_setting('huiyin.owner', true), ''), ' ')))) $$;

-- Who asked to know who reported a sealed matter, what for, and when it was opened: for its own enterprise.
create or replace function who_asked(asked uuid)
  returns table (id uuid, purpose text, until_on date, asked_at timestamptz, approved_at timestamptz, refused_at timestamptz,
                 ended_at timestamptz, asked_by text, asked_by_en text, asked_by_role text,
                 reader text, reader_en text, reader_role text, opened_at timestamptz[])
  language sql stable security definer set search_path = public, pg_temp as $$
  select u.id, u.purpose, u.until_on, u.asked_at, u.approved_at, u.refused_at, u.ended_at,
         a.name, a.name_en, a.role, r.name, r.name_en, r.role,
         array(select o.at from opening o where o.complaint_id = u.complaint_id and o.what = 'identity'
                  and o.said ->> 'unsealing' = u.id::text order by o.at)
    from unsealing u join person a on a.id = u.asked_by_id join person r on r.id = u.reader_id
   where u.complaint_id = asked and is_own_complaint(asked)
   order by u.asked_at desc $$;

-- Of what was said with each act, the words that are meant for the matter's own enterprise; all else that was said it
-- can't read. As in the table of app/domain/complaint/lifecycle.ts, with which a test compares it. More time that was
-- asked for and refused has moved nothing of the enterprise's, so that there is no such row.
create or replace function told_words(asked uuid) returns table (id uuid, words text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select e.id, e.said ->> case e.command
    when 'askSupplement' then 'question'
    when 'supplement' then 'answer'
    when 'decline' then 'reason'
    when 'keepAsReference' then 'reason'
    when 'merge' then 'reason'
    when 'acceptClue' then 'words'
    when 'concludeClue' then 'words'
    when 'returnFromClue' then 'reason'
    when 'split' then 'reason'
    when 'ruleOnExtension' then 'reason'
    when 'feedBack' then 'words'
    when 'evaluate' then 'reason'
    when 'evaluateAgain' then 'reason'
    when 'rework' then 'reason'
    when 'waiveRework' then 'reason'
    when 'approveWriteOff' then 'words'
    when 'reopen' then 'reason'
    when 'withdraw' then 'reason'
    when 'askReview' then 'reason'
    when 'answerReview' then 'reason'
    when 'askUnsealing' then 'purpose'
    when 'reportRetaliation' then 'words'
    when 'answerQuestion' then 'words'
    end
    from event e
   where e.complaint_id = asked and is_own_complaint(asked)
     and (e.command <> 'ruleOnExtension' or e.said ->> 'decision' = 'granted') $$;

grant execute on function is_own_complaint(uuid), who_asked(uuid), told_words(uuid) to huiyin_liaison;
grant execute on function actor_id(), actor_role(), own_password_hash()
  to huiyin_liaison, huiyin_intake, huiyin_supervisor, huiyin_discipline, huiyin_custodian, huiyin_department,
     huiyin_leader, huiyin_sysadmin, huiyin_secadmin, huiyin_auditor;
grant execute on function actor_id(), actor_role(), actor_is_known() to huiyin_registrar;
grant execute on function actor_id() to huiyin_broker;
grant execute on function actor_point() to huiyin_liaison;
grant execute on function actor_department() to huiyin_department;
grant execute on function recused_complaints() to huiyin_department, huiyin_leader;
grant execute on function hidden_assignments() to huiyin_leader;
grant execute on function recused_complaints(), hidden_complaints(), hidden_assignments()
  to huiyin_intake, huiyin_supervisor, huiyin_discipline;
grant execute on function found_complaints(tsquery, int)
  to huiyin_intake, huiyin_supervisor, huiyin_discipline, huiyin_registrar;
grant execute on function unsettled_complaints(timestamptz) to huiyin_intake, huiyin_supervisor, huiyin_registrar;
grant execute on function door_enter(text, bytea, uuid, timestamptz, timestamptz, text, text),
  door_session(text, bytea, timestamptz), door_stay(bytea, timestamptz, timestamptz), door_halve(bytea, timestamptz), door_link(uuid),
  door_use_link(uuid, timestamptz) to huiyin_guest;
grant execute on function door_holder(), door_enroller(), door_standing(uuid), door_try(timestamptz, int, int),
  door_prove(timestamptz, timestamptz, int), door_exchange(bytea), door_end_others() to huiyin_guest;
grant execute on function write_off_stage(uuid), accepted_at(uuid) to huiyin_department;

reset role;
revoke create on schema public from huiyin_keeper;
