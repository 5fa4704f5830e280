import { expect, it } from "vitest";
import { likeness, mostLed, pairsOf, similarity, similarityOf } from "../../../app/domain/ledger/similar.ts";

const report = {
  title: "专项资金申报系统反复退件，咨询电话无人接听",
  description: "申报技改专项资金，系统先后四次退件，每次理由不同，三部咨询电话连续五天无人接听。",
  field: "policyDelivery",
  conduct: "buckPassing",
};

it("compares texts by their pairs of characters, whatever their marks, width and case", () => {
  expect([...pairsOf("ＡＢ，c d")]).toEqual(["ab"]);
  expect(likeness(pairsOf("反复退件"), pairsOf("反复，退件"))).toBeCloseTo(0.8);
  expect(likeness(pairsOf(""), pairsOf("退件"))).toBe(0);
});

it("tells the same matter from another of the same field", () => {
  const again = {
    ...report,
    title: "专项资金申报多次被退件，电话没人接",
    description: `${report.description}盼尽快答复。`,
  };
  const other = {
    ...report,
    title: "补贴到账比承诺晚了半年",
    description: "去年公示的稳岗补贴至今没有到账，窗口说要等通知。",
  };
  expect(similarityOf(similarity(report, report))).toBe("almostSame");
  expect(similarityOf(similarity(report, again))).not.toBeNull();
  expect(similarityOf(similarity(report, other))).toBeNull();
  expect(similarity(report, again)).toBeGreaterThan(similarity(report, other));
});

it("suggests who led most, and nobody where none stands out", () => {
  const led = (...counts: number[]) =>
    mostLed(counts.map((count, i) => ({ departmentId: `department ${i}`, led: count })));
  expect(led(1, 3)).toEqual({ departmentId: "department 1", led: 3, of: 4 });
  expect(led(1, 1)).toBeNull();
  expect(led(2, 2)).toBeNull();
  expect(led(1)).toBeNull();
  expect(led()).toBeNull();
});
