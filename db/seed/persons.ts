import type { Post, Role } from "../vocabulary.ts";
import { type CastMember, cast } from "./cast.ts";
import { departments } from "./departments.ts";
import { liaisonPoints } from "./liaison-points.ts";
import { mailName, names, type PersonName } from "./names.ts";

const members: readonly CastMember[] = Object.values(cast);

/**
 * Everybody else in the city: the contact of each liaison point, an officer and an approver of each
 * department, two more people of the commission and the other three leaders. The cast is not among them.
 */
export function personsOfTheCity(seed: number): CastMember[] {
  const deck = names(seed, "staff");
  const next = (): PersonName => deck.shift() ?? { zh: "", en: "" };
  return [
    ...commission(next),
    ...leaders(next),
    ...departments.flatMap((department) => staffOf(department.code, next)),
    ...contacts(seed),
  ];
}

function commission(next: () => PersonName): CastMember[] {
  const roles: Role[] = ["intake", "supervisor"];
  return roles.map((role) => {
    const name = next();
    return { key: `${role}-2`, name, role, email: `${mailName(name)}@huiyin.example`, locale: "zh-CN" };
  });
}

function leaders(next: () => PersonName): CastMember[] {
  return [1, 2, 3].map((portfolio) => {
    const name = next();
    const email = `${mailName(name)}@huiyin.example`;
    return { key: `leader-${portfolio}`, name, role: "leader", email, portfolio, locale: "zh-CN" };
  });
}

function staffOf(departmentCode: string, next: () => PersonName): CastMember[] {
  const posts: Post[] = ["officer", "approver"];
  const isFilled = (post: Post) =>
    members.some((member) => member.departmentCode === departmentCode && member.post === post);
  return posts
    .filter((post) => !isFilled(post))
    .map((post) => {
      const name = next();
      const email = `${mailName(name)}@${departmentCode}.example`;
      const key = `${departmentCode}-${post}`;
      return { key, name, role: "department", post, email, departmentCode, locale: "zh-CN" };
    });
}

function contacts(seed: number): CastMember[] {
  const isCast = (code: string) => members.some((member) => member.liaisonPointCode === code);
  return liaisonPoints(seed)
    .filter((point) => !isCast(point.code))
    .map(({ code, contact }) => ({
      key: code.toLowerCase(),
      name: contact.name,
      role: "liaison",
      email: contact.email,
      mobile: contact.mobile,
      liaisonPointCode: code,
      locale: contact.locale,
    }));
}
