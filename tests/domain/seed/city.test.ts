import { describe, expect, it } from "vitest";
import { isCreditCode } from "../../../app/domain/people/credit-code.ts";
import { type CastMember, cast, castPassword } from "../../../db/seed/cast.ts";
import { departmentOf, departments, governmentOf } from "../../../db/seed/departments.ts";
import { liaisonPoints } from "../../../db/seed/liaison-points.ts";
import { personsOfTheCity } from "../../../db/seed/persons.ts";
import { random } from "../../../db/seed/random.ts";
import { DISTRICTS, FIELDS, INDUSTRIES, POINT_SIZES } from "../../../db/vocabulary.ts";

const points = liaisonPoints(2025);
const members: CastMember[] = Object.values(cast);
const people = [...members, ...personsOfTheCity(2025)];
const distinct = (list: readonly unknown[]) => new Set(list).size;

describe("chance", () => {
  it("comes out the same for the same seed and otherwise for another", () => {
    const draw = (seed: number) => Array.from({ length: 5 }, random(seed).next);
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it("keeps to its bounds and loses nothing when it shuffles", () => {
    const chance = random(1);
    const drawn = Array.from({ length: 500 }, () => chance.whole(2, 4));
    expect([...new Set(drawn)].sort()).toEqual([2, 3, 4]);
    expect(chance.shuffle([1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4]);
    expect(chance.weighted({ never: 0, always: 1 })).toBe("always");
  });
});

describe("the departments", () => {
  it("are 38 of the city and six districts", () => {
    expect(departments.filter(({ level }) => level === "city")).toHaveLength(38);
    expect(departments.filter(({ level }) => level === "district")).toHaveLength(6);
    expect(DISTRICTS.map((district) => governmentOf(district).name.zh.endsWith("区人民政府"))).not.toContain(
      false,
    );
  });

  it("have codes and names of their own, in both languages", () => {
    expect(distinct(departments.map(({ code }) => code))).toBe(44);
    expect(distinct(departments.map(({ name }) => name.zh))).toBe(44);
    expect(distinct(departments.map(({ name }) => name.en))).toBe(44);
  });

  it.each(FIELDS)("have a lead for %s", (field) => {
    expect(departments.filter(({ fields }) => fields.includes(field))).not.toHaveLength(0);
  });

  it("are shared out among four leaders", () => {
    expect([...new Set(departments.map(({ portfolioLeader }) => portfolioLeader))].sort()).toEqual([
      0, 1, 2, 3,
    ]);
  });
});

describe("the liaison points", () => {
  it("are 217 in the order of their codes, the same for the same seed", () => {
    expect(points).toHaveLength(217);
    expect(points.map(({ code }) => code)).toEqual(points.map(({ code }) => code).sort());
    expect(liaisonPoints(2025)).toEqual(points);
    expect(liaisonPoints(2026)).not.toEqual(points);
  });

  it("have valid credit codes of the right kind, each once", () => {
    for (const { creditCode, size, district } of points) {
      expect(isCreditCode(creditCode)).toBe(true);
      expect(creditCode.slice(0, 8)).toBe((size === "association" ? "51" : "91") + district);
    }
    expect(distinct(points.map(({ creditCode }) => creditCode))).toBe(217);
  });

  it("have names, mail addresses and mobiles of their own", () => {
    for (const key of ["name", "shortName"] as const)
      expect(distinct(points.map((point) => point[key]))).toBe(217);
    expect(distinct(points.map(({ contact }) => contact.mobile))).toBeGreaterThan(210);
    for (const { name, shortName, contact } of points) {
      expect(name).toContain(shortName);
      expect(name).toMatch(/^澄湾市/);
      expect(contact.email).toMatch(/^[a-z.]+@[a-z0-9-]+\.example$/);
      expect(contact.mobile).toMatch(/^1[358]\d0000\d{4}$/);
    }
  });

  it("are a mix of districts, industries and sizes", () => {
    expect(distinct(points.map(({ district }) => district))).toBe(DISTRICTS.length);
    expect(distinct(points.map(({ industry }) => industry))).toBe(INDUSTRIES.length);
    expect(distinct(points.map(({ size }) => size))).toBe(POINT_SIZES.length);
    expect(points.filter(({ size }) => size === "association")).toHaveLength(25);
    for (const { industry, size } of points) expect(industry === "association").toBe(size === "association");
  });

  it("are appointed from before the last full year until after this one", () => {
    for (const { term } of liaisonPoints(1, 2030)) {
      expect(term.startsOn < "2029-01-01" && term.endsOn > "2030-12-30").toBe(true);
    }
  });
});

describe("the people", () => {
  it("have addresses and keys of their own", () => {
    expect(distinct(people.map(({ email }) => email))).toBe(people.length);
    expect(distinct(people.map(({ key }) => key))).toBe(people.length);
    expect(distinct(people.map(({ name }) => name.zh))).toBe(people.length);
    expect(Object.entries(cast).every(([key, member]) => member.key === key)).toBe(true);
    expect(castPassword.length).toBeGreaterThanOrEqual(12);
  });

  it("are one contact a point, with the point's own address and language", () => {
    const contacts = people.filter(({ role }) => role === "liaison");
    expect(contacts).toHaveLength(217);
    for (const { code, contact } of points) {
      const of = contacts.find(({ liaisonPointCode }) => liaisonPointCode === code);
      expect(of).toMatchObject({ name: contact.name, email: contact.email, locale: contact.locale });
    }
  });

  it("are one officer and one approver a department", () => {
    for (const { code } of departments) {
      const posts = people.filter(({ departmentCode }) => departmentCode === code).map(({ post }) => post);
      expect(posts.sort()).toEqual(["approver", "officer"]);
    }
    for (const { departmentCode } of people)
      if (departmentCode) expect(departmentOf(departmentCode)).toBeDefined();
  });

  it("are led by four, one a portfolio, and served by the commission", () => {
    const count = (role: string) => people.filter((person) => person.role === role).length;
    expect([count("intake"), count("supervisor"), count("sysadmin")]).toEqual([3, 4, 1]);
    const portfolios = people.filter(({ role }) => role === "leader").map(({ portfolio }) => portfolio);
    expect(portfolios.sort()).toEqual([0, 1, 2, 3]);
  });

  it("of the cast play every part of a complaint's life", () => {
    const posts = members.map(({ role, post }) => (post ? `${role}/${post}` : role)).sort();
    expect(posts).toEqual([
      "auditor",
      ...["custodian", "custodian"],
      ...["department/approver", "department/officer", "department/officer", "department/officer"],
      ...["discipline", "intake", "intake", "leader", "liaison", "liaison", "liaison", "secadmin"],
      ...["supervisor", "supervisor", "supervisor", "sysadmin"],
    ]);
    expect(points.slice(0, 3).map(({ size }) => size)).toEqual(["medium", "large", "association"]);
    expect(points[1]?.contact.locale).toBe("en");
  });
});
