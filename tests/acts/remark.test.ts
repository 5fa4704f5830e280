import { beforeAll, describe, expect, it } from "vitest";
import { readKeys } from "../../app/broker/keys.ts";
import { remarkOld } from "../../app/broker/remark.ts";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { connect, disconnect, withActor } from "../../app/domain/access/with-actor.server.ts";
import { pageOfFile } from "../../app/domain/complaint/enterprise-file.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { connectBroker } from "../../app/domain/custody/broker.server.ts";
import { marked, type TestBroker, testBroker } from "../support/broker.ts";
import { keyCommand, resealed } from "../support/broker-keys.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, type Office, openOffice, shanghai } from "../support/office.ts";

const NOW = "2026-03-04T10:00:00+08:00";
let db: TestDatabase;
let office: Office;
let broker: TestBroker;

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
  broker = await testBroker(db, NOW);
});

describe("the mark of an enterprise's matters", { timeout: 120_000 }, () => {
  const seenBy = (actor: PersonActor) =>
    withActor(actor, "read", async (tx) =>
      (await pageOfFile(tx, actor, {}, 50)).rows.map(({ number }) => number),
    );
  const handIn = async (actor: PersonActor) =>
    (await submit(actor, { ...aSubmission, disclosure: "sealed" }, shanghai("2026-03-02 09:30"))).number;
  /** Starts the broker on the keys as they are, and asks it anew. */
  async function again() {
    await broker.stop();
    await broker.start();
    connectBroker(broker.address);
    return [await marked(office.lin), await marked(office.he)] as const;
  }

  it("is exchanged without any of them missing for a moment, also of what was erased", async () => {
    const [linBefore, heBefore] = await again();
    const [first, erased, other] = [await handIn(linBefore), await handIn(linBefore), await handIn(heBefore)];
    const ofErased = "select reporter_id from complaint where number = $1";
    await db.query(`update reporter set sealed = '' where id = (${ofErased})`, [erased]);
    await keyCommand(db, broker, "--mark");
    const [linBetween, heBetween] = await again();
    const later = await handIn(linBetween);
    const mine = [first, erased, later];
    expect(await seenBy(linBetween)).toEqual(expect.arrayContaining(mine));
    expect(await seenBy(heBetween)).not.toEqual(expect.arrayContaining([first]));
    const early = await keyCommand(db, broker, "--remove", "mark");
    expect(early).toMatchObject({ code: 1, said: expect.stringContaining("marked by it") });

    await disconnect();
    connect({ url: db.brokerUrl }, 2);
    const remarked = [
      await remarkOld(readKeys(broker.keyFile), new Date(NOW)),
      await remarkOld(readKeys(broker.keyFile), new Date(NOW)),
    ];
    await disconnect();
    connect(db, 8);
    expect(remarked).toEqual([expect.any(Number), 0]);
    expect(remarked[0]).toBeGreaterThanOrEqual(3);
    expect(await resealed(db)).toContainEqual({ from: "mark", to: "mark", count: remarked[0] });
    expect(await seenBy(linBetween)).toEqual(expect.arrayContaining(mine));

    expect(await keyCommand(db, broker, "--remove", "mark")).toMatchObject({ code: 0 });
    const twice = await keyCommand(db, broker, "--remove", "mark");
    expect(twice).toMatchObject({ code: 1, said: expect.stringContaining("no former mark") });
    expect(readKeys(broker.keyFile).formerMarks).toEqual([]);
    const [linAfter, heAfter] = await again();
    expect(linAfter.owner).not.toBe(linBefore.owner);
    expect(await seenBy(linAfter)).toEqual(expect.arrayContaining(mine));
    expect(await seenBy(heAfter)).toContain(other);
    for (const one of mine) expect(await seenBy(heAfter)).not.toContain(one);
    // Who holds the old mark alone finds nothing by it any more.
    expect(await seenBy(linBefore)).not.toContain(first);
  });
});
