import { beforeAll, expect, it } from "vitest";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import type { Command } from "../../app/domain/complaint/commands.ts";
import { findEnterpriseComplaint } from "../../app/domain/complaint/enterprise-view.server.ts";
import { answered, type OnItsWay } from "../support/course.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { does, type Office, openOffice } from "../support/office.ts";

let office: Office;
let db: TestDatabase;
let matter: OnItsWay;

beforeAll(async () => {
  db = await testDatabase();
  office = await openOffice();
  matter = await answered(office, db);
});

const seen = async () => {
  const { number } = matter.on;
  const found = await withActor(office.lin, "read", (tx) => findEnterpriseComplaint(tx, office.lin, number));
  if (!found) throw new Error("it is theirs");
  return found;
};

it("keeps the moment of a department's act with the department too, by which the page names it", async () => {
  const { steps, departments } = await seen();
  const signed = steps.find((step) => step.command === "sign");
  expect(departments[0]?.signedAt).toEqual(signed?.at);
});

it("leaves out the first of two confirmations, which ends nothing", async () => {
  const { on } = matter;
  await db.query("update complaint set key_problem = true where number = $1", [on.number]);
  const rating = { rating: "satisfied", solved: "solved", reason: "清单一次给齐。" };
  await does(office.lin, on, { type: "evaluate", ...rating } as Command, "2026-03-06 10:00");
  const apply: Command = { type: "applyWriteOff", words: "已办结，申请销号。", markReason: null };
  await does(office.gu, on, apply, "2026-03-06 15:00");
  await does(office.shen, on, { type: "approveWriteOff", words: "同意。" }, "2026-03-06 16:00");
  const { status, steps } = await seen();
  expect(status).toBe("clearing");
  expect(steps.map((step) => step.command)).not.toContain("approveWriteOff");
});
