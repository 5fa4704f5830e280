import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { asked, decide, openKept, waiting } from "../support/rights.ts";

const { db, office } = await openKept();

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
    const id = await asked(db, office);
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
    const id = await asked(db, office);
    await expect(
      db.query(
        `insert into rights_decision select gen_random_uuid(), id, asked_by_id, asked_by_role, subject_id, '${verdict}', ${by}, '', now()
           from rights_request where id = '${id}' and $1::uuid is not null`,
        [office.ke.personId],
      ),
    ).rejects.toMatchObject({ constraint });
  });

  it("approves nothing for whoever asked it, whatever their role says by then", async () => {
    const id = await asked(db, office);
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
    const [id = ""] = await waiting(db);
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
