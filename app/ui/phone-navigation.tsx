import { useWords } from "../i18n/use-words.ts";
import { Icon } from "./icon.tsx";
import { Menu } from "./menu.tsx";
import { SearchForm, type ShellSearch } from "./search-form.tsx";
import { type NavItem, type NavSection, PlaceLink, Sections } from "./side-navigation.tsx";

const tabLook =
  "flex min-h-14 flex-col items-center gap-0.5 px-1 pt-2 pb-1 text-center text-tiny leading-4 text-soft no-underline aria-[current=page]:font-semibold aria-[current=page]:text-blue [&_span:nth-of-type(2)]:sr-only";

interface PhoneNavigationProps {
  items: NavItem[];
  sections: NavSection[];
  search?: ShellSearch;
}

/** The bar at the bottom of a phone: the few places used daily, and all others behind one press. */
export function PhoneNavigation({ items, sections, search }: PhoneNavigationProps) {
  const words = useWords().ui;
  const places = sections.reduce((count, section) => count + section.items.length, 0);
  const hasMore = places > items.length || search !== undefined;
  return (
    <nav
      aria-label={words.phoneNavigation}
      className="no-print fixed inset-x-0 bottom-0 z-20 border-t border-line bg-card pb-[env(safe-area-inset-bottom)] desk:hidden"
    >
      <ul className="flex">
        {items.map((item) => (
          <li key={item.to} className="min-w-0 flex-1">
            <PlaceLink item={item} className={tabLook} />
          </li>
        ))}
        {hasMore ? (
          <li className="min-w-0 flex-1">
            <Menu
              className=""
              summary={
                <>
                  <Icon name="more" className="size-5" />
                  {words.more}
                </>
              }
              summaryLook={tabLook}
              panelLook="fixed inset-x-2 bottom-[calc(4rem+env(safe-area-inset-bottom))] max-h-[70dvh] overflow-y-auto"
            >
              {search ? (
                <div className="mb-2">
                  <SearchForm search={search} id="phone-search" />
                </div>
              ) : null}
              <Sections sections={sections} />
            </Menu>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
