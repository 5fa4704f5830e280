import { beforeAll, describe, expect, test } from "vitest";
import { must } from "../../app/domain/access/actor.ts";
import { linkToken } from "../../app/domain/notice/link-secret.ts";
import { changePassword, chooseMailing, mailOfPerson } from "../../app/domain/people/account.server.ts";
import { disablePerson, invite, type PersonInput } from "../../app/domain/people/invite.server.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { hashPassword } from "../../app/domain/people/password.server.ts";
import { askReset, holderOf, redeemLink } from "../../app/domain/people/reset.server.ts";
import { actorOfSession, sessionsOf } from "../../app/domain/people/session.server.ts";
import { signIn } from "../../app/domain/people/sign-in.server.ts";
import { decideRights } from "../../app/domain/rights/decide.server.ts";
import { isOwnRequest } from "../../app/http/csp.ts";
import { pathOr } from "../../app/http/forms.ts";
import { cast, castPassword } from "../../db/seed/cast.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";

const at = new Date("2026-11-20T09:00:00+08:00");
const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000);
const applicationSecret = "a secret of the tests, long enough to be one";
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  const hash = await hashPassword(castPassword);
  for (const { name, email, role, locale } of [cast.su, cast.gu, cast.lu, cast.xu, cast.wei])
    await database.query(
      `insert into person (id, name, email, role, locale, status, password_hash, created_at)
       values ($1, $2, $3, $4, $5, 'active', $6, $7)`,
      [newId(), name.zh, email, role, locale, hash, at],
    );
});

async function enter(email: string, password: string = castPassword, when = at) {
  const result = await signIn({ email, password, device: "" }, when);
  if (!result.ok) throw new Error(result.why);
  const actor = await actorOfSession(result.token, when);
  if (!actor) throw new Error("no session");
  return { token: result.token, actor };
}

async function lastLink(email: string) {
  const [row] = await database.query<{ id: string }>(
    `select l.id from one_time_link l join person p on p.id = l.person_id where p.email = $1
      order by l.created_at desc, l.id desc limit 1`,
    [email],
  );
  return linkToken(applicationSecret, row?.id ?? "");
}

describe("a session", () => {
  test("names its person, and only with its own secret", async () => {
    const { token, actor } = await enter(cast.su.email.toUpperCase());
    expect(actor).toMatchObject({ kind: "intake", name: cast.su.name.zh });
    const [id] = token.split(".");
    expect(await actorOfSession(`${id}.${"A".repeat(43)}`, at)).toBeNull();
    const rows = await database.query("select * from session where id = $1", [id]);
    expect(JSON.stringify(rows)).not.toContain(token.split(".")[1]);
  });

  test("lasts an hour after its last use and half a day in all", async () => {
    const { token } = await enter(cast.su.email);
    expect(await actorOfSession(token, later(1.01))).toBeNull();
    for (let hours = 0.9; hours < 12; hours += 0.9)
      expect(await actorOfSession(token, later(hours)), `after ${hours} h`).not.toBeNull();
    expect(await actorOfSession(token, later(12))).toBeNull();
  });
});

describe("signing in", () => {
  test("is refused alike for a wrong password and an unknown address", async () => {
    for (const email of [cast.gu.email, "nobody@huiyin.example"])
      expect(await signIn({ email, password: "not this one", device: "" }, at)).toEqual({
        ok: false,
        why: "wrong",
      });
  });
});

test("a changed password ends the other sessions and is told by mail", async () => {
  const [mine, other] = [await enter(cast.gu.email), await enter(cast.gu.email)];
  const given = { next: "another good sentence", again: "another good sentence" };
  expect(await changePassword(mine.actor, "wrong", given, at)).toEqual({ ok: false, why: "wrong" });
  expect(await changePassword(mine.actor, castPassword, given, at)).toEqual({ ok: true });
  expect(await actorOfSession(other.token, at)).toBeNull();
  expect(await sessionsOf(mine.actor, at)).toHaveLength(1);
  const mails = await database.query("select kind from mail where person_id = $1 and kind <> 'newDevice'", [
    mine.actor.personId,
  ]);
  expect(mails).toEqual([{ kind: "passwordChanged" }]);
});

test("how somebody has their mails is kept with them", async () => {
  const { actor } = await enter(cast.lu.email);
  expect(await mailOfPerson(actor)).toEqual({ email: cast.lu.email, mailing: "single" });
  await chooseMailing(actor, "digest");
  expect(await mailOfPerson(actor)).toMatchObject({ mailing: "digest" });
});

const newcomer: PersonInput = {
  name: "新来",
  nameEn: "",
  email: "newcomer@huiyin.example",
  mobile: "",
  role: "intake",
  post: null,
  department: "",
  point: "",
  locale: "zh-CN",
  reason: "新到岗",
};

test("an invitation opens an account once; disabling closes it at once", async () => {
  const [{ actor: admin }, { actor: other }] = [await enter(cast.xu.email), await enter(cast.wei.email)];
  const both = await Promise.all([invite(admin, newcomer, at), invite(admin, newcomer, at)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const [asked] = await database.query<{ id: string }>("select id from rights_request");
  expect(await lastLink(newcomer.email)).toBe(linkToken(applicationSecret, ""));
  expect(await decideRights(other, [asked?.id ?? ""], "approved", "同意", at)).toEqual({ ok: true });
  const given = { applicationSecret, token: await lastLink(newcomer.email), purpose: "invitation" } as const;
  expect(await holderOf({ ...given, purpose: "passwordReset" }, at)).toBeUndefined();
  expect(await holderOf({ ...given, token: `${given.token}x` }, at)).toBeUndefined();
  expect(await holderOf(given, later(72))).toBeUndefined();
  const uses = await Promise.all([1, 2].map(() => redeemLink(given, "a sentence to remember", "", at)));
  const [entry] = uses.filter((use) => use !== null);
  expect(uses.filter((use) => use !== null)).toHaveLength(1);
  const who = await actorOfSession(entry?.token ?? "", at);
  expect(who).toMatchObject({ kind: "intake", name: newcomer.name });
  expect(
    await disablePerson(admin, { id: who?.personId ?? "", version: 1, reason: "离岗" }, at),
  ).toMatchObject({ ok: true });
  expect(await actorOfSession(entry?.token ?? "", at)).toBeNull();
  expect(await disablePerson(admin, { id: admin.personId, version: 1, reason: "离岗" }, at)).toEqual({
    ok: false,
    fault: "notYourself",
  });
});

test("a reset is mailed to an account only, and a newer one makes the older useless", async () => {
  await askReset("nobody@huiyin.example", at);
  await askReset(cast.su.email, at);
  const older = {
    applicationSecret,
    token: await lastLink(cast.su.email),
    purpose: "passwordReset",
  } as const;
  expect(await holderOf(older, at)).toMatchObject({ name: cast.su.name.zh });
  await askReset(cast.su.email, later(0.01));
  expect(await holderOf(older, at)).toBeDefined();
  await askReset(cast.su.email, later(0.5));
  expect(await holderOf(older, later(0.5))).toBeUndefined();
  expect(await redeemLink(older, "a sentence to remember", "", later(0.5))).toBeNull();
  const sent = await database.query("select count(*)::int as count from mail where kind = 'passwordReset'");
  expect(sent).toEqual([{ count: 2 }]);
});

describe("a reset link", () => {
  const forgetful = cast.lu.email;
  const purpose = "passwordReset";
  const sentence = "a new sentence to remember";
  const when = (minutes: number) => later(24 + minutes / 60);
  const asked = async (minutes: number) => {
    await askReset(forgetful, when(minutes));
    return { applicationSecret, token: await lastLink(forgetful), purpose } as const;
  };
  const redeem = (given: Awaited<ReturnType<typeof asked>>, minutes: number) =>
    redeemLink(given, sentence, "Firefox · Linux", when(minutes));
  const mails = () =>
    database.query(
      "select kind from mail m join person p on p.id = person_id where email = $1 and kind = 'passwordChanged'",
      [forgetful],
    );

  test("sets the password, ends every session, opens one, and tells by mail", async () => {
    const sessions = [
      await enter(forgetful, castPassword, when(0)),
      await enter(forgetful, castPassword, when(0)),
    ];
    const entry = await redeem(await asked(1), 2);
    expect(entry?.role).toBe("supervisor");
    for (const { token } of sessions) expect(await actorOfSession(token, when(2))).toBeNull();
    const who = await actorOfSession(entry?.token ?? "", when(2));
    expect(await sessionsOf(must(who, "somebody"), when(2))).toMatchObject([{ device: "Firefox · Linux" }]);
    expect(await signIn({ email: forgetful, password: castPassword, device: "" }, when(3))).toMatchObject({
      ok: false,
    });
    await enter(forgetful, sentence, when(3));
    expect(await mails()).toHaveLength(1);
  });

  test("works once, also for two at the same moment", async () => {
    const given = await asked(10);
    const uses = await Promise.all([redeem(given, 11), redeem(given, 11)]);
    expect(uses.filter((use) => use !== null)).toHaveLength(1);
    expect(await redeem(given, 12)).toBeNull();
    expect(await mails()).toHaveLength(2);
  });

  test("works for an hour, not for another purpose, and not beside a newer one", async () => {
    const first = await asked(20);
    expect(await redeem(first, 81)).toBeNull();
    expect(await redeemLink({ ...first, purpose: "invitation" }, sentence, "", when(21))).toBeNull();
    const second = await asked(30);
    expect(await redeem(first, 31)).toBeNull();
    expect(await redeem(second, 31)).not.toBeNull();
  });

  test("opens no account that was disabled meanwhile, and changes nothing of it", async () => {
    const given = await asked(40);
    await database.query("update person set status = 'disabled' where email = $1", [forgetful]);
    expect(await redeem(given, 41)).toBeNull();
    const [row] = await database.query("select status from person where email = $1", [forgetful]);
    expect(row).toEqual({ status: "disabled" });
  });
});

describe("a request that changes something", () => {
  const post = (headers: Record<string, string>) =>
    isOwnRequest(new Request("http://huiyin.example/sign-in", { method: "POST", headers }));
  test.each([
    ["from our page", { "Sec-Fetch-Site": "same-origin" }, true],
    ["from our page over plain http", { Origin: "http://huiyin.example" }, true],
    ["from another site", { "Sec-Fetch-Site": "cross-site", Origin: "http://huiyin.example" }, false],
    ["from a neighbour", { "Sec-Fetch-Site": "same-site" }, false],
    ["from another origin", { Origin: "http://evil.example" }, false],
    ["from nowhere", {}, false],
  ])("%s", (_, headers, isAllowed) => expect(post(headers)).toBe(isAllowed));
});

test.each(["//evil.example", "/\\evil.example", "https://evil.example", "", "javascript:alert(1)"])(
  "one is not led away to %j",
  (address) => expect(pathOr(address, "/")).toBe("/"),
);
