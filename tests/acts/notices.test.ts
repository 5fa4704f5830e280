import { beforeAll, beforeEach, expect, it } from "vitest";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
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
