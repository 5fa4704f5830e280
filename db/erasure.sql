-- Erasing what was said of a matter. Applied after every migration, once the trail is laid over; safe to repeat. One
-- function of `huiyin_keeper`, whom nobody can become, empties every column that tells content; which those are, and what
-- stays, is held against the tables by a test.

grant usage, create on schema public to huiyin_keeper;
set local role huiyin_keeper;

-- Empties a matter of which an erasure was approved, and answers under which keys its files lay. Done again it finds
-- nothing more to do, but for an envelope that was still needed to tell the enterprise.
create or replace function erase_complaint(asked uuid) returns setof text language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  matters uuid[];
  hands uuid[];
  originals uuid[];
begin
  if not exists (select from erasure where complaint_id = asked) then
    raise exception 'no erasure of this complaint was approved' using errcode = 'insufficient_privilege';
  end if;
  -- A report of retaliation stands in the course of the matter after which it came, too.
  matters := array(select asked union
    select c.linked_id from complaint c join erasure e on e.complaint_id = c.linked_id where c.id = asked);
  hands := array(select id from assignment where complaint_id = any (matters));
  originals := array(select id from attachment where complaint_id = any (matters));

  return query with gone as (delete from released_attachment where assignment_id = any (hands) returning storage_key)
    select storage_key from gone;
  return query with gone as (delete from cleaned_copy where attachment_id = any (originals) returning storage_key)
    select storage_key from gone where storage_key is not null;
  return query with gone as (delete from attachment where id = any (originals) returning storage_key)
    select storage_key from gone;
  return query with gone as (delete from evidence where assignment_id = any (hands) returning storage_key)
    select storage_key from gone;

  update draft set said = '{}' where id in (select draft_id from complaint where id = any (matters));
  update complaint set title = '', description = '', about = '', place = '', since_on = null where id = any (matters);
  update supplement set question = '', answer = case when answer is not null then '' end where complaint_id = any (matters);
  update reference set words = '' where complaint_id = any (matters);
  update answer set words = '' where complaint_id = any (matters);
  update evaluation set reason = '' where complaint_id = any (matters);
  update call_back set words = '' where complaint_id = any (matters);
  update write_off set words = '', reason = null where complaint_id = any (matters);
  update look_back set words = '' where complaint_id = any (matters);
  update question set words = null where complaint_id = any (matters);
  update urging set about = '' where complaint_id = any (matters);
  update recusal set reason = '' where complaint_id = any (matters);
  update unsealing set purpose = '' where complaint_id = any (matters);
  update unsealing_vote set reason = '' where complaint_id = any (matters);
  update assignment set brief = '', named_point = null, officer = null, contact_note = null, return_reason = null,
    ruling_reason = null, missing = null where id = any (hands);
  update reply set words = '', missing = null where assignment_id = any (hands);
  update measure set words = '', owner = '', report = null, missing = null where assignment_id = any (hands);
  update extension set reason = '', ruling = null where assignment_id = any (hands);
  update assignment_step set words = '', officer = null where assignment_id = any (hands);
  update event set said = '{}', changes = '[]', salt = null where complaint_id = any (matters) and salt is not null;
  -- The broker opens the envelope once more, to tell the enterprise that there is news.
  update reporter r set sealed = '' from complaint c
   where c.id = any (matters) and r.id = c.reporter_id and length(r.sealed) > 0
     and not exists (select from sealed_news n where n.reporter_id = r.id);
end $$;

-- Erased matters whose envelope was still needed.
create or replace function unfinished_erasures() returns setof uuid language sql stable security definer
  set search_path = public, pg_temp as $$
  select distinct e.complaint_id from erasure e join complaint c on c.id = e.complaint_id join reporter r on r.id = c.reporter_id
   where length(r.sealed) > 0 and not exists (select from sealed_news n where n.reporter_id = r.id) $$;

reset role;
revoke create on schema public from huiyin_keeper;
revoke all on function erase_complaint(uuid), unfinished_erasures() from public;
grant execute on function erase_complaint(uuid), unfinished_erasures() to huiyin_registrar;
