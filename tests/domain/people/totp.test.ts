import { describe, expect, test } from "vitest";
import { base32, codeAt, otpauth, stepAt, stepOfCode, TOTP } from "../../../app/domain/people/totp.ts";

/** The secret of the RFC's vectors. */
const secret = Buffer.from("12345678901234567890");
const seconds = (count: number) => new Date(count * 1000);

describe("a code", () => {
  // RFC 6238, appendix B, SHA-1, eight digits.
  test.each([
    [59, "94287082"],
    [1111111109, "07081804"],
    [1111111111, "14050471"],
    [1234567890, "89005924"],
    [2000000000, "69279037"],
    [20000000000, "65353130"],
  ])("at %i seconds is %s", (time, code) => expect(codeAt(secret, stepAt(seconds(time)), 8)).toBe(code));

  // RFC 4226, appendix D, six digits.
  test.each([
    "755224",
    "287082",
    "359152",
    "969429",
    "338314",
    "254676",
    "287922",
    "162583",
    "399871",
    "520489",
  ])("%s is of its count", (code) => {
    const count = [
      "755224",
      "287082",
      "359152",
      "969429",
      "338314",
      "254676",
      "287922",
      "162583",
      "399871",
      "520489",
    ].indexOf(code);
    expect(codeAt(secret, count)).toBe(code);
  });
});

describe("what was typed", () => {
  const at = seconds(1_800_000_015);
  const step = stepAt(at);

  test.each([-1, 0, 1])("is right %i steps off", (off) =>
    expect(stepOfCode(secret, codeAt(secret, step + off), at, 0)).toBe(step + off),
  );

  test.each([-2, 2])("is wrong %i steps off", (off) =>
    expect(stepOfCode(secret, codeAt(secret, step + off), at, 0)).toBeNull(),
  );

  test("is right once, and nothing before it is afterwards", () => {
    expect(stepOfCode(secret, codeAt(secret, step), at, step)).toBeNull();
    expect(stepOfCode(secret, codeAt(secret, step - 1), at, step)).toBeNull();
    expect(stepOfCode(secret, codeAt(secret, step + 1), at, step)).toBe(step + 1);
  });

  test("may be spaced, and must be six digits", () => {
    const code = codeAt(secret, step);
    expect(stepOfCode(secret, ` ${code.slice(0, 3)} ${code.slice(3)} `, at, 0)).toBe(step);
    for (const typed of ["", "12345", `${code}0`, "abcdef", "１２３４５６", `-${code.slice(1)}`])
      expect(stepOfCode(secret, typed, at, 0), typed).toBeNull();
  });
});

describe("a secret", () => {
  // RFC 4648, section 10, without padding.
  test.each([
    ["", ""],
    ["f", "MY"],
    ["fo", "MZXQ"],
    ["foo", "MZXW6"],
    ["foob", "MZXW6YQ"],
    ["fooba", "MZXW6YTB"],
    ["foobar", "MZXW6YTBOI"],
  ])("%j is written %j", (text, written) => expect(base32(Buffer.from(text))).toBe(written));

  test("is taken over by a link that says whose it is, and how codes are made", () => {
    const url = new URL(otpauth(secret, "苏 晚晴", "回音 Huiyin"));
    expect(url.protocol).toBe("otpauth:");
    expect(decodeURIComponent(url.pathname)).toContain("回音 Huiyin:苏 晚晴");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      secret: base32(secret),
      issuer: "回音 Huiyin",
      period: String(TOTP.period),
      digits: String(TOTP.digits),
    });
    expect(url.href).not.toContain("+");
  });
});
