import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { watch } from "../../app/domain/clock/watch.server.ts";
import type { Command } from "../../app/domain/complaint/commands.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { departmentsTold, subjectsOf } from "../../app/domain/notice/subject.server.ts";
import { markRead, type NoticeQuery, noticesOf } from "../../app/domain/people/notices.server.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, does, type Office, openOffice, shanghai } from "../support/office.ts";

let office: Office;
let db: TestDatabase;
let [one, other] = ["", ""];
const later = shanghai("2026-03-03 09:00");

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
  one = (await submit(office.lin, aSubmission, shanghai("2026-03-02 09:30"))).number;
  other = (await submit(office.lin, aSubmission, shanghai("2026-03-02 09:40"))).number;
  await does(office.su, { number: one }, { type: "accept", grade: null }, "2026-03-02 10:00");
  await does(office.su, { number: one }, { type: "askSupplement", question: "哪一天？" }, "2026-03-02 11:00");
});

beforeEach(() => db.query("update notice set read_at = null"));

const seen = async (query: NoticeQuery) => {
  const { rows } = await withActor(office.lin, "read", (tx) => noticesOf(tx, office.lin, query));
  return rows.map(({ number, kind }) => [number, kind]);
};
const idOf = async (kind: string) => {
  const { rows } = await withActor(office.lin, "read", (tx) => noticesOf(tx, office.lin));
  return rows.find((row) => row.number === one && row.kind === kind)?.id ?? "";
};

it("are found by part of a number, which is no pattern", async () => {
  expect(await seen({ number: other.slice(-5) })).toEqual([[other, "received"]]);
  expect(await seen({ number: "%" })).toEqual([]);
});

it("are read with all that came before of the same matter, and nothing that came after", async () => {
  expect(await markRead(office.lin, await idOf("accepted"), later)).toBe(`/liaison/complaints/${one}`);
  expect(await seen({ isUnread: true })).toEqual([
    [one, "supplementAsked"],
    [other, "received"],
  ]);
});

it("are read all at once, as far as they have come", async () => {
  await markRead(office.lin, null, shanghai("2026-03-02 10:30"));
  expect(await seen({ isUnread: true })).toEqual([[one, "supplementAsked"]]);
});

it("of somebody else stay unread, and lead nowhere", async () => {
  expect(await markRead(office.he, await idOf("accepted"), later)).toBeNull();
  await markRead(office.he, null, later);
  expect(await seen({ isUnread: true })).toHaveLength(4);
});

describe("are about what the reader knows the matter by", () => {
  const subject = (actor: PersonActor, number: string) =>
    withActor(actor, "read", async (tx) => (await subjectsOf(tx, actor, [number])).get(number));
  let codes: string[] = [];

  beforeAll(async () => {
    const { construction, market } = office;
    const brief = "某企业反映审图意见前后不一。请核实。";
    const assign: Command = {
      type: "assign",
      grade: "B",
      lead: construction,
      assisting: [market],
      brief,
      release: [],
    };
    await does(office.su, { number: other }, assign, "2026-03-02 12:00");
    const rows = await db.query<{ code: string }>("select code from assignment order by part desc");
    codes = rows.map(({ code }) => code);
  });

  it("its title for the commission and its own enterprise, its brief for a department, nothing for others", async () => {
    expect(await subject(office.su, other)).toBe(aSubmission.title);
    expect(await subject(office.lin, other)).toBe(aSubmission.title);
    expect(await subject(office.he, other)).toBeUndefined();
    expect(await subject(office.zhao, other)).toBeUndefined();
    expect(await subject(office.zhao, codes[0] ?? "")).toBe("审图意见前后不一");
    expect(await subject(office.zhao, codes[1] ?? "")).toBeUndefined();
    expect(await subject(office.xu, other)).toBeUndefined();
  });

  it("and of two departments that are late each is named to the commission, in its reader's language", async () => {
    await watch(shanghai("2026-03-06 09:30"));
    const told = (actor: PersonActor) =>
      withActor(actor, "read", async (tx) => {
        const { rows } = await noticesOf(tx, actor, { number: other });
        const events = rows.filter(({ kind }) => kind === "signLate").map(({ eventId }) => eventId);
        return [...(await departmentsTold(tx, actor, events, "en")).values()].sort();
      });
    expect(await told(office.su)).toEqual(["construction", "market"]);
    expect(await told(office.zhao)).toEqual([]);
  });
});
