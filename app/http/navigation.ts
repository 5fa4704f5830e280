import type { Role } from "../../db/vocabulary.ts";
import type { Words } from "../i18n/dictionaries.ts";
import type { NavItem, NavSection } from "../ui/side-navigation.tsx";

export interface Navigation {
  place: string;
  sections: NavSection[];
  phone: NavItem[];
  search?: { action: string; label: string };
  density: "dense" | "roomy";
}

const homes: Partial<Record<Role, string>> = {
  liaison: "/liaison",
  department: "/department",
  intake: "/desk",
  supervisor: "/desk",
  sysadmin: "/admin/people",
};

/** Where a role begins; one without pages of its own yet begins at its notices. */
export const homeOf = (role: Role): string => homes[role] ?? "/notices";

/** The places of one role. */
export function navigationOf(role: Role, { door }: Words): Navigation {
  const items = [...itemsOf(role, door.navigation), noticesItem(door.navigation)];
  const isCommission = role === "intake" || role === "supervisor";
  return {
    place: placeOf(role, door.places),
    sections: [{ items }],
    phone: items.slice(0, 4),
    search: isCommission ? { action: "/desk/ledger", label: door.navigation.search } : undefined,
    density: role === "liaison" ? "roomy" : "dense",
  };
}

type NavigationWords = Words["door"]["navigation"];

const noticesItem = (words: NavigationWords): NavItem => ({
  to: "/notices",
  label: words.notices,
  icon: "bell",
});

function itemsOf(role: Role, words: NavigationWords): NavItem[] {
  switch (role) {
    case "liaison":
      return [
        { to: "/liaison", label: words.matters, icon: "home", end: true },
        { to: "/liaison/file", label: words.file, icon: "building" },
      ];
    case "department":
      return [{ to: "/department", label: words.assignments, icon: "inbox" }];
    case "intake":
    case "supervisor":
      return [
        { to: "/desk", label: words.triage, icon: "inbox", end: true },
        { to: "/desk/ledger", label: words.ledger, icon: "list" },
        { to: "/desk/figures", label: words.figures, icon: "chart" },
        { to: "/desk/rules", label: words.rules, icon: "book" },
        { to: "/desk/points", label: words.points, icon: "building" },
      ];
    case "sysadmin":
      return [
        { to: "/admin/people", label: words.people, icon: "people" },
        { to: "/admin/mails", label: words.mails, icon: "mail" },
      ];
    default:
      return [];
  }
}

function placeOf(role: Role, words: Words["door"]["places"]): string {
  if (role === "liaison" || role === "department" || role === "leader") return words[role];
  if (role === "intake" || role === "supervisor") return words.commission;
  return role === "sysadmin" ? words.admin : words.other;
}
