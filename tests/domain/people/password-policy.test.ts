import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { commonWords } from "../../../app/domain/people/common-words.ts";
import {
  faultOfPassword,
  isAged,
  kindsOf,
  type PasswordProfile,
  piecesOf,
  strengthOf,
  typed,
} from "../../../app/domain/people/password-policy.ts";
import { castPassword } from "../../../db/seed/cast.ts";
import { random } from "../../../db/seed/random.ts";

const facts = ["zhiyao.lin@harbour-works.cn", "林知遥", "Lin Zhiyao", "13850012345", "91350200MA2XYZ0001"];
const faultOf = (next: string, profile: PasswordProfile = "usual") =>
  faultOfPassword({ next, again: next, facts }, profile);
const lower = (least: number, most = least) =>
  fc.string({
    unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"),
    minLength: least,
    maxLength: most,
  });

describe("a new password", () => {
  test.each([
    ["of eleven characters", "short enough", null],
    ["of less", "short enoug", "tooShort"],
    ["of the most", "ab cd".repeat(8).concat("xq vm jh wd".repeat(14)).padEnd(200, "kz").slice(0, 200), null],
    ["of more", "x q v m j h w d ".repeat(13), "tooLong"],
    ["that is a common one with a year", "Password2026!!", "common"],
    ["that is one in leet", "P@$$w0rd2026!", "common"],
    ["that says I love you in pinyin", "woaini1314520", "common"],
    ["that is a walk over the keyboard", "qwertyuiop[]", "common"],
    ["that walks down it", "1qaz2wsx3edc", "common"],
    ["that is a name and a year of birth", "Zhangwei@1990", "common"],
    ["with the name of the house", "Huiyin@2026!!", "common"],
    ["that is one sign", "aaaaaaaaaaaa", "common"],
    ["that repeats", "xkqxkqxkqxkq", "common"],
    ["that is a number", "350203199001011234", "common"],
    ["that everybody has read of", "correcthorsebatterystaple", "common"],
    ["out of one's own name", "LinZhiyao#1385", "ownFacts"],
    ["out of one's own number", "13850012345kqvw", "ownFacts"],
    ["out of one's own address", "zhiyao.lin@harbour-works.cn", "ownFacts"],
    ["that is a sentence", "my dog eats blue shoes", null],
    ["that is a sentence in Chinese", "春眠不觉晓处处闻啼鸟夜来风雨声", null],
    ["that chance made", "xK9#mP2$vL5q", null],
    ["of the cast", castPassword, null],
  ] as const)("%s", (_, password, fault) => expect(faultOf(password)).toBe(fault));

  it("is the same one however a keyboard composed it", () => {
    expect(typed("e\u0301cole ｐａｓｓ")).toBe("\u00e9cole pass");
    expect(faultOf("ｐａｓｓｗｏｒｄ２０２６")).toBe("common");
  });

  it("is typed twice alike", () =>
    expect(faultOfPassword({ next: castPassword, again: `${castPassword} `, facts }, "usual")).toBe(
      "different",
    ));

  it("needs no kinds of signs, unless the profile is strict", () => {
    expect(kindsOf("aA1-")).toBe(4);
    expect(faultOf("my dog eats blue shoes", "strict")).toBe("kinds");
    expect(faultOf("My dog eats 3 blue shoes", "strict")).toBeNull();
    expect(faultOf(castPassword, "strict")).toBe("kinds");
  });
});

describe("the list of common words", () => {
  it("has some thousands, none of which helps, dressed up or not", () => {
    expect(commonWords.size).toBeGreaterThan(3_000);
    const dress = fc.record({
      word: fc.constantFrom(...commonWords),
      isUpper: fc.boolean(),
      year: fc.integer({ min: 1950, max: 2030 }),
      sign: fc.constantFrom("!", "!!", "@", "#", "."),
    });
    fc.assert(
      fc.property(dress, ({ word, isUpper, year, sign }) => {
        const dressed = `${isUpper ? word.toUpperCase() : word}${sign}${year}${sign}`.padEnd(12, "1");
        expect(["common", "tooLong"]).toContain(faultOf(dressed));
      }),
    );
  });

  it("never makes a password worse for what is added to it", () =>
    fc.assert(
      fc.property(lower(1, 30), lower(1), (password, more) => {
        // A letter that completes a word may save a few pieces, and never more than the word has letters.
        expect(piecesOf(password + more)).toBeLessThanOrEqual(piecesOf(password) + 1);
      }),
    ));

  it("lets random letters by", () =>
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const chance = random(seed);
        const letters = Array.from({ length: 20 }, () => chance.pick([..."abcdefghijklmnopqrstuvwxyz"]));
        expect(faultOf(letters.join(""))).toBeNull();
      }),
    ));
});

describe("what is told while one types", () => {
  test.each([
    ["every", "short"],
    ["password2026", "guessable"],
    ["xK9#mP2$vL5q", "fine"],
    [castPassword, "strong"],
  ] as const)("%s is %s", (password, strength) => expect(strengthOf(password)).toBe(strength));
});

test.each([
  ["a day before its time", "2026-02-23T00:00:00Z", "strict", false],
  ["a day after", "2026-02-21T00:00:00Z", "strict", true],
  ["that somebody else chose", null, "strict", true],
  ["of last year", "2025-01-01T00:00:00Z", "usual", false],
] as const)("a password %s has to be replaced: %s (%s) %s", (_, setAt, profile, aged) =>
  expect(isAged(setAt ? new Date(setAt) : null, profile, new Date("2026-05-23T12:00:00Z"))).toBe(aged),
);
