import { describe, expect, test } from "vitest";
import { withActor } from "../../app/domain/access/with-actor.server.ts";
import { disablePerson, invite, inviteAgain } from "../../app/domain/people/invite.server.ts";
import { askAbout } from "../../app/domain/rights/ask.server.ts";
import { holderOf, holdersOf } from "../../app/domain/rights/holders.server.ts";
import { countRequests, historyOf, requestsOf } from "../../app/domain/rights/requests.server.ts";
import { searchTrail } from "../../app/domain/trail/search-trail.server.ts";
import {
  asked,
  at,
  decide,
  looked,
  mails,
  newcomer,
  openKept,
  personBy,
  waiting,
} from "../support/rights.ts";
import { storyHolder } from "../support/story-session.ts";

const { db, office } = await openKept();

describe("an account", () => {
  test("is opened and its invitation mailed once the other administrator approves", async () => {
    expect(await invite(office.xu, newcomer, at)).toEqual({ ok: true, done: "asked" });
    expect(await personBy(db, "new@huiyin.example")).toBeUndefined();
    expect(await mails(db, "rightsAsked")).toEqual(["ke@huiyin.example"]);
    const [id = ""] = await waiting(db);
    expect(await decide(office.ke, id)).toEqual({ ok: true });
    expect(await personBy(db, "new@huiyin.example")).toMatchObject({ role: "intake", status: "invited" });
    expect(await mails(db, "invitation")).toEqual(["new@huiyin.example"]);
    expect(await mails(db, "rightsDecided")).toEqual(["xu@huiyin.example"]);
  });

  test("isn't opened where it is refused or withdrawn", async () => {
    for (const [actor, verdict] of [
      [office.ke, "refused"],
      [office.xu, "withdrawn"],
    ] as const) {
      await invite(office.xu, newcomer, at);
      const [id = ""] = await waiting(db);
      expect(await decide(actor, id, verdict)).toEqual({ ok: true });
    }
    expect(await waiting(db)).toEqual([]);
    expect(await personBy(db, "new@huiyin.example")).toBeUndefined();
    expect(await mails(db, "invitation")).toEqual([]);
    expect(await mails(db, "rightsDecided")).toEqual(["xu@huiyin.example"]);
  });

  test("is asked for once for each address, with a reason", async () => {
    const both = await Promise.all([invite(office.xu, newcomer, at), invite(office.bai, newcomer, at)]);
    expect(both).toContainEqual({ ok: false, fault: "alreadyAsked" });
    expect(await waiting(db)).toHaveLength(1);
    const silent = { ...newcomer, email: "new2@huiyin.example", reason: "" };
    expect(await invite(office.xu, silent, at)).toEqual({ ok: false, fault: "noReason" });
    expect(await invite(office.xu, { ...newcomer, email: "SU@huiyin.example" }, at)).toEqual({
      ok: false,
      fault: "emailTaken",
    });
  });

  test("of the security administrator's asking is the system administrator's to approve", async () => {
    expect(await invite(office.ke, { ...newcomer, role: "auditor" }, at)).toEqual({
      ok: true,
      done: "asked",
    });
    expect(await mails(db, "rightsAsked")).toEqual(["bai@huiyin.example", "xu@huiyin.example"]);
    const [id = ""] = await waiting(db);
    expect(await decide(office.ke, id)).toMatchObject({ fault: "notYours" });
    expect(await decide(office.bai, id)).toEqual({ ok: true });
    expect(await personBy(db, "new@huiyin.example")).toMatchObject({ role: "auditor" });
  });

  test("of a point's first contact is opened with its point, of every further one on request", async () => {
    await db.query(
      "update person set liaison_point_id = null, role = 'leader' where email = 'he@huiyin.example'",
    );
    const contact = { ...newcomer, role: "liaison" as const, point: "LXD-002" };
    expect(await invite(office.xu, contact, at)).toEqual({ ok: true, done: "invited" });
    const second = { ...contact, email: "new2@huiyin.example" };
    expect(await invite(office.xu, second, at)).toEqual({ ok: true, done: "asked" });
    expect(await mails(db, "invitation")).toEqual(["new@huiyin.example"]);
  });
});

describe("an account that is closed", () => {
  test("closes at once, is told, and opens again once approved", async () => {
    expect(await disablePerson(office.xu, await looked(db, office.gu, "离岗"), at)).toMatchObject({
      ok: true,
    });
    expect(await personBy(db, "gu@huiyin.example")).toMatchObject({ status: "disabled" });
    expect(await mails(db, "accountDisabled")).toEqual(["ke@huiyin.example"]);
    const on = await looked(db, office.gu, "回来了");
    expect(await askAbout(office.xu, "enable", on, at)).toEqual({ ok: true });
    const [id = ""] = await waiting(db);
    expect(await personBy(db, "gu@huiyin.example")).toMatchObject({ status: "disabled" });
    expect(await decide(office.ke, id)).toEqual({ ok: true });
    // Who never had a password is invited once more.
    expect(await personBy(db, "gu@huiyin.example")).toMatchObject({ status: "invited" });
    expect(await mails(db, "invitation")).toEqual(["gu@huiyin.example"]);
  });

  test("is closed by an administrator of accounts alone, and never the last who could decide", async () => {
    for (const actor of [office.ke, office.jing, office.su])
      expect(await disablePerson(actor, await looked(db, office.gu, "离岗"), at)).toMatchObject({
        fault: "notFound",
      });
    expect(await disablePerson(office.xu, await looked(db, office.ke, "离岗"), at)).toMatchObject({
      fault: "lastOne",
    });
    expect(await disablePerson(office.xu, await looked(db, office.xu, "离岗"), at)).toMatchObject({
      fault: "notYourself",
    });
    await disablePerson(office.xu, await looked(db, office.gu, "离岗"), at);
    expect(await disablePerson(office.xu, await looked(db, office.gu, "离岗"), at)).toMatchObject({
      fault: "stale",
    });
    expect(await inviteAgain(office.xu, await looked(db, office.gu, ""), at)).toMatchObject({
      fault: "stale",
    });
  });

  test("is not closed, nor asked or written about, by a form that was made before somebody changed it", async () => {
    const before = await looked(db, office.gu, "离岗");
    await db.query("update person set name = '顾明达', version = version + 1 where id = $1", [before.id]);
    expect(await disablePerson(office.xu, before, at)).toMatchObject({ fault: "stale" });
    expect(await askAbout(office.xu, "replaceFactor", before, at)).toMatchObject({ fault: "stale" });
    await db.query("update person set status = 'invited' where id = $1", [before.id]);
    expect(await inviteAgain(office.xu, before, at)).toMatchObject({ fault: "stale" });
    expect(await mails(db, "invitation")).toEqual([]);
    expect(await inviteAgain(office.xu, await looked(db, office.gu, ""), at)).toMatchObject({ ok: true });
  });

  test("gives a lost factor back through two, with a link", async () => {
    const holder = await storyHolder(db, office.gu.personId);
    const on = await looked(db, office.gu, "手机丢了");
    expect(await askAbout(office.xu, "replaceFactor", on, at)).toEqual({ ok: true });
    const [id = ""] = await waiting(db);
    expect(await mails(db, "passwordReset")).toEqual([]);
    expect(await decide(office.ke, id)).toEqual({ ok: true });
    expect(await mails(db, "passwordReset")).toEqual(["gu@huiyin.example"]);
    expect(await db.query("select 1 from session where id = $1", [holder.sessionId])).toHaveLength(0);
  });
});

test("who holds what since when, by whose word", async () => {
  const id = await asked(db, office);
  expect(await withActor(office.ke, "read", (tx) => countRequests(tx, office.ke))).toBe(1);
  const found = await withActor(office.ke, "read", (tx) => requestsOf(tx, office.ke));
  expect(found.toDecide).toMatchObject([
    { before: { role: "supervisor" }, after: { role: "custodian" }, askerName: "许明镜" },
  ]);
  await decide(office.ke, id);
  const [row, history, all] = await withActor(office.ke, "read", async (tx) => [
    await holderOf(tx, office.gu.personId),
    await historyOf(tx, office.gu.personId),
    await holdersOf(tx, { role: "custodian" }),
  ]);
  expect(row).toMatchObject({ role: "custodian", since: at, askerName: "许明镜", deciderName: "柯正平" });
  expect(history.map(({ kind }) => kind)).toEqual(["move", "found"]);
  expect(all.rows.map(({ email }) => email)).toEqual([
    "gu@huiyin.example",
    "shi@huiyin.example",
    "yan@huiyin.example",
  ]);
  const { rows } = await withActor(office.jing, "read", (tx) => searchTrail(tx, { after: null }));
  expect(rows).toMatchObject([
    { kind: "rights", what: "rightsApproved", name: "柯正平", about: "顾明远" },
    { kind: "rights", what: "moveAsked", name: "许明镜", about: "顾明远" },
    ...rows.slice(2),
  ]);
});
