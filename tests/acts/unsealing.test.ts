import { readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { addKey } from "../../app/broker/keys.ts";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import type { Command } from "../../app/domain/complaint/commands.ts";
import { perform } from "../../app/domain/complaint/perform.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { openIdentity } from "../../app/domain/custody/broker.server.ts";
import {
  countWaiting,
  listRequests,
  namesOf,
  sealedMatter,
  whoAsked,
} from "../../app/domain/custody/requests.server.ts";
import { marked, type TestBroker, testBroker } from "../support/broker.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, does, idOf, type Office, openOffice, shanghai } from "../support/office.ts";

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

let isMoved = false;
afterEach(async () => {
  if (!isMoved) return;
  await broker.stop();
  await broker.start();
  isMoved = false;
});

/** Starts the broker again with its clock elsewhere, for one test. */
async function at(now: string) {
  await broker.stop();
  isMoved = true;
  await broker.start(now);
}

async function sealed() {
  const { number } = await submit(
    lin,
    { ...aSubmission, disclosure: "sealed" },
    shanghai("2026-03-02 09:30"),
  );
  return { on: { number }, id: await idOf(db, number) };
}

const latest = async (id: string) =>
  (
    await db.query<{ id: string }>("select id from unsealing where complaint_id = $1 order by id desc", [id])
  )[0]?.id ?? "";

/** A sealed matter in which gu asked that she may know, until Friday 6 March. */
async function asked() {
  const matter = await sealed();
  const asks = {
    type: "askUnsealing",
    reader: office.gu.personId,
    purpose: "要当面核对图纸。",
    until: "2026-03-06",
  } as const;
  await does(office.gu, matter.on, asks, "2026-03-03 10:00");
  return { ...matter, request: await latest(matter.id) };
}

const tries = (actor: PersonActor, on: { number: string }, command: Command) =>
  perform(actor, { on, command }, shanghai("2026-03-03 11:00"));

const agrees = (request: string) => ({ type: "approveUnsealing", request, reason: "确有必要。" }) as const;

/** The same, agreed to by both custodians. */
async function agreed() {
  const matter = await asked();
  for (const custodian of [office.yan, office.shi])
    await does(custodian, matter.on, agrees(matter.request), "2026-03-03 11:00");
  return matter;
}

describe("a sealed identity", { timeout: 120_000 }, () => {
  it("opens to its one reader when two custodians agree; each opening is logged and told", async () => {
    const { on, id } = await agreed();
    const opened = await openIdentity(office.gu, id);
    expect(opened).toEqual({
      liaisonPointId: lin.liaisonPointId,
      personId: lin.personId,
      untilOn: "2026-03-06",
    });
    const names = await withActor(office.gu, "read", (tx) =>
      namesOf(tx, opened ?? { liaisonPointId: "", personId: "" }),
    );
    expect(names).toMatchObject({ point: { code: "LXD-001" }, contact: { name: "林知微" } });
    await openIdentity(office.gu, id);
    const log = await db.query("select actor_id, what from opening where complaint_id = $1", [id]);
    expect(log).toEqual([1, 2].map(() => ({ actor_id: office.gu.personId, what: "identity" })));
    const told = await db.query(
      "select kind, person_id from notice where complaint_id = $1 and reporter_id is not null order by id",
      [id],
    );
    const kinds = ["received", "unsealingAsked", "unsealingApproved", "identityOpened", "identityOpened"];
    expect(told).toEqual(kinds.map((kind) => ({ kind, person_id: null })));
    const [seen] = await withActor(lin, "read", (tx) => whoAsked(tx, id));
    expect(seen).toMatchObject({ reader: "顾明远", purpose: "要当面核对图纸。", untilOn: "2026-03-06" });
    expect(seen?.openedAt).toHaveLength(2);
    expect(await withActor(await marked(office.he), "read", (tx) => whoAsked(tx, id))).toEqual([]);
    await does(office.gu, on, { type: "endUnsealing", request: await latest(id) }, "2026-03-04 11:00");
    expect(await openIdentity(office.gu, id)).toBeNull();
  });

  it("stays closed with one custodian, however often that one agrees", async () => {
    const { on, id, request } = await asked();
    expect(await openIdentity(office.gu, id)).toBeNull();
    expect(await tries(office.yan, on, agrees(request))).toMatchObject({ ok: true });
    expect(await openIdentity(office.gu, id)).toBeNull();
    expect(await tries(office.yan, on, agrees(request))).toMatchObject({ refusal: "decidedBefore" });
    expect(await openIdentity(office.gu, id)).toBeNull();
  });

  it("opens to nobody but the reader named", async () => {
    const { id } = await agreed();
    for (const other of [office.shen, office.su, office.yan, office.xu, office.zhao, lin])
      expect(await openIdentity(other, id), other.name).toBeNull();
  });

  it("stays closed after one refusal, and after its last day", async () => {
    const { on, id, request } = await asked();
    await does(office.yan, on, agrees(request), "2026-03-03 11:00");
    await does(
      office.shi,
      on,
      { type: "refuseUnsealing", request, reason: "不必知道。" },
      "2026-03-03 11:10",
    );
    expect(await openIdentity(office.gu, id)).toBeNull();
    const other = await agreed();
    await at("2026-03-06T23:50:00+08:00");
    expect(await openIdentity(office.gu, other.id)).not.toBeNull();
    await broker.stop();
    await broker.start("2026-03-07T00:10:00+08:00");
    expect(await openIdentity(office.gu, other.id)).toBeNull();
  });

  it("stays closed whatever the request says of itself, and in another's envelope", async () => {
    const { id, request } = await asked();
    await db.query("update unsealing set approved_at = now() where id = $1", [request]);
    expect(await openIdentity(office.gu, id)).toBeNull();
    const [theirs, granted] = [await sealed(), await agreed()];
    await db.query(
      `update reporter r set sealed = o.sealed from complaint c, complaint d, reporter o
       where r.id = c.reporter_id and c.id = $1 and d.id = $2 and o.id = d.reporter_id`,
      [granted.id, theirs.id],
    );
    await expect(openIdentity(office.gu, granted.id)).rejects.toThrow("does not answer");
  });

  it("still opens when the broker seals by a new key, and not where its own is gone", async () => {
    const { id } = await agreed();
    const kept = readFileSync(broker.keyFile, "utf8");
    expect(addKey(broker.keyFile)).toBe("2");
    await at("2026-03-04T10:00:00+08:00");
    expect(await openIdentity(office.gu, id)).toMatchObject({ personId: lin.personId });
    const later = await agreed();
    expect(await openIdentity(office.gu, later.id)).toMatchObject({ personId: lin.personId });
    const both = readFileSync(broker.keyFile, "utf8");
    writeFileSync(broker.keyFile, kept);
    await broker.stop();
    await broker.start();
    await expect(openIdentity(office.gu, later.id)).rejects.toThrow("does not answer");
    writeFileSync(broker.keyFile, both);
    await broker.stop();
    await broker.start();
    expect(await openIdentity(office.gu, later.id)).toMatchObject({ personId: lin.personId });
  });
});

describe("who may ask and decide", () => {
  it("is the commission for somebody of its own, for a while, and custodians who know nothing of the matter", async () => {
    const { on, id, request } = await asked();
    const ask = (reader: PersonActor, until: string, by = office.su) =>
      tries(by, on, { type: "askUnsealing", reader: reader.personId, purpose: "核对。", until });
    expect(await ask(office.zhao, "2026-03-06")).toMatchObject({ refusal: "noSuchPerson" });
    expect(await ask(office.yan, "2026-03-06")).toMatchObject({ refusal: "noSuchPerson" });
    expect(await ask(office.su, "2026-03-02")).toMatchObject({ refusal: "unsealingDates" });
    expect(await ask(office.su, "2026-04-03")).toMatchObject({ refusal: "unsealingDates" });
    expect(await ask(office.gu, "2026-03-06")).toMatchObject({ refusal: "unsealingAsked" });
    expect(await tries(office.gu, on, agrees(request))).toMatchObject({ refusal: "notAllowed" });
    expect(await tries(office.yan, { number: (await sealed()).on.number }, agrees(request))).toMatchObject({
      refusal: "notFound",
    });
    const open = await submit(lin, aSubmission, shanghai("2026-03-02 09:30"));
    const asks = {
      type: "askUnsealing",
      reader: office.gu.personId,
      purpose: "核对。",
      until: "2026-03-06",
    } as const;
    expect(await tries(office.gu, open, asks)).toMatchObject({ refusal: "notSealed" });
    const rows = await withActor(office.yan, "read", (tx) => listRequests(tx));
    expect(rows.find((row) => row.id === request)).toMatchObject({
      number: on.number,
      reader: { name: "顾明远" },
    });
    await expect(
      withActor(office.yan, "read", (tx) => sealedMatter(tx, on.number, "intake")),
    ).rejects.toThrow();
    const waits = () => withActor(office.yan, "read", (tx) => countWaiting(tx, office.yan, "2026-03-03"));
    const before = await waits();
    await does(office.yan, on, agrees(request), "2026-03-03 11:00");
    expect(await waits()).toBe(before - 1);
    expect(
      await withActor(office.gu, "read", (tx) => sealedMatter(tx, on.number, "supervisor")),
    ).toMatchObject({ id });
  });

  it("can't be forged by whoever writes for everybody: a vote is a custodian's own", async () => {
    const { id, request } = await asked();
    const forged = (by: PersonActor, custodian: PersonActor) =>
      withActor(by, "act", (tx) =>
        tx.execute(`insert into unsealing_vote (id, complaint_id, unsealing_id, custodian_id, approved, reason, at)
          values (gen_random_uuid(), '${id}', '${request}', '${custodian.personId}', true, '', now())`),
      );
    const refused = {
      cause: expect.objectContaining({ message: expect.stringContaining("row-level security") }),
    };
    await expect(forged(office.gu, office.yan)).rejects.toMatchObject(refused);
    await expect(forged(office.yan, office.shi)).rejects.toMatchObject(refused);
    await expect(forged(office.gu, office.gu)).rejects.toMatchObject(refused);
  });
});
