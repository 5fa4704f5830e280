import { Form, Link } from "react-router";
import { useWords } from "../i18n/use-words.ts";
import { Button } from "./button.tsx";
import { HiddenFields } from "./confirm.tsx";
import { Icon } from "./icon.tsx";
import { type Option, type OptionGroup, Options } from "./select-field.tsx";

export interface Filter {
  name: string;
  label: string;
  value?: string | null;
  options: readonly (Option | OptionGroup)[];
}

interface FilterBarProps {
  /** Names the form for a screen reader. */
  label: string;
  /** The list; this page unless given. */
  action?: string;
  filters: readonly Filter[];
  search?: { name: string; label: string; value?: string | null };
  /** Days, "2026-11-22". */
  days?: readonly { name: string; label: string; value?: string | null }[];
  /** What else the address holds and has to keep, as the sorting. */
  keep?: Readonly<Record<string, string>>;
  /** What is set, each with the address without it. */
  applied?: readonly { label: string; removeTo: string }[];
  clearTo?: string;
}

/** What the list is cut down to. All of it is in the address, so that it can be sent to somebody. */
export function FilterBar({
  label,
  action,
  filters,
  search,
  days = [],
  keep = {},
  applied = [],
  clearTo,
}: FilterBarProps) {
  const words = useWords().ui;
  return (
    <div className="no-print mb-3 space-y-2">
      <Form
        method="get"
        action={action}
        aria-label={label}
        // One line: on a phone it is drawn along with the thumb.
        className="flex items-center gap-2 desk:gap-1.5 phone:-mx-4 phone:overflow-x-auto phone:px-4 phone:py-1 desk:flex-wrap"
      >
        <HiddenFields fields={keep} />
        {search ? <SearchChip search={search} /> : null}
        {filters.map((filter) => (
          <FilterChip key={filter.name} filter={filter} isNarrow={filters.length > FEW} />
        ))}
        {days.map((day) => (
          <DayChip key={day.name} day={day} />
        ))}
        {/* On a phone it stays in sight at the edge while the rest is drawn along. */}
        <div className="shrink-0 phone:sticky phone:-right-4 phone:bg-paper phone:pr-4 phone:pl-1">
          <Button tone="secondary">{words.filter}</Button>
        </div>
      </Form>
      {applied.length > 0 ? (
        <ul aria-label={words.filters} className="flex flex-wrap items-center gap-2">
          {applied.map((item) => (
            <li key={item.label}>
              <Link
                to={item.removeTo}
                preventScrollReset
                className="inline-flex min-h-11 items-center gap-1.5 rounded-full border border-blue-line bg-blue-wash px-3 text-small text-blue no-underline hover:border-blue desk:min-h-7"
              >
                <span aria-hidden="true">{item.label}</span>
                <span className="sr-only">{words.removeFilter(item.label)}</span>
                <Icon name="cross" className="size-3" />
              </Link>
            </li>
          ))}
          {clearTo ? (
            <li>
              <Link
                to={clearTo}
                preventScrollReset
                className="inline-flex min-h-6 items-center px-1 text-small text-blue"
              >
                {words.clearFilters}
              </Link>
            </li>
          ) : null}
        </ul>
      ) : null}
    </div>
  );
}

/** So many conditions have room for their whole names; of more, long ones are cut to stay on one line. */
const FEW = 4;

const chip =
  "min-h-11 rounded-full border border-line bg-card py-1 hover:border-edge text-small text-ink desk:min-h-7.5 data-set:border-blue data-set:bg-blue-wash data-set:text-blue data-set:font-semibold";

// A new address has to show its own values: the fields keep what they first stood at, so each value is a new field.
function FilterChip({ filter, isNarrow }: { filter: Filter; isNarrow: boolean }) {
  const { name, label, value, options } = filter;
  const words = useWords().ui;
  return (
    <span className="relative inline-flex shrink-0">
      <select
        key={value ?? ""}
        name={name}
        aria-label={label}
        defaultValue={value ?? ""}
        data-set={value ? "" : undefined}
        className={`${chip} max-w-44 appearance-none overflow-hidden pr-7 pl-3 text-ellipsis ${isNarrow ? "desk:max-w-24" : ""}`}
      >
        <option value="">{value ? words.all : label}</option>
        <Options options={options} />
      </select>
      <Icon
        name="chevron"
        className="pointer-events-none absolute top-1/2 right-2.5 size-3 -translate-y-1/2 text-soft"
      />
    </span>
  );
}

function SearchChip({ search }: { search: { name: string; label: string; value?: string | null } }) {
  return (
    <input
      key={search.value ?? ""}
      type="search"
      name={search.name}
      aria-label={search.label}
      placeholder={search.label}
      defaultValue={search.value ?? ""}
      data-set={search.value ? "" : undefined}
      className={`${chip} w-44 shrink-0 px-3 placeholder:text-soft desk:w-auto desk:max-w-60 desk:min-w-0 desk:grow desk:basis-36`}
    />
  );
}

function DayChip({
  day: { name, label, value },
}: {
  day: { name: string; label: string; value?: string | null };
}) {
  return (
    <label className="flex shrink-0 items-center gap-1.5 text-small text-soft">
      {label}
      <input
        key={value ?? ""}
        type="date"
        name={name}
        defaultValue={value ?? ""}
        data-set={value ? "" : undefined}
        className={`${chip} px-3`}
      />
    </label>
  );
}
