import type { ComponentType, ReactElement } from "react";
import { renderToString } from "react-dom/server";
import { createRoutesStub, RouterContextProvider, useMatches } from "react-router";
import { beforeAll, expect, it } from "vitest";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { actorContext } from "../../app/http/context.ts";
import { WordsProvider } from "../../app/i18n/use-words.ts";
import type { Locale } from "../../app/i18n/words.ts";
import * as calendarPage from "../../app/routes/admin/calendar.tsx";
import * as settingsPage from "../../app/routes/admin/settings.tsx";
import * as assignmentPage from "../../app/routes/department/assignment.tsx";
import * as complaintPage from "../../app/routes/desk/complaint.tsx";
import * as enterprisePage from "../../app/routes/liaison/complaint.tsx";
import { testDatabase } from "../support/database.ts";
import { type Handed, handedOver } from "../support/handed.ts";
import { does, type Office, openOffice } from "../support/office.ts";

process.env.HUIYIN_SECRET ??= "for tests only, and long enough for that";
process.env.HUIYIN_NOW = "2026-03-03T10:00:00+08:00";
let office: Office;
let admin: PersonActor;
let handed: Handed;

beforeAll(async () => {
  const db = await testDatabase();
  office = await openOffice();
  admin = office.xu;
  handed = await handedOver(db, office);
  await does(office.zhao, handed.code, { type: "sign", officer: "赵承安" }, "2026-03-02 15:00");
});

interface Page {
  loader: (args: never) => unknown;
  action?: (args: never) => unknown;
  default: ComponentType<never>;
}

function argsOf(actor: PersonActor, path: string, params: object, form?: Record<string, string>) {
  const context = new RouterContextProvider();
  context.set(actorContext, actor);
  const url = new URL(`http://huiyin.example${path}`);
  const body = form && new URLSearchParams(form);
  const request = new Request(url, body ? { method: "POST", body } : {});
  return { context, params, request, url } as never;
}

const ElementRoute = () => useMatches().at(-1)?.handle as ReactElement;

async function show(page: Page, actor: PersonActor, path: string, params = {}, locale: Locale = "zh-CN") {
  const loaderData = await page.loader(argsOf(actor, path, params));
  const Component = page.default as ComponentType<Record<string, unknown>>;
  const element = (
    <WordsProvider locale={locale} today="2026-03-03" years={[2024, 2025, 2026]}>
      <Component loaderData={loaderData} actionData={undefined} params={params} />
    </WordsProvider>
  );
  const Stub = createRoutesStub([{ path: "*", Component: ElementRoute, handle: element }]);
  return renderToString(<Stub initialEntries={[path]} />);
}

it.each(["zh-CN", "en"] as const)("every page of a date says why it is on its day, in %s", async (locale) => {
  const { number } = handed.on;
  const { code } = handed.code;
  const why = locale === "en" ? "Why this day" : "为什么是这天";
  const pages = [
    await show(complaintPage, office.gu, `/desk/complaints/${number}`, { number }, locale),
    await show(assignmentPage, office.zhao, `/department/assignments/${code}`, { code }, locale),
    await show(enterprisePage, office.lin, `/liaison/complaints/${number}`, { number }, locale),
  ];
  for (const html of pages) {
    expect(html).toContain(why);
    expect(html).not.toContain("undefined");
  }
});

it("a department asks for more time on its page, and is told how much it may have", async () => {
  const { code } = handed.code;
  const params = { code, act: "ask-extension" };
  const html = await show(
    assignmentPage,
    office.zhao,
    `/department/assignments/${code}/ask-extension`,
    params,
  );
  expect(html).toContain('name="until"');
  expect(html).toContain("最晚可到3月16日");
});

it.each(["zh-CN", "en"] as const)("the calendar and the periods are shown in %s", async (locale) => {
  const known = await show(calendarPage, admin, "/admin/calendar/2026", { year: "2026" }, locale);
  expect(known).toContain("国庆节");
  const unknown = await show(calendarPage, admin, "/admin/calendar/2027", { year: "2027" }, locale);
  expect(unknown).toContain(locale === "en" ? "provisional" : "暂算");
  const periods = await show(settingsPage, admin, "/admin/settings/replyC", { rule: "replyC" }, locale);
  expect(periods).toContain(locale === "en" ? "Reply (C, simple)" : "答复（C 简单件）");
  expect(`${known}${unknown}${periods}`).not.toContain("undefined");
});

it("a list that can't be read comes back with its lines named, and one that can loads the year", async () => {
  const params = { year: "2027", act: "paste" };
  const path = "/admin/calendar/2027/paste";
  const faulty = await calendarPage.action(argsOf(admin, path, params, { list: "2027-13-01 元旦 休" }));
  expect(faulty).toMatchObject({
    init: { status: 422 },
    data: { errors: { list: expect.stringContaining("1") } },
  });
  const done = await calendarPage.action(argsOf(admin, path, params, { list: "2027-01-01 元旦 休" }));
  expect((done as Response).headers.get("location")).toBe("/admin/calendar/2027?done=1");
});

it("a period is set with a reason, and by nobody but the system administrators", async () => {
  const params = { rule: "cap" };
  const send = (count: string, reason: string) =>
    settingsPage.action(argsOf(admin, "/admin/settings/cap", params, { count, reason }));
  expect(await send("61", "试")).toMatchObject({ init: { status: 422 } });
  expect(await send("50", "")).toMatchObject({ data: { errors: { reason: expect.any(String) } } });
  expect(((await send("50", "从严。")) as Response).status).toBe(302);
  await expect(async () =>
    settingsPage.loader(argsOf(office.su, "/admin/settings", {})),
  ).rejects.toMatchObject({ status: 404 });
});
