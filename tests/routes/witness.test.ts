import { type MiddlewareFunction, RouterContextProvider } from "react-router";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { actorContext } from "../../app/http/context.ts";
import { witness } from "../../app/http/witness.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { type Office, openOffice } from "../support/office.ts";
import { signedIn } from "../support/signed-in.ts";

process.env.HUIYIN_SECRET ??= "for tests only, and long enough for that";

let db: TestDatabase;
let office: Office;
let lines: object[];

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
});
beforeEach(() => {
  lines = [];
});

const book = { info: (line: object, what: string) => void lines.push({ ...line, what }) };

interface Asked {
  form?: Record<string, string>;
  by?: PersonActor;
  /** The route that the address leads to, where it is written otherwise. */
  pattern?: string;
}

async function ask(path: string, answer: Response, { form, by, pattern = path }: Asked = {}) {
  const url = new URL(path, "http://huiyin.example");
  const context = new RouterContextProvider();
  if (by) context.set(actorContext, by);
  const headers = { "X-Huiyin-Client": "203.0.113.7" };
  const request = form
    ? new Request(url, { method: "POST", headers, body: new URLSearchParams(form) })
    : new Request(url, { headers });
  const args = { request, url, context, params: {}, pattern } as unknown as Parameters<
    MiddlewareFunction<Response>
  >[0];
  return witness(book)(args, async () => answer);
}

const cookie = (token: string) => ({ "Set-Cookie": `huiyin_session=${token}; Path=/; HttpOnly` });

describe("the witness at the door", () => {
  it("writes who came in and from where", async () => {
    const token = await signedIn(db.query, office.su.personId);
    const form = { email: "su@huiyin.example", password: "not for any log" };
    const answer = new Response(null, { status: 302, headers: cookie(token) });
    expect(await ask("/sign-in", answer, { form })).toBe(answer);
    expect(lines).toEqual([
      {
        ...{ what: "signedIn", role: "intake", person: office.su.personId, from: "203.0.113.7" },
        ...{ method: "POST", path: "/sign-in", status: 302 },
      },
    ]);
  });

  it("of an enterprise's people writes neither who nor from where", async () => {
    const token = await signedIn(db.query, office.lin.personId);
    const form = { email: "lin@huiyin.example", password: "not for any log" };
    await ask("/sign-in", new Response(null, { status: 302, headers: cookie(token) }), { form });
    await ask("/desk", new Response(null, { status: 404 }), { by: office.lin });
    expect(lines).toEqual([
      { what: "signedIn", role: "liaison", method: "POST", path: "/sign-in", status: 302 },
      { what: "notTheirs", role: "liaison", method: "GET", path: "/desk", status: 404 },
    ]);
  });

  it("doesn't tell either from where somebody rated by mail, or came back to a matter signed out", async () => {
    await ask(`/rate/${"a".repeat(36)}`, new Response(null, { status: 302 }), { form: {} });
    await ask("/liaison/complaints/HY2026-00001/supplement", new Response(null, { status: 401 }), {
      form: {},
    });
    expect(lines).toMatchObject([{ what: "linkUsed" }, { what: "refused" }]);
    expect(JSON.stringify(lines)).not.toContain("203.0.113.7");
  });

  it("tells one account that was tried from another, and names none", async () => {
    const fail = (email: string) =>
      ask("/sign-in", new Response(null, { status: 422 }), { form: { email, password: "a guess at it" } });
    for (const email of ["su@huiyin.example", " SU@huiyin.example", "nobody@huiyin.example"])
      await fail(email);
    const accounts = lines.map((line) => ("account" in line ? line.account : ""));
    expect(accounts[0]).toMatch(/^[0-9a-f]{16}$/);
    expect(accounts[1]).toBe(accounts[0]);
    expect(accounts[2]).not.toBe(accounts[0]);
    expect(JSON.stringify(lines)).not.toMatch(/huiyin\.example|guess/);
  });

  it("writes a guess down however its address and its form are written", async () => {
    const form = { email: "su@huiyin.example", password: "a guess at it" };
    for (const path of ["/sign-in", "/SIGN-IN/", "/sign%2Din"])
      await ask(path, new Response(null, { status: 422 }), { form, pattern: "sign-in" });
    const account = expect.stringMatching(/^[0-9a-f]{16}$/);
    expect(lines).toMatchObject(Array(3).fill({ what: "signInFailed", account }));
  });

  it("writes who met a closed door, and no secret of a link", async () => {
    await ask("/admin/people", new Response(null, { status: 404 }), { by: office.zhao });
    await ask(`/reset/${"a".repeat(36)}.${"b".repeat(43)}`, new Response(null, { status: 422 }), {
      form: {},
    });
    expect(lines).toMatchObject([
      { what: "notTheirs", role: "department", person: office.zhao.personId, path: "/admin/people" },
      { what: "linkRefused", from: "203.0.113.7", path: "/reset/….…" },
    ]);
  });

  it("says nothing of a day's work", async () => {
    await ask("/desk", new Response(null, { status: 200 }), { by: office.su });
    expect(lines).toEqual([]);
  });
});
