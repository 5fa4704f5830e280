import { describe, expect, test } from "vitest";
import { owesFactor } from "../../../app/domain/people/factor.ts";
import { FRESH_MINUTES, isFresh, isFreshAct } from "../../../app/domain/people/fresh.ts";
import { endOfSession, SESSION_DAYS, SESSION_LIMITS } from "../../../app/domain/people/session-limit.ts";
import { ROLES, type Role } from "../../../db/vocabulary.ts";

const began = new Date("2026-11-20T09:00:00+08:00");
const on = (minutes: number) => new Date(began.getTime() + minutes * 60_000);

/** Minutes without use, and hours in all, as the office has decided. */
const decided: Record<Role, [number, number]> = {
  liaison: [480, 168],
  leader: [60, 24],
  department: [60, 12],
  intake: [60, 12],
  supervisor: [60, 12],
  discipline: [30, 12],
  custodian: [15, 8],
  sysadmin: [15, 8],
  secadmin: [15, 8],
  auditor: [15, 8],
};

describe("a session of", () => {
  test.each(ROLES)("%s ends idle, and at its whole length however much it is used", (role) => {
    const [idle, hours] = decided[role];
    expect(endOfSession(role, "whole", began, began)).toEqual(on(idle));
    expect(endOfSession(role, "whole", began, on(10))).toEqual(on(10 + idle));
    expect(endOfSession(role, "whole", began, on(hours * 60 - 1))).toEqual(on(hours * 60));
  });

  test.each(ROLES)("%s that is half ends within a quarter of an hour, used or not", (role) => {
    expect(endOfSession(role, "half", began, on(14))).toEqual(on(15));
  });

  test("those who may do most is the shortest, and no cookie outlives the longest", () => {
    const idle = (role: Role) => SESSION_LIMITS[role].idle;
    for (const role of ["custodian", "sysadmin", "secadmin", "auditor"] as const)
      for (const other of ["intake", "supervisor", "department", "leader", "liaison"] as const)
        expect(idle(role)).toBeLessThan(idle(other));
    expect(SESSION_DAYS).toBe(7);
  });
});

describe("a second factor", () => {
  test.each(ROLES)("is owed by %s where it is required, and by nobody where it is offered", (role) => {
    expect(owesFactor(role, "required")).toBe(role !== "liaison");
    expect(owesFactor(role, "offered")).toBe(false);
  });
});

describe("a fresh proof", () => {
  test("is asked for what can't be undone, and for nothing else", () => {
    for (const act of "approveWriteOff moveToClue concludeClue approveErasure approveUnsealing openIdentity decideRights disableAccount changeCalendar changePeriod changeFactor".split(
      " ",
    ))
      expect(isFreshAct(act), act).toBe(true);
    for (const act of "accept assign reply feedBack evaluate classify refuseWriteOff refuseUnsealing".split(
      " ",
    ))
      expect(isFreshAct(act), act).toBe(false);
  });

  test("counts for a quarter of an hour, and none never does", () => {
    expect(FRESH_MINUTES).toBe(15);
    expect(isFresh(began, on(15))).toBe(true);
    expect(isFresh(began, on(15.01))).toBe(false);
    expect(isFresh(undefined, began)).toBe(false);
  });
});
