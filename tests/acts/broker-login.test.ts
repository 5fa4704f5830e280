import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { readKeys } from "../../app/broker/keys.ts";
import { tellSealedNews } from "../../app/broker/news.ts";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { connect, disconnect } from "../../app/domain/access/with-actor.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { queueSealedNews } from "../../app/domain/notice/sealed-mail.server.ts";
import { marked, type TestBroker, testBroker } from "../support/broker.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, openOffice, shanghai } from "../support/office.ts";

let db: TestDatabase;
let broker: TestBroker;
let lin: PersonActor;

beforeAll(async () => {
  db = await testDatabase();
  const office = await openOffice();
  // Before anything has come, so that it has nothing to tell by itself.
  broker = await testBroker(db, "2026-03-02T08:00:00+08:00");
  lin = await marked(office.lin);
});

const sealed = () => submit(lin, { ...aSubmission, disclosure: "sealed" }, shanghai("2026-03-02 09:30"));

describe("the login of the broker", () => {
  it("reads no text of any matter, no name and no address", async () => {
    const client = new pg.Client({ connectionString: db.brokerUrl });
    await client.connect();
    for (const what of [
      "title from complaint",
      "description from complaint",
      "name from person",
      "email from person",
      "name from liaison_point",
      "said from event",
    ])
      await expect(client.query(`select ${what}`), what).rejects.toThrow("permission denied");
    await client.end();
  });

  it("writes a contact one mail a morning, in which nothing stands, and none for what came since nine", async () => {
    await sealed();
    await sealed();
    // One that doesn't open and one that was erased keep nobody from theirs.
    for (const words of ["no envelope", ""]) {
      const { number } = await sealed();
      const its = "id = (select reporter_id from complaint where number = $1)";
      await db.query(`update reporter set sealed = convert_to($2, 'UTF8') where ${its}`, [number, words]);
    }
    const keys = readKeys(broker.keyFile);
    await disconnect();
    connect({ url: db.brokerUrl }, 2);
    const tell = (moment: string) => tellSealedNews(keys, shanghai(moment));
    // The news is of Monday 2 March, half past nine; on the 8th nobody works.
    const told = [
      await tell("2026-03-02 10:00"),
      await tell("2026-03-03 08:59"),
      await tell("2026-03-03 09:00"),
      await tell("2026-03-03 09:01"),
    ];
    await disconnect();
    connect(db, 8);
    expect(told).toEqual([0, 0, 1, 0]);
    const mails = await db.query(
      "select person_id, number, event_id, complaint_id, path, status from mail where kind = 'sealedNews' and digest_on = '2026-03-03'",
    );
    expect(mails).toEqual([
      {
        person_id: lin.personId,
        number: null,
        event_id: null,
        complaint_id: null,
        path: "/notices",
        status: "queued",
      },
    ]);
    const jobs = () =>
      db.query<{ count: number }>("select count(*)::int as count from pgboss.job where name = 'mail'");
    const [before] = await jobs();
    const waiting = await queueSealedNews(shanghai("2026-03-03 09:01"));
    expect(waiting).toBeGreaterThan(0);
    expect(await queueSealedNews(shanghai("2026-03-03 09:01"))).toBe(waiting);
    const [after] = await jobs();
    expect((after?.count ?? 0) - (before?.count ?? 0)).toBe(waiting);
  });
});
