-- What is known and done at the door before anybody is signed in: passwords, guesses at them, devices. By functions of
-- the keeper, which the door's own login alone may call. Applied after every migration; safe to repeat.

grant create on schema public to huiyin_keeper;
set local role huiyin_keeper;

-- What an older schema had in their place.
drop function if exists door_tell(uuid, uuid, text, timestamptz);
drop function if exists door_account(text);
drop function if exists door_redeem(uuid, text, timestamptz, text);

-- The account of an address, and whether this browser is known to it.
create or replace function door_account(address text, browser text, hash bytea, at timestamptz)
  returns table (id uuid, role text, status text, locale text, password_hash text, password_set_at timestamptz, is_known boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.role, p.status, p.locale, p.password_hash, p.password_set_at,
         exists (select from known_device d where d.id = browser and d.secret_hash = hash and d.person_id = p.id and d.ends_at > at)
    from person p where lower(p.email) = address $$;

-- Takes one try from each of some budgets, or from none: the seconds to wait until all of them have one. Counted before
-- the password is looked at, so that many tries at once are many tries; whoever comes second waits for the first.
create or replace function door_spend(keys bytea[], every float8[], most float8[], at timestamptz) returns float8
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare wait float8;
begin
  insert into guess_budget (key, whole_at) select k, at from unnest(keys) k order by k on conflict do nothing;
  perform from guess_budget b where b.key = any (keys) order by b.key for update;
  -- Later than any try can make it: a clock that stood wrong has gone back since, and nobody waits for that. An hour is
  -- let by, so that two processes whose clocks differ a little give nobody a budget twice.
  update guess_budget b set whole_at = at from unnest(keys, every, most) w (key, every, most)
   where b.key = w.key and b.whole_at > at + (w.most + w.every) * interval '1 second' + interval '1 hour';
  select max(extract(epoch from b.whole_at - at)::float8 - w.most) into wait
    from unnest(keys, most) w (key, most) join guess_budget b on b.key = w.key;
  if wait > 0 then return wait; end if;
  update guess_budget b set whole_at = greatest(b.whole_at, at) + w.every * interval '1 second'
    from unnest(keys, every) w (key, every) where b.key = w.key;
  return 0;
end $$;

-- Gives a try back that was none: the password was right.
create or replace function door_refund(keys bytea[], every float8[]) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update guess_budget b set whole_at = b.whole_at - w.every * interval '1 second'
    from unnest(keys, every) w (key, every) where b.key = w.key $$;

-- Stores the same password by a dearer hash.
create or replace function door_raise(person uuid, known text, dearer text) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update person p set password_hash = dearer where p.id = person and p.password_hash = known $$;

-- Sets a password that its owner chose, and keeps the last few hashes where they must not come again.
create or replace function set_password(asked uuid, hash text, at timestamptz, keep int) returns void
  language plpgsql volatile set search_path = public, pg_temp as $$
begin
  insert into former_password (id, person_id, password_hash, ended_at)
  select uuidv7(), p.id, p.password_hash, at from person p
   where p.id = asked and p.password_hash is not null and keep > 0;
  delete from former_password f where f.person_id = asked and f.id not in (
    select l.id from former_password l where l.person_id = asked order by l.ended_at desc, l.id desc limit keep);
  update person p set password_hash = hash, password_set_at = at where p.id = asked;
  delete from session s where s.person_id = asked and s.secret_hash is distinct from (
    select decode(split_part(k, ':', 2), 'hex') from (select coalesce(current_setting('huiyin.key', true), '') as k) given
     where k like 'session:%');
end $$;

-- Uses a mailed link up, sets the password that it was for, ends every session and forgets every browser; no row where
-- it doesn't work.
create or replace function door_redeem(link uuid, for_purpose text, at timestamptz, hash text, keep int)
  returns table (id uuid, role text)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare owner uuid;
begin
  update one_time_link l set used_at = at
   where l.id = link and l.purpose = for_purpose and l.purpose <> 'evaluation' and l.used_at is null and not l.voided
     and l.expires_at > at
  returning l.person_id into owner;
  if owner is null or exists (select from person p where p.id = owner and p.status = 'disabled') then return; end if;
  perform set_password(owner, hash, at, keep);
  update known_device d set ends_at = at where d.person_id = owner and d.ends_at > at;
  return query update person p set status = 'active' where p.id = owner returning p.id, p.role;
end $$;

-- Sets a new password in place of one that was just proved; no row where it has changed meanwhile.
create or replace function door_renew(person uuid, known text, hash text, at timestamptz, keep int)
  returns table (id uuid, role text)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from person p where p.id = person and p.password_hash = known and p.status = 'active' for no key update) then
    return;
  end if;
  perform set_password(person, hash, at, keep);
  update known_device d set ends_at = at where d.person_id = person and d.ends_at > at;
  return query select p.id, p.role from person p where p.id = person;
end $$;

-- What a new password must not be made of: what everybody knows of its owner, and what it was before.
create or replace function password_facts(asked uuid) returns table (password_hash text, known text[], former text[])
  language sql stable set search_path = public, pg_temp as $$
  select p.password_hash, array_remove(array[p.email, p.name, p.name_en, p.mobile, l.short_name, l.credit_code], null),
         array(select f.password_hash from former_password f where f.person_id = p.id order by f.ended_at desc, f.id desc)
    from person p left join liaison_point l on l.id = p.liaison_point_id where p.id = asked $$;

create or replace function door_password_facts(person uuid) returns table (password_hash text, known text[], former text[])
  language sql stable security definer set search_path = public, pg_temp as $$ select * from password_facts(person) $$;

create or replace function own_password_facts() returns table (password_hash text, known text[], former text[])
  language sql stable security definer set search_path = public, pg_temp as $$ select * from password_facts((select actor_id())) $$;

-- Sets one's own password, ends one's other sessions, and forgets every browser but the one named.
create or replace function own_password_set(known text, hash text, at timestamptz, keep int, browser text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare me uuid := actor_id();
begin
  if not exists (select from person p where p.id = me and p.password_hash = known for no key update) then return false; end if;
  perform set_password(me, hash, at, keep);
  update known_device d set ends_at = at where d.person_id = me and d.ends_at > at and d.id is distinct from browser;
  return true;
end $$;

-- Whether a session just opened is whole; half ones owe a second factor.
create or replace function door_is_whole(hash bytea) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.stage = 'whole' from session s where s.secret_hash = hash $$;

-- Whether a browser's secret is one that was given out, to whomever.
create or replace function door_knows(browser text, hash bytea) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from known_device d where d.id = browser and d.secret_hash = hash) $$;

-- Remembers a browser of a person, or sees it again: 'first' of all, 'new', or 'known'. The ones used longest ago make
-- room, so that no account has more budgets than are reckoned with.
create or replace function door_welcome(browser text, hash bytea, person uuid, words text, at timestamptz, until timestamptz, most int)
  returns text language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare was text;
begin
  -- Not for its key: the session that was just opened refers to it already, and two who come at once would wait for each other.
  perform from person p where p.id = person for no key update;
  select case when not exists (select from known_device d where d.person_id = person) then 'first'
              when exists (select from known_device d where d.person_id = person and d.id = browser and d.ends_at > at) then 'known'
              else 'new' end into was;
  insert into known_device (id, secret_hash, person_id, device, created_at, last_seen_at, ends_at)
  values (browser, hash, person, words, at, at, until)
  on conflict on constraint a_browser_is_known_once_to_a_person
    do update set last_seen_at = at, ends_at = until, device = words,
                  created_at = case when known_device.ends_at > at then known_device.created_at else at end;
  update known_device d set ends_at = at
   where d.person_id = person and d.ends_at > at and d.id not in (
     select l.id from known_device l where l.person_id = person and l.ends_at > at order by l.last_seen_at desc, l.id limit most);
  return was;
end $$;

-- What the door tells a person of their account. It reaches no queue itself: the worker finds what waits.
create or replace function door_tell(mail_id uuid, person uuid, what text, from_device text, at timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into mail (id, person_id, kind, path, locale, device, created_at)
  select mail_id, p.id, what, '/account', p.locale, from_device, at
    from person p where p.id = person and what in ('passwordChanged', 'newDevice', 'factorChanged') $$;

grant execute on function door_account(text, text, bytea, timestamptz), door_spend(bytea[], float8[], float8[], timestamptz),
  door_refund(bytea[], float8[]), door_raise(uuid, text, text), door_redeem(uuid, text, timestamptz, text, int),
  door_renew(uuid, text, text, timestamptz, int), door_password_facts(uuid), door_knows(text, bytea),
  door_is_whole(bytea),   door_welcome(text, bytea, uuid, text, timestamptz, timestamptz, int), door_tell(uuid, uuid, text, text, timestamptz)
  to huiyin_guest;
grant execute on function own_password_facts(), own_password_set(text, text, timestamptz, int, text)
  to huiyin_liaison, huiyin_intake, huiyin_supervisor, huiyin_discipline, huiyin_custodian, huiyin_department,
     huiyin_leader, huiyin_sysadmin, huiyin_secadmin, huiyin_auditor;

reset role;
revoke create on schema public from huiyin_keeper;
