import { beforeAll, describe, expect, it } from "vitest";
import { sweepDoor } from "../../app/domain/people/guess.server.ts";
import { BUDGETS, mostADay } from "../../app/domain/people/guessing.ts";
import { leaveReset } from "../../app/domain/people/reset.server.ts";
import { signIn } from "../../app/domain/people/sign-in.server.ts";
import { emailOf } from "../guessing/town.ts";
import type { TestDatabase } from "../support/database.ts";
import { at, knockOf, known, later, looked, right, somebody, townToGuess } from "../support/knocks.ts";

let db: TestDatabase;

beforeAll(async () => {
  db = await townToGuess();
});

describe("guesses at one account", () => {
  it("are counted before they are looked at: of twenty at once, so many as the budget has", async () => {
    for (let round = 0; round < 12; round++) {
      const email = `raced-${round}@nowhere.example`;
      expect(await looked(knockOf(email), 1)).toBe(1);
      expect(await looked(knockOf(email), 20)).toBe(BUDGETS.account.atOnce - 1);
    }
  });

  it("and right ones at once all come in", async () => {
    const email = somebody();
    const entries = await Promise.all(
      Array.from({ length: BUDGETS.account.atOnce }, () => signIn(knockOf(email, right), at)),
    );
    expect(entries.map(({ ok }) => ok)).toEqual(Array(BUDGETS.account.atOnce).fill(true));
  });

  it("come one by one after that, wherever they come from, and no more than the budget in a day", async () => {
    const email = somebody();
    let all = 0;
    for (let minute = 0; minute < 24 * 60; minute += 4)
      all += await looked(knockOf(email, { address: `203.0.113.${minute % 200}` }), 2, later(minute));
    expect(all).toBe(mostADay(BUDGETS.account));
  });

  it("are one account's, however the address is written", async () => {
    const email = somebody();
    await looked(knockOf(email), 20);
    expect(await signIn(knockOf(email.toUpperCase()), at)).toMatchObject({ why: "tooOften", minutes: 65 });
    // Capital letters of other scripts that fold to ours: no way to the same account by another budget.
    expect(await signIn(knockOf(email.replace("p", "Ｐ"), right), at)).toMatchObject({ ok: false });
    expect(await signIn(knockOf(email.replace("i", "İ"), right), at)).toMatchObject({ ok: false });
  });

  it("don't count when they are right", async () => {
    const email = somebody();
    for (let tries = 0; tries < 30; tries++)
      expect(await signIn(knockOf(email, right), at)).toMatchObject({ ok: true });
    expect(await looked(knockOf(email), 20)).toBe(BUDGETS.account.atOnce);
    expect(await signIn(knockOf(email, right), at)).toMatchObject({ why: "tooOften" });
    expect(await signIn(knockOf(email, right), later(65))).toMatchObject({ ok: true });
  });
});

it("from one address, and its half of the new kind of addresses, there is a budget over all accounts", async () => {
  const tries = Array.from({ length: 60 }, (_, nth) =>
    signIn(knockOf(`n-${nth}@nowhere.example`, { address: `2001:db8:1:2::${nth}` }), at),
  );
  const answers = await Promise.all(tries);
  expect(answers.filter((answer) => !answer.ok && answer.why === "wrong")).toHaveLength(
    BUDGETS.address.atOnce,
  );
  expect(
    await signIn(knockOf("other@nowhere.example", { address: "2001:db8:1:2:ffff::1" }), at),
  ).toMatchObject({
    why: "tooOften",
  });
  expect(await signIn(knockOf("other@nowhere.example", { address: "2001:db8:1:3::1" }), at)).toEqual({
    ok: false,
    why: "wrong",
  });
});

describe("whether there is an account", () => {
  const budgets = async () => {
    const [row] = await db.query<{ count: number }>("select count(*)::int as count from guess_budget");
    return row?.count ?? 0;
  };

  it.each([
    ["an active one", () => emailOf(20)],
    ["a disabled one", () => emailOf(30)],
    ["one that was only invited", () => emailOf(31)],
    ["none", () => "nobody-at-all@town.example"],
  ])("is told neither by the answers nor by what is counted: %s", async (_, email) => {
    const before = await budgets();
    const answers = [];
    for (let tries = 0; tries < 10; tries++) answers.push(await signIn(knockOf(email()), later(60 * 24)));
    const wrong = { ok: false, why: "wrong" };
    const slowed = { ok: false, why: "tooOften", minutes: 65 };
    expect(answers).toEqual([...Array(8).fill(wrong), slowed, slowed]);
    expect(await budgets()).toBe(before + 1);
  });

  it("is not written down: no address stands in what is counted", async () => {
    const rows = await db.query<{ key: Buffer }>("select key from guess_budget");
    for (const { key } of rows) expect(key).toHaveLength(32);
  });

  it("is told by no reset: three mails and then silence, with the same answer", async () => {
    const asked = async () => {
      const [row] = await db.query<{ count: number }>(
        "select count(*)::int as count from pgboss.job where name = 'reset-asked'",
      );
      return row?.count ?? 0;
    };
    for (const email of [emailOf(21), "nobody-asks@town.example"]) {
      const before = await asked();
      for (let tries = 0; tries < 6; tries++) expect(await leaveReset(email, "", at)).toBeNull();
      expect(await asked()).toBe(before + BUDGETS.reset.atOnce);
    }
  });

  it("and a network that asks too much is told to wait, whatever it asks for", async () => {
    const ask = (nth: number) => leaveReset(`r-${nth}@town.example`, "192.0.2.77", at);
    const answers = await Promise.all(Array.from({ length: 25 }, (_, nth) => ask(nth)));
    expect(answers.filter((answer) => answer === null)).toHaveLength(BUDGETS.resetFrom.atOnce);
    expect(answers.find((answer) => answer !== null)).toEqual({ minutes: 1 });
  });
});

it("a clock that stood wrong for a while makes nobody wait; one that is a little behind gives nothing twice", async () => {
  const email = somebody();
  const ahead = later(3 * 24 * 60);
  expect(await signIn(knockOf(email, right), ahead)).toMatchObject({ ok: true });
  expect(await looked(knockOf(email), 20, ahead)).toBe(BUDGETS.account.atOnce);
  expect(await signIn(knockOf(email, right), at)).toMatchObject({ ok: true });
  expect(await looked(knockOf(email), 20)).toBe(BUDGETS.account.atOnce);
  expect(await looked(knockOf(email), 20, later(-10))).toBe(0);
});

it("what is whole again and what was forgotten long ago is swept; the last device of somebody stays", async () => {
  const email = somebody();
  const deviceToken = await known(email, at);
  const swept = await sweepDoor(new Date("2027-12-01T00:00:00Z"));
  expect(swept.budgets).toBeGreaterThan(10);
  expect(swept.devices).toBeGreaterThan(0);
  expect(await db.query("select from guess_budget")).toHaveLength(0);
  const left = await db.query("select from known_device where id = $1", [deviceToken.split(".")[0]]);
  expect(left).toHaveLength(1);
  // It has ended, and so it is told by mail as any other.
  await signIn(knockOf(email, { ...right, deviceToken }), new Date("2027-12-01T00:00:00Z"));
  const told = await db.query(
    "select from mail m join person p on p.id = m.person_id where m.kind = 'newDevice' and p.email = $1",
    [email],
  );
  expect(told).toHaveLength(1);
});
