import { beforeAll, expect, it } from "vitest";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { pruneOpenings } from "../../app/domain/trail/prune-openings.server.ts";
import { recordOpening } from "../../app/domain/trail/record-opening.server.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, type Office, openOffice, shanghai } from "../support/office.ts";
import { breachesOf, newPlace, refusalOf, sign } from "../support/trail.ts";

const place = newPlace();
let database: TestDatabase;
let office: Office;
let complaintId: string;

const look = (moment: string, actor = office.gu) =>
  recordOpening(actor, { what: "page", complaintId }, shanghai(moment));
const left = async () =>
  (
    await database.query<{ seq: number; what: string }>(
      "select seq, what from opening where complaint_id = $1 order by seq",
      [complaintId],
    )
  ).map(({ seq, what }) => `${seq} ${what}`);

beforeAll(async () => {
  database = await testDatabase();
  office = await openOffice();
  await submit(office.lin, aSubmission, shanghai("2023-03-02 09:30"));
  complaintId = (await database.query<{ id: string }>("select id from complaint"))[0]?.id ?? "";
  await look("2023-03-02 10:00");
  await look("2023-03-02 11:00");
  await recordOpening(office.su, { what: "export", complaintId: null }, shanghai("2023-03-02 11:30"));
  await sign(place, "2023-03-02 12:00");
  await look("2025-03-02 10:00");
  await sign(place, "2025-03-02 12:00");
});

it("removes what has been kept for as long as is set, says so in the chain, and nothing is broken", async () => {
  const at = shanghai("2026-03-10 02:30");
  expect(await pruneOpenings(at, 3 * 365)).toBe(3);
  expect(await left()).toEqual(["3 page", "4 prune"]);
  expect(await breachesOf(place, at)).toEqual([]);
  await sign(place, "2026-03-10 02:31");
  expect(await breachesOf(place, at)).toEqual([]);
  expect(await pruneOpenings(at, 3 * 365)).toBe(0);
});

it("keeps what no checkpoint of that age covers, whatever the row says of its age", async () => {
  await look("2023-03-02 10:00", office.su);
  expect(await pruneOpenings(shanghai("2026-03-10 02:30"), 3 * 365)).toBe(0);
});

it("can't be done earlier than the law lets it, not even by who may do it", async () => {
  expect(await refusalOf(database.ownerUrl, "delete from opening where seq = 5")).toContain("184 days");
});

it("is a breach when what is gone was younger, whatever word in the chain says that it was removed", async () => {
  await look("2026-03-09 10:00");
  await sign(place, "2026-03-09 10:01");
  const [last] = await database.query<{ seq: number }>(
    "select max(seq) as seq from opening where complaint_id = $1",
    [complaintId],
  );
  await database.query(
    `insert into opening (id, complaint_id, what, actor_kind, at, said) values (gen_random_uuid(), $1, 'prune', 'worker', now(), $2)`,
    [complaintId, { upTo: last?.seq }],
  );
  await sign(place, "2026-03-09 10:02");
  await database.query(
    `set session_replication_role = replica; delete from opening where what <> 'prune' and complaint_id is not null;
     delete from opening where what = 'prune' and seq = 4; set session_replication_role = origin`,
    undefined as never,
  );
  expect(await breachesOf(place, shanghai("2026-03-10 02:30"))).toEqual([
    expect.stringContaining("rows before it are missing"),
  ]);
  // In half a year the same is what the law lets be done.
  expect(await breachesOf(place, shanghai("2026-09-30 02:30"))).toEqual([]);
});
