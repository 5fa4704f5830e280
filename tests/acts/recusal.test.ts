import { beforeAll, describe, expect, it } from "vitest";
import { type PersonActor, worker } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { perform } from "../../app/domain/complaint/perform.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { complainedOf } from "../../app/domain/complaint/surroundings.server.ts";
import { loadDossier } from "../../app/domain/ledger/dossier.server.ts";
import { type DeliveryParts, deliverMails } from "../../app/domain/notice/deliver.server.ts";
import { sendDigests } from "../../app/domain/notice/digest.server.ts";
import { transportOf } from "../../app/domain/notice/transport-of.server.ts";
import { renderMail } from "../../emails/index.ts";
import { assignTo, handled } from "../support/course.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, does, type Office, openOffice, shanghai } from "../support/office.ts";
import { sightOf } from "../support/sight.ts";
import { startSmtpServer } from "../support/smtp-server.ts";

let office: Office;
let db: TestDatabase;
let beside: string;

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
  beside = (await handled(office, db)).on.number;
});

const later = shanghai("2026-03-20 10:00");
const reported = () => submit(office.lin, aSubmission, shanghai("2026-03-04 09:30"));
const of = (who: PersonActor) => ({
  type: "recuse" as const,
  concerned: who.personId,
  concernedDepartment: null,
  reason: "反映的事与其本人有关。",
});
const ofDepartment = (id: string) => ({ ...of(office.gu), concerned: null, concernedDepartment: id });
const moveToClue = { type: "moveToClue" as const, reason: "点名到人，移交。" };
const told = async (who: PersonActor, number: string) =>
  (
    await db.query<{ kind: string }>("select kind from notice where person_id = $1 and number = $2", [
      who.personId,
      number,
    ])
  ).map(({ kind }) => kind);
const isSeen = async (who: PersonActor, number: string) =>
  (await withActor(who, "read", (tx) => loadDossier(tx, number, who.kind))) !== null;

describe("whoever is recused", () => {
  it("sees of the matter what there was before it came: nothing", async () => {
    const before = await sightOf(office.gu, later, beside);
    const { number } = await reported();
    expect(await sightOf(office.gu, later, beside)).not.toEqual(before);
    await does(office.su, { number }, of(office.gu), "2026-03-04 10:00");
    expect(await sightOf(office.gu, later, beside)).toEqual(before);
    expect(await isSeen(office.gu, number)).toBe(false);
    expect(await isSeen(office.shen, number)).toBe(true);
  });

  it("can't act on it, and hears nothing more of it; what was heard before is gone from the bell", async () => {
    const before = await sightOf(office.gu, later, beside);
    const { number } = await reported();
    const on = { number };
    await does(
      office.lin,
      on,
      { type: "reportRetaliation", words: "来查了三天。", attachments: [] },
      "2026-03-04 10:00",
    );
    const [next] = await db.query<{ number: string }>(
      "select l.number from complaint l join complaint c on c.id = l.linked_id where c.number = $1",
      [number],
    );
    const after = next?.number ?? "";
    expect(await told(office.gu, after)).toEqual(["retaliationReported"]);
    for (const each of [number, after])
      await does(office.su, { number: each }, of(office.gu), "2026-03-04 11:00");
    expect(await sightOf(office.gu, later, beside)).toEqual(before);
    const done = await perform(office.gu, { on, command: of(office.shen) }, later);
    expect(done).toEqual({ ok: false, refusal: "notFound" });
    await does(office.lin, on, { type: "withdraw", reason: "不想再提。" }, "2026-03-05 10:00");
    expect(await told(office.gu, number)).toEqual([]);
    expect(await told(office.shen, number)).toEqual(["withdrawn"]);
    expect(await sightOf(office.gu, later, beside)).toEqual(before);
  });

  it("may have said so of oneself, and loses sight of it", async () => {
    const { number } = await reported();
    await does(office.su, { number }, of(office.su), "2026-03-04 10:00");
    expect(await isSeen(office.su, number)).toBe(false);
  });

  it("is not told of what comes of the matter either", async () => {
    const { number } = await reported();
    await does(office.su, { number }, of(office.gu), "2026-03-04 10:00");
    await does(
      office.lin,
      { number },
      { type: "reportRetaliation", words: "又来了。", attachments: [] },
      "2026-03-05 10:00",
    );
    const [next] = await db.query<{ number: string }>(
      "select l.number from complaint l join complaint c on c.id = l.linked_id where c.number = $1",
      [number],
    );
    expect(await told(office.gu, next?.number ?? "")).toEqual([]);
    expect(await isSeen(office.gu, next?.number ?? "")).toBe(false);
  });

  it("may be of the discipline team", async () => {
    const { number } = await reported();
    await does(office.su, { number }, moveToClue, "2026-03-04 10:00");
    expect(await isSeen(office.qin, number)).toBe(true);
    await does(office.qin, { number }, of(office.qin), "2026-03-04 11:00");
    expect(await isSeen(office.qin, number)).toBe(false);
  });
});

describe("a department that is recused", () => {
  it("is given no part of the matter", async () => {
    const { number } = await reported();
    const id = await does(office.su, { number }, ofDepartment(office.construction), "2026-03-04 10:00");
    const offered = await withActor(office.su, "read", (tx) => complainedOf(tx, id));
    expect(offered).toEqual([office.construction]);
    const assigned = await perform(
      office.su,
      { on: { number }, command: assignTo(office.construction) },
      shanghai("2026-03-04 11:00"),
    );
    expect(assigned).toMatchObject({ ok: false, refusal: "departmentComplainedOf" });
    await does(office.su, { number }, assignTo(office.market), "2026-03-04 11:00");
  });

  it("is recalled first where it has one", async () => {
    const { on } = await handled(office, db);
    const done = await perform(office.gu, { on, command: ofDepartment(office.construction) }, later);
    expect(done).toMatchObject({ ok: false, refusal: "departmentAlreadyAssigned" });
  });

  it("has a leader who hears of it, unless he is recused as well", async () => {
    await db.query("update department set leader_id = $1 where id = $2", [
      office.liang.personId,
      office.construction,
    ]);
    const { on, assignmentId } = await handled(office, db);
    const { on: kept, assignmentId: keptId } = await handled(office, db);
    await does(office.su, kept, of(office.liang), "2026-03-03 10:00");
    for (const [number, id] of [
      [on.number, assignmentId],
      [kept.number, keptId],
    ] as const)
      await does(worker, { number }, { type: "climb", rung: "urging" }, "2026-03-10 09:30", {
        assignmentId: id,
      });
    const codes = await db.query<{ id: string }>(
      "select a.id from notice n join assignment a on a.code = n.number where n.person_id = $1 and n.kind = 'urgingCopy'",
      [office.liang.personId],
    );
    expect(codes).toEqual([{ id: assignmentId }]);
  });
});

describe("a mail that waits", () => {
  const parts: DeliveryParts = {
    now: () => later,
    render: renderMail,
    from: "回音 <huiyin@huiyin.example>",
    urlOf: ({ path }) => `https://huiyin.example${path}`,
  };
  const mailsOf = (number: string) =>
    db.query<{ id: string; email: string }>(
      "select m.id, p.email from mail m join person p on p.id = m.person_id where m.number = $1 and m.status = 'queued'",
      [number],
    );

  it("is not sent to who must not know of the matter any more", async () => {
    const server = await startSmtpServer();
    const transport = transportOf({ smtpUrl: server.url });
    const clue = await reported();
    const kept = await reported();
    await does(office.su, clue, moveToClue, "2026-03-04 10:00");
    await does(office.su, kept, of(office.su), "2026-03-04 10:00");
    const mails = [...(await mailsOf(clue.number)), ...(await mailsOf(kept.number))];
    const outcome = await deliverMails(
      mails.map(({ id }) => id),
      transport,
      parts,
    );
    const sent = mails.filter(({ id }) => outcome.get(id) === "sent").map(({ email }) => email);
    // Each is told of its receipt, of the clue one more time; su of neither.
    expect(sent.toSorted()).toEqual(["lin", "lin", "lin", "qin"].map((key) => `${key}@huiyin.example`));
    expect(server.received).toHaveLength(4);
    expect(await db.query("select 1 from unreachable")).toEqual([]);
    await server.stop();
  });

  it("is not counted in a digest, until the matter is one's own again", async () => {
    await db.query("update notice set digest_id = gen_random_uuid()");
    await db.query("update person set mailing = 'digest' where id = $1", [office.su.personId]);
    const { number } = await reported();
    await does(office.su, { number }, moveToClue, "2026-03-04 10:00");
    const digests = async (moment: string) => {
      await sendDigests(shanghai(moment));
      const on = moment.slice(0, 10);
      return db.query("select items from mail where person_id = $1 and digest_on = $2", [
        office.su.personId,
        on,
      ]);
    };
    expect(await digests("2026-03-05 09:00")).toEqual([]);
    await does(office.qin, { number }, { type: "returnFromClue", reason: "不是线索。" }, "2026-03-05 10:00");
    expect(await digests("2026-03-06 09:00")).toEqual([{ items: 2 }]);
  });
});
