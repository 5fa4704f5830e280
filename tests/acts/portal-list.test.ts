import { beforeAll, describe, expect, it } from "vitest";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { dueOf } from "../../app/domain/assignment/dates.ts";
import {
  listAssignments,
  officersIn,
  type SectionQuery,
  sectionCounts,
} from "../../app/domain/assignment/list.server.ts";
import { findAssignment } from "../../app/domain/assignment/view.server.ts";
import { watch } from "../../app/domain/clock/watch.server.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { type Handed, handedOver } from "../support/handed.ts";
import { does, type Office, openOffice, shanghai } from "../support/office.ts";

let office: Office;
let db: TestDatabase;
/** One that is only signed, one whose write-off may be applied for, and one that is written off. */
let signed: Handed;
let ready: Handed;
let settled: Handed;

const sign = (of: Handed, officer: string) =>
  does(office.zhao, of.code, { type: "sign", officer }, "2026-03-02 15:00");

async function rated(officer: string) {
  const of = await handedOver(db, office);
  await sign(of, officer);
  await does(
    office.zhao,
    of.code,
    { type: "reply", words: "意见已合并。", evidence: [] },
    "2026-03-03 10:00",
  );
  const { assignmentId } = of;
  await does(office.gu, of.on, { type: "acceptReply", note: null }, "2026-03-03 11:00", { assignmentId });
  await does(office.gu, of.on, { type: "feedBack", words: "图纸已通过。" }, "2026-03-03 15:00");
  const rating = { type: "evaluate", rating: "satisfied", solved: "solved", reason: "很快。" } as const;
  await does(office.lin, of.on, rating, "2026-03-04 09:30");
  return of;
}

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
  ready = await rated("孙可");
  settled = await rated("赵承安");
  const applied = { type: "applyWriteOff", words: "已办结。" } as const;
  await does(office.zhao, settled.code, applied, "2026-03-04 10:00");
  await does(office.shen, settled.on, { type: "approveWriteOff", words: "同意。" }, "2026-03-04 14:00");
  signed = await handedOver(db, office);
  await sign(signed, "赵承安");
});

const list = (query: SectionQuery) =>
  withActor(office.zhao, "read", (tx) => listAssignments(tx, office.zhao, query)).then(({ rows }) => rows);
const codes = async (query: SectionQuery) => (await list(query)).map(({ code }) => code);
const find = ({ code }: Handed) =>
  withActor(office.zhao, "read", (tx) => findAssignment(tx, office.zhao, code.code));

describe("a department's list", () => {
  it("holds the write-off that it may apply for, after all that has a date", async () => {
    expect(await codes({ section: "open" })).toEqual([signed.code.code, ready.code.code]);
    expect((await list({ section: "open" })).map(({ stage }) => stage)).toEqual(["waiting", "ready"]);
    const counts = await withActor(office.zhao, "read", (tx) => sectionCounts(tx, office.zhao));
    expect(counts).toMatchObject({ open: 2, unsigned: 0, answered: 2, all: 3 });
  });

  it("puts what is to be done first by the date of that, as its page says it", async () => {
    const keys = (await list({ section: "open" })).map((row) => [row.key, dueOf(row)] as const);
    expect(keys[0]).toMatchObject(["2026-03-04", { on: "2026-03-04", what: "contact" }]);
  });

  it("goes on after its last row, also where that has no date", async () => {
    const rows = await list({ section: "open" });
    const [first, last] = rows;
    expect(await codes({ section: "open", after: { key: first?.key ?? "", id: first?.id ?? "" } })).toEqual([
      ready.code.code,
    ]);
    expect(await codes({ section: "open", after: { key: last?.key ?? "", id: last?.id ?? "" } })).toEqual([]);
  });

  it("is cut down to a stage, where what is settled stands for itself, and to an officer", async () => {
    expect(await codes({ section: "answered", stage: "settled" })).toEqual([settled.code.code]);
    expect(await codes({ section: "answered", stage: "accepted" })).toEqual([ready.code.code]);
    expect(await codes({ section: "all", officer: "孙可" })).toEqual([ready.code.code]);
    expect(await codes({ section: "all", q: "没有这样的话" })).toEqual([]);
    const officers = await withActor(office.zhao, "read", (tx) => officersIn(tx, office.zhao, "all"));
    expect(officers.toSorted()).toEqual(["孙可", "赵承安"].toSorted());
  });
});

describe("an assignment's timeline", () => {
  it("says which rung was climbed", async () => {
    await watch(shanghai("2026-03-10 09:00"));
    const climbed = (await find(signed))?.steps.find(({ command }) => command === "climb");
    expect(climbed).toMatchObject({ words: "urging", byCommission: true });
  });

  it("keeps why the matter was opened again, also after the next reply", async () => {
    const again = { type: "reopen", reason: "企业反映意见又变了，请核实。", markReason: null } as const;
    await does(office.shen, settled.on, again, "2026-03-11 10:00");
    const reply = { type: "reply" as const, words: "已纠正。", evidence: [] };
    await does(office.zhao, settled.code, reply, "2026-03-12 10:00");
    const page = await find(settled);
    expect(page?.missing).toBeNull();
    expect(page?.steps.find(({ command }) => command === "reopen")?.words).toBe(again.reason);
  });
});
