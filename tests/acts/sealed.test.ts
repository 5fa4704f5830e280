import { beforeAll, describe, expect, it } from "vitest";
import { type PersonActor, worker } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import type { Command } from "../../app/domain/complaint/commands.ts";
import { addFiles, saveDraft, startDraft } from "../../app/domain/complaint/draft.server.ts";
import { pageOfFile } from "../../app/domain/complaint/enterprise-file.server.ts";
import { perform } from "../../app/domain/complaint/perform.server.ts";
import { reconcile } from "../../app/domain/complaint/reconcile.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { loadDossier } from "../../app/domain/ledger/dossier.server.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { noticesOf } from "../../app/domain/people/notices.server.ts";
import { marked, type TestBroker, testBroker } from "../support/broker.ts";
import { answer, assignTo } from "../support/course.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { rowsAround } from "../support/everywhere.ts";
import { aSubmission, does, idOf, type Office, openOffice, shanghai } from "../support/office.ts";

const bad = { type: "evaluate", rating: "dissatisfied", solved: "unsolved", reason: "没有人来过。" } as const;
const sealed = { ...aSubmission, disclosure: "sealed" as const };

let db: TestDatabase;
let office: Office;
let broker: TestBroker;
let lin: PersonActor;
let he: PersonActor;

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
  broker = await testBroker(db, "2026-03-02T10:00:00+08:00");
  [lin, he] = [await marked(office.lin), await marked(office.he)];
});

const ownNumbers = (actor: PersonActor) =>
  withActor(actor, "read", async (tx) =>
    (await pageOfFile(tx, actor, {}, 50)).rows.map(({ number }) => number),
  );

describe("a sealed complaint", () => {
  it("is in its own enterprise's list and in no other's, and its desk knows no point", async () => {
    const { number } = await submit(lin, sealed, shanghai("2026-03-02 09:30"));
    expect(await ownNumbers(lin)).toContain(number);
    expect(await ownNumbers(he)).not.toContain(number);
    const dossier = await withActor(office.su, "read", (tx) => loadDossier(tx, number));
    expect(dossier).toMatchObject({ point: null, submittedBy: null });
    const { rows } = await withActor(lin, "read", (tx) => noticesOf(tx, lin));
    expect(rows).toMatchObject([{ kind: "received", number }]);
    expect(await withActor(he, "read", async (tx) => (await noticesOf(tx, he)).rows)).toEqual([]);
  });

  it("answers a second click with its own number, though its draft is gone", async () => {
    const at = shanghai("2026-03-02 09:40");
    const draftId = await startDraft(lin, newId(), at);
    const first = await submit(lin, { ...sealed, draftId }, at);
    expect(await db.query("select 1 from draft where id = $1", [draftId])).toEqual([]);
    expect(await submit(lin, { ...sealed, draftId }, at)).toMatchObject({
      number: first.number,
      dueOn: first.dueOn,
    });
    await expect(submit(he, { ...sealed, draftId }, at)).rejects.toThrow("draft");
  });

  it("is refused and leaves nothing while the broker is down", async () => {
    await broker.stop();
    const before = await db.query("select count(*) from complaint");
    await expect(submit(lin, sealed, shanghai("2026-03-02 09:50"))).rejects.toThrow("does not answer");
    expect(await db.query("select count(*) from complaint")).toEqual(before);
    await broker.start();
  });
});

/** What would say that it was lin: keys, names, addresses, also in any row that hangs together with the complaint. */
async function identifying(): Promise<string[]> {
  const [point] = await db.query<{ name: string; short_name: string; credit_code: string; code: string }>(
    "select name, short_name, credit_code, code from liaison_point where id = $1",
    [lin.liaisonPointId],
  );
  const { sessionId, key, personId, name } = lin;
  const own = [
    personId,
    lin.liaisonPointId ?? "",
    sessionId,
    key.split(":")[1] ?? "",
    name,
    "lin@huiyin.example",
  ];
  return [...own, ...Object.values(point ?? {})];
}

/** Of the rows around a complaint, those that say who reported it. */
async function tellingRows(number: string) {
  const everybody = await db.query<{ id: string }>(
    "select id from person where id <> $1 union select id from department union select id from liaison_point where id <> $2",
    [lin.personId, lin.liaisonPointId],
  );
  const around = await rowsAround(
    db,
    [number, await idOf(db, number)],
    everybody.map(({ id }) => id),
  );
  const words = await identifying();
  return {
    around: around.map(({ table }) => table),
    telling: around
      .filter((one) => words.some((word) => one.row.includes(word)))
      .map(({ table, row }) => `${table} ${row}`),
  };
}

/** From the submission to the answer and its rating, with files, a question and a report of retaliation on the way. */
async function wholeLife(on: { number: string }) {
  const says = {
    type: "supplement" as const,
    answer: "见附件。",
    attachments: [fileNamed("通知书.pdf")],
  } satisfies Command;
  await does(office.su, on, { type: "askSupplement", question: "请附上通知书。" }, "2026-03-02 10:30");
  await does(lin, on, says, "2026-03-02 10:40", { commandId: newId() });
  await does(office.su, on, assignTo(office.construction), "2026-03-02 11:00");
  const [hand] = await db.query<{ id: string; code: string }>(
    "select a.id, a.code from assignment a join complaint c on c.id = a.complaint_id where c.number = $1",
    [on.number],
  );
  const { id: assignmentId = "", code = "" } = hand ?? {};
  await does(office.zhao, { code }, { type: "sign", officer: "赵承安" }, "2026-03-02 15:00");
  await answer(office, { on, code: { code }, assignmentId }, "2026-03-05");
}

const fileNamed = (name: string) => ({
  ...{ id: newId(), name, type: "pdf", bytes: 1204 },
  ...{ sha256: "0".repeat(64), storageKey: `kept/${newId()}` },
});

describe("in the whole database", () => {
  it("no row around a sealed complaint says who reported it, whatever happens to it", {
    timeout: 120_000,
  }, async () => {
    const at = shanghai("2026-03-02 09:30");
    const draftId = await startDraft(lin, newId(), at);
    await saveDraft(lin, draftId, { title: "图纸" }, at);
    await addFiles(lin, draftId, [fileNamed("审图意见.pdf")], at);
    const on = await submit(lin, { ...sealed, draftId }, at);
    await wholeLife(on);
    await does(
      lin,
      on,
      { type: "reportRetaliation", words: "被多查了三次。", attachments: [] },
      "2026-03-06 09:10",
    );
    await does(lin, on, bad, "2026-03-06 09:30");
    const [reported] = await db.query<{ disclosure: string; number: string }>(
      "select c.disclosure, c.number from complaint c join complaint o on o.id = c.linked_id where o.number = $1",
      [on.number],
    );
    expect(reported).toMatchObject({ disclosure: "sealed" });
    expect(await ownNumbers(lin)).toContain(reported?.number);
    const { around, telling } = await tellingRows(on.number);
    expect(telling).toEqual([]);
    // The search has eyes: it finds the rows that there are, and in a confidential matter who it was.
    expect(around).toEqual(
      expect.arrayContaining(["public.event", "public.notice", "public.attachment", "public.reporter"]),
    );
    const open = await submit(lin, aSubmission, shanghai("2026-03-02 09:30"));
    expect((await tellingRows(open.number)).telling).not.toEqual([]);
  });

  it("nor any around one that was named and is sealed later", { timeout: 120_000 }, async () => {
    const at = shanghai("2026-03-02 09:30");
    const draftId = await startDraft(lin, newId(), at);
    await addFiles(lin, draftId, [fileNamed("审图意见.pdf")], at);
    const on = await submit(lin, { ...aSubmission, disclosure: "named", draftId }, at);
    await wholeLife(on);
    expect((await tellingRows(on.number)).telling).not.toEqual([]);
    expect(await db.query("select 1 from assignment where named_point is not null")).toHaveLength(1);
    await does(lin, on, { type: "raiseDisclosure", to: "sealed" }, "2026-03-06 09:00");
    expect((await tellingRows(on.number)).telling).toEqual([]);
    expect(await ownNumbers(lin)).toContain(on.number);
    await does(lin, on, bad, "2026-03-06 09:30");
    const { rows } = await withActor(lin, "read", (tx) => noticesOf(tx, lin));
    expect(rows.filter(({ number }) => number === on.number).map(({ kind }) => kind)).toContain("answered");
  });
});

describe("the choice of secrecy", () => {
  it("only ever grows", async () => {
    const on = await submit(lin, { ...aSubmission, disclosure: "named" }, shanghai("2026-03-02 09:30"));
    const raise = (to: "confidential" | "sealed") =>
      perform(lin, { on, command: { type: "raiseDisclosure", to } }, shanghai("2026-03-03 10:00"));
    expect(await raise("confidential")).toMatchObject({ ok: true });
    expect(await raise("confidential")).toMatchObject({ refusal: "notMoreSecret" });
    await broker.stop();
    expect(await raise("sealed")).toEqual({ ok: false, refusal: "brokerUnreachable" });
    await broker.start();
    expect(await raise("sealed")).toMatchObject({ ok: true });
    expect(await raise("confidential")).toMatchObject({ refusal: "notMoreSecret" });
  });

  it("is written down with the act in which an enterprise agrees to be named", async () => {
    const { number } = await submit(
      lin,
      { ...aSubmission, disclosure: "named" },
      shanghai("2026-03-02 09:30"),
    );
    const said = await db.query(
      "select e.said from event e join complaint c on c.id = e.complaint_id where c.number = $1",
      [number],
    );
    expect(said).toEqual([{ said: { consent: "named" } }]);
  });
});

describe("reconciling", () => {
  it("still finds every row as its events tell", async () => {
    expect((await withActor(worker, "act", reconcile)).differences).toEqual([]);
  });
});
