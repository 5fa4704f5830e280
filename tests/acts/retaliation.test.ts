import { beforeAll, describe, expect, it } from "vitest";
import { must } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { findEnterpriseComplaint } from "../../app/domain/complaint/enterprise-view.server.ts";
import { perform } from "../../app/domain/complaint/perform.server.ts";
import { reconcile } from "../../app/domain/complaint/reconcile.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { loadDossier } from "../../app/domain/ledger/dossier.server.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { COMPLAINT_STATUSES } from "../../db/vocabulary.ts";
import { assignTo, handled } from "../support/course.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, does, type Office, openOffice, shanghai } from "../support/office.ts";

let office: Office;
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
});

const words = "投诉以后，局里连续三天来检查，别的厂一家都没去。请保护我们。";
const report = { type: "reportRetaliation" as const, words, attachments: [] };

const rowOf = async (number: string) =>
  must((await db.query("select * from complaint where number = $1", [number]))[0], "a complaint");
const linkedTo = async (number: string) =>
  (
    await db.query<{ number: string }>(
      "select l.number from complaint l join complaint c on c.id = l.linked_id where c.number = $1 order by l.serial",
      [number],
    )
  ).map((row) => row.number);

const anHandled = () => handled(office, db);

/** All that could tell a department of something: its notices, mails, steps and the versions of its rows. */
const departmentSees = () =>
  Promise.all([
    db.query(
      "select n.* from notice n join person p on p.id = n.person_id where p.role = 'department' order by n.id",
    ),
    db.query(
      "select m.id, m.kind, m.number from mail m join person p on p.id = m.person_id where p.role = 'department' order by m.id",
    ),
    db.query("select * from assignment_step order by id"),
    db.query("select * from assignment order by id"),
  ]);

describe("a report of retaliation", () => {
  it("becomes a new urgent matter, linked, and leaves the first one where it was", async () => {
    const { on } = await anHandled();
    const before = await rowOf(on.number);
    await does(office.lin, on, report, "2026-03-04 10:00");
    const { status, due_on } = await rowOf(on.number);
    expect({ status, due_on }).toEqual({ status: before.status, due_on: before.due_on });
    const [number] = await linkedTo(on.number);
    expect(await rowOf(must(number, "a new matter"))).toMatchObject({
      status: "submitted",
      urgent: true,
      conduct: "retaliation",
      kind: "complaint",
      disclosure: "confidential",
      field: before.field,
      reporter_id: before.reporter_id,
      title: "投诉以后，局里连续三天来检查，别的厂一家都没去",
      description: words,
    });
  });

  it("tells the commission's two teams at once, by the new number", async () => {
    const { on } = await anHandled();
    await does(office.lin, on, report, "2026-03-04 10:00");
    const [number] = await linkedTo(on.number);
    const told = await db.query<{ person_id: string; kind: string }>(
      "select person_id, kind from notice where number = $1",
      [number],
    );
    const to = told.filter((n) => n.kind === "retaliationReported").map((n) => n.person_id);
    expect(to.toSorted()).toEqual([office.su, office.gu, office.shen].map((p) => p.personId).toSorted());
    expect(told.find((n) => n.person_id === office.lin.personId)?.kind).toBe("received");
  });

  it("never reaches a department: no notice, no mail, no step, no version", async () => {
    const { on, assignmentId } = await anHandled();
    const before = await departmentSees();
    await does(office.lin, on, report, "2026-03-04 10:00");
    expect(await departmentSees()).toEqual(before);
    // Not even where a form is made up that names the department's assignment.
    await does(office.lin, on, report, "2026-03-04 10:05", { assignmentId });
    expect(await departmentSees()).toEqual(before);
  });

  it("is one matter however often its form is sent", async () => {
    const { on } = await anHandled();
    const request = { on, command: report, commandId: newId() };
    const at = shanghai("2026-03-04 10:00");
    const sent = await Promise.all([1, 2, 3].map(() => perform(office.lin, request, at)));
    expect(sent.every((one) => one.ok)).toBe(true);
    expect(await linkedTo(on.number)).toHaveLength(1);
  });

  it("takes its files along to the new matter", async () => {
    const { on } = await anHandled();
    const file = {
      id: newId(),
      name: "检查通知.jpg",
      type: "jpg",
      bytes: 12,
      sha256: "0".repeat(64),
      storageKey: `kept/${newId()}`,
    };
    await does(office.lin, on, { ...report, attachments: [file] }, "2026-03-04 10:00");
    const [kept] = await db.query(
      "select c.number from attachment a join complaint c on c.id = a.complaint_id where a.id = $1",
      [file.id],
    );
    expect([kept?.number]).toEqual(await linkedTo(on.number));
  });

  it.each(COMPLAINT_STATUSES)("is taken when the first one is %s", async (status) => {
    const { on, code, assignmentId } = await anHandled();
    const promise = {
      type: "promiseMeasure" as const,
      words: "整改。",
      owner: "赵承安",
      dueOn: "2026-03-20",
    };
    await does(office.zhao, code, promise, "2026-03-03 10:00", { assignmentId });
    const { number } = on;
    const primary = status === "merged" ? (await anHandled()).on.number : null;
    await db.query(
      `update complaint set status = $2, closed_at = now(), decline_ground = 'repeated',
         primary_id = (select id from complaint where number = $3) where number = $1`,
      [number, status, primary],
    );
    await does(office.lin, { number }, report, "2026-03-04 10:00");
    expect(await linkedTo(number)).toHaveLength(1);
    expect((await rowOf(number)).status).toBe(status);
  });

  it("is nobody else's to make", async () => {
    const { on } = await anHandled();
    const at = shanghai("2026-03-04 10:00");
    expect(await perform(office.he, { on, command: report }, at)).toMatchObject({ refusal: "notFound" });
    expect(await perform(office.su, { on, command: report }, at)).toMatchObject({ refusal: "notAllowed" });
  });
});

describe("the new matter", () => {
  it("can't be given to a department that holds or held the first one", async () => {
    const { on, assignmentId, code } = await anHandled();
    const back = { type: "returnAssignment" as const, reason: "不属于我局。", department: office.market };
    await does(office.zhao, code, back, "2026-03-03 09:30");
    const upheld = {
      type: "ruleOnReturn" as const,
      ruling: "upheld" as const,
      reason: "改派。",
      department: null,
    };
    await does(office.su, on, upheld, "2026-03-03 10:00", { assignmentId });
    await does(office.lin, on, report, "2026-03-04 10:00");
    const [number] = await linkedTo(on.number);
    const next = { number: must(number, "a new matter") };
    const at = shanghai("2026-03-04 11:00");
    for (const body of [office.construction, office.market])
      expect(await perform(office.su, { on: next, command: assignTo(body) }, at)).toMatchObject({
        refusal: "departmentComplainedOf",
      });
    // Nor the matter that comes of that one.
    await does(office.lin, next, report, "2026-03-05 10:00");
    const [third] = await linkedTo(next.number);
    const again = { on: { number: must(third, "a third") }, command: assignTo(office.market) };
    expect(await perform(office.su, again, at)).toMatchObject({ refusal: "departmentComplainedOf" });
    // The first one itself is not meant.
    const other = await submit(office.lin, aSubmission, shanghai("2026-03-02 09:30"));
    await does(office.su, other, assignTo(office.market), "2026-03-04 11:00");
  });

  it("and the first one lead to each other, for the commission and for the enterprise", async () => {
    const { on } = await anHandled();
    await does(office.lin, on, report, "2026-03-04 10:00");
    const [number] = await linkedTo(on.number);
    const seen = (of: string) => withActor(office.su, "read", (tx) => loadDossier(tx, of));
    expect((await seen(must(number, "a new matter")))?.linkedTo).toBe(on.number);
    expect((await seen(on.number))?.retaliations).toEqual([{ number }]);
    const own = await withActor(office.lin, "read", (tx) =>
      findEnterpriseComplaint(tx, office.lin, on.number),
    );
    expect(own?.linked.map((one) => one.number)).toEqual([number]);
  });

  it("leads to no clue: to the commission there is none", async () => {
    const { number } = await submit(office.lin, aSubmission, shanghai("2026-03-02 09:30"));
    await does(office.lin, { number }, report, "2026-03-04 10:00");
    await does(office.su, { number }, { type: "moveToClue", reason: "点名到人。" }, "2026-03-04 11:00");
    const [next] = await linkedTo(number);
    const dossier = await withActor(office.su, "read", (tx) => loadDossier(tx, must(next, "a new matter")));
    expect(dossier?.linkedTo).toBeNull();
    expect(JSON.stringify(dossier)).not.toContain(number);
    expect(JSON.stringify(dossier)).not.toContain((await rowOf(number)).id);
  });
});

it("leaves rows that the events tell of, and no others", async () => {
  const { on } = await anHandled();
  await does(office.lin, on, report, "2026-03-04 10:00");
  const ids = [on.number, ...(await linkedTo(on.number))];
  const { differences } = await withActor(office.su, "read", reconcile);
  const rows = await db.query<{ id: string }>("select id from complaint where number = any($1)", [ids]);
  expect(differences.filter((one) => rows.some((row) => row.id === one.id))).toEqual([]);
});
