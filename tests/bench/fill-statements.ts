import { CONDUCTS, DISTRICTS, FIELDS, INDUSTRIES, KINDS } from "../../db/vocabulary.ts";

// One of a list by chance. `random()` is drawn anew for each row, in the one order of a plain scan.
const list = (values: readonly string[]) => `array[${values.map((value) => `'${value}'`).join(",")}]`;
const oneOf = (values: readonly string[], power = 1) =>
  `(${list(values)})[1 + floor(power(random(), ${power}) * ${values.length})]`;

export const points = `
  insert into liaison_point (id, code, name, short_name, credit_code, district, industry, size, term_starts_on)
  select uuidv7(), 'LXD-' || lpad(i::text, 3, '0'), '澄湾市第' || i || '联系点有限公司', '第' || i || '点',
    'C' || lpad(i::text, 17, '0'), ${oneOf(DISTRICTS)}, ${oneOf(INDUSTRIES)}, 'medium', '2016-01-01'
  from generate_series(3, 217) i`;

export const reporters = `
  insert into reporter (id, liaison_point_id, person_id)
  select uuidv7(), id, (select id from person where role = 'liaison' order by id limit 1) from liaison_point`;

export const departments = `
  insert into department (id, code, name, name_en, valid_from)
  select uuidv7(), 'body-' || i, '市第' || i || '局', 'Bureau ' || i, '2016-01-01' from generate_series(3, 60) i`;

export const texts = `
  create temp table text_of_matter (i serial, title text, words text,
    search tsvector generated always as (words_of(title || ' ' || words)) stored) on commit drop`;

const fates = `case
  when clue then 'clue'
  when age < interval '60 days' and fate < 0.75 then ${oneOf(
    ["handling", "handling", "handling", "submitted", "verifying", "feedback", "clearing", "accepted"].concat(
      ["rectifying", "supplementing"],
    ),
  )}
  when fate < 0.01 then ${oneOf(["handling", "rectifying", "verifying"])}
  when fate < 0.06 then 'declined' when fate < 0.09 then 'referenced' when fate < 0.11 then 'withdrawn'
  when fate < 0.12 then 'merged' else 'closed' end`;

/**
 * $1 complaints over the ten years before $2, evenly, by number; $3 is a word for one title in two thousand.
 * A date is passed by one open complaint in five, and by the look-backs that nobody did.
 */
export const complaints = `
  with drawn as materialized (
    select i, age, $2::timestamptz - age as at, random() as fate, random() < 0.003 as clue, random() < 0.0005 as rare, random() as late, random() as choice,
      1 + floor(random() * (select count(*) from text_of_matter))::int as matter,
      1 + floor(random() * 217)::int as point, 1 + floor(power(random(), 1.6) * 60)::int as body
    from generate_series(1, $1::int) i,
      lateral (select ($1::int - i + 1)::float8 / $1::int * interval '3650 days' as age) a
  ), fated as materialized (
    select *, extract(year from at at time zone 'Asia/Shanghai')::int as year, ${fates} as state
    from drawn order by i
  ), numbered as (
    select *, row_number() over (partition by year order by i) as serial,
      state in ('closed','declined','referenced','withdrawn','merged') as ended
    from fated
  )
  insert into complaint (id, number, year, serial, reporter_id, submitted_at, triage_from, kind, source,
    field, conduct, disclosure, title, description, about, search, status, due_on, paused_on, grade, lead_department_id,
    primary_id, decline_ground, solved, ended_at, closed_at)
  select uuidv7(at - clock_timestamp()), 'HY' || year || '-' || lpad(serial::text, greatest(5, length(serial::text)), '0'),
    year, serial, p.reporter_id, at, at, ${oneOf(KINDS, 2)},
    'liaisonPoint', ${oneOf(FIELDS, 1.5)}, ${oneOf(CONDUCTS, 1.5)}, 'confidential',
    t.title || case when rare then $3 else '' end, t.words, '窗口',
    t.search || words_of('HY' || year || '-' || lpad(serial::text, 5, '0') || ' ' || serial || case when rare then $3 else '' end), state,
    case when state = 'closed' and age < interval '190 days' then (at + interval '6 months')::date
      when ended or clue then null
      when late < 0.2 then (at + interval '15 days')::date
      else ($2::timestamptz + late * interval '40 days')::date end,
    case when state = 'supplementing' or (not ended and choice < 0.05) then (at + interval '2 days')::date end,
    case when state in ('submitted','declined','clue') then null else (array['A','B','B','C','C','C','C'])[1 + floor(choice * 7)] end,
    case when state in ('handling','verifying','feedback','rectifying','clearing','closed') then d.id end,
    case when state = 'merged' then (select id from person limit 1) end,
    case when state = 'declined' then 'civilDispute' end, choice < 0.85,
    case when ended then at + interval '40 days' * choice end, case when state = 'closed' then at + interval '40 days' * choice end
  from numbered
  join (select r.id as reporter_id, row_number() over (order by code) as i
    from reporter r join liaison_point p on p.id = r.liaison_point_id) p on p.i = point
  join (select *, row_number() over (order by code) as i from department) d on d.i = body
  join text_of_matter t on t.i = matter
  order by numbered.i`;

const assignments = `
  insert into assignment (id, complaint_id, code, department_id, part, status, brief, dispatched_at, sign_due_on,
    contact_due_on, return_due_on, reply_due_on, original_reply_due_on, due_rule, due_from, first_contact_at,
    replied_at, settled_at)
  select uuidv7(at - clock_timestamp()), c.id, 'JB' || number || part, department_id, part,
    case when c.status = 'closed' then 'accepted' when c.status <> 'handling' then 'replied'
      else (array['dispatched','signed','signed','signed','redo','returning'])[1 + floor(chance * 6)] end,
    left(title, 40), at, at::date + 1, at::date + 3, at::date + 3, at::date + 20, at::date + 20, 'replyB', at,
    case when chance < 0.9 then at + interval '4 days' * chance end,
    case when c.status <> 'handling' then at + interval '12 days' end,
    case when c.status = 'closed' then c.closed_at end
  from (
    select c.*, submitted_at + interval '1 day' as at, random() as chance, random() as second from complaint c
    where lead_department_id is not null
  ) c cross join lateral (
    select 'lead' as part, c.lead_department_id as department_id
    union all
    select 'assisting', (select id from department where code = 'body-' || (3 + floor(c.second * 300)::int % 58)
      and id <> c.lead_department_id) where c.second < 0.12
  ) parts
  where department_id is not null`;

const measures = `
  insert into measure (id, assignment_id, words, owner, due_on, status, promised_at)
  select uuidv7(), a.id, '改进流程', '科长', a.reply_due_on + 30,
    case when a.settled_at is null and a.status = 'replied' then 'promised' else 'reported' end, a.dispatched_at
  from assignment a where random() < 0.15`;

const someone = "(select id from person where role = 'intake' order by id limit 1)";
const closed = "from complaint where status = 'closed'";
const evaluations = `
  insert into evaluation (id, complaint_id, rating, solved, reason, rated_at)
  select uuidv7(), id, ${oneOf(["verySatisfied", "satisfied", "satisfied", "satisfied", "fair", "dissatisfied"])},
    ${oneOf(["solved", "solved", "solved", "solved", "partly", "unsolved"])}, '', closed_at - interval '3 days'
  ${closed} and random() < 0.7`;
const callBacks = `
  insert into call_back (id, complaint_id, solved, pressed, words, called_at)
  select uuidv7(), id, ${oneOf(["solved", "solved", "partly", "unsolved"])}, false, '', closed_at - interval '2 days'
  ${closed} and random() < 0.3`;
const writeOffs = `
  insert into write_off (id, complaint_id, applied_by_id, applied_at, words, decided_at, approved, solved)
  select uuidv7(), id, ${someone}, closed_at - interval '1 day', '', closed_at, true, solved ${closed}`;
const references = `
  insert into reference (id, complaint_id, words, made_at)
  select uuidv7(), id, '', ended_at from complaint where status = 'referenced' or (status = 'closed' and random() < 0.1)`;
const rules = `
  insert into rule (id, title, summary, department_id, made_on, recorded_by_id, recorded_at)
  select uuidv7(), '制度', '', lead_department_id, closed_at::date, ${someone}, closed_at ${closed} and random() < 0.02`;
const events = `
  insert into event (id, complaint_id, seq, command, actor_kind, actor_id, at, to_status, said, changes, version)
  select uuidv7(), c.id, n, (array['submit','accept','assign','approveWriteOff'])[n], 'intake', ${someone},
    c.submitted_at + n * interval '3 days', c.status, '{}', '[]', n
  from complaint c, generate_series(1, 4) n`;
const series = "insert into number_series (year, last) select year, max(serial) from complaint group by year";

/** What belongs to the complaints, in the order of their dependence. */
export const rest = [
  assignments,
  measures,
  evaluations,
  callBacks,
  writeOffs,
  references,
  rules,
  events,
  series,
];
