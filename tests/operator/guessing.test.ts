import { beforeAll, expect, it } from "vitest";
import { setDoor } from "../../app/domain/people/door-setting.server.ts";
import { BUDGETS, mostADay } from "../../app/domain/people/guessing.ts";
import { attack } from "../guessing/attack.ts";
import { areaUnderCurve } from "../guessing/timing.ts";
import { openTown } from "../guessing/town.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";

let db: TestDatabase;

beforeAll(async () => {
  setDoor({ cost: { memoryKiB: 64, passes: 1 }, secret: "a secret of the tests, long enough" });
  db = await testDatabase();
  await openTown({ query: db.query } as never, 12, new Date("2026-03-01T00:00:00Z"));
});

it("an attack on twelve accounts from forty addresses reaches no budget twice, and honest people come in", async () => {
  const plan = { guesses: 2_000, accounts: 12, addresses: 40, honest: 5, days: 2, seed: 11 };
  const { evaluatedMost, honestFailed, honestSignIns, guesses } = await attack(plan);
  expect({ guesses, honestFailed, honestSignIns }).toEqual({
    ...{ guesses: 2_000, honestFailed: 0, honestSignIns: 20 },
  });
  expect(evaluatedMost).toBeLessThanOrEqual(mostADay(BUDGETS.account));
  expect(evaluatedMost).toBeGreaterThan(BUDGETS.account.atOnce);
}, 120_000);

it("two times that differ are told apart by their area, and two alike are not", () => {
  const times = Array.from({ length: 200 }, (_, nth) => (nth * 7919) % 200);
  expect(areaUnderCurve(times, times.toReversed())).toBeCloseTo(0.5, 1);
  expect(
    areaUnderCurve(
      times,
      times.map((time) => time + 200),
    ),
  ).toBe(1);
});
