import { COMPLAINT_STATUSES } from "../../../db/vocabulary.ts";
import { FILE_PARTS } from "../../domain/complaint/file-part.ts";
import type { ownPointOf } from "../../domain/people/points.server.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { Card } from "../../ui/card.tsx";
import { Facts } from "../../ui/facts.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { pathOf, type Query } from "./file-query.ts";

/** What the file can be cut down by. */
export function Filters({ query, years }: { query: Query; years: number[] }) {
  const { liaison: words, office } = useWords();
  const without = (name: keyof Query) => pathOf({ ...query, [name]: null });
  const applied = [
    query.q ? { label: query.q, removeTo: without("q") } : null,
    query.year ? { label: words.yearName(query.year), removeTo: without("year") } : null,
    query.status ? { label: office.statuses[query.status], removeTo: without("status") } : null,
    query.part ? { label: words.fileParts[query.part], removeTo: without("part") } : null,
  ].filter((one) => one !== null);
  const options = <T extends string>(codes: readonly T[], labelOf: (code: T) => string) =>
    codes.map((code) => ({ value: code, label: labelOf(code) }));
  return (
    <FilterBar
      label={words.filterFile}
      search={{ name: "q", label: words.searchFile, value: query.q }}
      filters={[
        {
          name: "year",
          label: words.filterYear,
          value: query.year ? String(query.year) : null,
          options: years.map((year) => ({ value: String(year), label: words.yearName(year) })),
        },
        {
          name: "status",
          label: words.filterStatus,
          value: query.status,
          options: options(COMPLAINT_STATUSES, (code) => office.statuses[code]),
        },
        {
          name: "part",
          label: words.filterPart,
          value: query.part,
          options: options(FILE_PARTS, (code) => words.fileParts[code]),
        },
      ]}
      applied={applied}
      clearTo="/liaison/file"
    />
  );
}

/** How the enterprise is registered, and who changes it. */
export function OwnPoint({ point }: { point: Awaited<ReturnType<typeof ownPointOf>> }) {
  const { liaison: words, office, points } = useWords();
  const format = useFormat();
  const { columns } = points;
  const from = format.day(point.termStartsOn);
  return (
    <div className="mt-6">
      <Card title={words.ownPoint}>
        <Facts
          items={[
            { term: columns.name, value: point.name },
            { term: points.code, value: point.code },
            { term: columns.creditCode, value: point.creditCode },
            { term: columns.district, value: office.districts[point.district] },
            { term: columns.industry, value: office.industries[point.industry] },
            {
              term: points.term,
              value: point.termEndsOn
                ? points.termFromTo(from, format.day(point.termEndsOn))
                : points.termFrom(from),
            },
          ]}
        />
        <p className="no-print mt-3 text-small text-soft">{words.ownPointHint}</p>
      </Card>
    </div>
  );
}
