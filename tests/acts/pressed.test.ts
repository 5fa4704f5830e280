import { beforeAll, describe, expect, it } from "vitest";
import { must } from "../../app/domain/access/actor.ts";
import { type Tx, withActor } from "../../app/domain/access/with-actor.server.ts";
import { loadCalendar } from "../../app/domain/clock/calendar.server.ts";
import { perform } from "../../app/domain/complaint/perform.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { readFilter } from "../../app/domain/ledger/filter.ts";
import { ledgerPage } from "../../app/domain/ledger/ledger.server.ts";
import { loadQueue, markOf, nextInQueue } from "../../app/domain/ledger/queue.server.ts";
import { assignTo, handled } from "../support/course.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, does, type Office, openOffice, shanghai } from "../support/office.ts";

let office: Office;
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
});

const today = "2026-03-06";
const reading = <T>(fn: (tx: Tx) => Promise<T>) => withActor(office.gu, "read", fn);
const queued = (queue: "callBacks" | "triage", more = {}) =>
  reading(async (tx) => (await loadQueue(tx, queue, today, more)).map((row) => row.number));
const rowOf = async (number: string) =>
  must((await db.query("select * from complaint where number = $1", [number]))[0], "a complaint");

const called = (pressed: boolean) => ({
  type: "recordCallBack" as const,
  solved: "unsolved" as const,
  pressed,
  words: pressed ? "说是有人让他们撤的。" : "没有人施压。",
});

async function withdrawn() {
  const matter = await handled(office, db);
  await does(office.lin, matter.on, { type: "withdraw", reason: "不想再说了。" }, "2026-03-04 10:00");
  return matter;
}

const departmentSees = () =>
  Promise.all([
    db.query(
      "select n.id, n.kind, n.number from notice n join person p on p.id = n.person_id where p.role = 'department' order by n.id",
    ),
    db.query(
      "select m.id, m.kind, m.number from mail m join person p on p.id = m.person_id where p.role = 'department' order by m.id",
    ),
    db.query("select * from assignment_step order by id"),
    db.query("select * from assignment order by id"),
  ]);

describe("a withdrawn complaint", () => {
  it("waits for a call-back, also where there was one before it was withdrawn", async () => {
    const { on } = await withdrawn();
    expect(await queued("callBacks")).toContain(on.number);
    await db.query(
      `insert into call_back (id, complaint_id, solved, pressed, words, called_at)
       select gen_random_uuid(), id, 'unsolved', false, '撤回之前', ended_at - interval '1 day' from complaint where number = $1`,
      [on.number],
    );
    expect(await queued("callBacks")).toContain(on.number);
  });

  it("stays withdrawn where nobody pressed them", async () => {
    const { on } = await withdrawn();
    await does(office.gu, on, called(false), "2026-03-05 10:00");
    expect(await rowOf(on.number)).toMatchObject({ status: "withdrawn", urgent: false });
    expect(await queued("callBacks")).not.toContain(on.number);
  });

  it("is taken up again at the highest priority where somebody pressed them", async () => {
    const { on } = await withdrawn();
    await does(office.gu, on, called(true), "2026-03-05 10:00");
    expect(await rowOf(on.number)).toMatchObject({
      status: "submitted",
      urgent: true,
      ended_at: null,
      // Three working days from the call on Thursday 5 March.
      due_on: "2026-03-10",
      reopenings: 1,
    });
    expect(await queued("callBacks")).not.toContain(on.number);
    const told = await db.query(
      "select person_id from notice where number = $1 and kind = 'reopened' order by person_id",
      [on.number],
    );
    expect(told.map((n) => n.person_id).toSorted()).toEqual(
      [office.lin.personId, office.su.personId].toSorted(),
    );
    // And goes its way like any other.
    await does(office.su, on, assignTo(office.market), "2026-03-05 11:00");
  });

  it("says nothing of that to the department that had it", async () => {
    const { on, assignmentId } = await withdrawn();
    const before = await departmentSees();
    await does(office.gu, on, called(true), "2026-03-05 10:00", { assignmentId });
    expect(await departmentSees()).toEqual(before);
  });

  it("pressed in the midst of it, is on record and goes on", async () => {
    const { on, code } = await handled(office, db);
    await does(office.zhao, code, { type: "reply", words: "已办。", evidence: [] }, "2026-03-04 10:00");
    await does(office.gu, on, called(true), "2026-03-04 11:00");
    expect(await rowOf(on.number)).toMatchObject({ status: "verifying", urgent: false });
  });
});

describe("what is urgent", () => {
  it("stands before everything else in a queue, through its pages, and leads on", async () => {
    await db.query("update complaint set urgent = false");
    const plain: string[] = [];
    for (const day of ["02", "03", "04"])
      plain.push((await submit(office.he, aSubmission, shanghai(`2026-02-${day} 09:30`))).number);
    const urgent = (await submit(office.he, aSubmission, shanghai("2026-03-05 09:30"))).number;
    await db.query("update complaint set urgent = true where number = $1", [urgent]);
    const all = await queued("triage");
    expect(all.slice(0, 4)).toEqual([urgent, ...plain]);
    const first = await reading((tx) => loadQueue(tx, "triage", today, { limit: 1 }));
    expect(await queued("triage", { after: must(first[0], "a row") })).toEqual(all.slice(1));
    const second = await reading((tx) => loadQueue(tx, "triage", today, { limit: 2 }));
    expect(await queued("triage", { after: must(second[1], "a row") })).toEqual(all.slice(2));
    const mark = must(await reading((tx) => markOf(tx, urgent)), "a mark");
    await does(office.su, { number: urgent }, assignTo(office.market), "2026-03-05 11:00");
    expect(await reading((tx) => nextInQueue(tx, "triage", today, mark))).toBe(plain[0]);
  });

  it("is a filter of the ledger", async () => {
    const rows = await reading(async (tx) =>
      ledgerPage(
        tx,
        readFilter(new URLSearchParams("urgent=true")),
        { at: shanghai("2026-03-06 10:00"), calendar: await loadCalendar(tx) },
        null,
        50,
      ),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.urgent)).toBe(true);
  });
});

it("nobody but the supervision team records a call", async () => {
  const { on } = await withdrawn();
  const refused = await perform(office.su, { on, command: called(true) }, shanghai("2026-03-05 10:00"));
  expect(refused).toMatchObject({ refusal: "notAllowed" });
});
