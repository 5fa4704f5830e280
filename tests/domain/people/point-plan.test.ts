import { describe, expect, test } from "vitest";
import { movedSince, planOf, pointCode, seenOf } from "../../../app/domain/people/point-plan.ts";
import type { SheetPoint } from "../../../app/domain/people/sheet-point.ts";

const sheet = (point: SheetPoint) => ({
  points: [point],
  addresses: point.contact ? [{ ...point, email: point.contact.email }] : [],
  faults: [],
});

describe("the plan", () => {
  const point: SheetPoint = {
    row: 2,
    name: "澄湾市云岭精密电子有限公司",
    shortName: "云岭精密",
    creditCode: "91350100M000100Y43",
    district: "350206",
    industry: "electronics",
    size: "medium",
    termStartsOn: "2026-03-01",
    termEndsOn: "2029-02-28",
    contact: { name: "林知微", email: "lin@yunling.example", mobile: "13800001234" },
  };
  const known = { ...point, id: "p1", code: "LXD-001", status: "active" as const, version: 4 };
  const lin = {
    id: "l",
    name: "林知微",
    email: "LIN@yunling.example",
    mobile: "13800001234",
    liaisonPointId: "p1",
    version: 2,
  };
  const outcome = (...given: Parameters<typeof planOf>) => planOf(...given).rows[0]?.outcome;

  test("tells new, unchanged and changed apart, with what was and what would be", () => {
    expect(outcome(sheet(point), [], [])).toBe("new");
    expect(outcome(sheet(point), [known], [lin])).toBe("unchanged");
    expect(
      planOf(sheet(point), [{ ...known, name: "旧名", termEndsOn: null }], [{ ...lin, mobile: null }])
        .rows[0],
    ).toMatchObject({
      outcome: "changed",
      changes: [
        { column: "name", before: "旧名", after: point.name },
        { column: "termEndsOn", before: "", after: "2029-02-28" },
        { column: "contactMobile", before: "", after: "13800001234" },
      ],
    });
    expect(planOf(sheet(point), [known], []).rows[0]?.changes.map(({ column }) => column)).toEqual([
      "contactName",
      "contactEmail",
      "contactMobile",
    ]);
  });

  test("takes an empty short name, mobile or contact for nothing said", () => {
    const silent = { ...point, shortName: "", contact: point.contact && { ...point.contact, mobile: "" } };
    expect(outcome(sheet(silent), [known], [lin])).toBe("unchanged");
    expect(outcome(sheet({ ...point, contact: null }), [known], [])).toBe("unchanged");
  });

  test.each([
    ["of another point", { ...lin, liaisonPointId: "p2" }],
    ["of an officer", { ...lin, liaisonPointId: null }],
  ])("refuses the address %s, for a known point and for a new one", (_, person) => {
    for (const points of [[known], []])
      expect(planOf(sheet(point), points, [person]).faults).toEqual([
        { row: 2, column: "contactEmail", found: "lin@yunling.example", kind: "emailTaken", other: "林知微" },
      ]);
  });

  test("tells a foreign address also of a row that is wrong besides, in the order of the rows", () => {
    const missing = { row: 3, column: "name", found: "", kind: "missing" } as const;
    const wrong = {
      points: [],
      addresses: [{ row: 2, creditCode: null, email: lin.email }],
      faults: [missing],
    };
    const officer = { ...lin, liaisonPointId: null };
    expect(planOf(wrong, [known], [officer])).toMatchObject({
      rows: [],
      faults: [{ kind: "emailTaken" }, missing],
    });
    expect(planOf(wrong, [known], [lin]).faults).toEqual([missing]);
  });

  test("knows what somebody moved since it was seen, unless nothing is left to do", () => {
    const before = { ...known, name: "旧名" };
    const seen = seenOf(planOf(sheet(point), [before], [lin]));
    expect(seen).toBe("2:4.2");
    expect(movedSince(planOf(sheet(point), [before], [lin]), seen)).toEqual([]);
    expect(movedSince(planOf(sheet(point), [{ ...before, version: 5 }], [lin]), seen)).toEqual([2]);
    expect(movedSince(planOf(sheet(point), [], []), seen)).toEqual([2]);
    expect(movedSince(planOf(sheet(point), [{ ...known, version: 5 }], [lin]), seen)).toEqual([]);
  });

  test("numbers points like the ones before", () => {
    expect([pointCode(7), pointCode(217), pointCode(1000)]).toEqual(["LXD-007", "LXD-217", "LXD-1000"]);
  });
});
