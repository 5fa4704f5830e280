import { RouterContextProvider } from "react-router";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guest } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { hashPassword } from "../../app/domain/people/password.server.ts";
import { demandFactors, openSession, sessionOf } from "../../app/domain/people/session.server.ts";
import { retryContext } from "../../app/http/context.ts";
import { door } from "../../app/http/door.ts";
import * as accountPage from "../../app/routes/person/account.tsx";
import * as factorPage from "../../app/routes/public/factor.tsx";
import * as forgotPage from "../../app/routes/public/forgot.tsx";
import * as signInPage from "../../app/routes/public/sign-in.tsx";
import * as signOutPage from "../../app/routes/public/sign-out.tsx";
import { castPassword } from "../../db/seed/cast.ts";
import { testDatabase } from "../support/database.ts";
import { type Office, openOffice } from "../support/office.ts";

process.env.HUIYIN_SECRET ??= "for tests only, and long enough for that";

let office: Office;

beforeAll(async () => {
  const database = await testDatabase();
  office = await openOffice();
  const email = "su@huiyin.example";
  const hash = await hashPassword(castPassword);
  await database.query("update person set email = $1, password_hash = $2 where id = $3", [
    ...[email, hash, office.su.personId],
  ]);
});
afterAll(() => demandFactors("offered"));

const open = (personId: string) =>
  withActor(guest, "write", (tx) => openSession(tx, personId, "", new Date()));

interface Page {
  action: (args: never) => unknown;
}

/** Sends a form through the door to a page: what it answers, and for how long it asks to wait. */
async function send({ action }: Page, path: string, form: Record<string, string>, token: string) {
  const url = new URL(path, "http://huiyin.example");
  const headers = { Cookie: `huiyin_session=${token}`, "Sec-Fetch-Site": "same-origin" };
  const request = new Request(url, { method: "POST", headers, body: new URLSearchParams(form) });
  const context = new RouterContextProvider();
  const act = path.split("/").at(-1) ?? "";
  const args = { request, url, context, params: { act, way: act }, pattern: path };
  let came: unknown;
  await door(args as never, async () => {
    came = await action(args as never);
    return new Response();
  });
  const { status, init } = came as { status?: number; init?: { status: number } };
  return { status: status ?? init?.status, seconds: context.get(retryContext) };
}

const runs = async (token: string) => (await sessionOf(token, new Date())) !== null;

describe("a session", () => {
  it("ends when somebody signs in over it", async () => {
    const token = await open(office.su.personId);
    const form = { email: "su@huiyin.example", password: castPassword };
    expect(await send(signInPage, "/sign-in", { ...form, password: "not this one" }, token)).toMatchObject({
      status: 422,
    });
    expect(await runs(token)).toBe(true);
    expect(await send(signInPage, "/sign-in", form, token)).toMatchObject({ status: 302 });
    expect(await runs(token)).toBe(false);
  });

  it("ends at a sign-out, also while it is half", async () => {
    for (const demand of ["offered", "required"] as const) {
      demandFactors(demand);
      const token = await open(office.qin.personId);
      expect((await sessionOf(token, new Date()))?.stage).toBe(demand === "required" ? "half" : "whole");
      await send(signOutPage, "/sign-out", {}, token);
      expect(await runs(token)).toBe(false);
    }
    demandFactors("offered");
  });
});

it("no link is mailed to what is too long for an address, and nothing of it is kept", async () => {
  const asked = (length: number) => {
    const host = "@huiyin.example";
    return send(forgotPage, "/forgot", { email: `${"a".repeat(length - host.length)}${host}` }, "");
  };
  expect([(await asked(255)).status, (await asked(254)).status]).toEqual([422, undefined]);
});

describe("who has tried too often is told when to come back", () => {
  async function until429(ask: () => Promise<{ status: number | undefined; seconds: number }>) {
    for (let tries = 0; tries < 12; tries++) {
      const { status, seconds } = await ask();
      if (status === 429) return seconds;
      expect([status, seconds]).toEqual([422, 0]);
    }
    throw new Error("never");
  }

  it("at the present password", async () => {
    const token = await open(office.su.personId);
    const next = "a quite different sentence";
    const form = { current: "a guess at it", next, again: next };
    expect(await until429(() => send(accountPage, "/account/password", form, token))).toBeGreaterThan(60);
  });

  it("at the second factor", async () => {
    demandFactors("required");
    const token = await open(office.gu.personId);
    const ask = () => send(factorPage, "/sign-in/factor/totp", { code: "000000" }, token);
    expect(await until429(ask)).toBe(900);
    demandFactors("offered");
  });

  it("at the door", async () => {
    const form = { email: "nobody@huiyin.example", password: "a guess at it" };
    expect(await until429(() => send(signInPage, "/sign-in", form, ""))).toBeGreaterThan(60);
  });
});
