import { CONDUCTS, FIELDS, GRADES } from "../../../db/vocabulary.ts";
import {
  FILTER_NAMES,
  type FilterName,
  filterQuery,
  LEDGER_LAMPS,
  LEDGER_STATUSES,
} from "../../domain/ledger/filter.ts";
import { useLocale, useWords } from "../../i18n/use-words.ts";
import { FilterBar } from "../../ui/filter-bar.tsx";
import type { LedgerLoaded } from "./ledger.tsx";

const YEARS = 5;

/** What the ledger is cut down to, and ways to take each part of it back. */
export function LedgerFilters({ loaded }: { loaded: LedgerLoaded }) {
  const { office, desk } = useWords();
  const locale = useLocale();
  const { filter } = loaded;
  const statusWords = Object.fromEntries(
    LEDGER_STATUSES.map((status) => [status, office.statuses[status].label]),
  );
  const years = Array.from({ length: YEARS }, (_, index) => String(loaded.year - index));
  const leads = loaded.departments.map((one) => ({
    value: one.code,
    label: locale === "en" ? one.nameEn : one.name,
  }));
  const from = (codes: readonly string[], labels: Readonly<Record<string, string>>) =>
    codes.map((value) => ({ value, label: labels[value] ?? value }));
  const filters = [
    { name: "status", label: desk.status, options: from(LEDGER_STATUSES, statusWords) },
    { name: "lamp", label: desk.lamp, options: from(LEDGER_LAMPS, office.lamps) },
    { name: "year", label: desk.year, options: years.map((value) => ({ value, label: desk.yearOf(value) })) },
    { name: "field", label: office.inputs.field, options: from(FIELDS, office.fields) },
    { name: "conduct", label: office.inputs.conduct, options: from(CONDUCTS, office.conducts) },
    { name: "grade", label: office.inputs.grade, options: from(GRADES, office.grades) },
    { name: "lead", label: office.inputs.lead, options: leads },
  ].map((one) => ({ ...one, value: String(filter[one.name as FilterName] ?? "") }));
  const said = (name: FilterName): string => {
    const value = String(filter[name]);
    if (name === "figure" && filter.figure) return desk.figures[filter.figure];
    if (name === "q") return desk.searched(value);
    if (name === "point") return `${desk.point} ${value}`;
    const found = filters.find((one) => one.name === name);
    return `${found?.label ?? ""} ${found?.options.find((option) => option.value === value)?.label ?? value}`;
  };
  const applied = FILTER_NAMES.filter((name) => filter[name] !== undefined).map((name) => ({
    label: said(name),
    removeTo: `/desk/ledger${filterQuery(filter, { [name]: undefined })}`,
  }));
  const keep: Record<string, string> = {};
  if (filter.sort !== "submitted") keep.sort = filter.sort;
  if (filter.point) keep.point = filter.point;
  if (filter.figure) keep.figure = filter.figure;
  return (
    <FilterBar
      label={desk.filters}
      action="/desk/ledger"
      filters={filters}
      search={{ name: "q", label: desk.searchLabel, value: filter.q }}
      keep={keep}
      applied={applied}
      clearTo="/desk/ledger"
    />
  );
}
