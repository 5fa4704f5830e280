import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import {
  disablePerson,
  invite,
  inviteAgain,
  movePerson,
  type PersonInput,
} from "../../app/domain/people/invite.server.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { askAbout } from "../../app/domain/rights/ask.server.ts";
import { decideRights } from "../../app/domain/rights/decide.server.ts";
import { holderOf, holdersOf } from "../../app/domain/rights/holders.server.ts";
import { countRequests, historyOf, requestsOf } from "../../app/domain/rights/requests.server.ts";
import { searchTrail } from "../../app/domain/trail/search-trail.server.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { type Office, openOffice, shanghai } from "../support/office.ts";
import { storyHolder } from "../support/story-session.ts";

const at = shanghai("2026-03-02 09:30");
let db: TestDatabase;
let office: Office;

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
  await db.query(
    "create schema aside; create table aside.person as select * from person",
    undefined as never,
  );
  await db.query("create table aside.session as select * from session");
});

// What was asked stays asked: each test begins behind the back of the triggers that see to it.
beforeEach(() =>
  db.query(
    `set session_replication_role = replica;
     delete from mail; delete from notice; delete from one_time_link; delete from rights_decision;
     delete from rights_request where kind <> 'found'; delete from session; delete from person;
     insert into person select * from aside.person; insert into session select * from aside.session;
     set session_replication_role = origin`,
    undefined as never,
  ),
);

const newcomer: PersonInput = {
  ...{ name: "新来", nameEn: "", email: "new@huiyin.example", mobile: "", role: "intake", post: null },
  ...{ department: "", point: "", locale: "zh-CN", reason: "人手不够" },
};
/** Gu as a form would have him, with something changed. */
const gu = (changed: Partial<PersonInput> = {}): PersonInput => ({
  ...{ ...newcomer, name: "顾明远", email: "gu@huiyin.example", role: "supervisor" as const },
  ...changed,
});
const intoCustody = gu({ role: "custodian" });

const waiting = async () =>
  (
    await db.query<{ id: string }>(
      `select id from rights_request r where kind not in ('found', 'disable')
         and not exists (select from rights_decision d where d.request_id = r.id) order by nth`,
    )
  ).map(({ id }) => id);
/** An account as the form about it was made, with a reason. */
async function looked({ personId: id }: PersonActor, reason: string) {
  const [row] = await db.query<{ version: number }>("select version from person where id = $1", [id]);
  return { id, version: row?.version ?? 0, reason };
}

const personBy = async (email: string) => {
  const [row] = await db.query<{ id: string; role: string; status: string; version: number }>(
    "select id, role, status, version from person where email = $1",
    [email],
  );
  return row;
};
const mails = async (kind: string) =>
  (
    await db.query<{ email: string }>(
      "select p.email from mail m join person p on p.id = m.person_id where m.kind = $1 order by 1",
      [kind],
    )
  ).map(({ email }) => email);

async function asked(actor: PersonActor = office.xu, input = intoCustody): Promise<string> {
  expect(await movePerson(actor, office.gu.personId, 1, input, at)).toEqual({ ok: true, done: "asked" });
  const [id] = await waiting();
  return id ?? "";
}
const decide = (actor: PersonActor, id: string, verdict: "approved" | "refused" | "withdrawn" = "approved") =>
  decideRights(actor, [id], verdict, "看过了", at);

describe("an account", () => {
  test("is opened and its invitation mailed once the other administrator approves", async () => {
    expect(await invite(office.xu, newcomer, at)).toEqual({ ok: true, done: "asked" });
    expect(await personBy("new@huiyin.example")).toBeUndefined();
    expect(await mails("rightsAsked")).toEqual(["ke@huiyin.example"]);
    const [id = ""] = await waiting();
    expect(await decide(office.ke, id)).toEqual({ ok: true });
    expect(await personBy("new@huiyin.example")).toMatchObject({ role: "intake", status: "invited" });
    expect(await mails("invitation")).toEqual(["new@huiyin.example"]);
    expect(await mails("rightsDecided")).toEqual(["xu@huiyin.example"]);
  });

  test("isn't opened where it is refused or withdrawn", async () => {
    for (const [actor, verdict] of [
      [office.ke, "refused"],
      [office.xu, "withdrawn"],
    ] as const) {
      await invite(office.xu, newcomer, at);
      const [id = ""] = await waiting();
      expect(await decide(actor, id, verdict)).toEqual({ ok: true });
    }
    expect(await waiting()).toEqual([]);
    expect(await personBy("new@huiyin.example")).toBeUndefined();
    expect(await mails("invitation")).toEqual([]);
    expect(await mails("rightsDecided")).toEqual(["xu@huiyin.example"]);
  });

  test("is asked for once for each address, with a reason", async () => {
    const both = await Promise.all([invite(office.xu, newcomer, at), invite(office.bai, newcomer, at)]);
    expect(both).toContainEqual({ ok: false, fault: "alreadyAsked" });
    expect(await waiting()).toHaveLength(1);
    const silent = { ...newcomer, email: "new2@huiyin.example", reason: "" };
    expect(await invite(office.xu, silent, at)).toEqual({ ok: false, fault: "noReason" });
    expect(await invite(office.xu, { ...newcomer, email: "SU@huiyin.example" }, at)).toEqual({
      ok: false,
      fault: "emailTaken",
    });
  });

  test("of the security administrator's asking is the system administrator's to approve", async () => {
    expect(await invite(office.ke, { ...newcomer, role: "auditor" }, at)).toEqual({
      ok: true,
      done: "asked",
    });
    expect(await mails("rightsAsked")).toEqual(["bai@huiyin.example", "xu@huiyin.example"]);
    const [id = ""] = await waiting();
    expect(await decide(office.ke, id)).toMatchObject({ fault: "notYours" });
    expect(await decide(office.bai, id)).toEqual({ ok: true });
    expect(await personBy("new@huiyin.example")).toMatchObject({ role: "auditor" });
  });

  test("of a point's first contact is opened with its point, of every further one on request", async () => {
    await db.query(
      "update person set liaison_point_id = null, role = 'leader' where email = 'he@huiyin.example'",
    );
    const contact = { ...newcomer, role: "liaison" as const, point: "LXD-002" };
    expect(await invite(office.xu, contact, at)).toEqual({ ok: true, done: "invited" });
    const second = { ...contact, email: "new2@huiyin.example" };
    expect(await invite(office.xu, second, at)).toEqual({ ok: true, done: "asked" });
    expect(await mails("invitation")).toEqual(["new@huiyin.example"]);
  });
});

describe("a change of rights", () => {
  test("takes effect once approved, and ends the person's sessions", async () => {
    const holder = await storyHolder(db, office.gu.personId);
    const id = await asked();
    expect(await personBy("gu@huiyin.example")).toMatchObject({ role: "supervisor" });
    expect(await db.query("select 1 from session where id = $1", [holder.sessionId])).toHaveLength(1);
    expect(await decide(office.ke, id)).toEqual({ ok: true });
    expect(await personBy("gu@huiyin.example")).toMatchObject({ role: "custodian" });
    expect(await db.query("select 1 from session where id = $1", [holder.sessionId])).toHaveLength(0);
  });

  test("is nobody's who asked for it, nobody's whom it is about, and no other role's", async () => {
    const id = await asked();
    for (const actor of [office.xu, office.bai])
      expect(await decide(actor, id)).toEqual({ ok: false, fault: "notYours" });
    for (const actor of [office.jing, office.su, office.gu])
      expect(await decide(actor, id)).toEqual({ ok: false, fault: "notFound" });
    expect(await decide(office.bai, id, "withdrawn")).toEqual({ ok: false, fault: "notYours" });
    expect(await decide(office.ke, id, "withdrawn")).toEqual({ ok: false, fault: "notYours" });
    const about = { ...newcomer, name: "许明镜", email: "xu@huiyin.example", role: "auditor" as const };
    expect(await movePerson(office.xu, office.xu.personId, 1, about, at)).toMatchObject({
      fault: "notYourself",
    });
    await decide(office.xu, id, "withdrawn");
    // The security administrator asks about xu: bai decides, xu doesn't.
    expect(await movePerson(office.ke, office.xu.personId, 1, about, at)).toMatchObject({ done: "asked" });
    const [aboutXu = ""] = await waiting();
    expect(await decide(office.xu, aboutXu)).toEqual({ ok: false, fault: "notYours" });
    expect(await decide(office.bai, aboutXu, "refused")).toEqual({ ok: true });
  });

  test("isn't asked for where nobody could decide it", async () => {
    const about = { ...newcomer, name: "柯正平", email: "ke@huiyin.example" };
    expect(await movePerson(office.xu, office.ke.personId, 1, about, at)).toEqual({
      ok: false,
      fault: "nobodyDecides",
    });
    expect(await movePerson(office.xu, office.gu.personId, 1, gu(), at)).toEqual({ ok: true, done: "saved" });
    expect(await waiting()).toEqual([]);
  });

  test("is stale once the person has changed, and once whoever asked has lost the right", async () => {
    const id = await asked();
    // As the form after the first: a name is saved at once, and is another account than was looked at.
    expect(await movePerson(office.bai, office.gu.personId, 2, gu({ name: "顾远" }), at)).toMatchObject({
      done: "saved",
    });
    expect(await decide(office.ke, id)).toEqual({ ok: false, fault: "stale" });
    expect(await personBy("gu@huiyin.example")).toMatchObject({ role: "supervisor" });
    expect(await decide(office.ke, id, "refused")).toEqual({ ok: true });
    await invite(office.xu, newcomer, at);
    await disablePerson(office.bai, await looked(office.xu, "离岗"), at);
    const [other = ""] = await waiting();
    expect(await decide(office.ke, other)).toEqual({ ok: false, fault: "stale" });
  });

  test("of one form is saved as a whole or not at all", async () => {
    const nameless = gu({ name: "顾远", role: "custodian", reason: "" });
    expect(await movePerson(office.xu, office.gu.personId, 1, nameless, at)).toMatchObject({
      fault: "noReason",
    });
    expect(await personBy("gu@huiyin.example")).toMatchObject({ version: 1 });
    expect(await movePerson(office.xu, office.gu.personId, 7, gu(), at)).toMatchObject({ fault: "stale" });
  });

  test("is decided once by two at the same moment", async () => {
    const id = await asked();
    const both = await Promise.all([
      decide(office.ke, id),
      decide(office.ke, id, "refused"),
      decide(office.xu, id, "withdrawn"),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, fault: "decidedBefore" });
    expect(await db.query("select 1 from rights_decision")).toHaveLength(1);
  });

  test("of an address waits too: a reset's link goes there", async () => {
    const id = await asked(office.xu, gu({ email: "new@huiyin.example" }));
    expect(await personBy("new@huiyin.example")).toBeUndefined();
    expect(await decide(office.ke, id)).toEqual({ ok: true });
    expect(await personBy("new@huiyin.example")).toMatchObject({ role: "supervisor" });
  });
});

describe("an account that is closed", () => {
  test("closes at once, is told, and opens again once approved", async () => {
    expect(await disablePerson(office.xu, await looked(office.gu, "离岗"), at)).toMatchObject({ ok: true });
    expect(await personBy("gu@huiyin.example")).toMatchObject({ status: "disabled" });
    expect(await mails("accountDisabled")).toEqual(["ke@huiyin.example"]);
    const on = await looked(office.gu, "回来了");
    expect(await askAbout(office.xu, "enable", on, at)).toEqual({ ok: true });
    const [id = ""] = await waiting();
    expect(await personBy("gu@huiyin.example")).toMatchObject({ status: "disabled" });
    expect(await decide(office.ke, id)).toEqual({ ok: true });
    // Who never had a password is invited once more.
    expect(await personBy("gu@huiyin.example")).toMatchObject({ status: "invited" });
    expect(await mails("invitation")).toEqual(["gu@huiyin.example"]);
  });

  test("is closed by an administrator of accounts alone, and never the last who could decide", async () => {
    for (const actor of [office.ke, office.jing, office.su])
      expect(await disablePerson(actor, await looked(office.gu, "离岗"), at)).toMatchObject({
        fault: "notFound",
      });
    expect(await disablePerson(office.xu, await looked(office.ke, "离岗"), at)).toMatchObject({
      fault: "lastOne",
    });
    expect(await disablePerson(office.xu, await looked(office.xu, "离岗"), at)).toMatchObject({
      fault: "notYourself",
    });
    await disablePerson(office.xu, await looked(office.gu, "离岗"), at);
    expect(await disablePerson(office.xu, await looked(office.gu, "离岗"), at)).toMatchObject({
      fault: "stale",
    });
    expect(await inviteAgain(office.xu, await looked(office.gu, ""), at)).toMatchObject({ fault: "stale" });
  });

  test("is not closed, nor asked or written about, by a form that was made before somebody changed it", async () => {
    const before = await looked(office.gu, "离岗");
    await db.query("update person set name = '顾明达', version = version + 1 where id = $1", [before.id]);
    expect(await disablePerson(office.xu, before, at)).toMatchObject({ fault: "stale" });
    expect(await askAbout(office.xu, "replaceFactor", before, at)).toMatchObject({ fault: "stale" });
    await db.query("update person set status = 'invited' where id = $1", [before.id]);
    expect(await inviteAgain(office.xu, before, at)).toMatchObject({ fault: "stale" });
    expect(await mails("invitation")).toEqual([]);
    expect(await inviteAgain(office.xu, await looked(office.gu, ""), at)).toMatchObject({ ok: true });
  });

  test("gives a lost factor back through two, with a link", async () => {
    const holder = await storyHolder(db, office.gu.personId);
    const on = await looked(office.gu, "手机丢了");
    expect(await askAbout(office.xu, "replaceFactor", on, at)).toEqual({ ok: true });
    const [id = ""] = await waiting();
    expect(await mails("passwordReset")).toEqual([]);
    expect(await decide(office.ke, id)).toEqual({ ok: true });
    expect(await mails("passwordReset")).toEqual(["gu@huiyin.example"]);
    expect(await db.query("select 1 from session where id = $1", [holder.sessionId])).toHaveLength(0);
  });
});

test("who holds what since when, by whose word", async () => {
  const id = await asked();
  expect(await withActor(office.ke, "read", (tx) => countRequests(tx, office.ke))).toBe(1);
  const found = await withActor(office.ke, "read", (tx) => requestsOf(tx, office.ke));
  expect(found.toDecide).toMatchObject([
    { before: { role: "supervisor" }, after: { role: "custodian" }, askerName: "许明镜" },
  ]);
  await decide(office.ke, id);
  const [row, history, all] = await withActor(office.ke, "read", async (tx) => [
    await holderOf(tx, office.gu.personId),
    await historyOf(tx, office.gu.personId),
    await holdersOf(tx, { role: "custodian" }),
  ]);
  expect(row).toMatchObject({ role: "custodian", since: at, askerName: "许明镜", deciderName: "柯正平" });
  expect(history.map(({ kind }) => kind)).toEqual(["move", "found"]);
  expect(all.rows.map(({ email }) => email)).toEqual([
    "gu@huiyin.example",
    "shi@huiyin.example",
    "yan@huiyin.example",
  ]);
  const { rows } = await withActor(office.jing, "read", (tx) => searchTrail(tx, { after: null }));
  expect(rows).toMatchObject([
    { kind: "rights", what: "rightsApproved", name: "柯正平", about: "顾明远" },
    { kind: "rights", what: "moveAsked", name: "许明镜", about: "顾明远" },
    ...rows.slice(2),
  ]);
});

describe("the database", () => {
  let client: pg.Client;
  beforeAll(async () => {
    client = new pg.Client({ connectionString: db.ownerUrl });
    await client.connect();
  });
  afterAll(() => client.end());

  const DENIED = "42501";
  /** Runs statements as somebody's own, and takes them back; the code of what refuses them, or null. */
  async function as(
    actor: PersonActor | null,
    role: string,
    ...statements: string[]
  ): Promise<string | null> {
    await client.query("begin");
    try {
      await client.query(
        `set local session authorization huiyin_app; set local role huiyin_${role};
         select set_config('huiyin.key', '${actor?.key ?? ""}', true)`,
      );
      for (const statement of statements) await client.query(statement);
      return null;
    } catch (error) {
      return (error as { code?: string; constraint?: string }).code ?? "unknown";
    } finally {
      await client.query("rollback");
    }
  }
  const registrar = (actor: PersonActor, ...statements: string[]) => as(actor, "registrar", ...statements);

  it.each(["role = 'custodian'", "post = 'approver'", "status = 'active'", "email = 'mine@evil.example'"])(
    "lets the registrar write no %s",
    async (change) => {
      for (const actor of [office.xu, office.ke, office.su])
        expect(await registrar(actor, `update person set ${change} where id = '${office.gu.personId}'`)).toBe(
          DENIED,
        );
    },
  );

  it("lets the registrar open no account of the office, and none that is open already", async () => {
    const open = (values: string) =>
      `insert into person (id, name, email, role, liaison_point_id, status, created_at)
       values ('${newId()}', '某人', 'new@huiyin.example', ${values}, now())`;
    const point = `'${office.lin.liaisonPointId}'`;
    expect(await registrar(office.xu, open("'custodian', null, 'invited'"))).toBe(DENIED);
    expect(await registrar(office.xu, open(`'liaison', ${point}, 'invited'`))).toBe(DENIED);
    expect(await registrar(office.xu, open("'liaison', null, 'active'"))).toBe(DENIED);
    expect(await registrar(office.su, open("'liaison', null, 'invited'"))).toBe(DENIED);
  });

  const request = (asker: PersonActor, subject: string, more = "") =>
    `insert into rights_request (id, kind, asked_by_id, asked_by_role, subject_id, subject_version, before, after, reason, asked_at)
     select gen_random_uuid(), 'move', '${asker.personId}', '${asker.kind}', p.id, p.version, rights, rights || '{"role": "custodian"}', '', now()
       from (select *, jsonb_build_object('role', role, 'post', post, 'email', email, 'departmentId', department_id,
                                          'liaisonPointId', liaison_point_id) as rights from person) p
      where p.id = '${subject}' ${more}`;

  it("lets nobody ask for themselves, in another's name, or without being an administrator", async () => {
    const { xu, bai, ke, su, jing, gu: other } = office;
    expect(await registrar(xu, request(xu, other.personId))).toBeNull();
    expect(await registrar(xu, request(xu, xu.personId))).toBe(DENIED);
    expect(await registrar(xu, request(bai, other.personId))).toBe(DENIED);
    expect(await registrar(xu, request(ke, other.personId))).toBe(DENIED);
    expect(await registrar(su, request(su, other.personId))).toBe(DENIED);
    expect(await registrar(jing, request(jing, other.personId))).toBe(DENIED);
  });

  it("lets nobody write a decision, and nobody change a word of it or of a request", async () => {
    const id = await asked();
    const decision = `insert into rights_decision select gen_random_uuid(), r.id, r.asked_by_id, r.asked_by_role, r.subject_id,
      'approved', '${office.ke.personId}', 'secadmin', '', now() from rights_request r where r.id = '${id}'`;
    for (const actor of [office.xu, office.ke]) {
      expect(await registrar(actor, decision)).toBe(DENIED);
      expect(
        await registrar(actor, `update rights_request set subject_id = subject_id where id = '${id}'`),
      ).toBe(DENIED);
      expect(await registrar(actor, "delete from rights_request")).toBe(DENIED);
    }
    await decide(office.ke, id);
    for (const table of ["rights_request", "rights_decision"])
      await expect(db.query(`update ${table} set reason = ''`)).rejects.toMatchObject({ code: "23001" });
  });

  // By the owner, whom no policy keeps: the table itself knows four eyes.
  it.each([
    ["nobody_decides_what_they_asked", "asked_by_id, 'secadmin'", "approved"],
    ["nobody_decides_about_themselves", "subject_id, 'secadmin'", "approved"],
    ["the_other_administrator_decides", "$1, 'sysadmin'", "approved"],
    ["the_other_administrator_decides", "$1, 'auditor'", "refused"],
    ["nobody_decides_what_they_asked", "$1, 'secadmin'", "withdrawn"],
  ])("holds that %s", async (constraint, by, verdict) => {
    const id = await asked();
    await expect(
      db.query(
        `insert into rights_decision select gen_random_uuid(), id, asked_by_id, asked_by_role, subject_id, '${verdict}', ${by}, '', now()
           from rights_request where id = '${id}' and $1::uuid is not null`,
        [office.ke.personId],
      ),
    ).rejects.toMatchObject({ constraint });
  });

  it("approves nothing for whoever asked it, whatever their role says by then", async () => {
    const id = await asked();
    await db.query("update person set role = 'secadmin' where id = $1", [office.xu.personId]);
    expect(await decide(office.xu, id)).toEqual({ ok: false, fault: "notYours" });
  });

  it("brings nothing into force that was not so when it was asked", async () => {
    const { xu, ke, gu: other } = office;
    const lies = request(xu, other.personId).replace(
      "rights, rights",
      `rights || '{"role": "leader"}', rights`,
    );
    await client.query("begin");
    await client.query(`set local role huiyin_registrar; select set_config('huiyin.key', '${xu.key}', true)`);
    await client.query(lies);
    await client.query("reset role; commit");
    const [id = ""] = await waiting();
    expect(await decide(ke, id)).toEqual({ ok: false, fault: "stale" });
  });

  it("founds no office twice, and none by a page", async () => {
    const founding = `select found_office('[{"id": "${newId()}", "name": "某", "email": "new@huiyin.example", "role": "sysadmin"}]', now())`;
    expect(await registrar(office.xu, founding)).toBe(DENIED);
    expect(await as(null, "registrar", founding)).toBe(DENIED);
    await client.query("begin; set local session authorization huiyin_jobs; set local role huiyin_registrar");
    await expect(client.query(founding)).rejects.toMatchObject({ code: DENIED });
    await client.query("rollback");
  });

  it("lets none of the three administrators read a complaint", async () => {
    const tables = (
      await db.query<{ name: string }>(
        `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
           and (c.relname in ('complaint', 'draft', 'reporter', 'sealed_news', 'number_series', 'rule') or exists (
             select from pg_attribute a where a.attrelid = c.oid and a.attname in ('complaint_id', 'assignment_id') and not a.attisdropped))
           -- Lines of a bell and of the mail ledger, whose columns about a complaint are not theirs (below).
           and c.relname not in ('notice', 'mail', 'chain', 'checkpoint_leaf', 'erasure', 'one_time_link')`,
      )
    ).map(({ name }) => name);
    expect(tables.length).toBeGreaterThan(20);
    for (const actor of [office.xu, office.ke, office.jing]) {
      const read: string[] = [];
      for (const table of tables)
        if ((await as(actor, actor.kind, `select * from ${table}`)) !== DENIED) read.push(table);
      expect([actor.kind, read]).toEqual([actor.kind, []]);
      for (const statement of [
        "select complaint_id from notice",
        "select * from mail",
        "select * from one_time_link",
        "select * from erasure",
        "select found_complaints(to_tsquery('a'), 1)",
      ])
        expect([actor.kind, statement, await as(actor, actor.kind, statement)]).toEqual([
          actor.kind,
          statement,
          DENIED,
        ]);
    }
  });
});
