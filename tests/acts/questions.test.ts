import { beforeAll, describe, expect, it } from "vitest";
import { worker } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { loadCalendar } from "../../app/domain/clock/calendar.server.ts";
import { findQuestions } from "../../app/domain/clock/find-questions.server.ts";
import type { Found } from "../../app/domain/clock/finder.server.ts";
import { watch } from "../../app/domain/clock/watch.server.ts";
import { findEnterpriseComplaint } from "../../app/domain/complaint/enterprise-view.server.ts";
import { perform } from "../../app/domain/complaint/perform.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import type { QuestionDay } from "../../db/vocabulary.ts";
import { answered } from "../support/course.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, does, type Office, openOffice, shanghai } from "../support/office.ts";

let office: Office;
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
});

// Answered on Thursday 5 March: thirty days later is Saturday 4 April.
const anAnswered = async () => (await answered(office, db)).on;

const due = (moment: string) =>
  withActor(worker, "read", async (tx) => {
    const looking = { at: shanghai(moment), calendar: await loadCalendar(tx), limit: 100 };
    const found: Found[] = [];
    for (const find of findQuestions) found.push(...(await find(tx, looking)));
    return found;
  });
const numbersDue = async (moment: string) =>
  (await due(moment)).map(({ number, command }) => `${number} ${"nth" in command ? command.nth : ""}`);
const ask = (on: { number: string }, nth: QuestionDay, moment: string) =>
  perform(worker, { on, command: { type: "askRetaliation", nth } }, shanghai(moment));
const questionsOf = (on: { number: string }) =>
  db.query(
    "select q.nth, q.since_on, q.worse, q.words, q.answered_at from question q join complaint c on c.id = q.complaint_id where c.number = $1 order by q.nth",
    [on.number],
  );
const linkedTo = (on: { number: string }) =>
  db.query(
    "select l.urgent, l.description from complaint l join complaint c on c.id = l.linked_id where c.number = $1",
    [on.number],
  );

describe("the question about retaliation", () => {
  it("is due thirty and ninety days after the answer, on the next office day, in office hours", async () => {
    const { number } = await anAnswered();
    expect(await numbersDue("2026-04-03 10:00")).not.toContain(`${number} 30`);
    // Saturday 4 April to Monday 6 April are the Qingming holidays.
    expect(await due("2026-04-06 10:00")).toEqual([]);
    expect(await due("2026-04-07 08:59")).toEqual([]);
    expect(await numbersDue("2026-04-07 09:00")).toContain(`${number} 30`);
    expect(await due("2026-04-07 17:31")).toEqual([]);
    expect(await numbersDue("2026-06-03 09:00")).toContain(`${number} 90`);
  });

  it("is asked once, by the hub, and the enterprise alone is told", async () => {
    const on = await anAnswered();
    expect(await ask(on, "30", "2026-04-03 10:00")).toMatchObject({ refusal: "notYetDue" });
    expect(await ask(on, "30", "2026-04-07 09:00")).toMatchObject({ ok: true });
    expect(await ask(on, "30", "2026-04-07 09:01")).toMatchObject({ refusal: "alreadyClimbed" });
    expect(await numbersDue("2026-04-07 09:02")).not.toContain(`${on.number} 30`);
    expect(await questionsOf(on)).toMatchObject([{ nth: 30, since_on: "2026-03-05", answered_at: null }]);
    const told = await db.query(
      "select person_id from notice where kind = 'retaliationAsked' and number = $1",
      [on.number],
    );
    expect(told).toEqual([{ person_id: office.lin.personId }]);
  });

  it("is asked once by two workers at once", async () => {
    const on = await anAnswered();
    const both = await Promise.all([1, 2].map(() => ask(on, "30", "2026-04-07 09:00")));
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(await questionsOf(on)).toHaveLength(1);
  });

  it("is asked by the watch, once however often it looks", async () => {
    const on = await anAnswered();
    for (const moment of ["2026-04-07 09:00", "2026-04-07 09:01", "2026-04-08 10:00"])
      await watch(shanghai(moment));
    expect(await questionsOf(on)).toMatchObject([{ nth: 30, since_on: "2026-03-05" }]);
  });

  it("is asked of nobody who was never answered", async () => {
    const { number } = await submit(office.lin, aSubmission, shanghai("2026-03-02 09:30"));
    await does(office.lin, { number }, { type: "withdraw", reason: "算了。" }, "2026-03-03 09:30");
    expect(await ask({ number }, "30", "2026-05-07 10:00")).toMatchObject({ refusal: "notYetDue" });
    expect((await numbersDue("2026-05-07 10:00")).join()).not.toContain(number);
  });

  it("answered with no is put on record, and nothing else happens", async () => {
    const on = await anAnswered();
    await ask(on, "30", "2026-04-07 09:00");
    const seen = () =>
      withActor(office.lin, "read", (tx) => findEnterpriseComplaint(tx, office.lin, on.number));
    expect((await seen())?.isAsked).toBe(true);
    const no = { type: "answerQuestion" as const, worse: "no" as const, words: null, attachments: [] };
    await does(office.lin, on, no, "2026-04-07 10:00");
    expect(await questionsOf(on)).toMatchObject([{ worse: false, words: null }]);
    expect(await linkedTo(on)).toEqual([]);
    expect((await seen())?.isAsked).toBe(false);
    const again = await perform(office.lin, { on, command: no }, shanghai("2026-04-07 10:01"));
    expect(again).toMatchObject({ refusal: "noQuestionAsked" });
  });

  it("answered with yes is a new urgent matter, and an answer to all that was asked", async () => {
    const on = await anAnswered();
    await ask(on, "30", "2026-04-07 09:00");
    await ask(on, "90", "2026-06-03 09:00");
    const words = "答复以后年检被拖了两个月。";
    const yes = { type: "answerQuestion" as const, worse: "yes" as const, words, attachments: [] };
    await does(office.lin, on, yes, "2026-06-03 10:00");
    expect(await questionsOf(on)).toMatchObject([
      { nth: 30, worse: true, words },
      { nth: 90, worse: true, words },
    ]);
    expect(await linkedTo(on)).toEqual([{ urgent: true, description: words }]);
  });

  it("is answered by a report as well", async () => {
    const on = await anAnswered();
    await ask(on, "30", "2026-04-07 09:00");
    const words = "他们说不撤回就天天来查。";
    await does(office.lin, on, { type: "reportRetaliation", words, attachments: [] }, "2026-04-07 10:00");
    expect(await questionsOf(on)).toMatchObject([{ worse: true, words }]);
  });
});
