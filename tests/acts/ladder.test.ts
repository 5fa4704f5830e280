import { beforeEach, describe, expect, it } from "vitest";
import { must, worker } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { watch } from "../../app/domain/clock/watch.server.ts";
import type { Command } from "../../app/domain/complaint/commands.ts";
import { perform } from "../../app/domain/complaint/perform.server.ts";
import { reconcile } from "../../app/domain/complaint/reconcile.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { sendDigests } from "../../app/domain/notice/digest.server.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, does, type Office, openOffice, shanghai } from "../support/office.ts";

const database: TestDatabase = await testDatabase();
const office: Office = await openOffice();
let number: string;
let code: string;

const look = (moment: string) => watch(shanghai(moment));
const steps = () =>
  database.query<{ rung: string; due_on: string; came_on: string }>(
    `select s.rung, s.due_on::text, s.came_on::text from ladder_step s join complaint c on c.id = s.complaint_id
      where c.number = $1 order by s.id`,
    [number],
  );
const rungs = async () => (await steps()).map((step) => step.rung);
const told = (person: { personId: string }) =>
  database
    .query<{ kind: string }>(
      "select kind from notice where person_id = $1 and number in ($2, $3) order by created_at, id",
      [person.personId, number, code],
    )
    .then((rows) => rows.map((row) => row.kind));

async function assigned(moment: string, sign = true) {
  number = (await submit(office.lin, aSubmission, shanghai(moment))).number;
  const assign: Command = {
    type: "assign",
    grade: "C",
    lead: office.construction,
    assisting: [],
    brief: "请核实审图意见为何前后不一。",
    release: [],
  };
  await does(office.su, { number }, assign, moment);
  const [row] = await database.query<{ code: string }>(
    "select a.code from assignment a join complaint c on c.id = a.complaint_id where c.number = $1",
    [number],
  );
  code = must(row, "an assignment").code;
  if (sign) await does(office.zhao, { code }, { type: "sign", officer: "赵承安" }, moment);
}

// Dispatched on Monday 2 March 2026 and due on Monday the 9th.
beforeEach(async () => {
  await database.query(
    "update complaint set status = 'withdrawn', due_on = null where status <> 'withdrawn'",
  );
  await assigned("2026-03-02 09:30");
});

describe("the ladder, watched", () => {
  it("has each rung climbed once on its day, however often it is looked at", async () => {
    const days = [
      ["2026-03-03 12:00", []],
      ["2026-03-04 00:01", ["reminder"]],
      ["2026-03-09 12:00", ["dueDay"]],
      ["2026-03-10 08:59", []],
      ["2026-03-10 09:00", ["urging"]],
      ["2026-03-15 12:00", []],
      ["2026-03-16 09:00", ["circular"]],
      ["2026-03-23 09:00", ["talk"]],
      ["2026-05-01 12:00", []],
    ] as const;
    const climbed: string[] = [];
    for (const [moment, expected] of days) {
      climbed.push(...expected);
      await look(moment);
      expect([moment, await rungs()]).toEqual([moment, climbed]);
      expect(await look(moment)).toEqual({ done: 0, left: 0, failed: [] });
      expect([moment, await rungs()]).toEqual([moment, climbed]);
    }
    expect((await told(office.zhao)).slice(1)).toEqual(["reminder", "dueToday", "urging", "circular"]);
    expect(await told(office.gu)).toEqual(["circular", "talkDue"]);
  });

  it("catches up after days off line: all recorded, the highest told, one digest", async () => {
    await look("2026-03-03 12:00");
    await database.query("update notice set mailing = 'single'");
    const before = await told(office.zhao);
    await look("2026-03-09 08:00");
    expect(await rungs()).toEqual(["reminder", "dueDay"]);
    expect((await told(office.zhao)).slice(before.length)).toEqual(["dueToday"]);
    expect(await sendDigests(shanghai("2026-03-09 08:59"))).toBe(0);
    expect(await sendDigests(shanghai("2026-03-09 09:00"))).toBe(1);
    expect(await sendDigests(shanghai("2026-03-09 09:01"))).toBe(0);
    await look("2026-03-24 09:00");
    expect(await rungs()).toEqual(["reminder", "dueDay", "urging", "circular", "talk"]);
    expect(await told(office.gu)).toEqual(["talkDue"]);
    const [letter] = await database.query(
      "select count(*)::int as n from urging u where u.about like '请核实%'",
    );
    expect(letter?.n).toBeGreaterThan(0);
  });

  it("leaves a paused clock alone, and what has been answered", async () => {
    const back: Command = { type: "returnAssignment", reason: "不属于我局。", department: office.market };
    await does(office.zhao, { code }, back, "2026-03-03 10:00");
    await look("2026-04-01 12:00");
    expect(await rungs()).toEqual([]);
  });

  it("begins anew for a date that was moved", async () => {
    await look("2026-03-04 12:00");
    expect(await rungs()).toEqual(["reminder"]);
    const ask: Command = { type: "askExtension", reason: "需要现场检测。", until: "2026-03-13" };
    await does(office.zhao, { code }, ask, "2026-03-06 10:00");
    const grant: Command = { type: "ruleOnExtension", decision: "granted", reason: "同意。" };
    const [row] = await database.query<{ id: string }>("select id from assignment where code = $1", [code]);
    await does(office.gu, { number }, grant, "2026-03-06 11:00", { assignmentId: row?.id });
    await look("2026-03-09 12:00");
    expect(await rungs()).toEqual(["reminder"]);
    await look("2026-03-10 12:00");
    await look("2026-03-13 12:00");
    const reached = (await steps()).map(({ rung, due_on }) => `${rung} ${due_on}`);
    expect(reached).toEqual(["reminder 2026-03-09", "reminder 2026-03-13", "dueDay 2026-03-13"]);
  });

  it("tells the department and intake of what nobody signs", async () => {
    await assigned("2026-03-02 10:00", false);
    await look("2026-03-03 23:59");
    expect(await rungs()).toEqual([]);
    await look("2026-03-04 00:01");
    expect(await rungs()).toEqual(expect.arrayContaining(["signLate"]));
    expect(await told(office.zhao)).toContain("signLate");
    expect(await told(office.su)).toContain("signLate");
  });

  it("watches the commission's own step", async () => {
    number = (await submit(office.lin, aSubmission, shanghai("2026-03-02 09:30"))).number;
    await look("2026-03-05 23:59");
    expect(await rungs()).toEqual([]);
    await look("2026-03-06 00:01");
    expect(await rungs()).toEqual(["stepLate"]);
    expect(await told(office.su)).toEqual(["submitted", "stepLate"]);
  });
});

describe("silence", () => {
  it("ends a request for more on the day after its last, and tells both sides", async () => {
    number = (await submit(office.lin, aSubmission, shanghai("2026-03-02 09:30"))).number;
    await does(
      office.su,
      { number },
      { type: "askSupplement", question: "请补充合同。" },
      "2026-03-02 10:00",
    );
    const status = async () =>
      (await database.query("select status from complaint where number = $1", [number]))[0]?.status;
    await look("2026-03-16 17:30");
    expect(await status()).toBe("supplementing");
    await look("2026-03-16 17:31");
    expect(await status()).toBe("submitted");
    expect(await told(office.lin)).toContain("supplementLapsed");
    expect(await told(office.su)).toContain("supplementLapsed");
  });

  it("is no rating: the matter goes on, and somebody calls back", async () => {
    await does(office.zhao, { code }, { type: "reply", words: "已办。", evidence: [] }, "2026-03-03 10:00");
    const [row] = await database.query<{ id: string }>("select id from assignment where code = $1", [code]);
    const assignmentId = row?.id;
    await does(office.gu, { number }, { type: "acceptReply", note: "" }, "2026-03-03 11:00", {
      assignmentId,
    });
    await does(office.gu, { number }, { type: "feedBack", words: "已办。" }, "2026-03-03 12:00");
    await look("2026-03-10 17:30");
    const [open] = await database.query("select status, solved from complaint where number = $1", [number]);
    expect(open).toEqual({ status: "feedback", solved: null });
    await look("2026-03-10 17:31");
    const [over] = await database.query("select status, solved from complaint where number = $1", [number]);
    expect(over).toEqual({ status: "clearing", solved: null });
    expect(await told(office.gu)).toContain("evaluationLapsed");
  });
});

describe("the numbers of the urging letters", () => {
  it("have no gap, whoever issues them at once and whatever is refused", async () => {
    const codes: string[] = [code];
    for (let n = 0; n < 5; n++) {
      await assigned("2026-03-02 09:30");
      codes.push(code);
    }
    const climb = (on: string) =>
      perform(
        worker,
        { on: { code: on }, command: { type: "climb", rung: "urging" } },
        shanghai("2026-03-10 09:00"),
      );
    const done = await Promise.all([...codes, ...codes].map(climb));
    expect(done.filter((one) => one.ok)).toHaveLength(codes.length);
    const rows = await database.query<{ serial: number }>(
      "select serial from urging where year = 2026 order by serial",
    );
    expect(rows.map((row) => row.serial)).toEqual(rows.map((_, i) => i + 1));
    const [series] = await database.query("select last from urging_series where year = 2026");
    expect(series?.last).toBe(rows.length);
  });

  it("and every step are what the events tell", async () => {
    await look("2026-03-24 09:00");
    const { differences } = await withActor(worker, "act", reconcile);
    expect(differences.filter(({ table }) => table === "ladderStep" || table === "urging")).toEqual([]);
  });
});
