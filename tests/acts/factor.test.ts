import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { must, type PersonActor } from "../../app/domain/access/actor.ts";
import { becomeRegistrar, withActor } from "../../app/domain/access/with-actor.server.ts";
import { addTotp, offerTotp, removeTotp } from "../../app/domain/people/enrol.server.ts";
import { clearFactors, factorsOf } from "../../app/domain/people/factor.server.ts";
import { hashPassword } from "../../app/domain/people/password.server.ts";
import { proveByPassword } from "../../app/domain/people/prove-password.server.ts";
import {
  actorOfSession,
  demandFactors,
  renewSession,
  sessionOf,
} from "../../app/domain/people/session.server.ts";
import { codeAt, stepAt } from "../../app/domain/people/totp.ts";
import { schema } from "../../db/client.server.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { at, enrol, enter, holderBy, later, mailsOf, secret, stageOf } from "../support/factors.ts";
import { type Office, openOffice } from "../support/office.ts";

let database: TestDatabase;
let office: Office;

beforeAll(async () => {
  database = await testDatabase();
  office = await openOffice();
});
afterEach(() => demandFactors("offered"));

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
    expect(await mailsOf(database, office.gu.personId)).toHaveLength(1);
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
