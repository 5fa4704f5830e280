import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RouterContextProvider } from "react-router";
import { beforeAll, expect, it } from "vitest";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { actorContext } from "../../app/http/context.ts";
import { keyFacts } from "../../app/http/keys.server.ts";
import * as people from "../../app/routes/admin/people.tsx";
import * as keys from "../../app/routes/security/keys.tsx";
import * as requests from "../../app/routes/security/requests.tsx";
import * as rights from "../../app/routes/security/rights.tsx";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { type Office, openOffice } from "../support/office.ts";

process.env.HUIYIN_DATA = mkdtempSync(join(tmpdir(), "huiyin-rights-page-"));
process.env.HUIYIN_SECRET ??= "for tests only, and long enough for that";
process.env.RESEND_WEBHOOK_SECRET = "whsec_aVerySecretWordOfTheTests";

let database: TestDatabase;
let office: Office;

beforeAll(async () => {
  database = await testDatabase();
  office = await openOffice();
});

type Fields = Record<string, string>;
function argsOf(actor: PersonActor, path: string, params: Fields, fields?: Fields) {
  const context = new RouterContextProvider();
  context.set(actorContext, actor);
  const body = fields ? new URLSearchParams(fields) : undefined;
  const request = new Request(`http://huiyin.example${path}`, { method: body ? "POST" : "GET", body });
  return { context, params, request, url: new URL(request.url), pattern: path } as never;
}

/** What an action answers: where it leads, or its status and what it says. */
async function answer(given: Promise<unknown>) {
  const found = await given.catch((thrown: unknown) => thrown);
  if (found instanceof Response) return found.headers.get("Location") ?? found.status;
  const { data, init } = found as {
    data: { errors: Fields; refusal?: string | null };
    init: { status: number };
  };
  return { status: init.status, wrong: Object.keys(data.errors), refusal: data.refusal ?? null };
}

const post = (actor: PersonActor, id: string, act: string | null, fields: Fields) =>
  answer(people.action(argsOf(actor, "/admin/people", { id, ...(act ? { act } : {}) }, fields)) as never);
const decide = (actor: PersonActor, base: string, id: string, act: string, fields: Fields) =>
  answer(requests.action(argsOf(actor, `${base}/${id}/${act}`, { id, act }, fields)) as never);
const newcomer = { name: "新来", email: "new@huiyin.example", role: "intake", reason: "新到岗" };
const waiting = async () =>
  (
    await database.query<{ id: string }>(
      `select id from rights_request r where kind = 'appoint'
         and not exists (select from rights_decision where request_id = r.id)`,
    )
  )[0]?.id ?? "";

it("an account is asked for and decided, each with a reason beside the field", async () => {
  const { xu, ke } = office;
  expect(await post(xu, "new", null, { ...newcomer, reason: "" })).toMatchObject({
    status: 422,
    wrong: ["reason"],
  });
  expect(await post(xu, "new", null, { ...newcomer, email: "no" })).toMatchObject({ wrong: ["email"] });
  expect(await post(xu, "new", null, newcomer)).toBe("/admin/people?done=asked");
  expect(await post(xu, "new", null, newcomer)).toMatchObject({ status: 422, refusal: expect.any(String) });
  const id = await waiting();
  expect(await decide(ke, "/security", id, "approve", { reason: " " })).toMatchObject({ wrong: ["reason"] });
  expect(await decide(ke, "/security", id, "approve", { reason: "x".repeat(501) })).toMatchObject({
    status: 422,
  });
  expect(await decide(xu, "/admin/requests", id, "approve", { reason: "行" })).toMatchObject({ status: 409 });
  expect(await decide(ke, "/security", id, "approve", { reason: "行" })).toBe("/security?done=decided");
  expect(await decide(ke, "/security", id, "refuse", { reason: "行" })).toBe("/security?done=late");
});

it("closing, opening again and a new factor are asked with a reason", async () => {
  const { xu, gu } = office;
  for (const act of ["disable", "enable", "factor"])
    expect(await post(xu, gu.personId, act, {})).toMatchObject({ status: 422, wrong: ["reason"] });
  const version = "1";
  expect(await post(xu, gu.personId, "disable", { reason: "离岗" })).toMatchObject({ status: 409 });
  expect(await post(xu, gu.personId, "enable", { reason: "回来", version })).toMatchObject({
    refusal: expect.any(String),
  });
  expect(await post(xu, gu.personId, "factor", { reason: "丢了", version })).toBe("/admin/people?done=asked");
  expect(await post(xu, gu.personId, "disable", { reason: "离岗", version })).toBe(
    "/admin/people?done=saved",
  );
  expect(await post(xu, gu.personId, "promote", { reason: "好" })).toBe(404);
});

it("the security administrator asks about a role and a place, and keeps name and address", async () => {
  const { ke, shen } = office;
  const ask = (fields: Fields) =>
    answer(
      rights.action(argsOf(ke, "/security/rights", { id: shen.personId, act: "move" }, fields)) as never,
    );
  const fields = { role: "custodian", name: "别人", email: "mine@evil.example", version: "1" };
  expect(await ask(fields)).toMatchObject({ status: 422, wrong: ["reason"] });
  expect(await ask({ ...fields, role: "liaison", reason: "轮岗" })).toMatchObject({
    wrong: expect.arrayContaining(["role"]),
  });
  expect(await ask({ ...fields, reason: "轮岗" })).toBe("/security?done=asked");
  const [row] = await database.query(
    "select after from rights_request where subject_id = $1 and kind = 'move'",
    [shen.personId],
  );
  expect(row).toMatchObject({ after: { role: "custodian", name: "沈若谷", email: "shen@huiyin.example" } });
});

it("each administrator has their own pages, and nobody else any", async () => {
  const { xu, ke, jing, su, lin } = office;
  const statusOf = (given: Promise<unknown>) =>
    given.then(
      () => 200,
      (thrown: unknown) => (thrown instanceof Response ? thrown.status : thrown),
    );
  const doors: [PersonActor[], (actor: PersonActor) => Promise<unknown>][] = [
    [[ke], async (actor) => requests.loader(argsOf(actor, "/security", {}))],
    [[xu], async (actor) => requests.loader(argsOf(actor, "/admin/requests", {}))],
    [[ke], async (actor) => rights.loader(argsOf(actor, "/security/rights", {}))],
    [[ke], async (actor) => keys.loader(argsOf(actor, "/security/keys", {}))],
    [[xu], async (actor) => people.loader(argsOf(actor, "/admin/people", {}))],
  ];
  for (const [whose, open] of doors)
    for (const actor of [xu, ke, jing, su, lin])
      expect([actor.kind, await statusOf(open(actor))]).toEqual([
        actor.kind,
        whose.includes(actor) ? 200 : 404,
      ]);
});

it("keys are told by what opens nothing", async () => {
  const facts = await withActor(office.ke, "read", keyFacts);
  expect(facts.map(({ name, state }) => [name, state])).toEqual([
    ["checkpoint", "present"],
    ["broker", "missing"],
    ["secret", "present"],
    ["webhook", "present"],
    ["mail", "missing"],
    ["database", "plain"],
  ]);
  const told = JSON.stringify(facts);
  for (const secret of [process.env.HUIYIN_SECRET, process.env.RESEND_WEBHOOK_SECRET])
    expect(told).not.toContain(secret);
  expect(facts[0]).toMatchObject({ place: "folder", print: expect.stringMatching(/^[0-9a-f]{16}$/) });
  expect((facts[0]?.renewOn ?? "") > (facts[0]?.sinceOn ?? "9")).toBe(true);
});
