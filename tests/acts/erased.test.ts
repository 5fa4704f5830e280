import { readFileSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { must, type PersonActor, worker } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { loadCalendar } from "../../app/domain/clock/calendar.server.ts";
import { findEnterpriseComplaint } from "../../app/domain/complaint/enterprise-view.server.ts";
import { perform } from "../../app/domain/complaint/perform.server.ts";
import { reconcile } from "../../app/domain/complaint/reconcile.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { figures } from "../../app/domain/figure/figures.server.ts";
import { loadDossier } from "../../app/domain/ledger/dossier.server.ts";
import { readFilter } from "../../app/domain/ledger/filter.ts";
import { ledgerRows } from "../../app/domain/ledger/ledger.server.ts";
import { loadQueue } from "../../app/domain/ledger/queue.server.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { keepErasures } from "../../app/domain/trail/keep-erasures.server.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { ERASED, listed, STAYS, wordColumns } from "../support/erased.ts";
import { besides, hits, lived, MARK } from "../support/lived.ts";
import { aSubmission, does, idOf, type Office, openOffice, shanghai, tries } from "../support/office.ts";
import { breachesOf, newPlace, refusalOf, sign } from "../support/trail.ts";

const place = newPlace();
let office: Office;
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
});

const ask = { type: "askErasure" as const, erasureGround: "request" as const, reason: `${MARK}请求删除` };
const approve = { type: "approveErasure" as const };
const refuseIt = { type: "refuseErasure" as const, reason: "仍有诉讼在进行。" };
const dossierFor = (who: PersonActor, number: string) =>
  withActor(who, "read", (tx) => loadDossier(tx, number, who.kind));

const counted = (year = 2026) =>
  withActor(office.su, "read", (tx) => figures(tx, year, shanghai("2027-01-04 10:00")));
async function ledger() {
  return withActor(office.su, "read", async (tx) => {
    const rows = [];
    const moment = { at: shanghai("2027-01-04 10:00"), calendar: await loadCalendar(tx) };
    for await (const { title: _, ...row } of ledgerRows(tx, readFilter(new URLSearchParams()), moment))
      rows.push(row);
    return rows;
  });
}

describe("what was said of a matter", () => {
  let matter: Awaited<ReturnType<typeof lived>>;
  const later = "2026-12-01 10:00";

  beforeAll(async () => {
    matter = await lived(office, db);
    await besides(office, db, matter);
    await sign(place, "2026-12-01 09:00");
  });

  it("is listed column by column as erased or as staying, none left out", async () => {
    expect([...listed(ERASED), ...listed(STAYS)].sort()).toEqual(await wordColumns(db));
  });

  it("is asked to be erased by one, and not by the same approved", async () => {
    expect(await tries(office.su, matter.number, ask, later)).toBe("notAllowed");
    expect(await tries(office.gu, matter.number, approve, later)).toBe("noErasureAsked");
    const tooEarly = { ...ask, erasureGround: "retention" as const };
    expect(await tries(office.gu, matter.number, tooEarly, later)).toBe("retentionRuns");
    expect(await tries(office.gu, matter.number, tooEarly, "2036-03-05 10:00")).toBe("retentionRuns");
    await does(office.gu, matter.on, ask, later);
    expect(await tries(office.shen, matter.number, ask, later)).toBe("erasureAskedBefore");
    expect(await tries(office.gu, matter.number, approve, later)).toBe("ownErasure");
    const queued = await withActor(office.shen, "read", (tx) => loadQueue(tx, "erasures", "2026-12-01"));
    expect(queued.map(({ number }) => number)).toEqual([matter.number]);
    await does(office.shen, matter.on, refuseIt, later);
    expect(await tries(office.shen, matter.number, approve, later)).toBe("noErasureAsked");
  });

  it("can't be emptied without an approved erasure, nor an event changed in any other way", async () => {
    const { complaintId } = matter;
    const refusal = (statement: string, role?: string) => refusalOf(db.ownerUrl, statement, role);
    expect(await refusal(`select erase_complaint('${complaintId}')`)).toMatch(/no erasure/);
    expect(await refusal(`select erase_complaint('${complaintId}')`, "huiyin_supervisor")).toMatch(/denied/);
    const emptied = "update event set said = '{}', changes = '[]', salt = null";
    expect(await refusal(emptied)).toMatch(/never changed/);
    expect(await refusal(emptied, "huiyin_registrar")).toMatch(/denied/);
    expect(await refusal(emptied, "huiyin_keeper")).toMatch(/with an erasure/);
    expect(await refusal("delete from event")).toMatch(/never changed/);
  });

  it("is gone to the last word once another has approved; the line, the figures and the chain stay", async () => {
    const all = Object.fromEntries(listed(ERASED).map((name) => [name, true]));
    const full = new Set(await hits(db));
    // Each of them held the word before, but for codes, hashes, and the envelope of a sealed matter.
    const bare = ["type", "sha256", "storage_key", "withheld", "sealed"];
    const told = Object.keys(all).filter((name) => !bare.includes(name.split(".")[1] ?? ""));
    expect(told.filter((name) => !full.has(name))).toEqual([]);
    const before = { figures: await counted(), ledger: await ledger() };
    await does(office.gu, matter.on, ask, later);
    const done = await perform(office.shen, { on: matter.on, command: approve }, shanghai(later));
    expect(done).toMatchObject({ ok: true });
    expect(new Set(done.ok ? done.erasedFiles : []).size).toBe(6);
    expect(await hits(db)).toEqual([]);
    expect(await counted()).toEqual(before.figures);
    expect(await ledger()).toEqual(before.ledger);
    expect(
      await db.query("select from event where complaint_id = $1 and (salt is not null or said <> '{}')", [
        matter.complaintId,
      ]),
    ).toEqual([]);
    await sign(place, "2026-12-01 11:00");
    expect(await breachesOf(place)).toEqual([]);
    const { erased, differences } = await withActor(worker, "act", reconcile);
    expect({ erased, differences }).toEqual({ erased: 1, differences: [] });
  });

  it("is told to the enterprise, by a line and a mail without a word of it", async () => {
    const told = await db.query<{ kind: string; path: string }>(
      "select kind, path from mail where person_id = $1 order by created_at desc, id desc limit 1",
      [office.lin.personId],
    );
    expect(told).toEqual([{ kind: "erased", path: `/liaison/complaints/${matter.number}` }]);
  });

  it("is found by no search and shown by no page, whose line stays", async () => {
    const found = await withActor(office.su, "read", async (tx) => {
      const rows = [];
      const moment = { at: shanghai("2027-01-04 10:00"), calendar: await loadCalendar(tx) };
      for await (const row of ledgerRows(tx, readFilter(new URLSearchParams({ q: MARK })), moment))
        rows.push(row);
      return rows;
    });
    expect(found).toEqual([]);
    const dossier = must(await dossierFor(office.gu, matter.number), "a dossier");
    expect(dossier.matter.erasure).toMatchObject([{ ground: "request", byId: office.shen.personId }]);
    expect(dossier.complaint).toMatchObject({
      status: "closed",
      title: "",
      field: "landAndConstruction",
      solved: true,
    });
    expect(dossier.point?.code).toBe("LXD-001");
    const own = await withActor(office.lin, "read", (tx) =>
      findEnterpriseComplaint(tx, office.lin, matter.number),
    );
    expect(own?.erased).toMatchObject({ ground: "request" });
    expect(JSON.stringify([dossier, own])).not.toContain(MARK);
  });

  it("leaves nothing to be done with it, but to report retaliation, which is for ever", async () => {
    const reopen = { type: "reopen" as const, reason: "再办" };
    expect(await tries(office.gu, matter.number, reopen, later)).toBe("erased");
    expect(await tries(office.gu, matter.number, ask, later)).toBe("erased");
    expect(await tries(office.lin, matter.number, { type: "raiseDisclosure", to: "sealed" }, later)).toBe(
      "erased",
    );
    const report = { type: "reportRetaliation" as const, words: `${MARK}之后天天来查。`, attachments: [] };
    await does(office.lin, matter.on, report, "2026-12-02 10:00");
    const [next] = await db.query<{ number: string }>("select number from complaint where linked_id = $1", [
      matter.complaintId,
    ]);
    const number = must(next, "the new matter").number;
    expect((await hits(db)).sort()).toEqual([
      "complaint.description",
      "complaint.title",
      "event.changes",
      "event.said",
    ]);
    // Its words go from the course of the matter before as well.
    await does(
      office.su,
      { number },
      { type: "decline", ground: "repeated", reason: "x" },
      "2026-12-02 11:00",
    );
    await does(office.gu, { number }, ask, "2026-12-02 12:00");
    await does(office.shen, { number }, approve, "2026-12-02 13:00");
    expect(await hits(db)).toEqual([]);
    await sign(place, "2026-12-02 14:00");
    expect(await breachesOf(place)).toEqual([]);
  });

  it("stays erased when a backup is restored that doesn't know of it", async () => {
    const elsewhere = newPlace();
    expect(await keepErasures(elsewhere)).toMatchObject({ copied: 2, redone: 0 });
    expect(await keepErasures(elsewhere)).toMatchObject({ copied: 0, redone: 0 });
    const { complaintId, number } = matter;
    // As if the database were of the day before: the word is there again, and no erasure.
    await db.query("begin; set local session_replication_role = replica; delete from erasure; commit");
    await db.query("update complaint set title = $2, description = $2 where id = $1", [complaintId, MARK]);
    const half = '{"id":"';
    writeFileSync(elsewhere.erasures, `${readFileSync(elsewhere.erasures, "utf8")}${half}`);
    expect(await keepErasures(elsewhere)).toMatchObject({ copied: 0, redone: 2, unsigned: 0 });
    expect(await hits(db)).toEqual([]);
    expect(readFileSync(elsewhere.erasures, "utf8").trimEnd().split("\n")).toHaveLength(2);
    expect(readFileSync(elsewhere.erasures, "utf8")).toContain(number);
    expect(await keepErasures(elsewhere)).toMatchObject({ copied: 0, redone: 0 });
  });

  it("is not erased by a line that the key hasn't signed", async () => {
    const elsewhere = newPlace();
    const { number } = await submit(office.he, aSubmission, shanghai("2026-12-03 10:00"));
    const line = {
      id: newId(),
      complaintId: await idOf(db, number),
      number,
      at: new Date(),
      ground: "request",
      byId: null,
      signature: "AAAA",
    };
    writeFileSync(elsewhere.erasures, `${JSON.stringify(line)}\n`);
    expect(await keepErasures(elsewhere)).toMatchObject({ redone: 0, unsigned: 1 });
    expect(await dossierFor(office.su, number)).toMatchObject({ complaint: { title: aSubmission.title } });
  });
});
