import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { reconcile } from "../../app/domain/complaint/reconcile.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { loadDossier } from "../../app/domain/ledger/dossier.server.ts";
import { recordRule, reviseRule } from "../../app/domain/ledger/record-rule.server.ts";
import type { RuleInput } from "../../app/domain/ledger/rule-form.ts";
import { earlierRules, loadRule, ruleYears } from "../../app/domain/ledger/rules.server.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { aSubmission, does, type Office, openOffice, shanghai } from "../support/office.ts";

let office: Office;
let db: TestDatabase;
let numbers: string[];
let input: RuleInput;
let ruleId: string;
const at = shanghai("2026-03-13 10:00");
const later = shanghai("2026-03-16 10:00");

const stored = () => withActor(office.su, "read", (tx) => loadRule(tx, ruleId));
const told = async (number: string) => {
  const dossier = await withActor(office.su, "read", (tx) => loadDossier(tx, number));
  return dossier?.events.filter(({ command }) => command !== "submit").map(({ command }) => command);
};
const revise = (change: Partial<RuleInput>, version = 1, actor = office.gu) =>
  reviseRule(actor, ruleId, { ...input, ...change }, version, later);

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
});

beforeEach(async () => {
  const one = async () => (await submit(office.lin, aSubmission, shanghai("2026-03-02 09:30"))).number;
  numbers = [await one(), await one(), await one()];
  input = {
    title: "审图一次告知规定",
    summary: "审图意见一次说全。",
    departmentId: office.construction,
    madeOn: "2026-03-10",
    numbers: numbers.slice(0, 2),
  };
  const recorded = await recordRule(office.shen, input, at);
  ruleId = recorded.ok ? recorded.ruleId : "";
});

describe("a rule that is recorded", () => {
  it("is told in the chain of each complaint that it is linked to, once for a form sent twice", async () => {
    const commandId = newId();
    const again = { ...input, title: "又一项规定" };
    const first = await recordRule(office.shen, again, at, commandId);
    expect(await recordRule(office.shen, again, at, commandId)).toEqual(first);
    expect(await told(numbers[0] ?? "")).toEqual(["linkRule", "linkRule"]);
    expect(await told(numbers[2] ?? "")).toEqual([]);
    expect(await withActor(office.su, "read", ruleYears)).toEqual([2026]);
  });
});

describe("a rule that is revised", () => {
  it("by somebody who is kept from one of its matters keeps that one, and doesn't tell of it", async () => {
    const hidden = numbers[0] ?? "";
    const reason = "反映的事与其本人有关。";
    const recuse = {
      type: "recuse" as const,
      concerned: office.gu.personId,
      concernedDepartment: null,
      reason,
    };
    await does(office.su, { number: hidden }, recuse, "2026-03-11 10:00");
    const seen = { ...input, numbers: numbers.slice(1, 2), title: "审图一次说全的规定" };
    const stale = await reviseRule(office.gu, ruleId, seen, 0, later);
    expect(stale).toMatchObject({ ok: false, refusal: "stale", stored: { numbers: numbers.slice(1, 2) } });
    expect(await reviseRule(office.gu, ruleId, seen, 1, later)).toEqual({ ok: true, ruleId });
    const kept = await withActor(office.su, "read", (tx) => loadRule(tx, ruleId));
    expect(kept?.numbers).toEqual(numbers.slice(0, 2));
  });

  it("says what is new, and each complaint's chain says what that means for it", async () => {
    const change = { title: "审图一次告知办法", numbers: numbers.slice(1) };
    expect(await revise(change)).toEqual({ ok: true, ruleId });
    expect(await stored()).toMatchObject({ ...change, version: 2 });
    const chains = await Promise.all(numbers.map(told));
    expect(chains).toEqual([["unlinkRule", "linkRule"], ["reviseRule", "linkRule"], ["linkRule"]]);
  });

  it("leaves alone the chains of complaints for which nothing changes", async () => {
    await revise({ numbers });
    const chains = await Promise.all(numbers.map(told));
    expect(chains).toEqual([["linkRule"], ["linkRule"], ["linkRule"]]);
  });

  it("keeps what it said before, and who changed it, where no complaint's chain can tell", async () => {
    await revise({ numbers: [] });
    await revise({ numbers: [], madeOn: "2025-12-31", title: "改过的标题" }, 2);
    const before = await withActor(office.su, "read", (tx) => earlierRules(tx, ruleId));
    expect(before).toMatchObject([
      { version: 2, title: "审图一次告知规定", madeOn: "2026-03-10", by: office.gu.name, at: later },
      { version: 1 },
    ]);
    await expect(db.query("update rule_version set title = 'x'")).rejects.toThrow();
  });

  it("acts once for a form that is sent twice", async () => {
    await revise({ madeOn: "2026-03-11" });
    expect(await revise({ madeOn: "2026-03-11" })).toEqual({ ok: true, ruleId });
    expect(await stored()).toMatchObject({ madeOn: "2026-03-11", version: 2 });
    expect(await told(numbers[0] ?? "")).toEqual(["reviseRule", "linkRule"]);
  });

  it("tells a stale form what is stored now, and changes nothing", async () => {
    await revise({ title: "先到的标题" });
    const second = await revise({ title: "后到的标题" }, 1, office.su);
    expect(second).toMatchObject({
      ok: false,
      refusal: "stale",
      stored: { title: "先到的标题", version: 2 },
    });
    expect(await stored()).toMatchObject({ title: "先到的标题" });
  });

  it("lets one of two at once win", async () => {
    const both = await Promise.all([revise({ title: "甲" }), revise({ title: "乙" }, 1, office.shen)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(await stored()).toMatchObject({ version: 2 });
  });

  it("is refused to other roles, with a day to come, and with complaints that are not there", async () => {
    expect(await revise({ title: "别的" }, 1, office.lin)).toMatchObject({ refusal: "notAllowed" });
    expect(await revise({ title: "别的" }, 1, office.zhao)).toMatchObject({ refusal: "notAllowed" });
    expect(await revise({ madeOn: "2026-03-17" })).toMatchObject({ refusal: "dateInFuture" });
    expect(await revise({ numbers: ["HY2026-99999"] })).toMatchObject({
      refusal: "noSuchComplaint",
      numbers: ["HY2026-99999"],
    });
    expect(await reviseRule(office.gu, newId(), input, 1, later)).toMatchObject({ refusal: "notFound" });
    expect(await stored()).toMatchObject({ version: 1 });
  });

  it("leaves every complaint's events and rows in agreement", async () => {
    await revise({ title: "另一个标题" });
    const moved = "select 1 from complaint where version <> 1 and number = any($1)";
    expect(await db.query(moved, [numbers])).toEqual([]);
    const reconciled = await withActor(office.su, "read", reconcile);
    expect(reconciled.differences).toEqual([]);
  });
});
