import type { ReactNode } from "react";
import { useWords } from "../i18n/use-words.ts";
import { ButtonLink } from "./button.tsx";

interface PagerProps {
  firstTo?: string | null;
  previousTo?: string | null;
  nextTo?: string | null;
  /** What part of the list is shown. */
  note?: ReactNode;
}

/** Back to the start and on to the next page: a list of any length opens as fast as its first page. */
export function Pager({ firstTo, previousTo, nextTo, note }: PagerProps) {
  const words = useWords().ui;
  if (!firstTo && !previousTo && !nextTo && !note) return null;
  return (
    <nav aria-label={words.pages} className="no-print mt-3 flex flex-wrap items-center gap-2">
      {note ? <span className="mr-auto text-small text-soft">{note}</span> : null}
      {firstTo ? <ButtonLink to={firstTo}>{words.firstPage}</ButtonLink> : null}
      {previousTo ? <ButtonLink to={previousTo}>{words.previousPage}</ButtonLink> : null}
      {nextTo ? <ButtonLink to={nextTo}>{words.nextPage}</ButtonLink> : null}
    </nav>
  );
}
