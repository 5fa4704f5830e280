import { describe, expect, it } from "vitest";
import {
  deciderOf,
  faultOfAsking,
  fitsStatus,
  type Holding,
  isSameHolding,
  requestsPath,
} from "../../app/domain/rights/rights.ts";
import { ASKED_KINDS, PERSON_STATUSES, ROLES } from "../../db/vocabulary.ts";

const holding: Holding = {
  ...{ name: "顾明远", nameEn: null, email: "gu@huiyin.example", role: "supervisor", post: null },
  ...{ departmentId: null, liaisonPointId: null },
};
const around = { askerId: "xu", deciderIds: ["wei"], waiting: new Set<string>() };
const move = {
  ...{ kind: "move" as const, subjectId: "gu", status: "active" as const },
  ...{ before: holding, after: { ...holding, role: "custodian" as const } },
};

describe("rights", () => {
  it("are asked for by two administrators, each of whom decides for the other", () => {
    expect(ROLES.filter((role) => deciderOf(role))).toEqual(["sysadmin", "secadmin"]);
    expect([deciderOf("sysadmin"), deciderOf("secadmin")]).toEqual(["secadmin", "sysadmin"]);
    expect([requestsPath("sysadmin"), requestsPath("secadmin")]).toEqual(["/admin/requests", "/security"]);
  });

  it("are what opens something: a role, a place, an address, and no name", () => {
    expect(isSameHolding(holding, { ...holding, name: "顾远", mobile: "138", locale: "en" })).toBe(true);
    for (const change of [
      { role: "custodian" as const },
      { post: "approver" as const },
      { email: "new@huiyin.example" },
      { departmentId: "a" },
      { liaisonPointId: "b" },
    ])
      expect(isSameHolding(holding, { ...holding, ...change })).toBe(false);
  });

  it("are asked for as an account stands", () => {
    const fits = ASKED_KINDS.map((kind) => [
      kind,
      [null, ...PERSON_STATUSES].filter((status) => fitsStatus(kind, status)),
    ]);
    expect(Object.fromEntries(fits)).toEqual({
      appoint: [null],
      move: ["invited", "active", "disabled"],
      enable: ["disabled"],
      replaceFactor: ["active"],
    });
  });

  it.each([
    ["where all is well", {}, {}, null],
    ["about oneself", { subjectId: "xu" }, {}, "notYourself"],
    ["about an account that stands otherwise", { kind: "enable" as const }, {}, "stale"],
    ["where nothing changes", { after: holding }, {}, "unchanged"],
    ["about whom a request waits", {}, { waiting: new Set(["gu"]) }, "alreadyAsked"],
    ["about an address for which one waits", {}, { waiting: new Set(["gu@huiyin.example"]) }, "alreadyAsked"],
    ["where there is nobody who decides", {}, { deciderIds: [] }, "nobodyDecides"],
    ["about the only one who decides", { subjectId: "wei" }, {}, "nobodyDecides"],
    ["about one of two who decide", { subjectId: "wei" }, { deciderIds: ["wei", "ke"] }, null],
  ])("%s", (_, asked, other, fault) => {
    expect(faultOfAsking({ ...move, ...asked }, { ...around, ...other })).toBe(fault);
  });
});
