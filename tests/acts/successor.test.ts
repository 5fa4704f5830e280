import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import type { Command } from "../../app/domain/complaint/commands.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { marked, testBroker } from "../support/broker.ts";
import { answer, handled } from "../support/course.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, does, idOf, type Office, openOffice, shanghai } from "../support/office.ts";

let db: TestDatabase;
let office: Office;
let colleague: PersonActor;

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
  await testBroker(db, "2026-03-02T10:00:00+08:00");
  const { liaisonPointId } = office.lin;
  const at = [liaisonPointId, office.he.personId];
  await db.query("update person set liaison_point_id = $1 where id = $2", at);
  colleague = await marked({ ...office.he, liaisonPointId });
});

const setStatus = (status: "active" | "disabled") =>
  db.query("update person set status = $1 where id = $2", [status, office.lin.personId]);

/** Who of the two was told what of a matter, in the order of telling. */
async function toldOf(number: string, table: "notice" | "mail") {
  const rows = await db.query<{ person_id: string; kind: string }>(
    `select person_id, kind from ${table} where number = $1 and person_id = any ($2) order by id`,
    [number, [office.lin.personId, colleague.personId]],
  );
  return rows.map((row) => `${row.person_id === office.lin.personId ? "lin" : "colleague"} ${row.kind}`);
}

const asking = { type: "askSupplement", question: "请附上通知书。" } as const;
const said: Command = { type: "supplement", answer: "已附上。", attachments: [] };

describe("what an enterprise is told", () => {
  it("comes to the contact who reported, and once they are gone to whoever speaks for it now", async () => {
    await setStatus("active");
    const on = { number: (await submit(office.lin, aSubmission, shanghai("2026-03-02 09:30"))).number };
    await does(office.su, on, asking, "2026-03-02 10:00");
    await does(colleague, on, said, "2026-03-02 11:00");
    await setStatus("disabled");
    await does(office.su, on, { type: "accept", grade: "C" }, "2026-03-02 12:00");
    for (const table of ["notice", "mail"] as const)
      expect(await toldOf(on.number, table)).toEqual([
        "lin received",
        "lin supplementAsked",
        "colleague accepted",
      ]);
  });

  it("brings them the link to rate the answer, and leaves no trace when the matter is sealed", async () => {
    await setStatus("active");
    const matter = await handled(office, db);
    await setStatus("disabled");
    await answer(office, matter, "2026-03-05");
    const id = await idOf(db, matter.on.number);
    const links = () => db.query("select person_id from one_time_link where complaint_id = $1", [id]);
    expect(await links()).toEqual([{ person_id: colleague.personId }]);
    await does(colleague, matter.on, { type: "raiseDisclosure", to: "sealed" }, "2026-03-06 09:00");
    expect(await links()).toEqual([]);
    for (const table of ["notice", "mail"] as const) {
      const traces = `select kind from ${table} where person_id = any ($1) and (number = $2 or complaint_id = $3)`;
      const both = [office.lin.personId, colleague.personId];
      expect(await db.query(traces, [both, matter.on.number, id])).toEqual([]);
    }
    expect(
      await db.query(
        "select 1 from notice where number = $1 and reporter_id is not null and kind = 'answered'",
        [matter.on.number],
      ),
    ).toHaveLength(1);
  });
});
