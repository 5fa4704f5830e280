import { beforeAll, expect, it } from "vitest";
import { must, type PersonActor } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { dropView, listViews, saveView } from "../../app/domain/ledger/view.server.ts";
import { MOST_VIEWS, parseView } from "../../app/domain/ledger/view.ts";
import { testDatabase } from "../support/database.ts";
import { type Office, openOffice, shanghai } from "../support/office.ts";

let office: Office;
const at = shanghai("2026-03-13 10:00");

beforeAll(async () => {
  await testDatabase();
  office = await openOffice();
});

const viewsOf = (actor: PersonActor) => withActor(actor, "read", (tx) => listViews(tx, actor.personId));
const namesOf = async (actor: PersonActor) => (await viewsOf(actor)).map(({ name, query }) => [name, query]);

it("a view is its keeper's alone, is replaced under its name, and goes when it is let go", async () => {
  await saveView(office.gu, { name: "拖欠", query: "?field=arrears" }, at);
  await saveView(office.gu, { name: "重点", query: "?keyProblem=true" }, at);
  await saveView(office.gu, { name: "拖欠", query: "?field=arrears&sort=due" }, at);
  expect(await namesOf(office.gu)).toEqual([
    ["拖欠", "?field=arrears&sort=due"],
    ["重点", "?keyProblem=true"],
  ]);
  expect(await withActor(office.shen, "read", (tx) => listViews(tx, office.gu.personId))).toEqual([]);
  const [first] = await viewsOf(office.gu);
  await dropView(office.shen, must(first, "a view").id);
  expect(await viewsOf(office.gu)).toHaveLength(2);
  await dropView(office.gu, must(first, "a view").id);
  expect(await namesOf(office.gu)).toEqual([["重点", "?keyProblem=true"]]);
});

it("there are so many and no more, but one that is there can be replaced", async () => {
  for (let nth = 1; nth <= MOST_VIEWS; nth++)
    expect(await saveView(office.su, { name: `视图 ${nth}`, query: `?q=${nth}` }, at)).toBeNull();
  expect(await saveView(office.su, { name: "再一个", query: "?grade=A" }, at)).toBe("tooManyViews");
  expect(await saveView(office.su, { name: "视图 1", query: "?grade=A" }, at)).toBeNull();
  expect(await viewsOf(office.su)).toHaveLength(MOST_VIEWS);
});

it("the whole ledger is no view", async () => {
  expect(await saveView(office.shen, { name: "全部", query: "" }, at)).toBe("noFilter");
  expect(await viewsOf(office.shen)).toEqual([]);
});

it("a view has a name of at most 20 characters", () => {
  const named = (name: string) => {
    const form = new FormData();
    form.set("name", name);
    return parseView(form);
  };
  expect(named(" 拖欠 ")).toEqual({ ok: true, name: "拖欠" });
  expect(named(" ")).toMatchObject({ ok: false, errors: { name: "required" } });
  expect(named("拖".repeat(21))).toMatchObject({ ok: false, errors: { name: "tooLong" } });
});
