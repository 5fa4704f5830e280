import type { ReactNode } from "react";
import { Link } from "react-router";
import { useFormat, useWords } from "../i18n/use-words.ts";
import { Icon } from "./icon.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { PersonMenu, type ShellPerson } from "./person-menu.tsx";
import { PhoneNavigation } from "./phone-navigation.tsx";
import { SearchForm, type ShellSearch } from "./search-form.tsx";
import { type NavItem, type NavSection, Sections } from "./side-navigation.tsx";
import { Wordmark } from "./wordmark.tsx";

export interface ShellPaths {
  home: string;
  notices: string;
  account: string;
  /** Three places that take a POST: `locale`, `print` (large or normal), and the way out. */
  locale: string;
  print: string;
  signOut: string;
}

interface ShellProps {
  /** The office or unit that one works in, below the wordmark. */
  place: string;
  sections: NavSection[];
  /** At most four for the bar of a phone, each with an icon. */
  phone: NavItem[];
  person: ShellPerson;
  unread: number;
  paths: ShellPaths;
  search?: ShellSearch;
  /** "roomy" is 16/26 for enterprises; the office reads 14/22. */
  density?: "dense" | "roomy";
  /** No padding around the content: the page divides the space itself. */
  wide?: boolean;
  /** On a phone the page's own buttons take the place of the navigation. */
  isTask?: boolean;
  largePrint?: boolean;
  /** When the page was read, for whoever prints it. */
  openedAt: Date;
  children: ReactNode;
}

/** The frame of every page behind the sign-in. */
export function Shell({ density = "dense", wide = false, isTask = false, children, ...props }: ShellProps) {
  const words = useWords().ui;
  const room = wide ? "" : density === "roomy" ? "max-w-5xl px-4 py-5 desk:px-7" : "px-4 py-5 desk:px-7";
  return (
    <div
      data-density={density}
      className={`min-h-dvh monitor:grid monitor:grid-cols-[13rem_minmax(0,1fr)] ${isTask ? "[--phone-bar:0rem]" : ""}`}
    >
      <SkipLink />
      <nav
        aria-label={words.mainNavigation}
        className="no-print sticky top-0 hidden h-dvh overflow-y-auto border-r border-line bg-side px-3.5 py-4 text-[0.875rem]/[1.375rem] desk:block"
      >
        <div className="mb-3 px-2">
          <Wordmark to={props.paths.home} place={props.place} />
        </div>
        <Sections sections={props.sections} />
      </nav>
      <div className={isTask ? "min-w-0" : "min-w-0 phone:pb-20"}>
        <TopBar {...props} />
        <main id="main" tabIndex={-1} className={`outline-none print:p-0 ${room}`}>
          {children}
        </main>
        <PrintMark person={props.person} openedAt={props.openedAt} />
      </div>
      {isTask ? null : (
        <PhoneNavigation items={props.phone} sections={props.sections} search={props.search} />
      )}
    </div>
  );
}

/** The first thing that a keyboard reaches: past the navigation, to the page's own content. */
export function SkipLink() {
  const words = useWords().ui;
  return (
    <a
      href="#main"
      className="sr-only rounded-md bg-action px-4 py-2 text-on-action focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-40 focus:px-4 focus:py-2"
    >
      {words.skip}
    </a>
  );
}

/** On paper: whose copy it is. A letter of the office stays as the office writes it. */
function PrintMark({ person, openedAt }: Pick<ShellProps, "person" | "openedAt">) {
  const { printed } = useWords().files;
  const format = useFormat();
  return (
    <p
      aria-hidden="true"
      className="hidden print:fixed print:right-0 print:bottom-0 print:block print:bg-paper print:text-[9px]/none print:text-soft print:[main:has([data-sheet=letter])+&]:hidden"
    >
      {printed(person.name, person.role, format.instant(openedAt))}
    </p>
  );
}

type TopBarProps = Pick<ShellProps, "place" | "person" | "unread" | "paths" | "search" | "largePrint">;

function TopBar({ place, person, unread, paths, search, largePrint = false }: TopBarProps) {
  return (
    <header className="no-print sticky top-0 z-20 flex min-h-15.5 items-center gap-3 border-b border-line bg-paper px-4 py-1.5 text-[0.875rem]/[1.375rem] desk:px-7">
      <div className="min-w-0 desk:hidden">
        <Wordmark to={paths.home} place={place} />
      </div>
      {search ? (
        <div className="hidden grow desk:block">
          <SearchForm search={search} id="search" />
        </div>
      ) : null}
      <div className="ml-auto flex shrink-0 items-center desk:gap-1.5">
        <LanguageSwitch action={paths.locale} />
        <BellLink to={paths.notices} unread={unread} />
        <PersonMenu person={person} paths={paths} largePrint={largePrint} />
      </div>
    </header>
  );
}

function BellLink({ to, unread }: { to: string; unread: number }) {
  const words = useWords().ui;
  const format = useFormat();
  return (
    <Link
      to={to}
      className="flex min-h-11 min-w-11 items-center justify-center gap-1 rounded-md px-1.5 text-ink no-underline hover:bg-hair desk:min-h-9"
    >
      <Icon name="bell" className="size-5 desk:hidden" />
      <span className="phone:sr-only">{words.notices}</span>
      {unread > 0 ? (
        <span aria-hidden="true" className="font-bold text-red tabular-nums">
          {unread > 99 ? "99+" : format.number(unread)}
        </span>
      ) : null}
      <span className="sr-only">{unread > 0 ? words.unread(unread) : words.noUnread}</span>
    </Link>
  );
}
