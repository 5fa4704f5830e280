import { beforeAll, describe, expect, it } from "vitest";
import { must, worker } from "../../app/domain/access/actor.ts";
import { type Tx, withActor } from "../../app/domain/access/with-actor.server.ts";
import { perform } from "../../app/domain/complaint/perform.server.ts";
import { figures } from "../../app/domain/figure/figures.server.ts";
import { loadQueue } from "../../app/domain/ledger/queue.server.ts";
import type { LookBackResult, Rating } from "../../db/vocabulary.ts";
import { answer, answered, type OnItsWay } from "../support/course.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { does, type Office, openOffice, shanghai } from "../support/office.ts";

let office: Office;
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
});

const reading = <T>(fn: (tx: Tx) => Promise<T>) => withActor(office.gu, "read", fn);
const callBacks = (today: string) =>
  reading(async (tx) => (await loadQueue(tx, "callBacks", today, { limit: 500 })).map((row) => row.number));
const rowOf = async ({ number }: { number: string }) =>
  must((await db.query("select * from complaint where number = $1", [number]))[0], "a complaint");
const toldTo = async (person: { personId: string }, { number }: { number: string }) =>
  (
    await db.query("select kind from notice where person_id = $1 and number = $2 order by id", [
      person.personId,
      number,
    ])
  ).map((one) => one.kind);

const rated = (rating: Rating) => ({
  type: "evaluate" as const,
  rating,
  solved: rating === "satisfied" ? ("solved" as const) : ("unsolved" as const),
  reason: "没有人来过。",
});
const called = {
  type: "recordCallBack" as const,
  solved: "unsolved" as const,
  pressed: false,
  words: "企业说清单没收到。",
};
const rework = { type: "rework" as const, missing: "请当面核对。", reason: "我们已请部门重办。" };
const waive = { type: "waiveRework" as const, reason: "诉求超出法定条件，已当面说明。" };

describe("a bad rating", () => {
  it("is called back, reworked within five working days, and answered and rated anew", async () => {
    const matter = await answered(office, db);
    const { on } = matter;
    await does(office.lin, on, rated("dissatisfied"), "2026-03-06 09:30");
    expect(await callBacks("2026-03-06")).toContain(on.number);
    await does(office.gu, on, called, "2026-03-06 10:00");
    await does(office.gu, on, rework, "2026-03-06 11:00");
    expect(await callBacks("2026-03-06")).not.toContain(on.number);
    // Five working days from Friday 6 March.
    expect(await rowOf(on)).toMatchObject({ status: "handling", due_on: "2026-03-13" });
    expect(await toldTo(office.lin, on)).toContain("rework");
    await answer(office, matter, "2026-03-12");
    await does(office.lin, on, rated("satisfied"), "2026-03-13 09:30");
    expect(await rowOf(on)).toMatchObject({ status: "clearing", solved: true });
    expect(await callBacks("2026-03-13")).not.toContain(on.number);
  });

  it("or rework is waived: only after the call, and the reason is told", async () => {
    const { on } = await answered(office, db);
    await does(office.lin, on, rated("veryDissatisfied"), "2026-03-06 09:30");
    const early = await perform(office.gu, { on, command: waive }, shanghai("2026-03-06 09:40"));
    expect(early).toMatchObject({ refusal: "callBackFirst" });
    await does(office.gu, on, called, "2026-03-06 10:00");
    await does(office.gu, on, waive, "2026-03-06 11:00");
    expect(await rowOf(on)).toMatchObject({ status: "clearing", bad_rating_pending: false });
    expect(await toldTo(office.lin, on)).toContain("reworkWaived");
    expect(await callBacks("2026-03-06")).not.toContain(on.number);
  });
});

it("silence is not rated, and called after", async () => {
  const { on } = await answered(office, db);
  const lapse = { type: "lapseEvaluation" as const, reason: "评价期满。" };
  await perform(worker, { on, command: lapse }, shanghai("2026-03-16 09:00"));
  expect(await rowOf(on)).toMatchObject({ status: "clearing", solved: null });
  expect(await callBacks("2026-03-16")).toContain(on.number);
  await does(office.gu, on, called, "2026-03-16 10:00");
  expect(await callBacks("2026-03-16")).not.toContain(on.number);
});

describe("looking back", () => {
  async function closed(): Promise<OnItsWay> {
    const matter = await answered(office, db);
    const { on, code } = matter;
    await does(office.lin, on, rated("satisfied"), "2026-03-06 09:30");
    await does(office.zhao, code, { type: "applyWriteOff", words: "申请销号。" }, "2026-03-06 10:00");
    await does(office.shen, on, { type: "approveWriteOff", words: "同意销号。" }, "2026-03-06 14:00");
    return matter;
  }
  const look = (result: LookBackResult) => ({ type: "lookBack" as const, result, words: "到现场看过。" });
  const lookBacksDue = (today: string) =>
    reading(async (tx) => (await loadQueue(tx, "lookBacks", today, { limit: 500 })).map((row) => row.number));

  it("is due after three months and after six, and done by nobody who handled it", async () => {
    const { on } = await closed();
    expect((await rowOf(on)).due_on).toBe("2026-06-08");
    expect(await lookBacksDue("2026-06-01")).toContain(on.number);
    const own = await perform(office.gu, { on, command: look("held") }, shanghai("2026-06-08 10:00"));
    expect(own).toMatchObject({ refusal: "handledByYou" });
    await does(office.shen, on, look("held"), "2026-06-08 10:00");
    // Six months after Friday 6 March is Sunday 6 September.
    expect(await rowOf(on)).toMatchObject({ status: "closed", due_on: "2026-09-07" });
    await does(office.shen, on, look("partly"), "2026-09-07 10:00");
    expect(await rowOf(on)).toMatchObject({ status: "closed", due_on: null, look_backs: 2 });
  });

  it.each(["relapsed", "falseRectification"] as const)("that finds it %s opens it again", async (result) => {
    const { on } = await closed();
    await does(office.shen, on, look(result), "2026-06-08 10:00");
    expect(await rowOf(on)).toMatchObject({ status: "handling", closed_at: null, reopenings: 1 });
    expect(await toldTo(office.lin, on)).toContain("reopened");
  });

  it("is counted by its results, each complaint by its last one", async () => {
    const told = await reading((tx) => figures(tx, 2026, shanghai("2026-12-01 10:00")));
    expect(told).toMatchObject({
      lookedBack: 3,
      lookBackHeld: 0,
      lookBackPartly: 1,
      relapsed: 1,
      falseRectification: 1,
      rates: { held: 0 },
    });
    const { on } = await closed();
    await does(office.shen, on, look("held"), "2026-06-08 10:00");
    const then = await reading((tx) => figures(tx, 2026, shanghai("2026-12-01 10:00")));
    expect(then).toMatchObject({ lookedBack: 4, lookBackHeld: 1, rates: { held: 1 / 4 } });
  });
});
