import type { ComponentType, ReactElement } from "react";
import { renderToString } from "react-dom/server";
import { createRoutesStub, RouterContextProvider, useMatches } from "react-router";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { actorContext } from "../../app/http/context.ts";
import { WordsProvider } from "../../app/i18n/use-words.ts";
import type { Locale } from "../../app/i18n/words.ts";
import * as complaintPage from "../../app/routes/desk/complaint.tsx";
import * as figuresPage from "../../app/routes/desk/figures.tsx";
import * as ledgerPage from "../../app/routes/desk/ledger.tsx";
import * as pointsPage from "../../app/routes/desk/points.tsx";
import * as rulesPage from "../../app/routes/desk/rules.tsx";
import * as triagePage from "../../app/routes/desk/triage.tsx";
import { answered } from "../support/course.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, does, type Office, openOffice, shanghai } from "../support/office.ts";

process.env.HUIYIN_SECRET ??= "for tests only, and long enough for that";
process.env.HUIYIN_NOW = "2026-03-03T10:00:00+08:00";
let database: TestDatabase;
let office: Office;
let number: string;

beforeAll(async () => {
  database = await testDatabase();
  office = await openOffice();
  number = (await submit(office.lin, aSubmission, shanghai("2026-03-02 09:30"))).number;
});

interface Page {
  loader: (args: never) => unknown;
  action?: (args: never) => unknown;
  default: ComponentType<never>;
}

function argsOf(
  actor: PersonActor,
  path: string,
  params: Record<string, string>,
  form?: Record<string, string>,
) {
  const context = new RouterContextProvider();
  context.set(actorContext, actor);
  const body = form && new URLSearchParams(form);
  const request = new Request(`http://huiyin.example${path}`, body ? { method: "POST", body } : {});
  return { context, params, request } as never;
}

function ElementRoute() {
  return useMatches().at(-1)?.handle as ReactElement;
}

async function show(
  page: Page,
  actor: PersonActor,
  path: string,
  params: Record<string, string> = {},
  locale: Locale = "zh-CN",
) {
  const loaderData = await page.loader(argsOf(actor, path, params));
  const Shown = page.default as ComponentType<object>;
  const element = <Shown {...{ loaderData, params, actionData: undefined }} />;
  const Stub = createRoutesStub([{ path: "*", Component: ElementRoute, handle: element }]);
  return renderToString(
    <WordsProvider locale={locale}>
      <Stub initialEntries={[path]} />
    </WordsProvider>,
  );
}

const answer = async (work: Promise<unknown>) => {
  const given = await work.catch((thrown: unknown) => thrown);
  return given as {
    status?: number;
    init?: { status: number };
    data?: Record<string, unknown>;
    headers?: Headers;
  };
};
const post = (actor: PersonActor, act: string, form: Record<string, string>, on = number) =>
  answer(
    Promise.resolve().then(() =>
      complaintPage.action(argsOf(actor, `/desk/complaints/${on}/${act}`, { number: on, act }, form)),
    ),
  );

describe("the pages of the commission", () => {
  it("are drawn in both languages", async () => {
    for (const locale of ["zh-CN", "en"] as const) {
      expect(await show(triagePage, office.su, "/desk", {}, locale)).toContain(number);
      expect(await show(ledgerPage, office.su, "/desk/ledger", {}, locale)).toContain(number);
      expect(await show(figuresPage, office.gu, "/desk/figures", {}, locale)).toContain("figure=reported");
      expect(await show(rulesPage, office.gu, "/desk/rules?new", {}, locale)).toContain('name="madeOn"');
      expect(await show(pointsPage, office.gu, "/desk/points", {}, locale)).toContain("LXD-001");
      expect(
        await show(complaintPage, office.su, `/desk/complaints/${number}`, { number }, locale),
      ).toContain(number);
    }
  });

  it("open the form of an act in place, with due dates before sending", async () => {
    const html = await show(complaintPage, office.su, "/", { number, act: "assign" });
    expect(html).toContain('name="brief"');
    expect(html).toContain("17:30 前答复（15 个工作日，从交办起算）");
  });

  it("are not there for other roles, numbers and acts", async () => {
    const asked = (actor: PersonActor, params: Record<string, string>) =>
      answer(complaintPage.loader(argsOf(actor, "/", params)));
    expect((await asked(office.lin, { number })).status).toBe(404);
    expect((await asked(office.zhao, { number })).status).toBe(404);
    expect((await asked(office.su, { number: "HY2026-99999" })).status).toBe(404);
    expect((await asked(office.su, { number, act: "evaluate" })).status).toBe(404);
    expect((await asked(office.su, { number, act: "nonsense" })).status).toBe(404);
  });
});

describe("a key problem's write-off", () => {
  it("waits for somebody else once the reader has confirmed it", async () => {
    const { on, code } = await answered(office, database);
    const rated = { type: "evaluate", rating: "satisfied", solved: "solved", reason: "办好了。" } as const;
    await does(office.lin, on, rated, "2026-03-05 16:00");
    const kind = { kind: "complaint", field: "taxation", conduct: "delay", grade: "C" } as const;
    await does(office.su, on, { type: "classify", ...kind, keyProblem: true }, "2026-03-05 16:10");
    await does(office.zhao, code, { type: "applyWriteOff", words: "已办结。" }, "2026-03-05 16:20");
    const page = () => show(complaintPage, office.shen, "/", on);
    expect(await page()).toContain(`href="/desk/complaints/${on.number}/approve-write-off"`);
    await does(office.shen, on, { type: "approveWriteOff", words: "同意。" }, "2026-03-05 16:30");
    const after = await page();
    expect(after).toContain("等另一位监督岗同事确认");
    expect(after).not.toContain("approve-write-off");
    expect(after).toContain("refuse-write-off");
  });
});

describe("an act on the complaint's page", () => {
  it("answers a wrong value beside its field and keeps what was typed", async () => {
    const given = await post(office.su, "decline", { ground: "nonsense", reason: "写了一半" });
    expect(given.init?.status).toBe(422);
    expect(given.data).toMatchObject({ errors: { ground: "notInList" }, values: { reason: "写了一半" } });
  });

  it("asks which department is meant, beside whatever else is missing", async () => {
    const given = await post(office.gu, "send-back-reply", { missing: "" });
    expect(given.init?.status).toBe(422);
    expect(given.data).toMatchObject({ errors: { assignmentId: "required", missing: "required" } });
  });

  it("says which rule refused it, and what changed when the form is stale", async () => {
    const named = await post(office.su, "split", { reason: "分开办" });
    expect(named.data).toMatchObject({ refusal: "wrongStatus" });
    await does(office.su, { number }, { type: "accept", grade: "B" }, "2026-03-03 09:10");
    const stale = await post(office.su, "decline", { ground: "repeated", reason: "重复", version: "1" });
    expect(stale.init?.status).toBe(409);
    expect(stale.data).toMatchObject({ refusal: "stale", since: [{ command: "accept" }] });
  });

  it("goes back to the complaint when it is done, and never fails on bad ids", async () => {
    const done = await post(office.su, "decline", {
      ground: "repeated",
      reason: "与前一件相同。",
      version: "nonsense",
      commandId: "nonsense",
      assignmentId: "nonsense",
    });
    expect(done.status).toBe(302);
    expect(done.headers?.get("location")).toBe(`/desk/complaints/${number}?done=decline`);
    expect(
      (await post(office.su, "decline", { ground: "repeated", reason: "x" }, "HY2026-99999")).status,
    ).toBe(404);
  });
});
