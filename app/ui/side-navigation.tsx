import { Link, NavLink, useLocation } from "react-router";
import { useFormat } from "../i18n/use-words.ts";
import { Icon, type IconName } from "./icon.tsx";

export interface NavItem {
  to: string;
  label: string;
  /** How many wait there. */
  count?: number;
  icon?: IconName;
  /** Current only on exactly this path, for an item whose path begins the others'. */
  end?: boolean;
  /** The parameter that tells this place from others on the same path. */
  query?: string;
  /** Another address of the same place. */
  also?: string;
}

/** Counts are told no further than this. */
const most = 99;

export interface NavSection {
  title?: string;
  items: NavItem[];
}

/** A link that knows whether it leads to where one is. */
export function PlaceLink({ item, className }: { item: NavItem; className: string }) {
  const format = useFormat();
  const here = useLocation();
  const inside = (
    <>
      {item.icon ? <Icon name={item.icon} className="size-5 desk:hidden" /> : null}
      <span>{item.label}</span>
      {item.count === undefined ? null : (
        <span className="ml-auto text-tiny tabular-nums opacity-80">
          {item.count > most ? `${most}+` : format.number(item.count)}
        </span>
      )}
    </>
  );
  if (item.query === undefined)
    return (
      <NavLink to={item.to} end={item.end} className={className}>
        {inside}
      </NavLink>
    );
  return (
    <Link to={item.to} aria-current={isAt(item, here) ? "page" : undefined} className={className}>
      {inside}
    </Link>
  );
}

function isAt({ to, also, query = "" }: NavItem, here: { pathname: string; search: string }): boolean {
  const asked = new URLSearchParams(here.search).get(query);
  return [to, also].some((address) => {
    const [pathname, search] = address?.split("?") ?? [];
    return pathname === here.pathname && new URLSearchParams(search).get(query) === asked;
  });
}

const itemLook =
  "flex min-h-11 desk:min-h-8.5 items-center gap-2.5 rounded-md px-2.5 py-1 text-ink no-underline hover:bg-hair aria-[current=page]:bg-blue-wash aria-[current=page]:font-semibold aria-[current=page]:text-blue";

/** The places of one role, in sections, each with what waits there. */
export function Sections({ sections }: { sections: NavSection[] }) {
  return sections.map((section, index) => (
    <div key={section.title ?? index} className="mb-3">
      {section.title ? (
        <p className="px-2.5 pt-2 pb-1 text-tiny tracking-wide text-soft">{section.title}</p>
      ) : null}
      <ul className="space-y-0.5">
        {section.items.map((item) => (
          <li key={item.to}>
            <PlaceLink item={item} className={itemLook} />
          </li>
        ))}
      </ul>
    </div>
  ));
}
