import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { loadCalendar } from "../../app/domain/clock/calendar.server.ts";
import { dayOf, endOfDay } from "../../app/domain/clock/day.ts";
import { dueOn } from "../../app/domain/clock/due.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { type Office, openOffice, shanghai } from "../support/office.ts";

let office: Office;
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
});

const CASES = 10_000;

/** The working days by the database's own calendar, in order. */
const workedDays = `
  create table worked as
    select every::date as day, row_number() over (order by every) as place
    from generate_series('2023-12-01'::date, '2028-12-31'::date, '1 day') every
    left join calendar_day special on special.day = every::date
    where coalesce(special.kind = 'makeUpWorkday', extract(isodow from every) <= 5);
  create unique index on worked (day);
  create unique index on worked (place);
  analyze worked`;

/** A due date by the places of the working days in their list. */
const dueInSql = `
  select case unit
      when 'workingDays' then (select day from worked where worked.place = began.place + count)
      else (select day from worked where worked.day >= (began.day + case unit
        when 'days' then make_interval(days => count) else make_interval(months => count) end)::date order by day limit 1)
    end::text as due_on
  from (
    select nth, (given->>'at')::timestamptz at time zone 'Asia/Shanghai' as at, given->>'unit' as unit,
      (given->>'count')::int as count
    from json_array_elements($1::json) with ordinality listed(given, nth)
  ) asked, lateral (
    select * from worked where worked.day >= asked.at::date + (asked.at::time > '17:30')::int order by worked.day limit 1
  ) began
  order by nth`;

const instants = fc.date({
  min: shanghai("2024-01-02 00:00"),
  max: shanghai("2027-12-01 00:00"),
  noInvalidDate: true,
});
// Around the close of office and midnight the day itself is in doubt.
const edges = fc
  .tuple(instants, fc.integer({ min: -1, max: 1 }), fc.boolean())
  .map(
    ([at, by, isMidnight]) =>
      new Date((isMidnight ? shanghai(`${dayOf(at)} 00:00`) : endOfDay(dayOf(at))).getTime() + by),
  );
const spans = fc.oneof(
  fc.record({ unit: fc.constant("workingDays" as const), count: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ unit: fc.constant("days" as const), count: fc.integer({ min: 1, max: 90 }) }),
  fc.record({ unit: fc.constant("months" as const), count: fc.integer({ min: 1, max: 6 }) }),
);

it("the database and the rules come to the same day in 10,000 cases", async () => {
  await db.query(workedDays);
  const calendar = await withActor(office.su, "read", loadCalendar);
  const cases = fc.sample(fc.tuple(fc.oneof(instants, edges), spans), CASES);
  const given = cases.map(([at, span]) => ({ at: at.toISOString(), ...span }));
  const inSql = await db.query<{ due_on: string }>(dueInSql, [JSON.stringify(given)]);
  const told = cases.map(
    ([at, span], i) => `${given[i]?.at} ${span.count} ${span.unit} ${dueOn(calendar, at, span).on}`,
  );
  const sqlTold = cases.map(
    ([, span], i) => `${given[i]?.at} ${span.count} ${span.unit} ${inSql[i]?.due_on}`,
  );
  expect(sqlTold).toHaveLength(CASES);
  expect(sqlTold).toEqual(told);
});
