import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOutright, type MarkKind, marksIn, originalOf } from "../../../app/domain/complaint/marks.ts";

const reported = {
  points: [{ name: "澄湾市云岭精密电子有限公司", shortName: "云岭精密", creditCode: "91350100M000100Y43" }],
  people: [
    { name: "林知微", nameEn: "Lin Zhiwei", mobile: "13800138000", email: "lin@yunling.example" },
    { name: "何舒", mobile: "+86 139 1234 5678" },
  ],
  matter: {
    number: "HY2026-00123",
    title: "图纸审查三次补正，每次要求都不一样",
    description: "我司三月递交的图纸，三次补正意见每次都不一样，开工一再推迟。",
    about: "审图窗口",
    disclosure: "confidential",
  },
  supplements: [{ answer: "The counter clerk asked us to come back on the third Monday." }, { answer: null }],
  files: [{ name: "云岭三号厂房退件通知.pdf" }, { name: "照片.jpg" }],
};
const original = originalOf(reported);
const kindsIn = (words: string) => [...new Set(marksIn(words, original).map(({ kind }) => kind))];

describe("words for a department are marked", () => {
  it.each<[MarkKind, string]>([
    ["name", "澄湾市云岭精密电子有限公司"],
    ["creditCode", "91350100M000100Y43"],
    ["number", "13800138000"],
    ["number", "13912345678"],
    ["number", "lin@yunling.example"],
    ["number", "HY2026-00123"],
    ["shortName", "云岭精密电子"],
    ["shortName", "云岭"],
    ["person", "林知微"],
    ["person", "知微"],
    ["person", "何女士"],
    ["person", "Lin Zhiwei"],
    ["fileName", "云岭三号厂房退件通知"],
    ["copied", "三次补正意见每次都不一样"],
    ["copied", "图纸审查三次补正每次要求"],
    ["copied", "come back on the third"],
  ])("%s: %s, whatever stands between its characters and however wide they are", (kind, secret) => {
    const gap = fc.constantFrom("", "", " ", "　", "-", "·", "，", "\n", "\u200b", "（", "*");
    const sign = (one: string) => fc.constantFrom(one, one.toUpperCase(), widened(one));
    const written = fc.tuple(...[...secret].map((one) => fc.tuple(sign(one), gap).map(([a, b]) => a + b)));
    fc.assert(
      fc.property(written, fc.constantFrom("", "请核实：", "据了解，"), (signs, before) => {
        const words = `${before}${signs.join("")}。`;
        const marks = marksIn(words, original);
        const marked = marks.filter((mark) => mark.kind === kind || isStronger(mark.kind, kind));
        expect(marked.length).toBeGreaterThan(0);
        expect(Math.min(...marked.map(({ from }) => from))).toBeLessThanOrEqual(before.length + 2);
      }),
      { numRuns: 60 },
    );
  });

  it("nowhere else: in a text of other characters there is no mark", () => {
    const other = fc.stringMatching(/^[请某企业反映办理进度缓慢，。、 a-e]{0,80}$/u);
    fc.assert(
      fc.property(other, (words) => {
        expect(marksIn(words, original)).toEqual([]);
      }),
    );
  });

  it("just where they stand, the stronger over the weaker", () => {
    expect(marksIn("请找云岭 精密，电话 138 0013 8000。", original)).toEqual([
      { from: 2, to: 7, kind: "shortName" },
      { from: 11, to: 24, kind: "number" },
    ]);
    expect(kindsIn("澄湾市云岭精密电子有限公司")).toEqual(["name"]);
  });

  it("from twelve characters in a row on, and no sooner", () => {
    expect(kindsIn("补正意见每次都不一样，开")).toEqual([]);
    expect(kindsIn("正意见每次都不一样，开工一")).toEqual(["copied"]);
  });

  it("but not within a longer Latin word, nor for a name of one character", () => {
    const named = originalOf({ ...reported, people: [{ name: "Li" }, { name: "云" }] });
    expect(marksIn("the policy of quality", named)).toEqual([]);
    expect(marksIn("ask Mr Li first", named)).toEqual([{ from: 7, to: 9, kind: "person" }]);
  });
});

it("a file's name is one from six signs or twelve letters on: a shorter one is any paper's", () => {
  const files = ["沟通记录.txt", "Receipt.pdf", "三号厂房图纸.pdf", "Dock permit 7.pdf"].map((name) => ({
    name,
  }));
  expect(originalOf({ ...reported, files }).fileName).toEqual(["三号厂房图纸"]);
});

it("in a named matter only the numbers of people are marked, and a reason is enough for them", () => {
  const named = originalOf({ ...reported, matter: { ...reported.matter, disclosure: "named" } });
  const words = "请联系澄湾市云岭精密电子有限公司林知微 13800138000，91350100M000100Y43。";
  expect(marksIn(words, named).map(({ kind }) => kind)).toEqual(["number"]);
});

it("a short form of a name is what people say: without place, form and trade", () => {
  const shortOf = (name: string, shortName: string) =>
    originalOf({ ...reported, points: [{ name, shortName }] }).shortName;
  expect(shortOf("澄湾市禾穗机械股份有限公司", "禾穗机械")).toEqual(["禾穗机械", "禾穗"]);
  expect(shortOf("澄湾市冷链物流行业协会", "冷链物流行业协会")).toEqual(["冷链物流行业协会", "冷链物流协会"]);
  expect(shortOf("Brightwater Foods Co., Ltd.", "Brightwater")).toEqual(["Brightwater Foods", "Brightwater"]);
});

const widened = (one: string) =>
  /^[!-~]$/.test(one) ? String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0) : one;

/** A stronger mark may lie over a weaker one, and says no less. */
const isStronger = (found: MarkKind, kind: MarkKind) =>
  isOutright(found) || (kind === "fileName" && found === "shortName");
