// Long, because each forgery that keeps the chains whole is tried, one step further each time.
import { generateKeyPairSync } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Checkpoint, lineOf, signed } from "../../app/domain/trail/checkpoint.ts";
import { rootOf } from "../../app/domain/trail/merkle.ts";
import { signingKey } from "../../app/domain/trail/place.server.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { openOffice } from "../support/office.ts";
import { breachesOf, liveAWhile, newPlace, sign, Tamperer } from "../support/trail.ts";

const place = newPlace();
let database: TestDatabase;
let hand: Tamperer;
let copies: string;
let id: string;
let number: string;

beforeAll(async () => {
  database = await testDatabase();
  ({ id, number } = await liveAWhile(await openOffice(), place));
  await sign(place, "2026-03-02 11:11");
  hand = new Tamperer(database.ownerUrl);
  await hand.begin();
  copies = readFileSync(place.file, "utf8");
});
afterEach(async () => {
  await hand.restore();
  writeFileSync(place.file, copies);
});
afterAll(() => hand.end());

/** Makes a chain whole again after a change, as the trigger would have written it. */
async function rechain() {
  const rows = await hand.do<{ id: string }>("select id from event where complaint_id = $1 order by seq", [
    id,
  ]);
  let previous = "";
  for (const [nth, row] of rows.entries()) {
    await hand.do("update event set seq = $2, previous_hash = $3 where id = $1", [row.id, nth + 1, previous]);
    await hand.do(
      "update event set digest = encode(sha256(convert_to(jsonb_build_array(salt, said, changes)::text, 'UTF8')), 'hex') where id = $1",
      [row.id],
    );
    const [now] = await hand.do<{ hash: string }>(
      `update event e set hash = encode(sha256(convert_to(jsonb_strip_nulls(to_jsonb(e) - array['hash', 'salt', 'said', 'changes'])::text, 'UTF8')), 'hex')
        where id = $1 returning hash`,
      [row.id],
    );
    previous = now?.hash ?? "";
  }
  await hand.do(
    "update chain set seq = $2, hash = $3, covered_seq = $2, is_covered = true where kind = 'event' and complaint_id = $1",
    [id, rows.length, previous],
  );
}

/** Lets the checkpoints cover the rows as they are now. */
async function cover() {
  await hand.do(
    "delete from checkpoint_leaf l where kind = 'event' and not exists (select from event e where e.complaint_id = l.complaint_id and e.seq = l.seq)",
  );
  await hand.do(
    "update checkpoint_leaf l set hash = e.hash from event e where l.kind = 'event' and l.complaint_id = e.complaint_id and l.seq = e.seq",
  );
}

/** Makes all checkpoints anew over the rows as they are now. */
async function resign(key: Parameters<typeof signed>[1]): Promise<Checkpoint[]> {
  const rows = await hand.do<Pick<Checkpoint, "nth" | "at" | "openings">>(
    "select nth, at, openings from checkpoint order by nth",
  );
  const made: Checkpoint[] = [];
  for (const { nth, at, openings } of rows) {
    const leaves = await hand.do<{ hash: string; kind: string; seq: number }>(
      "select hash, kind, seq from checkpoint_leaf where nth = $1 order by place",
      [nth],
    );
    const last = made.at(-1);
    const next = signed(
      {
        nth,
        at,
        openings,
        events: (last?.events ?? 0) + leaves.filter(({ kind }) => kind === "event").length,
        chains: (last?.chains ?? 0) + leaves.filter(({ seq }) => seq === 1).length,
        leaves: leaves.length,
        root: rootOf(leaves.map(({ hash }) => hash)),
        previousHash: last?.hash ?? "",
      },
      key,
    );
    made.push(next);
    await hand.do(
      "update checkpoint set events = $2, chains = $3, leaves = $4, root = $5, previous_hash = $6, hash = $7, signature = $8 where nth = $1",
      [nth, next.events, next.chains, next.leaves, next.root, next.previousHash, next.hash, next.signature],
    );
  }
  return made;
}

const otherKey = generateKeyPairSync("ed25519").privateKey;

describe("a chain that was rewritten and is whole in itself", () => {
  beforeEach(async () => {
    await hand.do(
      `update event set said = said || '{"reason": "another"}', actor_kind = 'supervisor' where complaint_id = $1 and seq = 2`,
      [id],
    );
    await rechain();
  });

  it("is not what its checkpoint covers", async () => {
    expect(await breachesOf(place)).toContain(`event ${number} 2 is not the row that its checkpoint covers`);
  });

  it("is not what was signed", async () => {
    await cover();
    expect(await breachesOf(place)).toEqual([
      "checkpoint 2 the rows that it covers were changed",
      "checkpoint 4 the rows that it covers were changed",
    ]);
  });

  it("is signed by another, once its checkpoints are made anew", async () => {
    await cover();
    await resign(otherKey);
    expect(await breachesOf(place)).toContain("checkpoint 2 was changed, or another key signed it");
  });

  it("has other copies outside, even if the key was stolen", async () => {
    await cover();
    await resign(signingKey(place));
    expect(await breachesOf(place)).toEqual([
      "copy 2 the copy says otherwise",
      "copy 3 the copy says otherwise",
      "copy 4 the copy says otherwise",
    ]);
  });

  it("would pass if the copies were forged too: this is why they are kept elsewhere", async () => {
    await cover();
    const made = await resign(signingKey(place));
    writeFileSync(place.file, made.map((row) => `${lineOf(row)}\n`).join(""));
    expect(await breachesOf(place)).toEqual([]);
  });
});

describe("an end that was cut off", () => {
  it.each([
    ["an act", "delete from event where complaint_id = $1 and seq = 3"],
    [
      "an act, and what its chain said of it",
      "with gone as (delete from event where complaint_id = $1 and seq = 3) update chain set seq = 2, hash = (select hash from event where complaint_id = $1 and seq = 2), covered_seq = 2 where kind = 'event' and complaint_id = $1",
    ],
  ])("is noticed: %s", async (_, statement) => {
    await hand.do(statement, [id]);
    expect(await breachesOf(place)).toContain(`event ${id} 3 is gone, and a checkpoint covers it`);
  });

  it("is noticed with its checkpoint gone as well", async () => {
    await hand.do("delete from event where complaint_id = $1 and seq = 3", [id]);
    await hand.do("delete from checkpoint_leaf where nth = 4");
    await hand.do("delete from checkpoint where nth = 4");
    await hand.do(
      "update chain set seq = 2, hash = (select hash from event where complaint_id = $1 and seq = 2), covered_seq = 2 where kind = 'event' and complaint_id = $1",
      [id],
    );
    expect(await breachesOf(place)).toEqual(["copy the copies go on where the table has ended"]);
  });

  it("is noticed where a whole matter is gone", async () => {
    await hand.do("delete from event where complaint_id = $1", [id]);
    await hand.do("delete from opening where complaint_id = $1", [id]);
    await hand.do("delete from chain where complaint_id = $1", [id]);
    expect(await breachesOf(place)).toContain(`complaint ${number} has no event`);
    await hand.do("delete from checkpoint_leaf where complaint_id = $1", [id]);
    expect(await breachesOf(place)).toContain("checkpoint 1 the rows that it covers were changed");
  });
});

describe("what somebody may do", () => {
  const copied = (change: string) =>
    `insert into rights_request select r.* from rights_request o, jsonb_populate_record(o, ${change}) r where o.seq = 1`;

  it("can't be given by a row that nobody wrote at the time", async () => {
    await hand.do(copied(`'{"id": "019a0000-0000-7000-8000-000000000001", "nth": 999}'`));
    expect(await breachesOf(place)).not.toEqual([]);
  });

  it("nor by one that takes its place at the end of the chain", async () => {
    const [last] = await hand.do<{ seq: number; hash: string }>(
      "select seq, hash from chain where kind = 'rights_request'",
    );
    const row = { id: "019a0000-0000-7000-8000-000000000001", nth: 999, seq: (last?.seq ?? 0) + 1 };
    await hand.do(
      copied(`'${JSON.stringify({ ...row, previous_hash: last?.hash, asked_at: "2026-03-01" })}'`),
    );
    await hand.do("update chain set seq = $1 where kind = 'rights_request'", [row.seq]);
    expect(await breachesOf(place)).toContain(`rights_request ${row.seq} was changed`);
  });

  it("can't be given another name afterwards, nor another's approval", async () => {
    await hand.do('update rights_request set after = after || \'{"role": "discipline"}\' where seq = 2');
    await hand.do("update rights_decision set verdict = 'approved' where verdict = 'refused'");
    expect(await breachesOf(place)).toEqual(
      expect.arrayContaining(["rights_request 2 was changed", "rights_decision 2 was changed"]),
    );
  });

  it("can't be taken without such a row: an account that was changed behind the hub's back is told", async () => {
    const [gu, he] = await hand.do<{ id: string }>(
      "select id from person where role in ('supervisor', 'liaison') order by role desc, name",
    );
    const was = await hand.do("create table kept_person as table person");
    expect(was).toEqual([]);
    for (const [id, change] of [
      [gu?.id, "role = 'discipline'"],
      [gu?.id, "email = 'another@huiyin.example'"],
      [he?.id, "role = 'sysadmin'"],
    ]) {
      await hand.do(`update person set ${change} where id = $1`, [id]);
      expect(await breachesOf(place), change).toEqual([`person ${id} may do what nobody gave them`]);
      await hand.do("delete from person");
      await hand.do("insert into person select * from kept_person");
    }
    await hand.do("drop table kept_person");
    expect(await breachesOf(place)).toEqual([]);
  });

  it("can't be made undone: what was asked and approved is missed", async () => {
    await hand.do("delete from rights_decision");
    await hand.do("delete from rights_request where kind = 'appoint'");
    const breaches = await breachesOf(place);
    expect(breaches).toContain("rights_decision 1 is gone, and a checkpoint covers it");
    expect(breaches.filter((one) => one.startsWith("rights_request")).length).toBeGreaterThan(2);
  });
});

describe("the copies outside the database", () => {
  const lines = () => copies.trimEnd().split("\n");
  it.each([
    ["cut", () => lines().slice(0, -1)],
    ["without one in the middle", () => lines().toSpliced(1, 1)],
    ["with a changed one", () => lines().map((line) => line.replace('"events":3', '"events":4'))],
    ["with one too many", () => [...lines(), lines().at(-1) ?? ""]],
    ["with half a line more", () => [...lines(), '{"nth":5']],
  ])("are noticed when %s", async (_, forged) => {
    writeFileSync(place.file, `${forged().join("\n")}\n`);
    expect(await breachesOf(place)).not.toEqual([]);
  });

  it("are noticed when they are gone, and made up for from their end on", async () => {
    rmSync(place.file);
    expect(await breachesOf(place)).toHaveLength(4);
    writeFileSync(place.file, `${lines().slice(0, 2).join("\n")}\n{"nth":`);
    await sign(place, "2026-03-02 12:00");
    expect(readFileSync(place.file, "utf8")).toBe(copies);
  });
});

describe("what was said and is erased", () => {
  const erase = () =>
    hand.do("update event set said = '{}', changes = '[]', salt = null where complaint_id = $1", [id]);

  const saysWhy = () =>
    hand.do(
      "insert into erasure (id, complaint_id, at, ground, by_id) select gen_random_uuid(), $1, now(), 'request', id from person limit 1",
      [id],
    );

  it("is a breach without a ground, and none with one: the chain stays whole", async () => {
    await erase();
    expect(await breachesOf(place)).toHaveLength(3);
    await saysWhy();
    expect(await breachesOf(place)).toEqual([]);
  });

  it("leaves no other words in its place, whatever the ground", async () => {
    await erase();
    await saysWhy();
    await hand.do(`update event set said = '{"reason": "another"}' where complaint_id = $1 and seq = 2`, [
      id,
    ]);
    expect(await breachesOf(place)).toEqual([
      `event ${number} 2 what was said was changed, or erased without a ground`,
    ]);
  });
});
