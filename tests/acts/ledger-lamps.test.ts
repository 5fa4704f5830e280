import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { loadCalendar } from "../../app/domain/clock/calendar.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { LEDGER_LAMPS, readFilter } from "../../app/domain/ledger/filter.ts";
import { ledgerPage } from "../../app/domain/ledger/ledger.server.ts";
import { lampOf } from "../../app/domain/ledger/reading.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, type Office, openOffice, shanghai } from "../support/office.ts";

let office: Office;
let db: TestDatabase;
const at = shanghai("2026-03-13 10:00");
const ROWS = 8;

function ledger(query: string, moment: Date) {
  return withActor(office.su, "read", async (tx) => {
    const calendar = await loadCalendar(tx);
    const filter = readFilter(new URLSearchParams(query));
    return { calendar, rows: await ledgerPage(tx, filter, { at: moment, calendar }, null, 100) };
  });
}

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
  for (let nth = 0; nth < ROWS; nth++) await submit(office.lin, aSubmission, shanghai("2026-03-02 09:30"));
  await db.query(
    `insert into assignment (id, complaint_id, code, department_id, part, status, brief, dispatched_at, sign_due_on,
       contact_due_on, return_due_on, reply_due_on, original_reply_due_on, due_rule, due_from)
     select uuidv7(), id, number, $1, 'lead', 'replied', '', now(), now(), now(), now(), now(), now(), 'replyB', now()
     from complaint`,
    [office.construction],
  );
});

const day = fc.nat(60).map((n) => new Date(Date.UTC(2026, 0, 20 + n)).toISOString().slice(0, 10));
interface Clock {
  closed: boolean;
  dueOn: string | null;
  pausedOn: string | null;
  replyDueOn: string;
  repliedAt: Date;
}

const clock: fc.Arbitrary<Clock> = fc.record({
  closed: fc.boolean(),
  dueOn: fc.option(day),
  pausedOn: fc.option(day),
  replyDueOn: day,
  // Before and after the close of office.
  repliedAt: fc
    .tuple(day, fc.constantFrom("10:00", "17:30", "18:00"))
    .map(([on, time]) => shanghai(`${on} ${time}`)),
});

async function set(id: string | undefined, { closed, dueOn, pausedOn, replyDueOn, repliedAt }: Clock) {
  await db.query(
    "update complaint set status = $2, closed_at = now(), due_on = $3, paused_on = $4 where id = $1",
    [id, closed ? "closed" : dueOn === null ? "withdrawn" : "handling", dueOn, closed ? null : pausedOn],
  );
  await db.query("update assignment set reply_due_on = $2, replied_at = $3 where complaint_id = $1", [
    id,
    replyDueOn,
    repliedAt,
  ]);
}

it("shows under each lamp what the clock gives it, on any day", async () => {
  const ids = (await ledger("", at)).rows.map(({ id }) => id);
  const clocks = fc.array(clock, { minLength: ROWS, maxLength: ROWS });
  await fc.assert(
    fc.asyncProperty(clocks, fc.integer({ min: -720, max: 720 }), async (given, hours) => {
      const moment = new Date(at.getTime() + hours * 3_600_000);
      for (const [nth, one] of given.entries()) await set(ids[nth], one);
      const { rows, calendar } = await ledger("", moment);
      for (const lamp of LEDGER_LAMPS) {
        const shown = (await ledger(`lamp=${lamp}`, moment)).rows.map(({ id }) => id);
        const judged = rows.filter((row) => lampOf(row, moment, calendar)?.lamp === lamp);
        expect(shown, lamp).toEqual(judged.map(({ id }) => id));
      }
    }),
    { numRuns: 40 },
  );
});
