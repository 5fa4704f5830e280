import { beforeAll, describe, expect, it } from "vitest";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { copyCheckpoints } from "../../app/domain/trail/copy-checkpoints.server.ts";
import { makeCheckpoints } from "../../app/domain/trail/make-checkpoint.server.ts";
import { recordOpening } from "../../app/domain/trail/record-opening.server.ts";
import { verifyTrail } from "../../app/domain/trail/verify-trail.server.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, does, type Office, openOffice, shanghai } from "../support/office.ts";
import { newPlace, sign } from "../support/trail.ts";

/** TRAIL_EVENTS=100000 takes a minute or two. */
const EVENTS = Number(process.env.TRAIL_EVENTS ?? 5000);
const MATTERS = 100;
const ROUNDS = 15;

const place = newPlace();
let database: TestDatabase;
let office: Office;

beforeAll(async () => {
  database = await testDatabase();
  office = await openOffice();
});

describe("a check never cries wolf", () => {
  it("while people act and look, checkpoints are made and copied, and others check at the same time", async () => {
    let isOver = false;
    const minute = (nth: number) => new Date(shanghai("2026-03-02 09:30").getTime() + nth * 60_000);
    const people = [office.su, office.gu, office.shen];
    const live = async (who: number) => {
      for (let nth = 0; nth < ROUNDS; nth++) {
        const on = await submit(who ? office.lin : office.he, aSubmission, minute(nth));
        const complaintId = await does(office.su, on, { type: "accept", grade: "C" }, "2026-03-02 10:00");
        await Promise.all(
          people.map((person) => recordOpening(person, { what: "page", complaintId }, minute(nth))),
        );
        await recordOpening(office.gu, { what: "export", complaintId: null }, minute(nth));
      }
    };
    const work = async () => {
      while (!isOver) {
        await makeCheckpoints(new Date(), place);
        await copyCheckpoints(place.file);
      }
    };
    const check = async () => {
      for (let nth = 0; !isOver; nth++)
        expect((await verifyTrail(place, new Date())).broken, `round ${nth}`).toEqual([]);
    };
    const living = Promise.all([live(0), live(1)]).finally(() => {
      isOver = true;
    });
    await Promise.all([living, work(), work(), check()]);
    const { events, checkpoints, broken } = await verifyTrail(place, new Date());
    const lists = (await database.query("select from opening where what = 'export'")).length;
    expect(broken).toEqual([]);
    // Two enterprises each hand in, each matter is accepted and looked at by three; a list goes out each minute.
    const rights = (await database.query("select from rights_request")).length;
    expect(events).toBe(2 * ROUNDS * 5 + lists + rights);
    expect(checkpoints).toBeGreaterThan(1);
  });

  it(`over ${EVENTS} acts`, async () => {
    for (let nth = 0; nth < MATTERS; nth++)
      await submit(office.lin, aSubmission, shanghai("2026-03-02 09:30"));
    for (let nth = 0; nth < EVENTS / MATTERS; nth++)
      await database.query(
        `insert into event (id, complaint_id, command, actor_kind, actor_id, at, to_status, said, changes, version)
         select uuidv7(), id, 'climb', 'worker', null, now() + $1 * interval '1 millisecond', 'submitted',
                jsonb_build_object('words', repeat('逐级催办', 20), 'rung', $1), '[]', $1
           from complaint order by id limit $2`,
        [nth, MATTERS],
      );
    await sign(place, "2026-03-03 09:00");
    const { events, broken } = await verifyTrail(place, new Date());
    expect(broken).toEqual([]);
    expect(events).toBeGreaterThan(EVENTS);
  }, 300_000);
});

it("a worker of before an upgrade leaves alone what only the next one can sign", async () => {
  await makeCheckpoints(new Date(), place);
  await database.query("alter table chain drop constraint a_chain_has_a_kind");
  await database.query(
    `insert into chain (kind, complaint_id, seq, hash, covered_seq, is_covered)
     values ('later', '00000000-0000-0000-0000-000000000000', 3, 'h', 0, false)`,
  );
  expect(await makeCheckpoints(new Date(), place)).toBe(0);
  const [kept] = await database.query("select covered_seq, is_covered from chain where kind = 'later'");
  expect(kept).toEqual({ covered_seq: 0, is_covered: false });
});
