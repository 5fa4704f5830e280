import { type ReactNode, useEffect, useRef } from "react";
import { Link } from "react-router";
import { isForPage } from "./act-keys.tsx";

export interface QueueItem {
  to: string;
  number: string;
  title: string;
  detail?: string;
  /** Beside the number: what sets it apart from all others. */
  mark?: ReactNode;
  lamp?: ReactNode;
  current?: boolean;
}

interface QueueListProps {
  title: string;
  note?: string;
  /** The title is the page's own until something of the list is asked for. */
  isPage?: boolean;
  items: readonly QueueItem[];
  /** In place of an empty list. */
  empty: ReactNode;
  /** Below the list: the ways to its other pages. */
  more?: ReactNode;
}

/** What waits, the first to be done on top. */
export function QueueList({ title, note, isPage = false, items, empty, more }: QueueListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => step(event, list.current);
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  const Title = isPage ? "h1" : "h2";
  return (
    <nav aria-label={title}>
      <div className="flex min-h-12 items-center justify-between gap-2 border-b border-line px-4">
        <Title className="font-semibold">{title}</Title>
        {note ? <span className="text-small text-soft">{note}</span> : null}
      </div>
      {items.length === 0 ? empty : null}
      <ul ref={list}>
        {items.map((item) => (
          <li key={item.to} className="border-b border-hair">
            <Link
              to={item.to}
              aria-current={item.current ? "page" : undefined}
              className="block px-4 py-2.5 text-ink no-underline -outline-offset-2 hover:bg-hair aria-[current=page]:bg-blue-wash aria-[current=page]:font-semibold"
            >
              <span className="flex flex-wrap items-center justify-between gap-2">
                <span className="flex flex-wrap items-center gap-2 text-small font-normal text-soft">
                  {item.number}
                  {item.mark}
                </span>
                {item.lamp}
              </span>
              <span className="mt-1 block">{item.title}</span>
              {item.detail ? (
                <span className="block text-small font-normal text-soft">{item.detail}</span>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
      {more ? <div className="flex justify-between gap-4 px-4 py-3">{more}</div> : null}
    </nav>
  );
}

/** J and K move along the list; Enter opens where the focus then is, as on any link. */
function step(event: KeyboardEvent, list: HTMLElement | null) {
  const by = { j: 1, k: -1 }[event.key.toLowerCase()];
  if (!by || !list || !isForPage(event)) return;
  const links = [...list.querySelectorAll("a")];
  const focused = links.indexOf(document.activeElement as HTMLAnchorElement);
  const from = focused >= 0 ? focused : links.findIndex((link) => link.ariaCurrent === "page");
  const to = links[Math.min(Math.max(from + by, 0), links.length - 1)];
  if (!to) return;
  event.preventDefault();
  to.focus();
}

interface QueueSplitProps {
  list: ReactNode;
  /** Whether one of the list is open: a phone has room for only one of the two. */
  isOpen: boolean;
  children: ReactNode;
}

/** The list at the left and what is open at the right; in a Shell that is `wide`. */
export function QueueSplit({ list, isOpen, children }: QueueSplitProps) {
  return (
    <div className="monitor:grid monitor:grid-cols-[21.25rem_minmax(0,1fr)]">
      <div
        className={`no-print border-line bg-paper monitor:sticky monitor:top-15.5 monitor:h-[calc(100dvh-3.875rem)] monitor:overflow-y-auto monitor:border-r ${isOpen ? "phone:hidden" : ""}`}
      >
        {list}
      </div>
      <div className={`min-w-0 px-4 py-5 desk:px-7 ${isOpen ? "" : "phone:hidden"}`}>{children}</div>
    </div>
  );
}
