import { Form } from "react-router";
import { useWords } from "../i18n/use-words.ts";
import { Icon } from "./icon.tsx";

export interface ShellSearch {
  /** The list that it searches. */
  action: string;
  /** What can be searched for, as label and placeholder. */
  label: string;
  value?: string;
  /** The field's name, "q" unless told otherwise. */
  name?: string;
}

/** A search field that opens a list with what was found. */
export function SearchForm({ search, id }: { search: ShellSearch; id: string }) {
  const words = useWords().ui;
  return (
    <Form method="get" action={search.action} role="search" className="relative flex w-full max-w-105">
      <label htmlFor={id} className="sr-only">
        {search.label}
      </label>
      <input
        id={id}
        type="search"
        name={search.name ?? "q"}
        defaultValue={search.value}
        placeholder={search.label}
        className="min-h-11 w-full rounded-md border border-edge bg-card py-1.5 pr-11 pl-3 placeholder:text-soft desk:min-h-9"
      />
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
