import { describe, expect, it } from "vitest";
import { departmentOf } from "../../../db/seed/departments.ts";
import { liaisonPoints } from "../../../db/seed/liaison-points.ts";
import type { Matter } from "../../../db/seed/texts/matter.ts";
import { matters } from "../../../db/seed/texts/matters.ts";
import { pairWithPoints } from "../../../db/seed/texts/pairing.ts";
import { ruleTitles } from "../../../db/seed/texts/rules.ts";
import { CONDUCTS, FIELDS, GRADES, KINDS } from "../../../db/vocabulary.ts";

const points = liaisonPoints(2025);
const made = matters(2025, 400);
const pairs = pairWithPoints(2025, made, points);

/** The first run of so many characters that stands in both texts. */
function sharedRun(a: string, b: string, length: number): string | undefined {
  for (let at = 0; at + length <= a.length; at++) {
    const run = a.slice(at, at + length);
    if (b.includes(run)) return run;
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(textsIn);
}

const textsOf = (matter: Matter) => [...textsIn(matter), ...points.slice(0, 3).map(matter.description)];

describe("the matters", () => {
  it("are as many as asked for, the same for the same seed", () => {
    const titles = (seed: number) => matters(seed, 50).map(({ title }) => title);
    expect(made).toHaveLength(400);
    expect(titles(1)).toEqual(titles(1));
    expect(titles(1)).not.toEqual(titles(2));
  });

  it("differ from each other in the first 320", () => {
    expect(new Set(made.slice(0, 320).map(({ title }) => title)).size).toBe(320);
    const told = pairs.slice(0, 320).map(({ matter, point }) => matter.description(point));
    expect(new Set(told).size).toBe(320);
  });

  it("cover every field, grade and kind, and every conduct but extortion", () => {
    const seen = (key: "field" | "conduct" | "grade" | "kind") =>
      [...new Set(made.map((matter) => matter[key]))].sort();
    expect(seen("field")).toEqual([...FIELDS].sort());
    expect(seen("grade")).toEqual([...GRADES].sort());
    expect(seen("kind")).toEqual([...KINDS].sort());
    expect(seen("conduct")).toEqual(CONDUCTS.filter((conduct) => conduct !== "extortion").sort());
  });

  it("are told in 80 to 300 characters by whoever reports them", () => {
    for (const matter of made) {
      for (const point of points) {
        const { length } = matter.description(point);
        if (length < 80 || length > 300) expect.fail(`${length}: ${matter.description(point)}`);
      }
    }
  });

  it("name departments that exist, none twice, and are mistaken for another one's", () => {
    for (const { leadCode, assistingCodes, mistakenFor } of made) {
      const codes = [leadCode, ...assistingCodes];
      for (const code of [...codes, mistakenFor]) expect(departmentOf(code).code).toBe(code);
      expect(new Set(codes).size).toBe(codes.length);
      expect(codes).not.toContain(mistakenFor);
    }
  });

  it("leave no slot open and no sentence broken", () => {
    for (const text of made.flatMap(textsOf)) {
      expect(text).not.toMatch(/[{}]|undefined|。。|，。/);
    }
  });

  it("are about eight in English, told by those who write it", () => {
    expect(made.slice(0, 320).filter(({ locale }) => locale === "en").length).toBeGreaterThanOrEqual(5);
    expect(made.filter(({ locale }) => locale === "en").length).toBeLessThanOrEqual(16);
    for (const { matter, point } of pairs) {
      expect(point.contact.locale).toBe(matter.locale);
      if (matter.locale === "en") {
        const said = [
          matter.title,
          matter.feedbackText,
          matter.withdrawReason,
          ...textsIn(matter.ratingReason),
        ];
        for (const text of said) expect(text).not.toMatch(/\p{Script=Han}/u);
      }
    }
  });

  it("name no city that exists", () => {
    for (const text of [...made.flatMap(textsOf), ...textsIn(ruleTitles)]) {
      expect(text).not.toMatch(/厦门|北京|上海|广州|深圳|福州|泉州|漳州|福建|鹭岛/);
    }
  });
});

describe("a brief", () => {
  it("never holds the name of a liaison point", () => {
    for (const { brief, about } of made) {
      for (const { name, shortName, contact } of points) {
        for (const secret of [name, shortName, contact.name.zh]) {
          if (brief.includes(secret) || about.includes(secret)) expect.fail(`${secret} in: ${brief}`);
        }
      }
    }
  });

  it("never repeats twelve characters of what the enterprise wrote", () => {
    for (const matter of made) {
      for (const size of ["medium", "association"] as const) {
        const told = matter.description({ shortName: "栎屿光电", size });
        expect(sharedRun(matter.brief, told, 12)).toBeUndefined();
        expect(sharedRun(matter.brief, matter.title, 12)).toBeUndefined();
      }
    }
  });

  it("speaks of the enterprise from outside", () => {
    for (const { brief } of made) {
      expect(brief).toMatch(/^(某|有)企业/);
      expect(brief).not.toMatch(/我们|我公司|本会|我会/);
    }
  });
});

describe("the pairs", () => {
  it("let a matter happen only where it can", () => {
    for (const { matter, point } of pairs) {
      if (matter.district) expect(point.district).toBe(matter.district);
      expect(matter.suits(point)).toBe(true);
    }
  });

  it("spread over the city and give the cast its share", () => {
    const byPoint = Map.groupBy(pairs, ({ point }) => point.code);
    expect(byPoint.size).toBeGreaterThan(140);
    for (const { code } of points.slice(0, 3))
      expect(byPoint.get(code)?.length ?? 0).toBeGreaterThanOrEqual(2);
  });
});

describe("the rules made", () => {
  it("are at least 24, each once, each by a department that exists", () => {
    expect(ruleTitles.length).toBeGreaterThanOrEqual(24);
    expect(new Set(ruleTitles.map(({ title }) => title)).size).toBe(ruleTitles.length);
    for (const { departmentCode, summary } of ruleTitles) {
      expect(departmentOf(departmentCode).code).toBe(departmentCode);
      expect(summary).toMatch(/。$/);
    }
  });
});
