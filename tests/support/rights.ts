import { beforeEach, expect } from "vitest";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { movePerson, type PersonInput } from "../../app/domain/people/invite.server.ts";
import { decideRights } from "../../app/domain/rights/decide.server.ts";
import { type TestDatabase, testDatabase } from "./database.ts";
import { type Office, openOffice, shanghai } from "./office.ts";

/** The moment at which rights are asked for and decided. */
export const at = shanghai("2026-03-02 09:30");

/** An office whose people and sessions each test finds as they were. Call it at the top of a file. */
export async function openKept() {
  const db = await testDatabase();
  const office = await openOffice();
  await db.query(
    "create schema aside; create table aside.person as select * from person",
    undefined as never,
  );
  await db.query("create table aside.session as select * from session");
  beforeEach(() => bringBackPeople(db));
  return { db, office };
}

/** What was asked stays asked: each test begins behind the back of the triggers that see to it. */
const bringBackPeople = (db: TestDatabase) =>
  db.query(
    `set session_replication_role = replica;
     delete from mail; delete from notice; delete from one_time_link; delete from rights_decision;
     delete from rights_request where kind <> 'found'; delete from session; delete from person;
     insert into person select * from aside.person; insert into session select * from aside.session;
     set session_replication_role = origin`,
    undefined as never,
  );

/** Somebody whose account is asked for, as the form says them. */
export const newcomer: PersonInput = {
  ...{ name: "新来", nameEn: "", email: "new@huiyin.example", mobile: "", role: "intake", post: null },
  ...{ department: "", point: "", locale: "zh-CN", reason: "人手不够" },
};

/** Gu as a form would have him, with something changed. */
export const gu = (changed: Partial<PersonInput> = {}): PersonInput => ({
  ...{ ...newcomer, name: "顾明远", email: "gu@huiyin.example", role: "supervisor" as const },
  ...changed,
});
const intoCustody = gu({ role: "custodian" });

/** The requests that nobody has decided yet. */
export const waiting = async (db: TestDatabase) =>
  (
    await db.query<{ id: string }>(
      `select id from rights_request r where kind not in ('found', 'disable')
         and not exists (select from rights_decision d where d.request_id = r.id) order by nth`,
    )
  ).map(({ id }) => id);

/** An account as the form about it was made, with a reason. */
export async function looked(db: TestDatabase, { personId: id }: PersonActor, reason: string) {
  const [row] = await db.query<{ version: number }>("select version from person where id = $1", [id]);
  return { id, version: row?.version ?? 0, reason };
}

export const personBy = async (db: TestDatabase, email: string) => {
  const [row] = await db.query<{ id: string; role: string; status: string; version: number }>(
    "select id, role, status, version from person where email = $1",
    [email],
  );
  return row;
};

/** Who gets a mail of a kind. */
export const mails = async (db: TestDatabase, kind: string) =>
  (
    await db.query<{ email: string }>(
      "select p.email from mail m join person p on p.id = m.person_id where m.kind = $1 order by 1",
      [kind],
    )
  ).map(({ email }) => email);

/** Lets xu ask for other rights for gu; answers the request's id. */
export async function asked(db: TestDatabase, office: Office, input = intoCustody): Promise<string> {
  expect(await movePerson(office.xu, office.gu.personId, 1, input, at)).toEqual({ ok: true, done: "asked" });
  const [id] = await waiting(db);
  return id ?? "";
}

export const decide = (
  actor: PersonActor,
  id: string,
  verdict: "approved" | "refused" | "withdrawn" = "approved",
) => decideRights(actor, [id], verdict, "看过了", at);
