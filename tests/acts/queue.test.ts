import { beforeAll, describe, expect, it } from "vitest";
import { must, type PersonActor } from "../../app/domain/access/actor.ts";
import { type Tx, withActor } from "../../app/domain/access/with-actor.server.ts";
import { loadCalendar } from "../../app/domain/clock/calendar.server.ts";
import { perform } from "../../app/domain/complaint/perform.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { loadDossier } from "../../app/domain/ledger/dossier.server.ts";
import { readFilter } from "../../app/domain/ledger/filter.ts";
import { ledgerCount } from "../../app/domain/ledger/ledger.server.ts";
import { countQueues, loadQueue, markOf, nextInQueue } from "../../app/domain/ledger/queue.server.ts";
import { QUEUES } from "../../app/domain/ledger/queue.ts";
import { findSimilar, suggestLead } from "../../app/domain/ledger/similar.server.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, does, type Office, openOffice, shanghai } from "../support/office.ts";

const today = "2026-03-06";
let database: TestDatabase;
let office: Office;
const numbers: string[] = [];

const reading = <T>(fn: (tx: Tx) => Promise<T>, actor: PersonActor = office.su) =>
  withActor(actor, "read", fn);
const assign = {
  type: "assign" as const,
  grade: "C" as const,
  brief: "请核实审图意见为何前后不一。",
  release: [],
};

beforeAll(async () => {
  database = await testDatabase();
  office = await openOffice();
  for (const day of ["02", "03", "04", "05"]) {
    numbers.push((await submit(office.lin, aSubmission, shanghai(`2026-03-${day} 09:30`))).number);
  }
});

const nth = (i: number) => must(numbers[i], "a number");

describe("the queues", () => {
  it("have the oldest promise first, and count as many as they list", async () => {
    const rows = await reading((tx) => loadQueue(tx, "triage", today));
    expect(rows.map((row) => row.number)).toEqual(numbers);
    const counts = await reading((tx) => countQueues(tx, today));
    for (const queue of QUEUES) {
      expect([queue, counts[queue]]).toEqual([
        queue,
        (await reading((tx) => loadQueue(tx, queue, today))).length,
      ]);
    }
  });

  it("go on after the last row of a page, without a gap and without a double", async () => {
    const page = await reading((tx) => loadQueue(tx, "triage", today, { limit: 2 }));
    const rest = await reading((tx) => loadQueue(tx, "triage", today, { after: page.at(-1) ?? null }));
    expect([...page, ...rest].map((row) => row.number)).toEqual(numbers);
  });

  it("lead on to the next when one is done, and stay with one that still waits", async () => {
    const from = must(await reading((tx) => markOf(tx, nth(0))), "a mark");
    const next = () => reading((tx) => nextInQueue(tx, "triage", today, from));
    await does(office.su, { number: nth(0) }, { type: "accept", grade: "C" }, "2026-03-06 10:00");
    expect(await next()).toBe(nth(0));
    await does(
      office.su,
      { number: nth(0) },
      { ...assign, lead: office.construction, assisting: [] },
      "2026-03-06 10:01",
    );
    expect(await next()).toBe(nth(1));
  });

  it("move a return to its own queue until it is ruled on", async () => {
    const dossier = await reading((tx) => loadDossier(tx, nth(0)));
    const code = must(dossier?.matter.assignment[0]?.code, "an assignment");
    const back = { type: "returnAssignment" as const, reason: "不属于我局。", department: office.market };
    await does(office.zhao, { code }, back, "2026-03-06 11:00");
    expect(await reading((tx) => loadQueue(tx, "returns", today))).toHaveLength(1);
    const ruling = {
      type: "ruleOnReturn" as const,
      ruling: "refused" as const,
      reason: "由你局办理。",
      department: null,
    };
    const assignmentId = dossier?.matter.assignment[0]?.id;
    await does(office.su, { number: nth(0) }, ruling, "2026-03-06 12:00", { assignmentId });
    expect(await reading((tx) => loadQueue(tx, "returns", today))).toEqual([]);
  });

  it("hold a request for more time until somebody decides it", async () => {
    const dossier = await reading((tx) => loadDossier(tx, nth(0)));
    const { id: assignmentId, code } = must(dossier?.matter.assignment[0], "an assignment");
    await does(office.zhao, { code }, { type: "sign", officer: "赵承安" }, "2026-03-06 13:00");
    expect(await reading((tx) => loadQueue(tx, "extensions", today))).toEqual([]);
    const asking = { type: "askExtension" as const, until: "2026-03-16", reason: "需要现场复核。" };
    await does(office.zhao, { code }, asking, "2026-03-06 13:10");
    expect(await reading((tx) => loadQueue(tx, "extensions", today))).toMatchObject([{ number: nth(0) }]);
    const ruling = { type: "ruleOnExtension" as const, decision: "granted" as const, reason: "同意一次。" };
    await does(office.gu, { number: nth(0) }, ruling, "2026-03-06 14:00", { assignmentId });
    expect(await reading((tx) => loadQueue(tx, "extensions", today))).toEqual([]);
  });

  it("hold a withdrawn complaint until somebody called back", async () => {
    await does(
      office.lin,
      { number: nth(3) },
      { type: "withdraw", reason: "不想再说了。" },
      "2026-03-06 13:00",
    );
    expect((await reading((tx) => countQueues(tx, today))).callBacks).toBe(1);
    const called = {
      type: "recordCallBack" as const,
      solved: "unsolved" as const,
      pressed: false,
      words: "没有人施压。",
    };
    await does(office.gu, { number: nth(3) }, called, "2026-03-06 14:00");
    expect((await reading((tx) => countQueues(tx, today))).callBacks).toBe(0);
  });
});

describe("a refusal", () => {
  it("waits in a queue from the day on which its review is asked for until it is answered", async () => {
    const matter = { ...aSubmission, field: "taxation" as const };
    const { number } = await submit(office.he, matter, shanghai("2026-03-05 10:00"));
    const on = { number };
    const waiting = () => reading((tx) => loadQueue(tx, "reviews", today), office.gu);
    const ground = "outsideCompetence" as const;
    await does(office.su, on, { type: "decline", ground, reason: "不属于受理范围。" }, "2026-03-06 09:00");
    expect(await waiting()).toEqual([]);
    await does(office.he, on, { type: "askReview", reason: "请再看一次。" }, "2026-03-06 10:00");
    expect(await waiting()).toMatchObject([{ number, dueOn: "2026-04-07" }]);
    const answer = { type: "answerReview", verdict: "upheld", reason: "复查后维持。" } as const;
    await does(office.gu, on, answer, "2026-03-06 11:00");
    expect(await waiting()).toEqual([]);
  });
});

describe("similar complaints", () => {
  it("are found with who led them, and a clue is never among them", async () => {
    const find = async () => {
      const dossier = must(await reading((tx) => loadDossier(tx, nth(1))), "a dossier");
      return (await reading((tx) => findSimilar(tx, dossier.complaint))).map((one) => one.number);
    };
    expect([...(await find())].sort()).toEqual([nth(0), nth(2), nth(3)].sort());
    await database.query("update complaint set status = 'clue', due_on = null where number = $1", [nth(2)]);
    expect(await find()).not.toContain(nth(2));
  });
});

describe("an assisting department added later", () => {
  it("is told as of an assignment of its own, once, and replies for itself", async () => {
    const add = {
      type: "addAssisting" as const,
      assisting: office.market,
      brief: "请协助核实。",
      release: [],
    };
    const on = { number: nth(0) };
    await does(office.su, on, add, "2026-03-06 15:00");
    const again = await perform(office.su, { on, command: add }, shanghai("2026-03-06 15:01"));
    expect(again).toMatchObject({ ok: false, refusal: "departmentAlreadyAssigned" });
    const told = await database.query("select kind from notice where person_id = $1", [office.fang.personId]);
    expect(told).toEqual([{ kind: "assignedToYou" }]);
    const dossier = await reading((tx) => loadDossier(tx, nth(0)));
    const code = must(dossier?.matter.assignment.find((one) => one.part === "assisting")?.code, "its code");
    await does(office.fang, { code }, { type: "sign", officer: "方亦然" }, "2026-03-06 16:00");
  });
});

describe("the suggested lead", () => {
  const kind = { field: "taxation" as const, conduct: "delay" as const };
  const suggested = (of: Parameters<typeof suggestLead>[1], actor = office.su) =>
    reading((tx) => suggestLead(tx, of), actor);

  /** A matter of this kind that a department was given to lead. */
  async function led(lead: string, change: Partial<Parameters<typeof submit>[1]> = {}): Promise<string> {
    const said = { ...aSubmission, ...kind, ...change };
    const { number } = await submit(office.lin, said, shanghai("2026-03-06 09:00"));
    await does(office.su, { number }, { ...assign, lead, assisting: [] }, "2026-03-06 09:30");
    return number;
  }

  it("led most of the same field and conduct, and its number opens exactly its list", async () => {
    expect(await suggested(kind)).toBeNull();
    const mine = [await led(office.market), await led(office.market), await led(office.market)];
    await led(office.construction);
    await led(office.construction, { conduct: "coldness" });
    const found = must(await suggested(kind), "a suggestion");
    expect(found).toMatchObject({ departmentId: office.market, led: 3, of: 4, among: "sameKind" });
    const listed = await reading(async (tx) => {
      const filter = readFilter(new URL(found.to, "http://huiyin").searchParams);
      const moment = { at: shanghai("2026-03-06 10:00"), calendar: await loadCalendar(tx) };
      return ledgerCount(tx, filter, moment);
    });
    expect(listed).toBe(3);
    // Of another conduct nobody led enough: the field has to do.
    expect(await suggested({ ...kind, conduct: "sham" })).toMatchObject({
      led: 3,
      of: 5,
      among: "sameField",
    });

    // Whoever may not know of a matter is not told that there is one.
    const recused = { type: "recuse" as const, concerned: office.gu.personId, concernedDepartment: null };
    await does(
      office.su,
      { number: must(mine[0], "one") },
      { ...recused, reason: "亲属。" },
      "2026-03-06 11:00",
    );
    expect(await suggested(kind, office.gu)).toMatchObject({ led: 2, of: 3 });
    await database.query("update complaint set status = 'clue', due_on = null where number = $1", [mine[1]]);
    expect(await suggested(kind)).toMatchObject({ led: 2, of: 3 });
  });
});
