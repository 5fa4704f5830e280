import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { guest, must, type PersonActor } from "../../app/domain/access/actor.ts";
import { becomeRegistrar, withActor } from "../../app/domain/access/with-actor.server.ts";
import { addTotp, offerTotp, removeTotp, renewCodes } from "../../app/domain/people/enrol.server.ts";
import {
  clearFactors,
  factorsOf,
  type Holder,
  holderOf,
  holderOfHalf,
  proveByRecovery,
  proveByTotp,
} from "../../app/domain/people/factor.server.ts";
import { hashPassword } from "../../app/domain/people/password.server.ts";
import { proveByPassword } from "../../app/domain/people/prove-password.server.ts";
import {
  actorOfSession,
  demandFactors,
  openSession,
  renewSession,
  sessionOf,
} from "../../app/domain/people/session.server.ts";
import { codeAt, stepAt } from "../../app/domain/people/totp.ts";
import { schema } from "../../db/client.server.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { type Office, openOffice } from "../support/office.ts";

const secret = "a secret of the tests, long enough to be one";
const at = new Date("2026-11-20T09:00:00+08:00");
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
let database: TestDatabase;
let office: Office;

beforeAll(async () => {
  database = await testDatabase();
  office = await openOffice();
});
afterEach(() => demandFactors("offered"));

const enter = (personId: string, when = at) =>
  withActor(guest, "write", (tx) => openSession(tx, personId, "Firefox · Linux", when));

/** Whoever holds a cookie, half or whole. */
async function holderBy(token: string, when = at): Promise<Holder> {
  const signed = must(await sessionOf(token, when), "a session");
  return signed.stage === "half" ? holderOfHalf(signed.half) : holderOf(signed.actor);
}

/** Gives somebody an authenticator app; what it counts from, and the recovery codes. */
async function enrol(personId: string, when = at) {
  const token = await enter(personId, when);
  const holder = await holderBy(token, when);
  const offer = offerTotp(secret, holder, "x");
  const typed = codeAt(offer.secret, stepAt(when));
  const added = await addTotp(secret, holder, { sealed: offer.sealed, typed }, when);
  if (typeof added === "string" || !added.codes) throw new Error(`not added: ${JSON.stringify(added)}`);
  return { token, app: offer.secret, codes: added.codes };
}

const stageOf = async (token: string, when = at) => (await sessionOf(token, when))?.stage;
const mailsOf = (personId: string) =>
  database.query("select kind from mail where person_id = $1 and kind = 'factorChanged'", [personId]);

describe("where a second factor is required", () => {
  test("a session begins half, and by it the database knows nobody", async () => {
    demandFactors("required");
    const [token, whole] = [await enter(office.su.personId), await enter(office.lin.personId)];
    expect([await stageOf(token), await stageOf(whole)]).toEqual(["half", "whole"]);
    expect(await actorOfSession(token, at)).toBeNull();
    // What a page would do if it let her in.
    const asIf = { ...office.su, key: (await holderBy(token)).key };
    for (const table of ["person", "session", "notice", "complaint", "liaison_point"])
      expect(await rowsSeen(asIf, table), table).toBe(0);
    expect(await rowsSeen(office.su, "liaison_point")).toBeGreaterThan(0);
    const acted = withActor(asIf, "act", (tx) => tx.delete(schema.draft).returning({ id: schema.draft.id }));
    expect(await acted).toEqual([]);
    await expect(
      withActor(asIf, "act", (tx) => tx.insert(schema.liaisonPoint).values(anyPoint)),
    ).rejects.toThrow();
  });

  test("whoever was signed in before that is half at their next request, and nobody to the database", async () => {
    const [owing, gave] = [office.shen.personId, office.fang.personId];
    const [owes, exempt] = [await enter(owing), await enter(office.lin.personId)];
    const { token: given } = await enrol(gave);
    const asIf = { ...office.shen, key: (await holderBy(owes)).key };
    expect(await rowsSeen(asIf, "liaison_point")).toBeGreaterThan(0);
    demandFactors("required");
    expect([await stageOf(owes), await stageOf(exempt), await stageOf(given)]).toEqual([
      "half",
      "whole",
      "whole",
    ]);
    expect(await rowsSeen(asIf, "liaison_point")).toBe(0);
    // For good, and no longer than any other half session lasts.
    demandFactors("offered");
    expect([await stageOf(owes), await stageOf(owes, later(15))]).toEqual(["half", undefined]);
    const { token } = await enrol(owing, later(16));
    expect(await stageOf(token, later(17))).toBe("whole");
    await clear(owing, gave);
  });

  test("its first factor makes it whole, ends the others and is told by mail", async () => {
    demandFactors("required");
    const other = await enter(office.gu.personId);
    const { token, codes } = await enrol(office.gu.personId);
    expect(codes).toHaveLength(10);
    expect([await stageOf(token), await stageOf(other)]).toEqual(["whole", undefined]);
    expect(await mailsOf(office.gu.personId)).toHaveLength(1);
    expect(await removeTotp(await holderBy(token), later(1))).toBe("lastOne");
  });

  test("who has a factor can't add another by the password alone", async () => {
    const token = await enter(office.gu.personId);
    const half = await holderBy(token);
    const offer = offerTotp(secret, half, "x");
    const given = { sealed: offer.sealed, typed: codeAt(offer.secret, stepAt(at)) };
    expect(await addTotp(secret, half, given, at)).toBe("haveOne");
    // Nor does the database take one.
    const { personId, key } = half;
    const row = { personId, sealed: Buffer.from("x"), lastStep: 1, createdAt: at };
    const inserted = withActor({ kind: "guest", key }, "write", (tx) => tx.insert(schema.totp).values(row));
    await expect(inserted).rejects.toThrow();
    const removed = withActor({ kind: "guest", key }, "write", (tx) =>
      tx.delete(schema.totp).returning({ personId: schema.totp.personId }),
    );
    expect(await removed).toEqual([]);
  });
});

const anyPoint = {
  id: crypto.randomUUID(),
  code: "LXD-900",
  name: "x",
  shortName: "x",
  creditCode: "9".repeat(18),
  district: "350206",
  industry: "software",
  size: "small",
  termStartsOn: "2026-01-01",
} as const;

const rowsSeen = (actor: PersonActor, table: string) =>
  withActor(actor, "read", async (tx) => {
    const { rows } = await tx.execute<{ n: number }>(sql.raw(`select count(*)::int as n from ${table}`));
    return rows[0]?.n;
  });

describe("six digits", () => {
  test("are right once, though two send them at the same moment", async () => {
    const { app } = await enrol(office.zhao.personId);
    const tokens = await Promise.all([1, 2].map(() => enter(office.zhao.personId, later(1))));
    const holders = await Promise.all(tokens.map((token) => holderBy(token, later(1))));
    const code = codeAt(app, stepAt(later(1)));
    const came = await Promise.all(holders.map((one) => proveByTotp(one, code, secret, later(1))));
    expect(came.toSorted()).toEqual(["proved", "wrong"]);
    expect((await Promise.all(tokens.map((token) => stageOf(token, later(1))))).toSorted()).toEqual([
      "half",
      "whole",
    ]);
  });

  test("the ones by which the app was taken on are used up too", async () => {
    const { app } = await enrol(office.fang.personId);
    const holder = await holderBy(await enter(office.fang.personId));
    expect(await proveByTotp(holder, codeAt(app, stepAt(at)), secret, at)).toBe("wrong");
    expect(await proveByTotp(holder, codeAt(app, stepAt(at) + 1), secret, at)).toBe("proved");
  });

  test("may be wrong five times in a session, also for many at once", async () => {
    const { app } = await enrol(office.qin.personId);
    const holder = await holderBy(await enter(office.qin.personId, later(2)), later(2));
    const wrong = await Promise.all(
      Array.from({ length: 9 }, () => proveByTotp(holder, "000000", secret, later(2))),
    );
    expect(wrong.filter((one) => one === "wrong")).toHaveLength(5);
    const right = codeAt(app, stepAt(later(2)));
    expect(await proveByTotp(holder, right, secret, later(2))).toBe("tooOften");
    const again = await holderBy(await enter(office.qin.personId, later(2)), later(2));
    expect(await proveByTotp(again, right, secret, later(2))).toBe("proved");
  });

  test("may be wrong twenty times a day, whatever the session; what was right isn't counted", async () => {
    const { personId } = office.tang;
    const { app } = await enrol(personId);
    let wrong = 0;
    for (let session = 1; session <= 8; session++) {
      const holder = await holderBy(await enter(personId, later(session)), later(session));
      for (let tries = 0; tries < 4; tries++)
        if ((await proveByTotp(holder, "000000", secret, later(session))) === "wrong") wrong += 1;
      if (session <= 4)
        await proveByTotp(holder, codeAt(app, stepAt(later(session))), secret, later(session));
    }
    expect(wrong).toBe(20);
    const nextDay = later(24 * 60 + 5);
    const holder = await holderBy(await enter(personId, nextDay), nextDay);
    expect(await proveByTotp(holder, codeAt(app, stepAt(nextDay)), secret, nextDay)).toBe("proved");
  });

  test("are reckoned from a secret that is nobody's to read", async () => {
    const { app } = await enrol(office.liang.personId);
    const [row] = await database.query<{ sealed: Buffer }>("select sealed from totp where person_id = $1", [
      office.liang.personId,
    ]);
    expect(row?.sealed.includes(app)).toBe(false);
    const holder = await holderBy(await enter(office.liang.personId, later(3)), later(3));
    const code = codeAt(app, stepAt(later(3)));
    expect(await proveByTotp(holder, code, "another secret of an application", later(3))).toBe("wrong");
    // Sealed for one, it is no use to another.
    await database.query("update totp set sealed = $1 where person_id = $2", [
      row?.sealed,
      office.fang.personId,
    ]);
    const fang = await holderBy(await enter(office.fang.personId, later(3)), later(3));
    expect(await proveByTotp(fang, code, secret, later(3))).toBe("wrong");
  });
});

describe("a recovery code", () => {
  test("opens once, though two send it at the same moment, and is told by mail", async () => {
    const { personId } = office.he;
    const { codes } = await enrol(personId);
    const [code = "", second = ""] = codes;
    const before = (await mailsOf(personId)).length;
    const holders = await Promise.all([1, 2].map(async () => holderBy(await enter(personId))));
    const typed = ` ${code.toLowerCase().replaceAll("-", " ")} `;
    const came = await Promise.all(holders.map((one) => proveByRecovery(one, typed, secret, at)));
    expect(came.toSorted()).toEqual(["proved", "wrong"]);
    expect(await factorsOf(must(holders[0], "a holder"))).toMatchObject({ codesLeft: 9 });
    expect((await mailsOf(personId)).length).toBe(before + 1);
    const rows = await database.query("select * from recovery_code where person_id = $1", [personId]);
    for (const one of codes) expect(JSON.stringify(rows)).not.toContain(one);
    const loser = must(holders[came.indexOf("wrong")], "who came second");
    expect(await proveByRecovery(loser, second, secret, at)).toBe("proved");
  });

  test("of a set before stops working with the new set", async () => {
    const { token, codes } = await enrol(office.shen.personId);
    const anew = await renewCodes(secret, await holderBy(token), at);
    expect(anew).toHaveLength(10);
    const holder = await holderBy(await enter(office.shen.personId));
    expect(await proveByRecovery(holder, codes[0] ?? "", secret, at)).toBe("wrong");
    expect(await proveByRecovery(holder, anew?.[0] ?? "", secret, at)).toBe("proved");
  });

  test("goes with the last factor, and the next sign-in asks for the password alone", async () => {
    const { token } = await enrol(office.jing.personId);
    const elsewhere = await enter(office.jing.personId);
    expect(await removeTotp(await holderBy(token), at)).toBe("removed");
    expect(await stageOf(elsewhere)).toBeUndefined();
    expect(await factorsOf(await holderBy(token))).toEqual({ passkeys: [], totpSince: null, codesLeft: 0 });
    expect(await stageOf(await enter(office.jing.personId))).toBe("whole");
  });
});

/** Takes people's factors away, as two administrators may. */
const clear = (...people: string[]) =>
  withActor(office.xu, "write", async (tx) => {
    await becomeRegistrar(tx);
    for (const personId of people) await clearFactors(tx, personId);
  });

test("cleared factors leave nothing, and every session has ended", async () => {
  const { personId } = office.ke;
  const { token } = await enrol(personId);
  const half = await enter(personId);
  await clear(personId);
  expect([await stageOf(token), await stageOf(half)]).toEqual([undefined, undefined]);
  demandFactors("required");
  const anew = await holderBy(await enter(personId));
  expect(await factorsOf(anew)).toEqual({ passkeys: [], totpSince: null, codesLeft: 0 });
});

test("a password proves again in a session that is whole, and is counted where it doesn't", async () => {
  const { personId } = office.bai;
  await database.query("update person set password_hash = $1 where id = $2", [
    await hashPassword("a sentence of one's own"),
    personId,
  ]);
  const token = await enter(personId);
  const actor = async (minutes: number) => must(await actorOfSession(token, later(minutes)), "bai");
  expect(await proveByPassword(await actor(10), "not this one", later(10))).toBe("wrong");
  expect((await actor(10)).provedAt).toEqual(at);
  expect(await proveByPassword(await actor(11), "a sentence of one's own", later(11))).toBe("proved");
  expect((await actor(11)).provedAt).toEqual(later(11));
});

describe("while the application's secret is being changed", () => {
  const next = "the next secret of the tests, long enough";

  test("an app goes on, and by its next use needs the old secret no more", async () => {
    const { personId } = office.yan;
    const { app } = await enrol(personId);
    const both = `${next}\n${secret}`;
    const code = (minutes: number) => codeAt(app, stepAt(later(minutes)));
    const tried = async (minutes: number, by: string) =>
      proveByTotp(
        await holderBy(await enter(personId, later(minutes)), later(minutes)),
        code(minutes),
        by,
        later(minutes),
      );
    expect(await tried(1, next)).toBe("wrong");
    expect(await tried(2, both)).toBe("proved");
    expect(await tried(3, next)).toBe("proved");
    expect(await tried(4, secret)).toBe("wrong");
  });

  test("a recovery code made with the old one opens", async () => {
    const { personId } = office.shi;
    const { codes } = await enrol(personId);
    const holder = async () => holderBy(await enter(personId));
    expect(await proveByRecovery(await holder(), codes[0] ?? "", next, at)).toBe("wrong");
    expect(await proveByRecovery(await holder(), codes[0] ?? "", `${next}\n${secret}`, at)).toBe("proved");
  });
});

describe("a session that was proved", () => {
  test("is known by another secret, and no more by the one before", async () => {
    const before = await enter(office.su.personId);
    const actor = must(await actorOfSession(before, at), "su");
    const after = await renewSession(actor);
    expect(after.split(".")[0]).toBe(before.split(".")[0]);
    expect(await actorOfSession(before, at)).toBeNull();
    expect(await actorOfSession(after, at)).toMatchObject({ personId: office.su.personId });
  });

  test("is exchanged only once it is whole, and only by who holds it", async () => {
    demandFactors("required");
    const token = await enter(office.gu.personId);
    const signed = must(await sessionOf(token, at), "gu");
    if (signed.stage !== "half") throw new Error("not half");
    await renewSession(signed.half);
    expect(await stageOf(token)).toBe("half");
    await renewSession({ ...signed.half, key: `session:${"0".repeat(64)}` });
    expect(await stageOf(token)).toBe("half");
  });
});
