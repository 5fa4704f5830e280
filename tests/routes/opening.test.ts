import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RouterContextProvider } from "react-router";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { recordOpening } from "../../app/domain/trail/record-opening.server.ts";
import { actorContext } from "../../app/http/context.ts";
import * as complaintPage from "../../app/routes/desk/complaint.tsx";
import * as filePage from "../../app/routes/desk/download.tsx";
import * as exportPage from "../../app/routes/desk/ledger-export.tsx";
import * as sheetPage from "../../app/routes/desk/ledger-sheet.tsx";
import * as triagePage from "../../app/routes/desk/triage.tsx";
import * as ownPage from "../../app/routes/liaison/complaint.tsx";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, idOf, type Office, openOffice, shanghai } from "../support/office.ts";

const folder = mkdtempSync(join(tmpdir(), "huiyin-opening-"));
process.env.HUIYIN_DATA = folder;
process.env.HUIYIN_SECRET ??= "for tests only, and long enough for that";
process.env.HUIYIN_NOW = "2026-03-03T10:00:00+08:00";
const at = shanghai("2026-03-03 10:00");

let database: TestDatabase;
let office: Office;
let number: string;
let complaintId: string;
let fileId: string;

beforeAll(async () => {
  database = await testDatabase();
  office = await openOffice();
  ({ number } = await submit(office.lin, aSubmission, shanghai("2026-03-02 09:30")));
  complaintId = await idOf(database, number);
  fileId = newId();
  mkdirSync(join(folder, "uploads"));
  writeFileSync(join(folder, "uploads", "a-key"), "some words");
  await database.query(
    `insert into attachment (id, name, type, bytes, sha256, storage_key, complaint_id, uploaded_at)
     values ($1, '图.txt', 'txt', 10, '', 'a-key', $2, now())`,
    [fileId, complaintId],
  );
});
beforeEach(() =>
  database.query(
    "set session_replication_role = replica; truncate opening, chain; set session_replication_role = origin",
    undefined as never,
  ),
);

interface Page {
  loader: (args: never) => unknown;
}

async function open({ loader }: Page, actor: PersonActor, path: string, params: Record<string, string> = {}) {
  const context = new RouterContextProvider();
  context.set(actorContext, actor);
  const request = new Request(`http://huiyin.example${path}`);
  const url = new URL(request.url);
  return loader({ context, params, request, url, pattern: url.pathname } as never);
}

const openings = () =>
  database.query(
    `select what, actor_kind as role, p.name, number, said from opening left join person p on p.id = actor_id order by at, opening.id`,
  );

describe("who looks at a complaint is written down", () => {
  it("on its page, once a minute however often it is drawn", async () => {
    await open(complaintPage, office.su, "/", { number });
    await open(complaintPage, office.su, "/", { number, act: "assign" });
    await open(complaintPage, office.gu, "/", { number });
    expect(await openings()).toEqual([
      { what: "page", role: "intake", name: office.su.name, number, said: {} },
      { what: "page", role: "supervisor", name: office.gu.name, number, said: {} },
    ]);
    await recordOpening(office.su, { what: "page", complaintId }, shanghai("2026-03-03 10:01"));
    expect(await openings()).toHaveLength(3);
  });

  it("in the workspace, where the first of the queue lies open", async () => {
    await open(triagePage, office.su, "/desk");
    expect(await openings()).toMatchObject([{ what: "page", name: office.su.name, number }]);
  });

  it("with each of its files", async () => {
    await open(filePage, office.gu, "/", { kind: "attachment", id: fileId });
    expect(await openings()).toMatchObject([
      { what: "file", number, said: { kind: "attachment", id: fileId } },
    ]);
  });

  it("where a list is taken away, without the words that were searched", async () => {
    const list = (await open(
      exportPage,
      office.su,
      "/desk/ledger.csv?status=submitted&q=secret",
    )) as Response;
    await list.text();
    const said = { format: "csv", status: "submitted", sort: "submitted" };
    expect(await openings()).toEqual([
      { what: "export", role: "intake", name: office.su.name, number: "", said },
    ]);
  });

  it("where a list is printed, as where it is taken away", async () => {
    await open(sheetPage, office.gu, `/desk/ledger/sheet?number=${number}&q=secret`);
    expect(await openings()).toMatchObject([
      { what: "export", name: office.gu.name, said: { format: "sheet", number: [number] } },
    ]);
  });

  it("not where an enterprise opens its own, nor where nothing was shown", async () => {
    await open(ownPage, office.lin, "/", { number });
    await expect(open(complaintPage, office.su, "/", { number: "HY2026-99999" })).rejects.toMatchObject({
      status: 404,
    });
    await expect(open(complaintPage, office.zhao, "/", { number })).rejects.toMatchObject({ status: 404 });
    expect(await openings()).toEqual([]);
  });

  it("and where it can't be, nothing is shown", async () => {
    await database.query("alter table opening add constraint none check (false) not valid");
    await expect(open(complaintPage, office.su, "/", { number })).rejects.toThrow();
    await expect(open(triagePage, office.su, "/desk")).rejects.toThrow();
    await expect(open(filePage, office.gu, "/", { kind: "attachment", id: fileId })).rejects.toThrow();
    await expect(open(exportPage, office.su, "/desk/ledger.csv")).rejects.toThrow();
    await database.query("alter table opening drop constraint none");
  });

  it("in a row of its own for two who look at once", async () => {
    await Promise.all(
      Array.from({ length: 8 }, (_, nth) =>
        recordOpening(nth % 2 ? office.su : office.gu, { what: "file", complaintId, said: { nth } }, at),
      ),
    );
    const rows = await database.query<{ seq: number }>("select seq from opening order by seq");
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
