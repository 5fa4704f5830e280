import { expect, test } from "vitest";
import { formatFor } from "../../app/i18n/format.ts";

const chinese = formatFor("zh-CN", "2026-11-22");
const english = formatFor("en", "2026-11-22");

test("a day of this year goes without its year, another one has it", () => {
  expect(chinese.day("2026-11-25")).toBe("11月25日");
  expect(english.day("2026-11-25")).toBe("25 Nov");
  expect(chinese.day("2025-11-25")).toBe("2025年11月25日");
  expect(english.day("2025-11-25")).toBe("25 Nov 2025");
  expect(formatFor("en").day("2026-11-25")).toBe("25 Nov 2026");
});

test("a weekday belongs to the day in the office's time zone", () => {
  expect(chinese.weekday("2026-11-25")).toContain("周三");
  expect(english.weekday("2026-11-25")).toContain("Wed");
});

test("an instant is told in the office's time zone, its year too", () => {
  expect(chinese.instant("2026-11-20T08:12:00Z")).toBe("11月20日 16:12");
  expect(english.instant(new Date("2026-11-20T08:12:00Z"))).toBe("20 Nov 16:12");
  expect(english.instant("2025-12-31T16:00:00Z")).toBe("1 Jan 00:00");
});

test("numbers, rates, months and sizes", () => {
  expect(chinese.number(100_000)).toBe("100,000");
  expect(chinese.percent(0.838)).toBe("83.8%");
  expect([chinese.month(11), english.month(11)]).toEqual(["11月", "Nov"]);
  expect([chinese.bytes(1_258_291), english.bytes(90)]).toEqual(["1.2 MB", "1 kB"]);
});
