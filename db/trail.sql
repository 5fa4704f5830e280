-- The trail: what the database adds to each of its rows, and what it lets be read of them. Applied after every migration,
-- once it is known who acts; safe to repeat.

-- The trail's own functions belong to `huiyin_keeper`, whom nobody can become.
drop view if exists trail, trail_state;
grant usage, create on schema public to huiyin_keeper;
set local role huiyin_keeper;

-- Gives a row of the trail its place in its chain. The hash covers every column, in one spelling: keys in jsonb's own
-- order, instants in UTC, no nulls, so that a column added later (which must be nullable) breaks no chain. What was said
-- is in it by a salted digest alone. The head's lock makes two rows of one chain follow each other.
create or replace function chain_row() returns trigger language plpgsql security definer
  set search_path = public, pg_temp set timezone = 'UTC' as $$
declare
  -- Rights are about no complaint, and have no such column.
  chain_id uuid := coalesce((to_jsonb(new) ->> 'complaint_id')::uuid, '00000000-0000-0000-0000-000000000000');
  before record;
begin
  loop
    select seq, hash into before from chain where kind = tg_table_name and complaint_id = chain_id for update;
    exit when found;
    insert into chain (kind, complaint_id, seq, hash) values (tg_table_name, chain_id, 0, '') on conflict do nothing;
  end loop;
  new.seq := before.seq + 1;
  new.previous_hash := before.hash;
  new.number := coalesce((select number from complaint where id = chain_id), '');
  -- Of one alone six bits are no chance.
  new.salt := left(encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid(), 'UTF8')), 'hex'), 32)::uuid;
  new.digest := encode(sha256(convert_to(jsonb_build_array(new.salt, to_jsonb(new) -> 'said', to_jsonb(new) -> 'changes')::text, 'UTF8')), 'hex');
  new.hash := encode(sha256(convert_to(
    jsonb_strip_nulls(to_jsonb(new) - array['hash', 'salt', 'said', 'changes'])::text, 'UTF8')), 'hex');
  update chain set seq = new.seq, hash = new.hash, is_covered = false where kind = tg_table_name and complaint_id = chain_id;
  return new;
end $$;

-- The least that the law lets a log be kept: half a year (网络安全法 21), counted from its signed checkpoint.
create or replace function refuse_early_delete() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if exists (select from checkpoint_leaf l join checkpoint c on c.nth = l.nth
              where l.kind = 'opening' and l.complaint_id = coalesce(old.complaint_id, '00000000-0000-0000-0000-000000000000')
                and l.seq = old.seq and c.at < now() - interval '184 days') then
    return old;
  end if;
  raise exception 'an opening is kept for 184 days at least' using errcode = 'restrict_violation';
end $$;

-- What a receipt is made of, for the enterprise that handed the complaint in: the row of its submission without content,
-- as it was hashed, and the checkpoint that covers it, with the hashes of all its rows. Null for anybody else.
create or replace function receipt_of(asked uuid) returns jsonb language sql stable security definer
  set search_path = public, pg_temp set timezone = 'UTC' as $$
  select jsonb_build_object(
    'row', jsonb_strip_nulls(to_jsonb(e) - array['hash', 'salt', 'said', 'changes'])::text,
    'hash', e.hash,
    'place', l.place,
    'checkpoint', to_jsonb(c),
    'leaves', (select jsonb_agg(hash order by place) from checkpoint_leaf where nth = l.nth))
    from event e
    left join checkpoint_leaf l on l.kind = 'event' and l.complaint_id = e.complaint_id and l.seq = e.seq
    left join checkpoint c on c.nth = l.nth
   where e.complaint_id = asked and e.seq = 1 and is_own_complaint(asked)
$$;

-- Whether a complaint was handed in by a row with this hash: all that somebody who isn't signed in may ask.
create or replace function is_submission(asked uuid, with_hash text) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (select from event where complaint_id = asked and seq = 1 and hash = with_hash) $$;

-- Who, what, when, on which number, and nothing else: all that an auditor reads. An enterprise's people stay nameless.
create view trail as
-- What is a clue now is in nobody's sight but the discipline team's: not even that something was done is told.
select t.id, t.kind, t.what, t.at, t.number, t.actor_kind, p.id as actor_id, p.name, p.name_en, t.about, t.about_en
  from (select id, 'event' as kind, command as what, at, number, actor_kind, actor_id, complaint_id,
               null::text as about, null::text as about_en from event
        union all
        -- Of identities that were sealed anew: from which key to which, and how many.
        select id, 'opening', what, at, case what when 'reseal' then (said ->> 'from') || ' → ' || (said ->> 'to') else number end,
               actor_kind, actor_id, complaint_id, case what when 'reseal' then said ->> 'count' end, null from opening
        -- Besides matters: whose rights were asked for and decided, and which settings were changed.
        union all
        select r.id, 'rights', case when r.kind in ('found', 'disable') then r.kind else r.kind || 'Asked' end, r.asked_at,
               r.nth::text, coalesce(r.asked_by_role, 'worker'), r.asked_by_id, null,
               case when coalesce(r.before, r.after) ->> 'role' <> 'liaison' then coalesce(r.before, r.after) ->> 'name' end,
               case when coalesce(r.before, r.after) ->> 'role' <> 'liaison' then coalesce(r.before, r.after) ->> 'nameEn' end
          from rights_request r
        union all
        select d.id, 'rights', 'rights' || initcap(d.verdict), d.at, r.nth::text, d.by_role, d.by_id, null,
               case when coalesce(r.before, r.after) ->> 'role' <> 'liaison' then coalesce(r.before, r.after) ->> 'name' end,
               case when coalesce(r.before, r.after) ->> 'role' <> 'liaison' then coalesce(r.before, r.after) ->> 'nameEn' end
          from rights_decision d join rights_request r on r.id = d.request_id
        union all
        select id, 'setting', 'calendarChanged', at, year::text, 'sysadmin', by_id, null, null, null from calendar_change
        union all
        select id, 'setting', 'periodSet', valid_from, rule, 'sysadmin', set_by_id, null, null, null from clock_span) t
  left join person p on p.id = t.actor_id and p.role <> 'liaison'
 where (select actor_role() = 'auditor')
   and not exists (select from complaint c where c.id = t.complaint_id and c.status = 'clue');

-- Up to where the trail is signed, and what came of its latest check.
create view trail_state as
select c.nth, c.at, c.events, c.openings, c.chains, k.at as checked_at, k.broken
  from (values (1)) always
  left join lateral (select nth, at, events, openings, chains from checkpoint order by nth desc limit 1) c on true
  left join lateral (select at, broken from trail_check order by at desc limit 1) k on true
 where (select actor_role() = 'auditor');

-- Whom a name or an address means, among those who have a name in the trail.
create or replace function trail_people(asked text) returns setof uuid language sql stable security definer
  set search_path = public, pg_temp as $$
  select id from person
   where (select actor_role()) = 'auditor' and role <> 'liaison'
     and (name ilike asked or name_en ilike asked or email ilike asked) limit 100 $$;

reset role;
revoke create on schema public from huiyin_keeper;

create or replace trigger an_event_is_chained before insert on event
  for each row execute function chain_row();
create or replace trigger an_opening_is_chained before insert on opening
  for each row execute function chain_row();
create or replace trigger a_request_for_rights_is_chained before insert on rights_request
  for each row execute function chain_row();
create or replace trigger a_decision_on_rights_is_chained before insert on rights_decision
  for each row execute function chain_row();
drop function if exists chain_event();

create or replace trigger a_checkpoint_is_never_changed before update or delete or truncate on checkpoint
  for each statement execute function refuse_change();
create or replace trigger a_leaf_is_never_changed before update or delete or truncate on checkpoint_leaf
  for each statement execute function refuse_change();
create or replace trigger an_erasure_is_never_changed before update or delete or truncate on erasure
  for each statement execute function refuse_change();
create or replace trigger a_check_is_never_changed before update or delete or truncate on trail_check
  for each statement execute function refuse_change();
create or replace trigger an_opening_is_never_changed before update or truncate on opening
  for each statement execute function refuse_change();

create or replace trigger an_opening_is_kept before delete on opening
  for each row execute function refuse_early_delete();

-- An auditor reads who, what, when and on which number, and no content.
grant select on trail, trail_state to huiyin_auditor;
revoke all on function receipt_of(uuid), is_submission(uuid, text), trail_people(text) from public;
grant execute on function trail_people(text) to huiyin_auditor;
grant execute on function receipt_of(uuid) to huiyin_liaison;
grant execute on function is_submission(uuid, text) to huiyin_guest, huiyin_worker;
