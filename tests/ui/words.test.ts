import { describe, expect, test } from "vitest";
import { wordsOf } from "../../app/i18n/dictionaries.ts";
import { isLocale } from "../../app/i18n/words.ts";
import { lampText } from "../../app/ui/lamp.tsx";

/** Every word of a dictionary with its path; a function is asked with numbers that stand for anything. */
function* wordsIn(value: unknown, path: string): Generator<[string, string]> {
  if (typeof value === "string") yield [path, value];
  else if (typeof value === "function") yield [path, String(value(2, 2, 2, 2))];
  else for (const [key, inner] of Object.entries(value as object)) yield* wordsIn(inner, `${path}.${key}`);
}

const ui = (locale: "zh-CN" | "en") => wordsOf(locale).ui;

describe("the dictionary of the kit", () => {
  test("has no Chinese left in English, but for the seal and the name of the other language", () => {
    const left = [...wordsIn(ui("en"), "ui")].filter(([, word]) => /\p{Script=Han}/u.test(word));
    expect(left.map(([path]) => path)).toEqual(["ui.seal", "ui.otherLanguage"]);
  });

  test("has no empty word in either language", () => {
    for (const locale of ["zh-CN", "en"] as const)
      expect([...wordsIn(ui(locale), locale)].filter(([, word]) => word.trim() === "")).toEqual([]);
  });

  test("knows its languages", () => {
    expect([isLocale("zh-CN"), isLocale("en"), isLocale("fr"), isLocale(null)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe("the words of a lamp", () => {
  test.each([
    ["green", 5, "还剩 5 个工作日", "5 working days left"],
    ["yellow", 1, "还剩 1 个工作日", "1 working day left"],
    ["yellow", 0, "今天到期", "Due today"],
    ["red", -1, "超期 1 个工作日", "1 working day overdue"],
    ["red", -3, "超期 3 个工作日", "3 working days overdue"],
    ["red", 0, "已超期", "Overdue"],
    ["grey", null, "已暂停", "Paused"],
    ["blue", null, "按时办结", "Done in time"],
    ["late", null, "逾期办结", "Done late"],
  ] as const)("%s with %s days says %s", (lamp, days, chinese, english) => {
    expect(lampText(ui("zh-CN"), lamp, days)).toBe(chinese);
    expect(lampText(ui("en"), lamp, days)).toBe(english);
  });
});
