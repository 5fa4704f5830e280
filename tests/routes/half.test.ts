import { RouterContextProvider } from "react-router";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guest } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { offerTotp } from "../../app/domain/people/enrol.server.ts";
import { demandFactors, openSession } from "../../app/domain/people/session.server.ts";
import { codeAt, stepAt } from "../../app/domain/people/totp.ts";
import { actorContext, halfContext } from "../../app/http/context.ts";
import { door } from "../../app/http/door.ts";
import { environment } from "../../app/http/environment.ts";
import { action, loader } from "../../app/routes/public/enrol.tsx";
import { testDatabase } from "../support/database.ts";
import { enter, holderBy } from "../support/factors.ts";
import { type Office, openOffice } from "../support/office.ts";

process.env.HUIYIN_SECRET ??= "for tests only, and long enough for that";
let office: Office;

beforeAll(async () => {
  await testDatabase();
  office = await openOffice();
  demandFactors("required");
});
afterAll(() => demandFactors("offered"));

/** Asks at the door with somebody's new session: where they are sent, or who the pages see. */
async function knock(personId: string, path: string, method = "GET") {
  const token = await withActor(guest, "write", (tx) => openSession(tx, personId, "", new Date()));
  const headers = { Cookie: `huiyin_session=${token}`, "Sec-Fetch-Site": "same-origin" };
  const url = new URL(`http://huiyin.example${path}`);
  const context = new RouterContextProvider();
  const args = { request: new Request(url, { method, headers }), url, context, params: {}, pattern: path };
  const said = async () => new Response(context.get(actorContext).kind);
  const answer = await Promise.resolve()
    .then(() => door(args as never, said as never))
    .catch((thrown: unknown) => thrown as Response);
  const response = answer as Response;
  return {
    to: response.headers.get("location"),
    seen: await response.text(),
    half: context.get(halfContext),
  };
}

const staff = ["su", "gu", "qin", "yan", "zhao", "liang", "xu", "ke", "jing"] as const;

describe("where a second factor is required", () => {
  it.each(staff)("%s is sent to give it, from every page and every act", async (who) => {
    const { personId } = office[who];
    for (const [path, method] of [
      ["/desk", "GET"],
      ["/desk?queue=triage", "GET"],
      ["/account/factor", "GET"],
      ["/account/password", "POST"],
      ["/admin/people/new", "POST"],
      ["/", "GET"],
      ["/sign-in", "GET"],
    ] as const) {
      const { to, seen } = await knock(personId, path, method);
      expect([path, to]).toEqual([path, `/sign-in/factor?${new URLSearchParams({ to: path })}`]);
      expect(seen).toBe("");
    }
  });

  it("only what takes it is there, and nobody is signed in on it", async () => {
    for (const path of [
      "/sign-in/factor",
      "/sign-in/factor/totp",
      "/sign-in/enrol",
      "/sign-in/enrol/passkey",
      "/sign-out",
    ]) {
      const { to, seen, half } = await knock(office.su.personId, path);
      expect([path, to, seen]).toEqual([path, null, "guest"]);
      expect(half).toMatchObject({ personId: office.su.personId, role: "intake" });
    }
  });

  it("the answer that adds the first factor shows the recovery codes, and leads nowhere else", async () => {
    const now = new Date();
    const token = await enter(office.gu.personId, now);
    const { sealed, secret } = offerTotp(environment().secret, await holderBy(token, now), "gu");
    const body = new URLSearchParams({ sealed, code: codeAt(secret, stepAt(now)) });
    const headers = { Cookie: `huiyin_session=${token}`, "Sec-Fetch-Site": "same-origin" };
    const request = new Request("http://huiyin.example/sign-in/enrol/totp", {
      method: "POST",
      headers,
      body,
    });
    const context = new RouterContextProvider();
    const pattern = "/sign-in/enrol/:way?";
    const args = { request, url: new URL(request.url), pattern, context, params: { way: "totp" } } as never;
    // Without scripts one request does both: what the act answers is shown by the page that it is loaded with.
    await door(args, async () => {
      expect(await action(args)).toMatchObject({ data: { codes: expect.any(Array) } });
      expect(await loader(args)).toMatchObject({ offered: null });
      return new Response();
    });
  });

  it("an enterprise is let in by its password", async () => {
    const { to, seen, half } = await knock(office.lin.personId, "/liaison");
    expect([to, seen, half]).toEqual([null, "liaison", null]);
  });
});
