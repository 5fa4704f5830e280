import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "../../app/domain/access/actor.ts";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { changesOfYear, changeYear } from "../../app/domain/clock/calendar-change.server.ts";
import { readCalendarList } from "../../app/domain/clock/calendar-list.ts";
import { remindOfCalendar } from "../../app/domain/clock/calendar-reminder.server.ts";
import { redateYear } from "../../app/domain/clock/redate-year.server.ts";
import { listSettings, setSpan } from "../../app/domain/clock/setting.server.ts";
import { reconcile } from "../../app/domain/complaint/reconcile.server.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { datesOf, handedOver, noticesOf } from "../support/handed.ts";
import { type Office, openOffice, shanghai } from "../support/office.ts";

let office: Office;
let db: TestDatabase;
let admin: PersonActor;

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
  admin = office.xu;
});

const of2027 = "2027-01-01至2027-01-03 元旦 休\n2027-02-05至2027-02-11 春节 休\n2027-01-30 春节 班";
const listed = () => {
  const list = readCalendarList(of2027, 2027);
  return list.ok ? list.days : [];
};
const noon = shanghai("2026-12-30 12:00");
const eventsOf = async (number: string) =>
  (
    await db.query("select 1 from event e join complaint c on c.id = e.complaint_id where c.number = $1", [
      number,
    ])
  ).length;

describe("loading a year", () => {
  it("moves exactly the dates that run through it, tells their departments, and is restartable", async () => {
    const across = await handedOver(db, office, {
      submittedAt: "2026-12-28 09:30",
      at: "2026-12-28 11:00",
    });
    const within = await handedOver(db, office, {
      submittedAt: "2026-12-14 09:30",
      at: "2026-12-14 11:00",
    });
    const before = {
      across: await datesOf(db, across.on.number),
      within: await datesOf(db, within.on.number),
    };
    // Five working days from 28 December, 1 January taken for a working day, as it is a Friday.
    expect(before.across.reply).toBe("2027-01-04");
    const events = await eventsOf(within.on.number);

    expect(await changeYear(admin, 2027, () => listed(), noon)).toBe(true);
    expect(await redateYear(2027, noon)).toBe(1);
    expect(await datesOf(db, across.on.number)).toMatchObject({
      complaint: "2027-01-05",
      reply: "2027-01-05",
      original: "2027-01-05",
      sign: before.across.sign,
    });
    expect(await noticesOf(db, "dateMoved", across.code.code)).toBe(1);
    expect(await datesOf(db, within.on.number)).toEqual(before.within);
    expect(await eventsOf(within.on.number)).toBe(events);

    const again = await eventsOf(across.on.number);
    expect(await redateYear(2027, noon)).toBe(0);
    expect(await eventsOf(across.on.number)).toBe(again);
  });

  it("is recorded with the days before and after, and queues one reckoning", async () => {
    const changes = await withActor(admin, "read", (tx) => changesOfYear(tx, 2027));
    expect(changes).toMatchObject([{ by: "许明镜", before: [] }]);
    expect(changes[0]?.after).toHaveLength(11);
    const jobs = await db.query("select data from pgboss.job where name = 'redate'");
    expect(jobs).toEqual([{ data: { year: 2027 } }]);
    await expect(db.query("delete from calendar_change")).rejects.toThrow("never changed or deleted");
  });

  it("leaves nothing of a change that nobody made", async () => {
    expect(await changeYear(admin, 2027, () => null, noon)).toBe(false);
    expect(await db.query("select 1 from calendar_change")).toHaveLength(1);
  });

  it("leaves events that rebuild every row", async () => {
    expect((await withActor(office.su, "act", reconcile)).differences).toEqual([]);
  });
});

it("a list is read line by line, and its faults are told by their lines", () => {
  expect(readCalendarList("2027-02-06 春节 班", 2027)).toEqual({
    ok: true,
    days: [{ day: "2027-02-06", kind: "makeUpWorkday", name: "春节" }],
  });
  const faulty =
    "2027-02-30 春节 休\n\n2026-01-01 元旦 休\n2027-05-01 劳动节 休\n2027-05-01 劳动节 休\n2027-05-02";
  expect(readCalendarList(faulty, 2027)).toEqual({ ok: false, lines: [1, 3, 5, 6] });
});

it("the administrators are reminded once of a year that is near and not loaded", async () => {
  expect(await remindOfCalendar(shanghai("2027-10-01 09:00"))).toBe(0);
  expect(await remindOfCalendar(shanghai("2027-11-10 09:00"))).toBe(2);
  expect(await remindOfCalendar(shanghai("2027-11-11 09:00"))).toBe(0);
  expect(await noticesOf(db, "calendarMissing", "2028")).toBe(2);
});

describe("a period that is set", () => {
  const setting = { rule: "replyC", count: 7, reason: "年底件多。" } as const;

  it("holds for clocks that begin afterwards, and for none that runs", async () => {
    const earlier = await handedOver(db, office);
    expect(await setSpan(admin, setting, shanghai("2026-03-03 09:00"))).toBe(true);
    const later = await handedOver(db, office, { submittedAt: "2026-03-03 10:00", at: "2026-03-03 11:00" });
    expect(await datesOf(db, later.on.number)).toMatchObject({ reply: "2026-03-12" });
    // Even when the whole year is reckoned anew.
    await redateYear(2026, shanghai("2026-03-03 12:00"));
    expect(await datesOf(db, earlier.on.number)).toMatchObject({ reply: "2026-03-09" });
    expect(await datesOf(db, later.on.number)).toMatchObject({ reply: "2026-03-12" });
    const settings = await withActor(admin, "read", listSettings);
    expect(settings.find(({ rule }) => rule === "replyC")).toMatchObject({ count: 7, begins: 5 });
  });

  it("is never longer than the law's", async () => {
    expect(await setSpan(admin, { ...setting, rule: "cap", count: 61 }, noon)).toBe(false);
    expect(await setSpan(admin, { ...setting, rule: "cap", count: 45 }, noon)).toBe(true);
    await expect(db.query("update clock_span set count = 99")).rejects.toThrow("never changed or deleted");
  });
});
