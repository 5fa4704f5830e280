import { RouterContextProvider } from "react-router";
import { beforeAll, describe, expect, it } from "vitest";
import { guest, type PersonActor } from "../../app/domain/access/actor.ts";
import { FRESH_ACTS, type FreshAct } from "../../app/domain/people/fresh.ts";
import { hashPassword } from "../../app/domain/people/password.server.ts";
import { actorContext, addressContext, typedContext } from "../../app/http/context.ts";
import { signedIn } from "../../app/http/guards.ts";
import { typedWithoutSession } from "../../app/http/typed.ts";
import * as calendarPage from "../../app/routes/admin/calendar.tsx";
import * as peoplePage from "../../app/routes/admin/people.tsx";
import * as settingsPage from "../../app/routes/admin/settings.tsx";
import * as custodyPage from "../../app/routes/custody/requests.tsx";
import * as cluePage from "../../app/routes/desk/clue.tsx";
import * as complaintPage from "../../app/routes/desk/complaint.tsx";
import * as identityPage from "../../app/routes/desk/identity.tsx";
import * as triagePage from "../../app/routes/desk/triage.tsx";
import * as accountPage from "../../app/routes/person/account.tsx";
import * as factorPage from "../../app/routes/person/factor.tsx";
import * as requestsPage from "../../app/routes/security/requests.tsx";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { type Office, openOffice } from "../support/office.ts";

process.env.HUIYIN_SECRET ??= "for tests only, and long enough for that";
process.env.HUIYIN_NOW = "2026-03-03T10:00:00+08:00";
const minutesAgo = (minutes: number) => new Date(Date.parse("2026-03-03T10:00:00+08:00") - minutes * 60_000);
const password = "a sentence of one's own";
const id = "00000000-0000-4000-8000-000000000001";
let database: TestDatabase;
let office: Office;

beforeAll(async () => {
  database = await testDatabase();
  office = await openOffice();
  await database.query("update person set password_hash = $1", [await hashPassword(password)]);
});

interface Page {
  action: (args: never) => unknown;
}
type Place = [page: Page, who: keyof Office, path: string, params: Record<string, string>];

const number = "HY2026-00009";
const places: Record<FreshAct, Place> = {
  approveWriteOff: [
    complaintPage,
    "gu",
    `/desk/complaints/${number}/approve-write-off`,
    { number, act: "approve-write-off" },
  ],
  moveToClue: [triagePage, "su", `/desk?open=${number}&act=move-to-clue`, {}],
  concludeClue: [cluePage, "qin", `/clues/${number}/conclude-clue`, { number, act: "conclude-clue" }],
  approveErasure: [
    complaintPage,
    "gu",
    `/desk/complaints/${number}/approve-erasure`,
    { number, act: "approve-erasure" },
  ],
  approveUnsealing: [custodyPage, "yan", "/custody/approve-unsealing", { act: "approve-unsealing" }],
  openIdentity: [identityPage, "gu", `/desk/complaints/${number}/identity/open`, { number, act: "open" }],
  decideRights: [requestsPage, "ke", `/security/${id}/approve`, { id, act: "approve" }],
  disableAccount: [peoplePage, "xu", `/admin/people/${id}/disable`, { id, act: "disable" }],
  changeCalendar: [calendarPage, "xu", "/admin/calendar/2026/add", { year: "2026", act: "add" }],
  changePeriod: [settingsPage, "xu", "/admin/settings/replyC", { rule: "replyC" }],
  endSession: [accountPage, "su", "/account/other-sessions", { act: "other-sessions" }],
  changeFactor: [factorPage, "su", "/account/factor/codes", { act: "codes" }],
};

/** Sends a form as somebody who proved so long ago who they are; what came of it, thrown or not. */
async function send([page, who, path, params]: Place, provedAt: Date, form: Record<string, string> = {}) {
  const actor = { ...(office[who] as PersonActor), provedAt };
  const context = new RouterContextProvider();
  context.set(actorContext, actor);
  context.set(addressContext, path);
  const url = new URL(`http://huiyin.example${path}`);
  const request = new Request(url, { method: "POST", body: new URLSearchParams(form) });
  try {
    return await page.action({ context, params, request, url, pattern: path } as never);
  } catch (thrown) {
    return thrown;
  }
}

const asked = (came: unknown) =>
  typeof came === "object" && came !== null && "data" in came
    ? (came.data as { handedBack?: string; wrong?: unknown; fields?: unknown })
    : null;

describe("what can't be undone", () => {
  it.each(FRESH_ACTS)(
    "%s asks for a proof when the last one is old, and keeps what was typed",
    async (act) => {
      const came = await send(places[act], minutesAgo(16), { words: "写下的话", number });
      expect(asked(came)).toMatchObject({
        handedBack: "unproved",
        path: places[act][2],
        wrong: null,
        fields: expect.arrayContaining([["words", "写下的话"]]),
      });
      expect(came).toMatchObject({ init: { status: 403 } });
    },
  );

  it.each(FRESH_ACTS)("%s asks for nothing within a quarter of an hour", async (act) => {
    const came = await send(places[act], minutesAgo(14), { number });
    expect(asked(came)?.handedBack).toBeUndefined();
  });

  it("is asked of nobody who does what can be undone", async () => {
    const place: Place = [
      complaintPage,
      "su",
      `/desk/complaints/${number}/accept`,
      { number, act: "accept" },
    ];
    expect(asked(await send(place, minutesAgo(600)))?.handedBack).toBeUndefined();
  });

  it("is done with the right password, and not with a wrong one, which is never written back", async () => {
    const place = places.changePeriod;
    const typed = { count: "7", reason: "试行半年后调整" };
    const wrong = asked(await send(place, minutesAgo(60), { ...typed, "proof-password": "not this one" }));
    expect(wrong).toMatchObject({ handedBack: "unproved", wrong: "wrong", fields: Object.entries(typed) });
    expect(asked(await send(place, minutesAgo(60), { ...typed, "proof-password": "" }))).toMatchObject({
      wrong: "nothing",
    });
    const spans = () => database.query("select count from clock_span where rule = 'replyC'");
    expect(await spans()).toEqual([]);
    const done = await send(place, minutesAgo(60), { ...typed, "proof-password": password });
    expect(done).toMatchObject({ status: 302 });
    expect(await spans()).toEqual([{ count: 7 }]);
  });
});

describe("a form of somebody who was signed out meanwhile", () => {
  const typed = { words: "写了很久的话", current: "a secret", "proof-password": "a secret" };
  const post = (cookie: string, fields: [string, string][] = Object.entries(typed)) =>
    new Request("http://huiyin.example/desk/complaints/HY2026-00001/accept", {
      method: "POST",
      headers: { Cookie: cookie, "Content-Length": "60" },
      body: new URLSearchParams(fields),
    });

  it("is handed back with all but its secrets", async () => {
    const context = new RouterContextProvider();
    context.set(actorContext, guest);
    context.set(addressContext, "/desk/complaints/HY2026-00001/accept");
    context.set(typedContext, await typedWithoutSession(post("huiyin_session=gone")));
    let thrown: unknown;
    try {
      signedIn(context);
    } catch (caught) {
      thrown = caught;
    }
    expect(thrown).toMatchObject({
      data: {
        handedBack: "signedOut",
        fields: [["words", "写了很久的话"]],
        path: "/desk/complaints/HY2026-00001/accept",
      },
      init: { status: 401 },
    });
    expect(JSON.stringify(thrown)).not.toContain("a secret");
  });

  it("is read only of somebody who has been signed in", async () => {
    expect(await typedWithoutSession(post("huiyin_locale=en"))).toBeNull();
  });

  it("is not handed back where no form of ours has so many fields", async () => {
    const many = Array.from({ length: 1001 }, (): [string, string] => ["a", "b"]);
    expect(await typedWithoutSession(post("huiyin_session=gone", many))).toBeNull();
  });
});
