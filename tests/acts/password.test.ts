import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { must, type PersonActor } from "../../app/domain/access/actor.ts";
import { linkToken } from "../../app/domain/notice/link-secret.ts";
import { queueSealedNews } from "../../app/domain/notice/sealed-mail.server.ts";
import { changePassword } from "../../app/domain/people/account.server.ts";
import { devicesOf } from "../../app/domain/people/device.server.ts";
import { doorSetting, setDoor } from "../../app/domain/people/door-setting.server.ts";
import { BUDGETS } from "../../app/domain/people/guessing.ts";
import { factsAtDoor, faultOfNew } from "../../app/domain/people/new-password.server.ts";
import { hashPassword, isCheaper, passwordFits } from "../../app/domain/people/password.server.ts";
import { renewPassword } from "../../app/domain/people/renew.server.ts";
import { askReset, holderOf, redeemLink } from "../../app/domain/people/reset.server.ts";
import { actorOfSession } from "../../app/domain/people/session.server.ts";
import { signIn } from "../../app/domain/people/sign-in.server.ts";
import { emailOf, openTown, townPassword } from "../guessing/town.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";

const at = new Date("2026-03-02T09:00:00+08:00");
const daysOn = (days: number) => new Date(at.getTime() + days * 24 * 60 * 60_000);
const applicationSecret = "a secret of the tests, long enough to be one";
const cheap = { memoryKiB: 64, passes: 1 };
const standing = doorSetting();
let db: TestDatabase;
let email = "";
let next = 0;

beforeAll(async () => {
  setDoor({ cost: cheap, secret: applicationSecret });
  db = await testDatabase();
  await openTown({ query: db.query } as never, 20, at);
});
beforeEach(() => {
  email = emailOf(next++);
});
afterEach(() => setDoor({ ...standing, cost: cheap, secret: applicationSecret }));

const knock = (password: string, deviceToken?: string) => ({
  ...{ email, password, device: "Chrome · Windows", deviceToken },
});
const twice = (password: string) => ({ next: password, again: password });

async function enter(password = townPassword, when = at, deviceToken?: string) {
  const entry = await signIn(knock(password, deviceToken), when);
  if (!entry.ok) throw new Error(entry.why);
  const actor = must(await actorOfSession(entry.token, when), "somebody");
  return { actor, token: entry.token, deviceToken: entry.deviceToken ?? "" };
}

async function hashOf(): Promise<string> {
  const [row] = await db.query<{ hash: string }>(
    "select password_hash as hash from person where email = $1",
    [email],
  );
  return row?.hash ?? "";
}

describe("what a hash costs", () => {
  it("is raised at the next right password, and at no wrong one", async () => {
    const before = await hashOf();
    setDoor({ cost: { memoryKiB: 128, passes: 2 } });
    expect(isCheaper(before)).toBe(true);
    expect(await signIn(knock("not the right one"), at)).toMatchObject({ why: "wrong" });
    expect(await hashOf()).toBe(before);
    await enter();
    const dearer = await hashOf();
    expect(dearer).toContain("$m=128,t=2,");
    expect(isCheaper(dearer)).toBe(false);
    await enter();
    expect(await hashOf()).toBe(dearer);
  });

  it("never falls again, and a password that was changed meanwhile is left alone", async () => {
    setDoor({ cost: { memoryKiB: 128, passes: 2 } });
    await Promise.all([enter(), enter(), enter()]);
    setDoor({ cost: cheap });
    await enter();
    expect(await hashOf()).toContain("$m=128,t=2,");
  });
});

it("a password fits however it was composed, and not when it is cut", async () => {
  const long = "é".repeat(200);
  const hash = await hashPassword(long);
  expect(await passwordFits(hash, "e\u0301".repeat(200))).toBe(true);
  expect(await passwordFits(hash, "é".repeat(201))).toBe(false);
  expect(await passwordFits(await hashPassword("😀".repeat(150)), "😀".repeat(149))).toBe(false);
});

describe("changing one's own", () => {
  it("asks for the present one, with a budget of its own, and by the rules", async () => {
    const { actor } = await enter();
    const change = (present: string, chosen: string) => changePassword(actor, present, twice(chosen), at);
    expect(await change(townPassword, "Password2026!!")).toEqual({
      ok: false,
      why: "fault",
      fault: "common",
    });
    const known = await change(townPassword, `${email} 2026`);
    expect(known).toEqual({ ok: false, why: "fault", fault: "ownFacts" });
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => change("a wrong one", "a new good sentence")),
    );
    expect(tries.filter((one) => !one.ok && one.why === "wrong")).toHaveLength(BUDGETS.own.atOnce);
    expect(await change(townPassword, "a new good sentence")).toMatchObject({
      why: "tooOften",
      minutes: 240,
    });
  });

  it("ends the other sessions and forgets every browser but this one", async () => {
    const [here, there] = [await enter(), await enter()];
    const done = await changePassword(
      here.actor,
      townPassword,
      twice("a new good sentence"),
      at,
      here.deviceToken,
    );
    expect(done).toEqual({ ok: true });
    expect(await actorOfSession(here.token, at)).not.toBeNull();
    expect(await actorOfSession(there.token, at)).toBeNull();
    const left = await devicesOf(here.actor, new Date(at.getTime() + 1));
    expect(left.map(({ id }) => id)).toEqual([here.deviceToken.split(".")[0]]);
    expect(await signIn(knock(townPassword), at)).toMatchObject({ why: "wrong" });
  });

  it("happens once for two at the same moment", async () => {
    const { actor } = await enter();
    const both = await Promise.all(
      ["a new good sentence", "another good sentence"].map((one) =>
        changePassword(actor, townPassword, twice(one), at),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("the strict profile", () => {
  const first = "Every matter, 1 echo";
  const grown = async (actor: PersonActor, present: string, chosen: string, when: Date) =>
    changePassword(actor, present, twice(chosen), when);

  it("lets nobody in by a password that is too old or somebody else's, until it is replaced", async () => {
    setDoor({ profile: "strict" });
    expect(await signIn(knock(townPassword), daysOn(89))).toMatchObject({ ok: true });
    expect(await signIn(knock(townPassword), daysOn(91))).toEqual({ ok: false, why: "aged" });
    await db.query("update person set password_set_at = null where email = $1", [email]);
    expect(await signIn(knock(townPassword), at)).toEqual({ ok: false, why: "aged" });
    // Who doesn't know it learns nothing of its age.
    expect(await signIn(knock("not the right one"), at)).toEqual({ ok: false, why: "wrong" });
    const refused = await renewPassword(knock("not the right one"), twice(first), at);
    expect(refused).toEqual({ ok: false, why: "wrong" });
    const weak = await renewPassword(knock(townPassword), twice("every matter, one echo"), at);
    expect(weak).toEqual({ ok: false, why: "fault", fault: "kinds" });
    const same = await renewPassword(knock(townPassword), twice(townPassword), at);
    expect(same).toMatchObject({ why: "fault" });
    expect(await renewPassword(knock(townPassword), twice(first), at)).toMatchObject({ ok: true });
    expect(await signIn(knock(first), at)).toMatchObject({ ok: true });
  });

  it("replaces once for two at the same moment, and tells it by mail", async () => {
    setDoor({ profile: "strict" });
    await db.query("update person set password_set_at = null where email = $1", [email]);
    const both = await Promise.all(
      ["1 thing after Another", "2 things after Another"].map((one) =>
        renewPassword(knock(townPassword), twice(one), at),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const waiting = await queueSealedNews(at);
    expect(waiting).toBeGreaterThan(0);
    const told = await db.query(
      "select from mail m join person p on p.id = m.person_id join pgboss.job j on j.id = m.id where p.email = $1 and kind = 'passwordChanged'",
      [email],
    );
    expect(told).toHaveLength(1);
  });

  it("takes none of the last five again, and keeps no more of them than that", async () => {
    setDoor({ profile: "strict" });
    const { actor } = await enter();
    const chosen = [
      "A 1st good sentence",
      "A 2nd good sentence",
      "A 3rd good sentence",
      "A 4th good sentence",
    ];
    let present = townPassword;
    for (const one of [first, ...chosen]) {
      expect(await grown(actor, present, one, at)).toEqual({ ok: true });
      present = one;
    }
    for (const one of [first, ...chosen])
      expect(await grown(actor, present, one, at)).toMatchObject({ fault: "former" });
    expect(await grown(actor, present, "A 5th good sentence", at)).toEqual({ ok: true });
    expect(await grown(actor, "A 5th good sentence", first, at)).toEqual({ ok: true });
    const kept = await db.query("select from former_password where person_id = $1", [actor.personId]);
    expect(kept).toHaveLength(4);
  });

  it("is the only one that keeps any", async () => {
    const { actor } = await enter();
    expect(await grown(actor, townPassword, "a good sentence of mine", at)).toEqual({ ok: true });
    expect(await db.query("select from former_password where person_id = $1", [actor.personId])).toEqual([]);
  });
});

describe("a mailed link", () => {
  it("lets a slowed owner in, by a password that follows the rules, and forgets every browser", async () => {
    const { actor, deviceToken } = await enter();
    await Promise.all(Array.from({ length: 20 }, () => signIn(knock("a guess"), at)));
    expect(await signIn(knock(townPassword), at)).toMatchObject({ why: "tooOften" });
    await askReset(email, at);
    const [link] = await db.query<{ id: string }>("select id from one_time_link where person_id = $1", [
      actor.personId,
    ]);
    const token = linkToken(applicationSecret, link?.id ?? "");
    const given = { applicationSecret, token, purpose: "passwordReset" } as const;
    const holder = must(await holderOf(given, at), "a holder");
    const facts = await factsAtDoor(holder.personId);
    expect(await faultOfNew(twice(`${email} ${email}`), facts)).toBe("ownFacts");
    const entry = await redeemLink(given, "a new good sentence", "Safari · iOS", at);
    expect(await actorOfSession(entry?.token ?? "", at)).toMatchObject({ personId: actor.personId });
    const known = await devicesOf(actor, new Date(at.getTime() + 1)).catch(() => []);
    expect(known.map(({ id }) => id)).not.toContain(deviceToken.split(".")[0]);
    const [row] = await db.query("select password_set_at from person where email = $1", [email]);
    expect(row).toEqual({ password_set_at: at });
  });
});
