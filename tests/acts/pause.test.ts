import { beforeAll, expect, it } from "vitest";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import type { Command } from "../../app/domain/complaint/commands.ts";
import { reconcile } from "../../app/domain/complaint/reconcile.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { datesOf, handedOver } from "../support/handed.ts";
import { aSubmission, does, type Office, openOffice, shanghai } from "../support/office.ts";

let office: Office;
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
});

const pausesOf = (number: string) =>
  db.query(
    `select p.why, p.from_on::text, p.to_on::text, p.assignment_id is not null as of_assignment
     from pause p join complaint c on c.id = p.complaint_id where c.number = $1 order by p.id`,
    [number],
  );
const submitted = async (moment = "2026-03-02 09:30") => ({
  number: (await submit(office.lin, aSubmission, shanghai(moment))).number,
});
const asking = { type: "askSupplement", question: "请附上补正通知书。" } as const;
const answering: Command = { type: "supplement", answer: "已附上。", attachments: [] };

it("triage stands still while the enterprise is asked, each time, and so does what comes after it", async () => {
  const on = await submitted();
  expect(await datesOf(db, on.number)).toMatchObject({ complaint: "2026-03-05", paused: null });
  await does(office.su, on, asking, "2026-03-03 10:00");
  expect(await datesOf(db, on.number)).toMatchObject({ paused: "2026-03-03" });
  await does(office.lin, on, answering, "2026-03-06 10:00");
  expect(await datesOf(db, on.number)).toMatchObject({ complaint: "2026-03-10", paused: null });
  await does(office.su, on, asking, "2026-03-06 16:00");
  await does(office.lin, on, answering, "2026-03-09 16:00");
  expect(await datesOf(db, on.number)).toMatchObject({ complaint: "2026-03-11" });
  await does(office.su, on, { type: "accept", grade: "C" }, "2026-03-10 09:00");
  // The days for assigning are those of triage: the pauses are given back there too.
  expect(await datesOf(db, on.number)).toMatchObject({ complaint: "2026-03-11" });
  expect(await pausesOf(on.number)).toEqual([
    { why: "supplement", from_on: "2026-03-03", to_on: "2026-03-06", of_assignment: false },
    { why: "supplement", from_on: "2026-03-06", to_on: "2026-03-09", of_assignment: false },
  ]);
});

it("the department's dates stand still while a return is being ruled on", async () => {
  const handed = await handedOver(db, office);
  const back = { type: "returnAssignment", reason: "属市场监管职责。", department: office.market } as const;
  await does(office.zhao, handed.code, back, "2026-03-03 10:00");
  expect(await pausesOf(handed.on.number)).toMatchObject([
    { why: "return", to_on: null, of_assignment: true },
  ]);
  const ruling = {
    type: "ruleOnReturn",
    ruling: "refused",
    reason: "主责在你局。",
    department: null,
  } as const;
  await does(office.su, handed.on, ruling, "2026-03-05 10:00", { assignmentId: handed.assignmentId });
  expect(await datesOf(db, handed.on.number)).toMatchObject({
    sign: "2026-03-05",
    contact: "2026-03-06",
    reply: "2026-03-11",
    original: "2026-03-09",
    complaint: "2026-03-11",
  });
  expect(await pausesOf(handed.on.number)).toMatchObject([{ from_on: "2026-03-03", to_on: "2026-03-05" }]);
});

it("a rework begins a clock that no earlier pause moves", async () => {
  const handed = await handedOver(db, office);
  const back = { type: "returnAssignment", reason: "属市场监管职责。", department: office.market } as const;
  const ruling = {
    type: "ruleOnReturn",
    ruling: "refused",
    reason: "主责在你局。",
    department: null,
  } as const;
  const of = { assignmentId: handed.assignmentId };
  await does(office.zhao, handed.code, back, "2026-03-03 10:00");
  await does(office.su, handed.on, ruling, "2026-03-05 10:00", of);
  await does(office.zhao, handed.code, { type: "sign", officer: "赵承安" }, "2026-03-05 11:00");
  await does(office.zhao, handed.code, { type: "reply", words: "已办。", evidence: [] }, "2026-03-06 10:00");
  await does(office.gu, handed.on, { type: "sendBackReply", missing: "缺凭证。" }, "2026-03-09 10:00", of);
  expect(await datesOf(db, handed.on.number)).toMatchObject({ reply: "2026-03-16", original: "2026-03-09" });
});

it("whatever act takes the reason away ends the pause", async () => {
  const asked = await submitted();
  await does(office.su, asked, asking, "2026-03-03 10:00");
  await does(office.lin, asked, { type: "withdraw", reason: "已自行解决。" }, "2026-03-04 10:00");
  expect(await pausesOf(asked.number)).toMatchObject([{ to_on: "2026-03-04" }]);
  expect(await datesOf(db, asked.number)).toMatchObject({ paused: null });
  const handed = await handedOver(db, office);
  const back = { type: "returnAssignment", reason: "属市场监管职责。", department: office.market } as const;
  await does(office.zhao, handed.code, back, "2026-03-03 10:00");
  await does(office.lin, handed.on, { type: "withdraw", reason: "已自行解决。" }, "2026-03-04 10:00");
  expect(await pausesOf(handed.on.number)).toMatchObject([{ to_on: "2026-03-04" }]);
});

it("events rebuild every row, the pauses too", async () => {
  expect((await withActor(office.su, "act", reconcile)).differences).toEqual([]);
});

it("a matter that comes back to triage has its days from then on, through a supplement too", async () => {
  const on = await submitted("2026-03-02 10:00");
  const outside = { type: "decline", ground: "outsideCompetence", reason: "不属于受理范围。" } as const;
  await does(office.su, on, outside, "2026-03-03 10:00");
  await does(office.gu, on, { type: "reopen", reason: "重新核对后属于受理范围。" }, "2026-05-11 10:00");
  // Monday 11 May: three working days are the 12th to the 14th.
  expect(await datesOf(db, on.number)).toMatchObject({ complaint: "2026-05-14" });
  await does(office.su, on, asking, "2026-05-12 10:00");
  await does(office.lin, on, answering, "2026-05-13 10:00");
  expect(await datesOf(db, on.number)).toMatchObject({ complaint: "2026-05-15" });
  await does(office.su, on, { type: "accept", grade: "C" }, "2026-05-13 15:00");
  expect(await datesOf(db, on.number)).toMatchObject({ complaint: "2026-05-15" });
});
