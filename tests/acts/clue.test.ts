import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { must, worker } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { clueFigures, cluesByConduct, countClues, listClues } from "../../app/domain/clue/clues.server.ts";
import { CLUE_FIGURES } from "../../app/domain/clue/state.ts";
import type { Command } from "../../app/domain/complaint/commands.ts";
import { pageOfFile } from "../../app/domain/complaint/enterprise-file.server.ts";
import { findEnterpriseComplaint } from "../../app/domain/complaint/enterprise-view.server.ts";
import { perform } from "../../app/domain/complaint/perform.server.ts";
import { reconcile } from "../../app/domain/complaint/reconcile.server.ts";
import { isVisible } from "../../app/domain/ledger/dossier.server.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { recordOpening } from "../../app/domain/trail/record-opening.server.ts";
import { schema } from "../../db/client.server.ts";
import {
  acceptClue,
  dossierFor,
  later,
  moveToClue,
  openBeside,
  reported,
  returnFromClue,
  told,
} from "../support/clues.ts";
import { does, shanghai, tries } from "../support/office.ts";
import { sightOf } from "../support/sight.ts";

const { db, office, beside } = await openBeside();

const noteClue = { type: "noteClue" as const, note: "只有我们知道的一笔。" };
const concludeClue = { type: "concludeClue" as const, clueResult: "verified" as const, words: "已处理。" };

const rowOf = async (number: string) =>
  must((await db.query("select * from complaint where number = $1", [number]))[0], "a complaint");

describe("a clue", () => {
  it("is, to everybody else of the commission, as if it had never been", async () => {
    const before = [await sightOf(office.su, later, beside), await sightOf(office.gu, later, beside)];
    const { number } = await reported(office.lin);
    expect(await sightOf(office.su, later, beside)).not.toEqual(before[0]);
    await does(office.su, { number }, moveToClue, "2026-03-04 10:00");
    await does(office.qin, { number }, acceptClue, "2026-03-05 10:00");
    await does(office.qin, { number }, noteClue, "2026-03-05 11:00");
    expect(await sightOf(office.su, later, beside)).toEqual(before[0]);
    expect(await sightOf(office.gu, later, beside)).toEqual(before[1]);
    for (const who of [office.su, office.gu]) {
      expect(await withActor(who, "read", (tx) => isVisible(tx, number, who.kind))).toBe(false);
      const done = await perform(who, { on: { number }, command: { type: "withdraw", reason: "x" } }, later);
      expect(done).toEqual({ ok: false, refusal: "notFound" });
    }
    await does(office.qin, { number }, concludeClue, "2026-03-12 10:00");
    expect(await sightOf(office.su, later, beside)).toEqual(before[0]);
  });

  it("is moved once, however often its form is sent", async () => {
    const { number } = await reported(office.lin);
    const request = { on: { number }, command: moveToClue, commandId: newId() };
    const sent = await Promise.all(
      [1, 2, 3].map(() => perform(office.su, request, shanghai("2026-03-04 10:00"))),
    );
    expect(sent.map((one) => one.ok)).toEqual([true, true, true]);
    expect(await told(db, office.qin, number)).toEqual([{ kind: "clueArrived", path: `/clues/${number}` }]);
  });

  it("lives on for its own enterprise, which is told each step and none of the team's notes", async () => {
    const { number } = await reported(office.lin);
    await does(office.su, { number }, moveToClue, "2026-03-04 10:00");
    expect(await rowOf(number)).toMatchObject({ status: "clue", due_rule: "clueAccept" });
    await does(office.qin, { number }, acceptClue, "2026-03-05 10:00");
    await does(office.qin, { number }, noteClue, "2026-03-06 10:00");
    await does(office.qin, { number }, concludeClue, "2026-03-09 10:00");
    expect((await told(db, office.lin, number)).map(({ kind }) => kind)).toEqual([
      "received",
      "clueReceived",
      "clueAccepted",
      "clueConcluded",
    ]);
    const own = await withActor(office.lin, "read", (tx) => findEnterpriseComplaint(tx, office.lin, number));
    expect(own?.status).toBe("clue");
    const ended = await withActor(office.lin, "read", (tx) =>
      pageOfFile(tx, office.lin, { part: "ended" }, 50),
    );
    expect(ended.rows.map((row) => row.number)).toContain(number);
    expect(own?.steps.map(({ command, words }) => [command, words])).toEqual([
      ["concludeClue", concludeClue.words],
      ["acceptClue", acceptClue.words],
      ["moveToClue", ""],
      ["submit", ""],
    ]);
    expect(await rowOf(number)).toMatchObject({ due_on: null });
    expect(JSON.stringify(own)).not.toContain(noteClue.note);
    expect(
      await withActor(office.he, "read", (tx) => findEnterpriseComplaint(tx, office.he, number)),
    ).toBeNull();
  });

  it("is all that the discipline team sees, with who reported it", async () => {
    const { number } = await reported(office.lin);
    expect(await dossierFor(office.qin, number)).toBeNull();
    expect(await dossierFor(office.qin, beside)).toBeNull();
    await does(office.su, { number }, moveToClue, "2026-03-04 10:00");
    await does(office.qin, { number }, noteClue, "2026-03-04 11:00");
    const dossier = must(await dossierFor(office.qin, number), "a dossier");
    expect(dossier.point?.code).toBe("LXD-001");
    expect(dossier.events.map(({ command }) => command)).toEqual(["noteClue", "moveToClue", "submit"]);
    const { rows } = await withActor(office.qin, "read", (tx) =>
      listClues(tx, { state: "open", q: number, after: null }),
    );
    expect(rows).toMatchObject([{ number, conduct: "extortion" }]);
    const seen = await withActor(office.qin, "read", (tx) =>
      tx.query.complaint.findMany({ columns: { status: true } }),
    ).catch(() => []);
    expect(seen.filter(({ status }) => status !== "clue")).toEqual([]);
  });

  it("that is none comes back to triage with all its days, and without what the team noted", async () => {
    const { number } = await reported(office.lin);
    await does(office.su, { number }, moveToClue, "2026-03-04 10:00");
    await does(office.qin, { number }, noteClue, "2026-03-05 10:00");
    await does(office.qin, { number }, returnFromClue, "2026-03-09 10:00");
    expect(await rowOf(number)).toMatchObject({ status: "submitted", due_rule: "triage" });
    expect((await told(db, office.su, number)).map(({ kind }) => kind)).toContain("clueReturned");
    const dossier = must(await dossierFor(office.su, number), "a dossier");
    expect(dossier.events.map(({ command }) => command)).toEqual(["returnFromClue", "moveToClue", "submit"]);
    expect(JSON.stringify(dossier)).not.toContain(noteClue.note);
    expect(await dossierFor(office.qin, number)).toBeNull();
    // And may become one again.
    await does(office.su, { number }, moveToClue, "2026-03-10 10:00");
    await does(office.qin, { number }, acceptClue, "2026-03-11 10:00");
  });

  it("is accepted before it is concluded, each once", async () => {
    const { number } = await reported(office.lin);
    await does(office.su, { number }, moveToClue, "2026-03-04 10:00");
    const answer = (command: Command) => tries(office.qin, number, command, "2026-03-05 10:00");
    expect(await answer(concludeClue)).toBe("clueNotAccepted");
    expect(await answer(acceptClue)).toBe(true);
    expect(await answer(acceptClue)).toBe("clueAcceptedBefore");
    expect(await answer(concludeClue)).toBe(true);
    for (const again of [acceptClue, concludeClue, returnFromClue])
      expect(await answer(again)).toBe("clueConcluded");
    expect(await answer(noteClue)).toBe(true);
  });

  it("that nobody accepts in time is brought before the discipline team alone", async () => {
    const { number } = await reported(office.lin);
    await does(office.su, { number }, moveToClue, "2026-03-04 10:00");
    const { due_on } = await rowOf(number);
    expect(due_on).toBe("2026-03-25");
    await does(worker, { number }, { type: "climb", rung: "stepLate" }, "2026-03-26 09:00");
    const late = await db.query<{ person_id: string; path: string }>(
      "select person_id, path from notice where kind = 'stepLate' and number = $1",
      [number],
    );
    expect(late).toEqual([{ person_id: office.qin.personId, path: `/clues/${number}` }]);
  });

  it("is not made of what others were merged into", async () => {
    const { number } = await reported(office.lin);
    const other = await reported(office.he);
    await does(
      office.su,
      { number: other.number },
      { type: "merge", primary: number, reason: "同一事由" },
      "2026-03-04 10:00",
    );
    const done = await perform(
      office.su,
      { on: { number }, command: moveToClue },
      shanghai("2026-03-04 11:00"),
    );
    expect(done).toMatchObject({ ok: false, refusal: "hasMerged" });
  });
});

describe("the trail that an auditor reads", () => {
  const seen = (number: string) =>
    withActor(office.jing, "read", (tx) =>
      tx.select({ kind: schema.trail.kind }).from(schema.trail).where(eq(schema.trail.number, number)),
    );

  it("has no row of a clue while it is one: neither what was done nor who looked", async () => {
    const { number } = await reported(office.lin);
    const complaintId = (await rowOf(number)).id as string;
    await recordOpening(office.su, { what: "page", complaintId }, shanghai("2026-03-04 09:50"));
    expect((await seen(number)).map(({ kind }) => kind).sort()).toEqual(["event", "opening"]);
    await does(office.su, { number }, moveToClue, "2026-03-04 10:00");
    await recordOpening(office.qin, { what: "page", complaintId }, shanghai("2026-03-04 10:10"));
    expect(await seen(number)).toEqual([]);
    await does(office.qin, { number }, returnFromClue, "2026-03-09 10:00");
    expect(await seen(number)).toHaveLength(5);
  });
});

describe("the discipline team's figures", () => {
  it("count its own year, and a clue that is given back is counted there", async () => {
    const [figures, conducts, open] = await withActor(office.qin, "read", async (tx) => [
      await clueFigures(tx, 2026),
      await cluesByConduct(tx, 2026),
      await countClues(tx, { state: "open" }),
    ]);
    const [rows] = await db.query<{ arrived: number; accepted: number; concluded: number; returned: number }>(
      `select count(*)::int as arrived, count(accepted_at)::int as accepted, count(concluded_at)::int as concluded,
              count(returned_at)::int as returned from clue`,
    );
    expect(figures).toMatchObject(must(rows, "a count"));
    expect(figures.acceptedInTime).toBe(figures.accepted);
    expect(conducts).toContainEqual({ conduct: "extortion", count: expect.any(Number) });
    expect(open).toBe(figures.arrived - figures.concluded - figures.returned);
  });

  it("each open exactly their list, in which what was given back has no number", async () => {
    await withActor(office.qin, "read", async (tx) => {
      const figures = await clueFigures(tx, 2026);
      for (const name of CLUE_FIGURES) {
        const filter = { state: "open" as const, figure: { name, year: 2026 } };
        const { rows } = await listClues(tx, { ...filter, after: null });
        expect([name, rows.length, await countClues(tx, filter)]).toEqual([
          name,
          figures[name],
          figures[name],
        ]);
        if (name === "returned") expect(rows.map((row) => row.number)).toContain(null);
      }
      const before = { name: "arrived" as const, year: 2025 };
      expect(await countClues(tx, { state: "open", figure: before })).toBe(0);
    });
  });
});

it("leaves rows that the events tell of, and no others", async () => {
  const { differences } = await withActor(worker, "act", reconcile);
  expect(differences).toEqual([]);
});
