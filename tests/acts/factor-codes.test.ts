import { beforeAll, describe, expect, test } from "vitest";
import { must } from "../../app/domain/access/actor.ts";
import { removeTotp, renewCodes } from "../../app/domain/people/enrol.server.ts";
import { factorsOf, proveByRecovery, proveByTotp } from "../../app/domain/people/factor.server.ts";
import { codeAt, stepAt } from "../../app/domain/people/totp.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { at, enrol, enter, holderBy, later, mailsOf, secret, stageOf } from "../support/factors.ts";
import { type Office, openOffice } from "../support/office.ts";

let database: TestDatabase;
let office: Office;

beforeAll(async () => {
  database = await testDatabase();
  office = await openOffice();
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
    const before = (await mailsOf(database, personId)).length;
    const holders = await Promise.all([1, 2].map(async () => holderBy(await enter(personId))));
    const typed = ` ${code.toLowerCase().replaceAll("-", " ")} `;
    const came = await Promise.all(holders.map((one) => proveByRecovery(one, typed, secret, at)));
    expect(came.toSorted()).toEqual(["proved", "wrong"]);
    expect(await factorsOf(must(holders[0], "a holder"))).toMatchObject({ codesLeft: 9 });
    expect((await mailsOf(database, personId)).length).toBe(before + 1);
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

  test("is of one set, though several were asked for at the same moment", async () => {
    const { token } = await enrol(office.ke.personId);
    const holder = await holderBy(token);
    const sets = await Promise.all(Array.from({ length: 5 }, () => renewCodes(secret, holder, at)));
    expect(sets.map((set) => set?.length)).toEqual([10, 10, 10, 10, 10]);
    expect((await factorsOf(holder)).codesLeft).toBe(10);
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
