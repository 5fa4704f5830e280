import { randomUUID } from "node:crypto";
import { RouterContextProvider } from "react-router";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { becomeRegistrar, withActor } from "../../app/domain/access/with-actor.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { mailCounts, mailsOf } from "../../app/domain/notice/ledger.server.ts";
import { repeatMail } from "../../app/domain/notice/repeat-mail.server.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { actorContext } from "../../app/http/context.ts";
import * as mailsPage from "../../app/routes/admin/mails.tsx";
import { schema } from "../../db/client.server.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, type Office, openOffice, shanghai } from "../support/office.ts";

process.env.HUIYIN_SECRET ??= "for tests only, and long enough for that";
process.env.HUIYIN_NOW = "2026-03-03T10:00:00+08:00";

let database: TestDatabase;
let office: Office;
let xu: PersonActor;
let number: string;
const at = shanghai("2026-03-03 10:00");

beforeAll(async () => {
  database = await testDatabase();
  office = await openOffice();
  xu = office.xu;
  number = (await submit(office.lin, aSubmission, shanghai("2026-03-02 09:30"))).number;
});

const look = (q: string | null) =>
  withActor(xu, "read", async (tx) => ({
    ...(await mailsOf(tx, { after: null, q }, at)),
    counts: await mailCounts(tx, q),
  }));

/** What became of the mail to whoever reported. */
const lins = (status: string) =>
  database.query("update mail set status = $1 where person_id = $2", [status, office.lin.personId]);

describe("the ledger keeps who reported what apart", () => {
  it("shows no mail of an act that reached its contact: its instant would tell whose the number is", async () => {
    for (const status of ["queued", "sent", "delivered"]) {
      await lins(status);
      expect((await look(null)).rows.filter(({ isContact }) => isContact)).toEqual([]);
      expect((await look("lin@huiyin.example")).rows).toEqual([]);
      expect(Object.values((await look("lin@huiyin.example")).counts)).toEqual([]);
    }
  });

  it("shows one that did not arrive, without the number, and everybody else with it", async () => {
    await lins("bounced");
    const { rows } = await look(null);
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) expect(row.number).toBe(row.email.startsWith("lin") ? null : number);
    expect(rows.filter(({ isContact }) => isContact)).toHaveLength(1);
    const stored = await database.query("select number from mail where person_id = $1", [
      office.lin.personId,
    ]);
    expect(stored).toEqual([{ number }]);
  });

  it("finds no contact by a number, in rows and in counts", async () => {
    const { rows, counts } = await look(number);
    expect(rows.map(({ email }) => email)).not.toContain("lin@huiyin.example");
    expect(rows.length).toBeGreaterThan(0);
    expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(rows.length);
    expect((await look("lin@huiyin.example")).rows).toMatchObject([{ number: null }]);
  });

  it("sends the page no number beside a contact, whatever it shows", async () => {
    const context = new RouterContextProvider();
    context.set(actorContext, xu);
    const url = new URL("http://huiyin.example/admin/mails?q=lin@huiyin.example");
    const payload = await mailsPage.loader({ context, url, params: {} } as never);
    expect(JSON.stringify(payload)).toContain("lin@huiyin.example");
    expect(JSON.stringify(payload)).not.toContain(number);
  });
});

async function aLostMail(more: Partial<typeof schema.mail.$inferInsert> = {}): Promise<string> {
  const id = randomUUID();
  await withActor(office.su, "write", async (tx) => {
    await becomeRegistrar(tx);
    await tx.insert(schema.mail).values({
      id,
      personId: office.zhao.personId,
      kind: "assignedToYou",
      number: "JB-2222-3333",
      dueOn: "2026-03-09",
      journey: "handle",
      path: "/department/assignments/JB-2222-3333",
      locale: "zh-CN",
      status: "bounced",
      createdAt: shanghai("2026-03-02 09:30"),
      ...more,
    });
  });
  return id;
}

const repeatsOf = (id: string) =>
  database.query<{ id: string; status: string; kind: string; due_on: string }>(
    "select id, status, kind, number, due_on::text, journey, path from mail where repeats = $1",
    [id],
  );

describe("sending again", () => {
  it("is a new row with the same words, once for each form, queued like any other", async () => {
    const id = await aLostMail();
    const commandId = newId();
    const all = await Promise.all(Array.from({ length: 5 }, () => repeatMail(xu, id, commandId, at)));
    expect(all).toEqual([true, true, true, true, true]);
    expect(await repeatsOf(id)).toEqual([
      {
        id: commandId,
        status: "queued",
        kind: "assignedToYou",
        number: "JB-2222-3333",
        due_on: "2026-03-09",
        journey: "handle",
        path: "/department/assignments/JB-2222-3333",
      },
    ]);
    const jobs = await database.query("select id from pgboss.job where data->>'mailId' = $1", [commandId]);
    expect(jobs).toHaveLength(1);
  });

  it("happens once for one mail, by whomever; what came of it stands beside it", async () => {
    const id = await aLostMail({ status: "failed" });
    const two = await Promise.all([newId(), newId()].map((command) => repeatMail(xu, id, command, at)));
    expect(two.toSorted()).toEqual([false, true]);
    const [repeat] = await repeatsOf(id);
    await database.query("update mail set status = 'bounced' where id = $1", [repeat?.id]);
    const { rows } = await look("zhao@huiyin.example");
    expect(rows.find((row) => row.id === id)).toMatchObject({ repeatedAs: "bounced", isRepeatable: false });
    expect(rows.find((row) => row.id === repeat?.id)).toMatchObject({ isRepeat: true, isRepeatable: true });
    expect(await repeatMail(xu, repeat?.id ?? "", newId(), at)).toBe(true);
  });

  it.each(["queued", "sent", "delivered", "complained"] as const)(
    "is not for a mail that is %s",
    async (status) => {
      const id = await aLostMail({ status });
      expect(await repeatMail(xu, id, newId(), at)).toBe(false);
      expect(await repeatsOf(id)).toEqual([]);
    },
  );

  it("is not for a link that no longer works, nor under the id of another mail", async () => {
    const linkId = newId();
    await database.query(
      `insert into one_time_link (id, person_id, purpose, created_at, expires_at)
       values ($1, $2, 'invitation', $3, $4)`,
      [linkId, office.zhao.personId, shanghai("2026-02-01 09:00"), shanghai("2026-02-04 09:00")],
    );
    const id = await aLostMail({ kind: "invitation", number: null, linkId, path: "/invitation" });
    expect(await repeatMail(xu, id, newId(), at)).toBe(false);
    const [other, lost] = [await aLostMail(), await aLostMail()];
    expect(await repeatMail(xu, lost, other, at)).toBe(false);
  });

  it("of a digest leaves the morning to the first one", async () => {
    const digest = { kind: "digest" as const, number: null, journey: null, path: "/notices", items: 4 };
    const id = await aLostMail({ ...digest, digestOn: "2026-03-02" });
    expect(await repeatMail(xu, id, newId(), at)).toBe(true);
    expect(await database.query("select digest_on, items from mail where repeats = $1", [id])).toEqual([
      { digest_on: null, items: 4 },
    ]);
  });
});
