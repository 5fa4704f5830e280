import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReactElement } from "react";
import { renderToString } from "react-dom/server";
import { createRoutesStub, RouterContextProvider, useMatches } from "react-router";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { checkTrail } from "../../app/domain/trail/check-trail.server.ts";
import { recordOpening } from "../../app/domain/trail/record-opening.server.ts";
import { actorContext } from "../../app/http/context.ts";
import { WordsProvider } from "../../app/i18n/use-words.ts";
import type { Locale } from "../../app/i18n/words.ts";
import * as auditPage from "../../app/routes/audit/home.tsx";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, does, type Office, openOffice, shanghai } from "../support/office.ts";
import { newPlace, refusalOf, sign } from "../support/trail.ts";

process.env.HUIYIN_DATA = mkdtempSync(join(tmpdir(), "huiyin-audit-page-"));
process.env.HUIYIN_SECRET ??= "for tests only, and long enough for that";

const place = newPlace();
let database: TestDatabase;
let office: Office;
let number: string;

beforeAll(async () => {
  database = await testDatabase();
  office = await openOffice();
  ({ number } = await submit(office.lin, aSubmission, shanghai("2026-03-02 09:30")));
  const complaintId = await does(office.su, { number }, { type: "accept", grade: "C" }, "2026-03-02 10:00");
  for (let day = 3; day < 10; day++)
    for (let hour = 10; hour < 18; hour++)
      await recordOpening(office.gu, { what: "page", complaintId }, shanghai(`2026-03-0${day} ${hour}:00`));
  await recordOpening(office.su, { what: "export", complaintId: null }, shanghai("2026-03-09 18:00"));
  await sign(place, "2026-03-09 18:01");
});

function argsOf(actor: PersonActor, path: string, params: Record<string, string> = {}, method = "GET") {
  const context = new RouterContextProvider();
  context.set(actorContext, actor);
  const request = new Request(`http://huiyin.example${path}`, { method });
  return { context, params, request, url: new URL(request.url) } as never;
}
const load = async (path: string, actor = office.jing) => auditPage.loader(argsOf(actor, path));
const lines = async (path: string) =>
  (await load(path)).rows.map((row) => [row.what, row.name, row.number].filter(Boolean).join(" "));

function ElementRoute() {
  return useMatches().at(-1)?.handle as ReactElement;
}

async function show(path: string, locale: Locale) {
  const loaderData = await load(path);
  const Shown = auditPage.default as unknown as (props: { loaderData: unknown }) => ReactElement;
  const Stub = createRoutesStub([
    { path: "*", Component: ElementRoute, handle: <Shown loaderData={loaderData} /> },
  ]);
  return renderToString(
    <WordsProvider locale={locale}>
      <Stub initialEntries={[path]} />
    </WordsProvider>,
  );
}

describe("an auditor", () => {
  it("sees whose rights were given, and which settings changed", async () => {
    const { rows } = await load("/audit?what=found");
    const founded = rows.filter(({ kind }) => kind === "rights");
    expect(founded).toHaveLength(14);
    expect(founded.map(({ about }) => about)).toContain(office.su.name);
    expect(await show("/audit?what=found", "en")).toContain("Opened an account when the hub was set up");
  });

  it("sees who did or looked at what, and when, and no content and no enterprise's name", async () => {
    for (const locale of ["zh-CN", "en"] as const) {
      const html = (await show("/audit", locale)) + (await show("/audit?until=2026-03-02", locale));
      expect(html).toContain(number);
      expect(html).toContain(office.gu.name);
      for (const word of [aSubmission.title, aSubmission.description, "云岭", office.lin.name])
        expect(html).not.toContain(word);
    }
    expect(await lines("/audit?from=2026-03-01&until=2026-03-02")).toEqual([
      `accept ${office.su.name} ${number}`,
      `submit ${number}`,
    ]);
  });

  it("searches by person, by number, by what was done, and by days", async () => {
    expect(await lines(`/audit?q=${encodeURIComponent(office.su.name)}`)).toEqual([
      `export ${office.su.name}`,
      `accept ${office.su.name} ${number}`,
    ]);
    expect(await lines("/audit?q=SU@huiyin")).toHaveLength(2);
    expect(await lines(`/audit?q=${number.toLowerCase()}&what=submit`)).toEqual([`submit ${number}`]);
    expect(await lines("/audit?what=export")).toHaveLength(1);
    expect(await lines("/audit?from=2026-03-04&until=2026-03-05")).toHaveLength(16);
    for (const odd of ["q=%00%25", "from=nonsense", "what=nonsense", "after=1_2", "q=_"])
      await load(`/audit?${odd}`);
    // Somebody of an enterprise is nobody whom a name finds here.
    expect(await lines(`/audit?q=${encodeURIComponent(office.lin.name)}`)).toEqual([]);
    expect(await lines("/audit?q=nobody")).toEqual([]);
  });

  it("reads no name of an enterprise's people where the trail still has it", async () => {
    await database.query(
      `insert into event (id, complaint_id, command, actor_kind, actor_id, at, to_status, said, changes, version)
       select gen_random_uuid(), id, 'supplement', 'liaison', $2, '2026-03-02 11:00+08', 'submitted', '{}', '[]', 1
         from complaint where number = $1`,
      [number, office.lin.personId],
    );
    expect(await lines("/audit?what=supplement")).toEqual([`supplement ${number}`]);
    await sign(place, "2026-03-09 18:02");
  });

  it("reads on page by page, each row once", async () => {
    const first = await load("/audit");
    const second = await load(first.nextTo ?? "");
    expect(first.rows).toHaveLength(50);
    expect(second.nextTo).toBeNull();
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(60 + 14);
  });

  it("sees up to where it is signed, has it checked, and what came of that", async () => {
    expect(await show("/audit", "en")).toContain("Not checked yet");
    const { broken } = await checkTrail(place, shanghai("2026-03-10 02:30"));
    expect(broken).toEqual([]);
    expect((await load("/audit")).state).toMatchObject({ nth: 2, events: 3, openings: 57, broken: 0 });
    expect(await show("/audit", "en")).toContain("nothing was altered");
    await auditPage.action(argsOf(office.jing, "/audit/check", { act: "check" }, "POST"));
    const jobs = await database.query("select from pgboss.job where name = 'trail-check'");
    expect(jobs).toHaveLength(1);
  });

  it("is the only one for whom this page is there", async () => {
    for (const actor of [office.su, office.gu, office.lin, office.zhao, office.xu])
      await expect(load("/audit", actor)).rejects.toMatchObject({ status: 404 });
    await expect(
      auditPage.action(argsOf(office.su, "/audit/check", { act: "check" }, "POST")),
    ).rejects.toMatchObject({ status: 404 });
  });
});

it.each([
  "select said from event",
  "select command from event",
  "select said from opening",
  "select title from complaint",
  "select * from checkpoint_leaf",
  "select * from chain",
  "update trail_check set broken = 0",
])("an auditor's role can't %s", async (statement) => {
  expect(await refusalOf(database.ownerUrl, statement, "huiyin_auditor")).toContain("permission denied");
});

it.each([
  "update opening set at = now()",
  "update event set at = now()",
  "update checkpoint set events = 0",
  "delete from checkpoint",
  "delete from event",
  "update checkpoint_leaf set hash = ''",
  "delete from checkpoint_leaf",
  "update erasure set ground = ''",
  "update chain set hash = ''",
  "insert into chain (kind, complaint_id, seq, hash) values ('event', gen_random_uuid(), 1, '')",
  "delete from chain",
])("who writes for everybody can't %s", async (statement) => {
  expect(await refusalOf(database.ownerUrl, statement, "huiyin_registrar")).toContain("permission denied");
});

it.each([
  ["event", "hash"],
  ["opening", "hash"],
  ["checkpoint", "hash"],
  ["checkpoint_leaf", "hash"],
  ["erasure", "id"],
  ["trail_check", "id"],
])("the rows of %s aren't changed by their owner either", async (table, column) => {
  for (const statement of [`update ${table} set ${column} = ${column}`, `truncate ${table} cascade`])
    expect(await refusalOf(database.ownerUrl, statement)).toContain("never changed");
});
