import { beforeAll, describe, expect, it } from "vitest";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { findAssignment } from "../../app/domain/assignment/view.server.ts";
import { enterpriseDates } from "../../app/domain/complaint/enterprise-dates.server.ts";
import { findEnterpriseComplaint } from "../../app/domain/complaint/enterprise-view.server.ts";
import { perform } from "../../app/domain/complaint/perform.server.ts";
import { reconcile } from "../../app/domain/complaint/reconcile.server.ts";
import { loadQueue } from "../../app/domain/ledger/queue.server.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { datesOf, type Handed, handedOver, noticesOf } from "../support/handed.ts";
import { does, type Office, openOffice, shanghai } from "../support/office.ts";

let office: Office;
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
});

const asking = { type: "askExtension", until: "2026-03-13", reason: "要等省里批复。" } as const;
const granting = { type: "ruleOnExtension", decision: "granted", reason: "省里批复要再等四天。" } as const;

async function signed(grade: "A" | "C" = "C") {
  const handed = await handedOver(db, office, { grade });
  await does(office.zhao, handed.code, { type: "sign", officer: "赵承安" }, "2026-03-02 15:00");
  return handed;
}

const ask = (handed: Handed, moment: string, until: string = asking.until) =>
  perform(office.zhao, { on: handed.code, command: { ...asking, until } }, shanghai(moment));
const rule = (
  handed: Handed,
  command: typeof granting | (Omit<typeof granting, "decision"> & { decision: "refused" }),
) => does(office.gu, handed.on, command, "2026-03-10 10:00", { assignmentId: handed.assignmentId });

describe("an extension", () => {
  it("moves the date once it is granted, keeps the original, and tells both sides", async () => {
    const handed = await signed();
    expect((await ask(handed, "2026-03-09 17:29")).ok).toBe(true);
    expect(await noticesOf(db, "extensionAsked", handed.on.number)).toBe(2);
    expect(await datesOf(db, handed.on.number)).toMatchObject({ reply: "2026-03-09" });
    // The date has passed meanwhile; asked in time, it is decided all the same.
    await rule(handed, granting);
    expect(await datesOf(db, handed.on.number)).toMatchObject({
      complaint: "2026-03-13",
      reply: "2026-03-13",
      original: "2026-03-09",
    });
    expect(await noticesOf(db, "extensionGranted", handed.code.code)).toBe(1);
    expect(await noticesOf(db, "extended", handed.on.number)).toBe(1);
  });

  it("is told to the enterprise with the reason of the ruling, and not with the department's", async () => {
    const handed = await signed();
    await ask(handed, "2026-03-05 10:00");
    await rule(handed, granting);
    const { complaint, dates } = await withActor(office.lin, "read", async (tx) => {
      const found = await findEnterpriseComplaint(tx, office.lin, handed.on.number);
      return { complaint: found, dates: await enterpriseDates(tx, found?.id ?? "") };
    });
    expect(complaint?.steps.find((step) => step.command === "ruleOnExtension")?.words).toBe(granting.reason);
    expect(dates.putOff).toMatchObject([
      { dueOnBefore: "2026-03-09", until: "2026-03-13", reason: granting.reason },
    ]);
    expect(dates.why?.moves).toMatchObject([{ kind: "extension", on: "2026-03-13" }]);
    expect(JSON.stringify({ complaint, dates })).not.toContain(asking.reason);
  });

  it("leaves the date where it is when it is refused, which the department alone is told", async () => {
    const handed = await signed();
    await ask(handed, "2026-03-05 10:00");
    await rule(handed, { ...granting, decision: "refused" });
    expect(await datesOf(db, handed.on.number)).toMatchObject({ reply: "2026-03-09" });
    expect(await noticesOf(db, "extensionRefused", handed.code.code)).toBe(1);
    expect(await noticesOf(db, "extended", handed.on.number)).toBe(0);
    const seen = await withActor(office.lin, "read", (tx) =>
      findEnterpriseComplaint(tx, office.lin, handed.on.number),
    );
    expect(seen?.steps.map((step) => step.command)).not.toContain("ruleOnExtension");
  });

  it.each([
    ["after the day", "2026-03-09 17:31", "2026-03-13", "extensionTooLate"],
    ["for the day that it has", "2026-03-05 10:00", "2026-03-09", "extensionTooShort"],
    ["for longer than its period", "2026-03-05 10:00", "2026-03-17", "extensionTooLong"],
    ["for a day off that rolls beyond its period", "2026-03-05 10:00", "2026-03-21", "extensionTooLong"],
  ])("is refused %s", async (_, moment, until, refusal) => {
    expect(await ask(await signed(), moment, until)).toMatchObject({ ok: false, refusal });
  });

  it("is asked for once, whatever came of it, and ruled on once", async () => {
    const handed = await signed();
    expect(
      await perform(
        office.gu,
        { on: handed.on, command: granting, assignmentId: handed.assignmentId },
        shanghai("2026-03-05 11:00"),
      ),
    ).toMatchObject({ refusal: "noExtensionAsked" });
    await ask(handed, "2026-03-05 10:00");
    await rule(handed, { ...granting, decision: "refused" });
    expect(await ask(handed, "2026-03-06 10:00")).toMatchObject({ refusal: "extensionAskedBefore" });
    expect(
      await perform(
        office.gu,
        { on: handed.on, command: granting, assignmentId: handed.assignmentId },
        shanghai("2026-03-10 11:00"),
      ),
    ).toMatchObject({ refusal: "noExtensionAsked" });
  });

  it("of 30 days ends at most 30 days later, and never beyond 90 from the acceptance", async () => {
    const handed = await signed("A");
    // 30 days from 2 March: 1 April; again as long and 30 days: 1 May, a holiday, before which 30 April is worked.
    expect(await datesOf(db, handed.on.number)).toMatchObject({ reply: "2026-04-01" });
    expect(await ask(handed, "2026-03-20 10:00", "2026-05-06")).toMatchObject({
      refusal: "extensionTooLong",
    });
    expect((await ask(handed, "2026-03-20 10:00", "2026-04-30")).ok).toBe(true);
  });

  it("is on its own assignment's page, and in nobody else's department", async () => {
    const handed = await signed();
    await ask(handed, "2026-03-05 10:00");
    const seen = (actor: Office["zhao"]) =>
      withActor(actor, "read", (tx) => findAssignment(tx, actor, handed.code.code));
    expect((await seen(office.zhao))?.extension).toMatchObject({ until: "2026-03-13", granted: null });
    expect(await seen(office.fang)).toBeNull();
  });

  it("waits in its queue as long as it can be ruled on: after the reply too, and not once that was sent back", async () => {
    const handed = await signed();
    const waits = () =>
      withActor(office.gu, "read", async (tx) =>
        (await loadQueue(tx, "extensions", "2026-03-06")).some(({ number }) => number === handed.on.number),
      );
    await ask(handed, "2026-03-05 10:00");
    expect(await waits()).toBe(true);
    await does(
      office.zhao,
      handed.code,
      { type: "reply", words: "已当面说明。", evidence: [] },
      "2026-03-05 15:00",
    );
    expect(await waits()).toBe(true);
    const missing = { type: "sendBackReply", missing: "没有依据。", markReason: null } as const;
    const { assignmentId } = handed;
    await does(office.gu, handed.on, missing, "2026-03-05 16:00", { assignmentId });
    const ruling = { on: handed.on, command: granting, assignmentId };
    expect(await perform(office.gu, ruling, shanghai("2026-03-06 09:00"))).toMatchObject({
      refusal: "noExtensionAsked",
    });
    expect(await waits()).toBe(false);
  });

  it("leaves events that rebuild every row", async () => {
    const { differences, events } = await withActor(office.su, "act", reconcile);
    expect(events).toBeGreaterThan(20);
    expect(differences).toEqual([]);
  });
});
