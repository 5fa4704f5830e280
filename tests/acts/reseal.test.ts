import { readFileSync, writeFileSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Identity, keyNameOf, seal, unseal } from "../../app/broker/envelope.ts";
import { addKey, makeKeys, readKeys } from "../../app/broker/keys.ts";
import { must, type PersonActor } from "../../app/domain/access/actor.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { openIdentity } from "../../app/domain/custody/broker.server.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { marked, type TestBroker, testBroker } from "../support/broker.ts";
import { keyCommand, resealed } from "../support/broker-keys.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, does, type Office, openOffice, shanghai } from "../support/office.ts";

let db: TestDatabase;
let office: Office;
let broker: TestBroker;
let lin: PersonActor;

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
  broker = await testBroker(db, "2026-03-04T10:00:00+08:00");
  lin = await marked(office.lin);
});
beforeEach(async () => {
  await broker.stop();
  await db.query(
    "delete from reporter where sealed is not null and id not in (select reporter_id from complaint)",
  );
});

/** A sealed matter whose identity two custodians let gu know. */
async function agreed(): Promise<string> {
  const on = await submit(lin, { ...aSubmission, disclosure: "sealed" }, shanghai("2026-03-02 09:30"));
  const reader = office.gu.personId;
  const asks = { type: "askUnsealing", reader, purpose: "要当面核对图纸。", until: "2026-03-06" } as const;
  const id = await does(office.gu, on, asks, "2026-03-03 10:00");
  const [row] = await db.query<{ id: string }>("select id from unsealing where complaint_id = $1", [id]);
  const agrees = { type: "approveUnsealing", request: row?.id ?? "", reason: "确有必要。" } as const;
  for (const custodian of [office.yan, office.shi]) await does(custodian, on, agrees, "2026-03-03 11:00");
  return id;
}

const keys = () => readKeys(broker.keyFile);

/** Sealed reporters under the present key, of so many people whom nobody else has. */
async function crowd(count: number): Promise<Map<string, Identity>> {
  const all = new Map<string, Identity>();
  for (let nth = 0; nth < count; nth++) {
    const [id, who] = [newId(), { liaisonPointId: newId(), personId: newId() }];
    await db.query("insert into reporter (id, sealed, owner) values ($1, $2, 'a mark')", [
      id,
      seal(keys(), who, id),
    ]);
    all.set(id, who);
  }
  return all;
}

const envelopes = () =>
  db.query<{ id: string; sealed: Buffer }>("select id, sealed from reporter where length(sealed) > 0");

async function byKey(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { sealed } of await envelopes())
    counts[keyNameOf(sealed)] = (counts[keyNameOf(sealed)] ?? 0) + 1;
  return counts;
}

async function until(holds: () => Promise<boolean> | boolean) {
  for (const since = Date.now(); Date.now() - since < 30_000; ) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error("it did not come to that within half a minute");
}

/** Starts the broker and waits until it has sealed by the present key whatever it can. */
async function sealAnew() {
  const { current } = keys();
  await broker.start();
  await until(async () => Object.keys(await byKey()).every((key) => key === current));
}

const command = (...args: string[]) => keyCommand(db, broker, ...args);

describe("envelopes of an older key", { timeout: 120_000 }, () => {
  it("are sealed anew, the old key goes, and two custodians still open the same identity", async () => {
    await broker.start();
    const id = await agreed();
    expect(await command("--remove", "1")).toMatchObject({ code: 1, said: expect.stringContaining("seals") });
    expect((await command()).said).toContain("new key 2");
    // The running one hasn't read it yet, and seals on by the first.
    const early = await command("--remove", "1");
    expect(early).toMatchObject({ code: 1, said: expect.stringContaining("still seals by the key 1") });
    await broker.stop();
    expect((await command("--list")).said).toBe("1: 1 envelope, needed\n2: 0 envelopes, seals\n");
    const needed = await command("--remove", "1");
    expect(needed).toMatchObject({ code: 1, said: expect.stringContaining("needed by 1 envelope") });
    await sealAnew();
    expect(await resealed(db)).toEqual([{ from: "1", to: "2", count: 1 }]);
    expect(await command("--remove", "1")).toMatchObject({ code: 0 });
    expect(Object.keys(keys().keys)).toEqual(["2"]);
    await broker.stop();
    await broker.start();
    expect(await openIdentity(office.gu, id)).toMatchObject({
      personId: lin.personId,
      liaisonPointId: lin.liaisonPointId,
    });
    expect(await command("--list")).toEqual({ code: 0, said: "2: 1 envelope, seals\n" });
    expect(addKey(broker.keyFile)).toBe("3");
  });

  it("are none the worse for a broker that is killed in the midst of them", async () => {
    const crowded = await crowd(450);
    const before = await resealed(db);
    const total = (await envelopes()).length;
    addKey(broker.keyFile);
    const { current } = keys();
    let kills = 0;
    for (let nth = 0; nth < 3; nth++) {
      const done = (await byKey())[current] ?? 0;
      await broker.start();
      await until(async () => ((await byKey())[current] ?? 0) > done || done === total);
      await broker.stop("SIGKILL");
      const now = (await byKey())[current] ?? 0;
      if (now < total) kills++;
      const said = (await resealed(db))
        .filter((row) => row.to === current)
        .reduce((sum, { count }) => sum + count, 0);
      expect(said).toBe(now);
    }
    expect(kills).toBeGreaterThan(0);
    await sealAnew();
    expect(await byKey()).toEqual({ [current]: total });
    const counted = (rows: { count: number }[]) => rows.reduce((sum, { count }) => sum + count, 0);
    expect(counted(await resealed(db)) - counted(before)).toBe(total);
    const now = { keys: { [current]: must(keys().keys[current], "the present key") } };
    for (const { id, sealed } of await envelopes())
      if (crowded.has(id)) expect(unseal(now, sealed, id)).toEqual(crowded.get(id));
  });

  it("are sealed anew without a stop, as soon as the file has another key", async () => {
    await broker.start();
    const id = await agreed();
    addKey(broker.keyFile);
    const { current } = keys();
    broker.nudge();
    await until(async () => Object.keys(await byKey()).every((key) => key === current));
    expect(await openIdentity(office.gu, id)).toMatchObject({ personId: lin.personId });
    // A file that is none changes nothing, and no word of it gets into the log.
    const good = readFileSync(broker.keyFile, "utf8");
    writeFileSync(broker.keyFile, good.slice(0, -40));
    broker.nudge();
    await until(() => broker.log().includes("is no key file"));
    expect(await openIdentity(office.gu, id)).toMatchObject({ personId: lin.personId });
    expect(broker.log()).not.toContain(JSON.parse(good).mark.slice(0, 8));
    writeFileSync(broker.keyFile, good);
  });

  it("go over to another cipher with a new key", async () => {
    const crowded = await crowd(3);
    expect(await command("--cipher", "rot13")).toMatchObject({ code: 1 });
    await command("--cipher", "chacha20-poly1305");
    await sealAnew();
    const rows = (await envelopes()).filter(({ id }) => crowded.has(id));
    for (const { id, sealed } of rows) {
      expect(JSON.parse(sealed.toString())).toMatchObject({
        cipher: "chacha20-poly1305",
        key: keys().current,
      });
      expect(unseal(keys(), sealed, id)).toEqual(crowded.get(id));
    }
    expect(rows).toHaveLength(3);
  });

  it("stay as they are where they don't open, keep nobody else from it, and are complained of", async () => {
    const [first] = [...(await crowd(1)).keys()];
    const [lost] = [...(await crowd(1)).keys()];
    const rest = await crowd(2);
    // Another row's envelope, and one of a key that was taken out by hand.
    await db.query("update reporter set sealed = (select sealed from reporter where id = $2) where id = $1", [
      first,
      lost,
    ]);
    const gone = `${broker.keyFile}.gone`;
    makeKeys(gone);
    const stray = {
      ...readKeys(gone),
      current: "lost",
      keys: { lost: must(readKeys(gone).keys[1], "its key") },
    };
    await db.query("update reporter set sealed = $2 where id = $1", [
      lost,
      seal(stray, { liaisonPointId: newId(), personId: newId() }, lost ?? ""),
    ]);
    const kept = await db.query("select id, sealed from reporter where id in ($1, $2)", [first, lost]);
    addKey(broker.keyFile);
    const { current } = keys();
    await broker.start();
    await until(
      async () =>
        (await envelopes()).filter(({ id, sealed }) => rest.has(id) && keyNameOf(sealed) === current)
          .length === 2,
    );
    await until(() => broker.log().includes("can't be opened"));
    expect(broker.log()).toContain('"missing":["lost"],"spoiled":1');
    expect(await db.query("select id, sealed from reporter where id in ($1, $2)", [first, lost])).toEqual(
      kept,
    );
    const list = await command("--list");
    expect(list.code).toBe(1);
    expect(list.said).toContain("1 envelope need the key lost, which is not in");
  });

  it("leave nothing of who it is in the log, nor in what the trail says", async () => {
    const crowded = await crowd(2);
    addKey(broker.keyFile);
    await sealAnew();
    const [row] = await db.query<{ all: string }>(
      "select string_agg(o::text, '') as all from opening o where what = 'reseal'",
    );
    const said = broker.log() + (row?.all ?? "");
    expect(said).toContain("sealed anew");
    for (const [id, who] of crowded)
      for (const one of [id, who.personId, who.liaisonPointId]) expect(said).not.toContain(one);
    for (const key of Object.values(JSON.parse(readFileSync(broker.keyFile, "utf8")).keys))
      expect(said).not.toContain(key);
  });
});

it("an envelope of before ciphers were named opens, and another's name in it doesn't help", () => {
  const file = `${broker.keyFile}.old`;
  makeKeys(file);
  const [id, who] = [newId(), { liaisonPointId: newId(), personId: newId() }];
  const { cipher: _, ...old } = JSON.parse(seal(readKeys(file), who, id).toString());
  expect(unseal(readKeys(file), Buffer.from(JSON.stringify(old)), id)).toEqual(who);
  const renamed = Buffer.from(JSON.stringify({ ...old, cipher: "chacha20-poly1305" }));
  expect(() => unseal(readKeys(file), renamed, id)).toThrow();
  writeFileSync(file, "");
});
