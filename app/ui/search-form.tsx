import { useEffect, useRef } from "react";
import { Form } from "react-router";
import { useWords } from "../i18n/use-words.ts";
import { isForPage, Key } from "./act-keys.tsx";
import { Icon } from "./icon.tsx";
import { useHydrated } from "./use-hydrated.ts";

export interface ShellSearch {
  /** The list that it searches. */
  action: string;
  /** What can be searched for, as label and placeholder. */
  label: string;
  value?: string;
  /** The field's name, "q" unless told otherwise. */
  name?: string;
  /** The key that leads into the field; where a page of the reader's can switch keys off. */
  hotkey?: string;
}

/** A search field that opens a list with what was found. */
export function SearchForm({ search, id }: { search: ShellSearch; id: string }) {
  const words = useWords().ui;
  const { hotkey } = search;
  const field = useRef<HTMLInputElement>(null);
  const isHydrated = useHydrated();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // Of the two in a page, the one that is in sight.
      if (event.key !== hotkey || !isForPage(event) || !field.current?.checkVisibility()) return;
      event.preventDefault();
      field.current.focus();
      field.current.select();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [hotkey]);
  return (
    <Form method="get" action={search.action} role="search" className="relative flex w-full max-w-105">
      <label htmlFor={id} className="sr-only">
        {search.label}
      </label>
      <input
        ref={field}
        id={id}
        type="search"
        aria-keyshortcuts={hotkey}
        name={search.name ?? "q"}
        defaultValue={search.value}
        placeholder={search.label}
        className="min-h-11 w-full rounded-md border border-edge bg-card py-1.5 pr-11 pl-3 placeholder:text-soft desk:min-h-9"
      />
      {hotkey && isHydrated ? (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 right-11 flex items-center text-soft"
        >
          <Key>{hotkey}</Key>
        </span>
      ) : null}
      <button
        type="submit"
        className="absolute inset-y-0 right-0 grid w-10 place-items-center rounded-md text-soft hover:text-ink"
      >
        <Icon name="search" />
        <span className="sr-only">{words.search}</span>
      </button>
    </Form>
  );
}
