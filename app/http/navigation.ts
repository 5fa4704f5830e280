import type { Role } from "../../db/vocabulary.ts";
import { type Queue, queuesOf } from "../domain/ledger/queue.ts";
import type { Words } from "../i18n/dictionaries.ts";
import type { ShellSearch } from "../ui/search-form.tsx";
import type { NavItem, NavSection } from "../ui/side-navigation.tsx";

export interface Navigation {
  place: string;
  sections: NavSection[];
  phone: NavItem[];
  search?: ShellSearch;
  density: "dense" | "roomy";
}

const homes: Partial<Record<Role, string>> = {
  liaison: "/liaison",
  department: "/department",
  intake: "/desk",
  supervisor: "/desk",
  discipline: "/clues",
  custodian: "/custody",
  leader: "/leader",
  sysadmin: "/admin/people",
  secadmin: "/security",
  auditor: "/audit",
};

/** Where a role begins; one without pages of its own yet begins at its notices. */
export const homeOf = (role: Role): string => homes[role] ?? "/notices";

interface Reader {
  role: Role;
  /** The name of the reader's own unit, where it says more than the role does. */
  unit?: string | null;
  /** What waits, by the place's address. */
  counts?: Readonly<Record<string, number>>;
}

/** The places of one role, each with what waits there. */
export function navigationOf({ role, unit, counts = {} }: Reader, words: Words): Navigation {
  const { door } = words;
  const isCommission = role === "intake" || role === "supervisor";
  const counted = (items: NavItem[]) => items.map((item) => ({ ...item, count: counts[item.to] }));
  const queues = isCommission ? counted(queueItems(role, words)) : [];
  const items = counted([...itemsOf(role, door.navigation), noticesItem(door.navigation)]);
  return {
    place: unit ?? placeOf(role, door.places),
    sections: isCommission ? [{ items: queues }, { title: door.navigation.lists, items }] : [{ items }],
    // Of the commission's: the two queues that are its own, the ledger, and the notices.
    phone: isCommission
      ? [...queues.slice(0, 2), ...items.slice(0, 1), ...items.slice(-1)]
      : items.slice(0, 4),
    search: isCommission
      ? { action: "/desk/ledger", label: door.navigation.search, hotkey: "/" }
      : role === "department"
        ? { action: "/department/all", label: door.navigation.searchAssignments }
        : undefined,
    density: role === "liaison" ? "roomy" : "dense",
  };
}

type NavigationWords = Words["door"]["navigation"];

/** A queue's page. */
export const queuePath = (queue: Queue) => `/desk?queue=${queue}`;

const queueIcons: Record<Queue, NavItem["icon"]> = {
  triage: "inbox",
  returns: "late",
  tracking: "clock",
  extensions: "calendar",
  verifying: "check",
  clearing: "file",
  callBacks: "people",
  reviews: "edit",
  lookBacks: "calendar",
  erasures: "file",
  copying: "mail",
  talks: "late",
};

const queueItems = (role: Role, { triage }: Words): NavItem[] =>
  queuesOf(role).map((queue, index) => ({
    to: queuePath(queue),
    also: index === 0 ? homeOf(role) : undefined,
    query: "queue",
    label: triage.queues[queue],
    icon: queueIcons[queue],
  }));

const noticesItem = (words: NavigationWords): NavItem => ({
  to: "/notices",
  label: words.notices,
  icon: "bell",
});

const listItems = (words: NavigationWords): NavItem[] => [
  { to: "/desk/ledger", label: words.ledger, icon: "list" },
  { to: "/desk/figures", label: words.figures, icon: "chart" },
  { to: "/desk/urgings", label: words.urgings, icon: "late" },
  { to: "/desk/rules", label: words.rules, icon: "book" },
  { to: "/desk/points", label: words.points, icon: "building" },
];

function itemsOf(role: Role, words: NavigationWords): NavItem[] {
  switch (role) {
    case "liaison":
      return [
        { to: "/liaison", label: words.matters, icon: "home", end: true },
        { to: "/liaison/file", label: words.file, icon: "building" },
      ];
    case "department":
      return [
        { to: "/department", label: words.toHandle, icon: "inbox", end: true },
        { to: "/department/unsigned", label: words.unsigned, icon: "edit" },
        { to: "/department/measures", label: words.measures, icon: "clock" },
        { to: "/department/answered", label: words.answered, icon: "check" },
        { to: "/department/all", label: words.assignments, icon: "list" },
      ];
    case "intake":
      return [...listItems(words), { to: "/desk/unreachable", label: words.unreachable, icon: "mail" }];
    case "supervisor":
      return listItems(words);
    case "discipline":
      return [{ to: "/clues", label: words.clues, icon: "inbox" }];
    case "custodian":
      return [{ to: "/custody", label: words.custody, icon: "inbox" }];
    case "auditor":
      return [{ to: "/audit", label: words.trail, icon: "list", end: true }];
    case "leader":
      return [{ to: "/leader", label: words.copied, icon: "inbox", end: true }];
    case "sysadmin":
      return [
        { to: "/admin/people", label: words.people, icon: "people" },
        { to: "/admin/requests", label: words.requests, icon: "inbox" },
        { to: "/admin/points", label: words.points, icon: "building" },
        { to: "/admin/mails", label: words.mails, icon: "mail" },
        { to: "/admin/departments", label: words.departments, icon: "people" },
        { to: "/admin/calendar", label: words.calendar, icon: "calendar" },
        { to: "/admin/settings", label: words.settings, icon: "clock" },
      ];
    case "secadmin":
      return [
        { to: "/security", label: words.requests, icon: "inbox", end: true },
        { to: "/security/rights", label: words.rights, icon: "shield" },
        { to: "/security/keys", label: words.keys, icon: "gear" },
      ];
    default:
      return [];
  }
}

function placeOf(role: Role, words: Words["door"]["places"]): string {
  if (role === "liaison" || role === "department" || role === "leader") return words[role];
  if (role === "intake" || role === "supervisor" || role === "discipline") return words.commission;
  if (role === "auditor") return words.audit;
  if (role === "secadmin") return words.security;
  return role === "sysadmin" ? words.admin : words.other;
}
