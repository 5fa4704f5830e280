import { expect, test } from "vitest";
import { departmentsIn, faultIn } from "../../../app/domain/people/department-lines.ts";

test("a line is a department, with its English name after a bar or a tab", () => {
  const text = "市水利局 | Water Bureau\r\n\n  市体育局\n市档案局\tArchives\n市文旅局｜Culture";
  expect(departmentsIn(text)).toEqual([
    { name: "市水利局", nameEn: "Water Bureau" },
    { name: "市体育局", nameEn: "市体育局" },
    { name: "市档案局", nameEn: "Archives" },
    { name: "市文旅局", nameEn: "Culture" },
  ]);
});

const lines = (...names: string[]) => names.map((name) => ({ name, nameEn: name }));

test.each([
  ["nothing", [], "none"],
  ["too many", lines(...Array.from({ length: 301 }, (_, index) => `第${index}局`)), "tooMany"],
  ["a name that is too long", lines("局".repeat(101)), "tooLong"],
  ["a name twice", lines("市水利局", "市水利局"), "twice"],
  ["a name that is known", lines("市体育局"), "known"],
])("%s is told", (_, given, fault) => {
  expect(faultIn(given, ["市体育局"])).toMatchObject({ fault });
});

test("what is new is taken", () => {
  expect(faultIn(lines("市水利局", "局".repeat(100)), ["市体育局"])).toBeNull();
});
