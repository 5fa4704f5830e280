import { RouterContextProvider } from "react-router";
import { beforeAll, describe, expect, it } from "vitest";
import { type ActingActor, type PersonActor, worker } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { loadCalendar } from "../../app/domain/clock/calendar.server.ts";
import { loadSpansAt } from "../../app/domain/clock/spans.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { actorContext } from "../../app/http/context.ts";
import * as assignmentPage from "../../app/routes/department/assignment.tsx";
import * as departmentHome from "../../app/routes/department/home.tsx";
import * as complaintPage from "../../app/routes/desk/complaint.tsx";
import * as ledgerPage from "../../app/routes/desk/ledger.tsx";
import * as triagePage from "../../app/routes/desk/triage.tsx";
import * as ownPage from "../../app/routes/liaison/complaint.tsx";
import * as liaisonHome from "../../app/routes/liaison/home.tsx";
import * as noticesPage from "../../app/routes/person/notices.tsx";
import { answer, assignTo, handled, type OnItsWay } from "../support/course.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, does, type Office, openOffice, shanghai } from "../support/office.ts";
import { roundTrips } from "../support/round-trips.ts";

process.env.HUIYIN_SECRET ??= "for tests only, and long enough for that";
process.env.HUIYIN_NOW = "2026-03-09T10:00:00+08:00";

let database: TestDatabase;
let office: Office;
let matter: OnItsWay;

beforeAll(async () => {
  database = await testDatabase();
  office = await openOffice();
  matter = await handled(office, database);
  await answer(office, matter, "2026-03-05");
});

/** What a process keeps for a few seconds is no part of any one act or page, and is fetched anew before each. */
async function asked(run: () => Promise<unknown>): Promise<number> {
  await withActor(office.su, "read", async (tx) => [await loadCalendar(tx), await loadSpansAt(tx)]);
  return roundTrips(run);
}

describe("an act asks the database no more often than this, from its beginning to its commit", () => {
  const handIn = () => submit(office.lin, aSubmission, shanghai("2026-03-09 09:30"));

  it("a submission: 10, and one more for each number that is left out", async () => {
    const counts: number[] = [];
    for (let nth = 0; nth < 5; nth++) counts.push(await asked(handIn));
    expect(Math.min(...counts)).toBeLessThanOrEqual(10);
  });

  it("an assignment: 19; signing 12; a reply 13; its acceptance 16; the answer 15", async () => {
    const on = { number: (await handIn()).number };
    const { su, gu, zhao, construction } = office;
    const counted: number[] = [];
    const count = async (act: () => Promise<unknown>) => counted.push(await asked(act));
    await count(() => does(su, on, assignTo(construction), "2026-03-09 10:00"));
    const [hand] = await database.query<{ id: string; code: string }>(
      "select a.id, a.code from assignment a join complaint c on c.id = a.complaint_id where c.number = $1",
      [on.number],
    );
    const [code, assignmentId] = [{ code: hand?.code ?? "" }, hand?.id];
    await count(() => does(zhao, code, { type: "sign", officer: "赵承安" }, "2026-03-09 11:00"));
    await count(() => does(zhao, code, { type: "reply", words: "已办。", evidence: [] }, "2026-03-10 10:00"));
    await count(() =>
      does(gu, on, { type: "acceptReply", note: null }, "2026-03-10 14:00", { assignmentId }),
    );
    await count(() => does(gu, on, { type: "feedBack", words: "已办好。" }, "2026-03-10 15:00"));
    const most = [19, 12, 13, 16, 15];
    expect(counted.map((count, nth) => Math.max(count, most[nth] ?? 0))).toEqual(most);
  });
});

interface Page {
  loader: (args: never) => unknown;
}

/** Opens a page as its route does, without the frame around it. */
function open({ loader }: Page, actor: PersonActor, path: string, params: Record<string, string> = {}) {
  const context = new RouterContextProvider();
  context.set(actorContext, actor);
  const request = new Request(`http://huiyin.example${path}`);
  return asked(async () => loader({ context, params, request, url: new URL(request.url) } as never));
}

describe("a page asks the database no more often than this, however much it lists", () => {
  it.each([
    ["the ledger", 8, () => open(ledgerPage, office.su, "/desk/ledger")],
    ["the ledger, cut down", 8, () => open(ledgerPage, office.su, "/desk/ledger?status=feedback&sort=due")],
    ["a complaint on the desk", 19, () => open(complaintPage, office.gu, "/", matter.on)],
    ["the workspace", 22, () => open(triagePage, office.su, "/desk")],
    ["a department's list", 5, () => open(departmentHome, office.zhao, "/department")],
    ["an assignment", 12, () => open(assignmentPage, office.zhao, "/", matter.code)],
    ["an enterprise's own list", 7, () => open(liaisonHome, office.lin, "/liaison")],
    ["an enterprise's own complaint", 18, () => open(ownPage, office.lin, "/", matter.on)],
    ["notices", 6, () => open(noticesPage, office.lin, "/notices")],
  ])("%s: %i", async (_, most, count) => {
    expect(await count()).toBeLessThanOrEqual(most);
  });
});

it("no statement of a page keeps its connection for longer than half a minute, and of the hub as long as it takes", async () => {
  const bound = (actor: ActingActor) =>
    withActor(actor, "read", async (tx) => (await tx.$client.query("show statement_timeout")).rows);
  expect(await bound(office.su)).toEqual([{ statement_timeout: "30s" }]);
  expect(await bound(worker)).toEqual([{ statement_timeout: "0" }]);
});
