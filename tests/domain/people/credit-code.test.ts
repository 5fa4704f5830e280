import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCharacter, isCreditCode } from "../../../app/domain/people/credit-code.ts";

const VALID = "91350100M000100Y43";
const ALPHABET = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];
const first17 = fc
  .tuple(
    fc.constantFrom(...ALPHABET.slice(1)),
    fc.constantFrom(...ALPHABET),
    fc.stringMatching(/^\d{6}$/),
    fc.array(fc.constantFrom(...ALPHABET), { minLength: 9, maxLength: 9 }),
  )
  .map(([authority, category, area, organisation]) => authority + category + area + organisation.join(""));

describe("a unified social credit code", () => {
  it("ends with the character that the 17 before it give", () => {
    expect(checkCharacter(VALID.slice(0, 17))).toBe("3");
    expect(isCreditCode(VALID)).toBe(true);
    // 31 − 1 = 30, by hand: 10000000000000000 weighs 1, and the 31st character is Y.
    expect(checkCharacter("10000000000000000")).toBe("Y");
    // 3 + 3 × 3^5 + … is left to no one: 30 (Y) × 1 leaves 1.
    expect(checkCharacter("Y0000000000000000")).toBe("1");
  });

  it("is wrong when any one character is wrong", () => {
    for (const [index, right] of [...VALID].entries()) {
      for (const other of ALPHABET.filter((each) => each !== right)) {
        expect(isCreditCode(VALID.slice(0, index) + other + VALID.slice(index + 1))).toBe(false);
      }
    }
  });

  it("is wrong when two neighbours change places", () => {
    fc.assert(
      fc.property(first17, fc.integer({ min: 0, max: 15 }), (start, at) => {
        const code = start + checkCharacter(start);
        const [a = "", b = ""] = [...code.slice(at, at + 2)];
        const swapped = code.slice(0, at) + b + a + code.slice(at + 2);
        expect(isCreditCode(code)).toBe(true);
        if (a !== b) expect(isCreditCode(swapped)).toBe(false);
      }),
    );
  });

  it.each([
    ["", "empty"],
    [VALID.slice(0, 17), "too short"],
    [`${VALID}3`, "too long"],
    [` ${VALID}`, "with a space"],
    [VALID.toLowerCase(), "in small letters"],
    ["000000000000000000", "of no authority"],
    ["9135O100M000100Y43", "with a letter O"],
    ["91350I00M000100Y43", "with a letter I"],
    ["91ABCDEFM000100Y43", "without an area of six digits"],
  ])("%j is none: %s", (code) => {
    expect(isCreditCode(code)).toBe(false);
  });

  it("has no check character where it is no beginning of one", () => {
    expect(checkCharacter("")).toBeNull();
    expect(checkCharacter(VALID)).toBeNull();
    expect(checkCharacter("9135010SM000100Y4")).toBeNull();
  });
});
