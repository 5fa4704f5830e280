import { beforeAll, expect, it } from "vitest";
import { signOutOthers } from "../../app/domain/people/sign-out-others.server.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { type Office, openOffice } from "../support/office.ts";
import { signedIn } from "../support/signed-in.ts";

let db: TestDatabase;
let office: Office;

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
});

const running = async () => {
  const rows = await db.query<{ person: string }>("select person_id as person from session");
  return rows.map(({ person }) => person);
};

it("an operator ends the sessions of one account, and then everybody's", async () => {
  await db.query("delete from session");
  const [su, gu] = [office.su.personId, office.gu.personId];
  for (const id of [su, su, gu]) await signedIn(db.query, id);
  const [found] = await db.query<{ email: string }>(`select email from person where id = '${su}'`);
  expect(await signOutOthers("nobody@huiyin.example")).toBeNull();
  expect(await signOutOthers(found?.email.toUpperCase() ?? "")).toBe(2);
  expect(await running()).toEqual([gu]);
  expect(await signOutOthers(null)).toBe(1);
  expect(await running()).toEqual([]);
});
