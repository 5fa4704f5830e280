import { CONDUCTS, FIELDS, GRADES } from "../../../db/vocabulary.ts";
import { type FilterName, filterQuery, LEDGER_LAMPS, LEDGER_STATUSES } from "../../domain/ledger/filter.ts";
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
    { name: "urgent", label: desk.priority, options: [{ value: "true", label: office.urgent }] },
    { name: "year", label: desk.year, options: years.map((value) => ({ value, label: desk.yearOf(value) })) },
    { name: "field", label: office.inputs.field, options: from(FIELDS, office.fields) },
    { name: "conduct", label: office.inputs.conduct, options: from(CONDUCTS, office.conducts) },
    { name: "grade", label: office.inputs.grade, options: from(GRADES, office.grades) },
    { name: "lead", label: desk.ledgerColumns.lead, options: leads },
  ].map((one) => ({ ...one, value: String(filter[one.name as FilterName] ?? "") }));
  // What has a field of its own shows there that it is set; these have none.
  const applied = (["point", "figure"] as const)
    .filter((name) => filter[name] !== undefined)
    .map((name) => ({
      label:
        name === "figure" && filter.figure ? desk.figures[filter.figure] : `${desk.point} ${filter.point}`,
      removeTo: `/desk/ledger${filterQuery(filter, { [name]: undefined })}`,
    }));
  const { sort, point, figure, columns } = filter;
  return (
    <FilterBar
      label={desk.filters}
      action="/desk/ledger"
      filters={filters}
      search={{ name: "q", label: desk.searchLabel, value: filter.q }}
      keep={kept({ sort, point, figure, columns: columns?.join() })}
      applied={applied}
    />
  );
}

const kept = (values: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])));
