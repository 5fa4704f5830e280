import type { LedgerFilter } from "../../domain/ledger/filter.ts";
import { useFormat, useLocale, useWords } from "../../i18n/use-words.ts";

interface Named {
  code: string;
  name: string;
  nameEn: string;
}

/** What a filter is cut down to, a condition in words each and how it is sorted last. */
export function useConditions(): (filter: LedgerFilter, departments: readonly Named[]) => string[] {
  const { office, desk, ledger } = useWords();
  const period = usePeriod();
  const locale = useLocale();
  return (filter, departments) => {
    const lead = departments.find(({ code }) => code === filter.lead);
    const said = [
      period(filter),
      filter.status && office.statuses[filter.status],
      filter.lamp && office.lamps[filter.lamp],
      filter.urgent && office.urgent,
      filter.keyProblem && ledger.ready.keyProblem,
      filter.retention && ledger.ready.retention,
      filter.field && office.fields[filter.field],
      filter.conduct && office.conducts[filter.conduct],
      filter.grade && office.grades[filter.grade],
      filter.lead && (locale === "en" ? lead?.nameEn : lead?.name),
      filter.point && `${desk.point} ${filter.point}`,
      filter.number && ledger.numbers(filter.number.length),
      filter.q && desk.searched(filter.q),
    ].flatMap((words) => words || []);
    return [...(said.length > 0 ? said : [ledger.everything]), desk.sortBy[filter.sort]];
  };
}

/** How many there are, as far as they were counted. */
export function useCount(): (count: number) => string {
  const { desk } = useWords();
  const format = useFormat();
  return (count) =>
    count > 10_000 ? desk.countMore(format.number(10_000)) : desk.count(format.number(count));
}

/** The year, the month or the figure that a filter names, in words; null where it names none. */
export function usePeriod(): (filter: LedgerFilter) => string | null {
  const { desk, ledger } = useWords();
  const format = useFormat();
  return ({ year, month, figure }) => {
    if (!year) return null;
    if (figure && month) return ledger.figureOfMonth(year, format.month(month), desk.figures[figure]);
    if (figure) return desk.figureOf(year, desk.figures[figure]);
    return month ? ledger.monthOf(year, format.month(month)) : desk.yearOf(String(year));
  };
}
