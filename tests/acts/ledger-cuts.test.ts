import { beforeAll, describe, expect, it } from "vitest";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { loadCalendar } from "../../app/domain/clock/calendar.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { figures, months } from "../../app/domain/figure/figures.server.ts";
import { filterQuery, readFilter } from "../../app/domain/ledger/filter.ts";
import { ledgerCount, ledgerRows, ledgerYears } from "../../app/domain/ledger/ledger.server.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { handedOver } from "../support/handed.ts";
import { aSubmission, does, type Office, openOffice, shanghai, tries } from "../support/office.ts";

let office: Office;
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
});

const filterOf = (query: string) => readFilter(new URLSearchParams(query));

/** The numbers that a query leaves at a moment; the count has to agree. */
async function left(query: string, moment = "2026-04-01 10:00"): Promise<string[]> {
  return withActor(office.gu, "read", async (tx) => {
    const when = { at: shanghai(moment), calendar: await loadCalendar(tx) };
    const rows = await Array.fromAsync(ledgerRows(tx, filterOf(query), when));
    expect(await ledgerCount(tx, filterOf(query), when)).toBe(rows.length);
    return rows.map(({ number }) => number);
  });
}

const submitted = async (day: string) =>
  (await submit(office.he, aSubmission, shanghai(`${day} 09:30`))).number;

async function declined(day: string) {
  const number = await submitted(day);
  await does(office.su, { number }, { type: "decline", ground: "repeated", reason: "x" }, `${day} 10:00`);
  return number;
}

describe("what is kept for long enough", () => {
  it("is listed from the day on which its erasure may be asked for, until it is erased", async () => {
    const number = await declined("2026-03-02");
    const ask = { type: "askErasure", erasureGround: "retention", reason: "不再需要" } as const;
    expect(await left("retention=due", "2036-03-01 23:59")).not.toContain(number);
    expect(await tries(office.gu, number, ask, "2036-03-01 23:59")).toBe("retentionRuns");
    expect(await left("retention=due", "2036-03-02 00:00")).toContain(number);
    await does(office.gu, { number }, ask, "2036-03-02 00:00");
    await does(office.shen, { number }, { type: "approveErasure" }, "2036-03-02 09:00");
    expect(await left("retention=due", "2036-03-02 10:00")).not.toContain(number);
  });

  it("is not what is still open, or waits for a look-back, or follows what ended later", async () => {
    const open = await submitted("2026-03-03");
    const waits = await declined("2026-03-03");
    await db.query("update complaint set due_on = '2026-04-01' where number = $1", [waits]);
    const primary = await submitted("2026-03-03");
    const merged = await submitted("2026-03-03");
    await does(
      office.su,
      { number: merged },
      { type: "merge", primary, reason: "同一事由" },
      "2026-03-03 10:00",
    );
    const among = async (moment: string) => {
      const listed = await left("retention=due", moment);
      return [open, waits, primary, merged].filter((number) => listed.includes(number));
    };
    expect(await among("2036-06-01 10:00")).toEqual([]);
    await does(
      office.su,
      { number: primary },
      { type: "decline", ground: "repeated", reason: "x" },
      "2026-03-20 10:00",
    );
    expect(await among("2036-03-19 10:00")).toEqual([]);
    expect(await among("2036-03-20 10:00")).toEqual([primary, merged]);
  });
});

describe("the ledger", () => {
  it("shows just the numbers that were named, and nothing where none is named", async () => {
    const [one, two] = [await submitted("2026-03-04"), await submitted("2026-03-04")];
    expect(await left(`number=${one}&number=${two}`)).toEqual([two, one]);
    expect(await left(`number=&number=${one},HY2026-99999`)).toEqual([one]);
    expect(await left("number=")).toEqual([]);
    expect(await left("number=rubbish")).toEqual([]);
    expect(filterQuery(filterOf("number=rubbish"))).toBe("?number=");
  });

  it("finds key problems", async () => {
    const number = await submitted("2026-03-04");
    const { kind, field, conduct } = aSubmission;
    const classify = { type: "classify", kind, field, conduct, grade: null, keyProblem: true } as never;
    await does(office.su, { number }, classify, "2026-03-04 11:00");
    expect(await left("keyProblem=true")).toEqual([number]);
  });

  it("opens a month of a year, and none without one or of what isn't told by months", async () => {
    const told = await withActor(office.gu, "read", (tx) => months(tx, 2026));
    expect(told.reported[2]).toBeGreaterThan(0);
    expect(await left("year=2026&month=3")).toHaveLength(told.reported[2] ?? 0);
    expect(filterOf("month=3").month).toBeUndefined();
    expect(filterOf("year=2026&month=13").month).toBeUndefined();
    expect(filterOf("year=2026&figure=rated&month=3").month).toBeUndefined();
  });

  it("has what was due at the close of its day among what was due, as its figure has", async () => {
    const handed = await handedOver(db, office, {
      submittedAt: "2026-02-02 09:30",
      at: "2026-02-02 11:00",
    });
    const isDue = async (moment: string) => {
      const listed = await left("figure=contactDue&year=2026", moment);
      const told = await withActor(office.gu, "read", (tx) => figures(tx, 2026, shanghai(moment)));
      expect(told.contactDue).toBe(listed.length);
      return listed.includes(handed.on.number);
    };
    // Two working days from Monday.
    expect(await isDue("2026-02-04 17:30")).toBe(false);
    expect(await isDue("2026-02-04 17:31")).toBe(true);
  });

  it("knows the years that it has numbers of", async () =>
    expect(await withActor(office.gu, "read", ledgerYears)).toEqual([2026]));
});
