import { CONDUCTS, FIELDS, GRADES } from "../../../db/vocabulary.ts";
import {
  type FilterName,
  filterQuery,
  LEDGER_LAMPS,
  LEDGER_STATUSES,
  type LedgerFilter,
} from "../../domain/ledger/filter.ts";
import { useFormat, useLocale, useWords } from "../../i18n/use-words.ts";
import { FilterBar } from "../../ui/filter-bar.tsx";
import type { LedgerLoaded } from "./ledger.tsx";

/** What the ledger is cut down to, and ways to take each part of it back. */
export function LedgerFilters({ loaded }: { loaded: LedgerLoaded }) {
  const { office, desk, ledger } = useWords();
  const format = useFormat();
  const locale = useLocale();
  const { filter } = loaded;
  const statusWords = Object.fromEntries(LEDGER_STATUSES.map((status) => [status, office.statuses[status]]));
  const years = loaded.years.map(String);
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
  const { sort, columns, point, figure, month, keyProblem, retention, number } = filter;
  const apart: Partial<Record<FilterName, string | undefined>> = {
    figure: figure && desk.figures[figure],
    month: month ? format.month(month) : undefined,
    point: point && `${desk.point} ${point}`,
    keyProblem: keyProblem && ledger.ready.keyProblem,
    retention: retention && ledger.ready.retention,
    number: number && ledger.numbers(number.length),
  };
  const applied = Object.entries(apart).flatMap(([name, words]) =>
    words ? [{ label: words, removeTo: `/desk/ledger${filterQuery(filter, { [name]: undefined })}` }] : [],
  );
  return (
    <FilterBar
      label={desk.filters}
      action="/desk/ledger"
      filters={filters}
      search={{ name: "q", label: desk.searchLabel, value: filter.q }}
      keep={kept({ sort, columns, point, figure, month, keyProblem, retention, number })}
      applied={applied}
    />
  );
}

const kept = (values: Partial<LedgerFilter>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
