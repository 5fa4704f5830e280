import { describe, expect, test } from "vitest";
import { disablePerson, invite, movePerson } from "../../app/domain/people/invite.server.ts";
import { asked, at, decide, gu, looked, newcomer, openKept, personBy, waiting } from "../support/rights.ts";
import { storyHolder } from "../support/story-session.ts";

const { db, office } = await openKept();

describe("a change of rights", () => {
  test("takes effect once approved, and ends the person's sessions", async () => {
    const holder = await storyHolder(db, office.gu.personId);
    const id = await asked(db, office);
    expect(await personBy(db, "gu@huiyin.example")).toMatchObject({ role: "supervisor" });
    expect(await db.query("select 1 from session where id = $1", [holder.sessionId])).toHaveLength(1);
    expect(await decide(office.ke, id)).toEqual({ ok: true });
    expect(await personBy(db, "gu@huiyin.example")).toMatchObject({ role: "custodian" });
    expect(await db.query("select 1 from session where id = $1", [holder.sessionId])).toHaveLength(0);
  });

  test("is nobody's who asked for it, nobody's whom it is about, and no other role's", async () => {
    const id = await asked(db, office);
    for (const actor of [office.xu, office.bai])
      expect(await decide(actor, id)).toEqual({ ok: false, fault: "notYours" });
    for (const actor of [office.jing, office.su, office.gu])
      expect(await decide(actor, id)).toEqual({ ok: false, fault: "notFound" });
    expect(await decide(office.bai, id, "withdrawn")).toEqual({ ok: false, fault: "notYours" });
    expect(await decide(office.ke, id, "withdrawn")).toEqual({ ok: false, fault: "notYours" });
    const about = { ...newcomer, name: "许明镜", email: "xu@huiyin.example", role: "auditor" as const };
    expect(await movePerson(office.xu, office.xu.personId, 1, about, at)).toMatchObject({
      fault: "notYourself",
    });
    await decide(office.xu, id, "withdrawn");
    // The security administrator asks about xu: bai decides, xu doesn't.
    expect(await movePerson(office.ke, office.xu.personId, 1, about, at)).toMatchObject({ done: "asked" });
    const [aboutXu = ""] = await waiting(db);
    expect(await decide(office.xu, aboutXu)).toEqual({ ok: false, fault: "notYours" });
    expect(await decide(office.bai, aboutXu, "refused")).toEqual({ ok: true });
  });

  test("isn't asked for where nobody could decide it", async () => {
    const about = { ...newcomer, name: "柯正平", email: "ke@huiyin.example" };
    expect(await movePerson(office.xu, office.ke.personId, 1, about, at)).toEqual({
      ok: false,
      fault: "nobodyDecides",
    });
    expect(await movePerson(office.xu, office.gu.personId, 1, gu(), at)).toEqual({ ok: true, done: "saved" });
    expect(await waiting(db)).toEqual([]);
  });

  test("is stale once the person has changed, and once whoever asked has lost the right", async () => {
    const id = await asked(db, office);
    // As the form after the first: a name is saved at once, and is another account than was looked at.
    expect(await movePerson(office.bai, office.gu.personId, 2, gu({ name: "顾远" }), at)).toMatchObject({
      done: "saved",
    });
    expect(await decide(office.ke, id)).toEqual({ ok: false, fault: "stale" });
    expect(await personBy(db, "gu@huiyin.example")).toMatchObject({ role: "supervisor" });
    expect(await decide(office.ke, id, "refused")).toEqual({ ok: true });
    await invite(office.xu, newcomer, at);
    await disablePerson(office.bai, await looked(db, office.xu, "离岗"), at);
    const [other = ""] = await waiting(db);
    expect(await decide(office.ke, other)).toEqual({ ok: false, fault: "stale" });
  });

  test("of one form is saved as a whole or not at all", async () => {
    const nameless = gu({ name: "顾远", role: "custodian", reason: "" });
    expect(await movePerson(office.xu, office.gu.personId, 1, nameless, at)).toMatchObject({
      fault: "noReason",
    });
    expect(await personBy(db, "gu@huiyin.example")).toMatchObject({ version: 1 });
    expect(await movePerson(office.xu, office.gu.personId, 7, gu(), at)).toMatchObject({ fault: "stale" });
  });

  test("is decided once by two at the same moment", async () => {
    const id = await asked(db, office);
    const both = await Promise.all([
      decide(office.ke, id),
      decide(office.ke, id, "refused"),
      decide(office.xu, id, "withdrawn"),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, fault: "decidedBefore" });
    expect(await db.query("select 1 from rights_decision")).toHaveLength(1);
  });

  test("of an address waits too: a reset's link goes there", async () => {
    const id = await asked(db, office, gu({ email: "new@huiyin.example" }));
    expect(await personBy(db, "new@huiyin.example")).toBeUndefined();
    expect(await decide(office.ke, id)).toEqual({ ok: true });
    expect(await personBy(db, "new@huiyin.example")).toMatchObject({ role: "supervisor" });
  });
});
