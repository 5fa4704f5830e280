import { POINT_STATUSES } from "../../../db/vocabulary.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { TextLink } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { Pager } from "../../ui/pager.tsx";
import { StatusChip } from "../../ui/status-chip.tsx";
import type { PointsData } from "./points.tsx";

type Row = PointsData["points"]["rows"][number];
const tones = { active: "green", suspended: "amber", ended: "grey" } as const;

/** The liaison points that fit the filters. */
export function PointsList({ points, lost, query, nextTo, isFirst }: PointsData) {
  const { office, points: words } = useWords();
  const columns = useColumns(lost);
  return (
    <>
      <FilterBar
        label={words.filter}
        action="/admin/points"
        search={{ name: "q", label: words.search, value: query.q }}
        filters={[
          {
            name: "status",
            label: words.status,
            value: query.status,
            options: POINT_STATUSES.map((value) => ({ value, label: office.pointStatuses[value] })),
          },
        ]}
      />
      <DataTable
        caption={words.title}
        columns={columns}
        rows={points.rows}
        rowKey={(row) => row.id}
        empty={
          query.q || query.status ? (
            <Empty title={words.none} />
          ) : (
            <Empty title={words.noneYet} action={{ to: "/admin/points/import", label: words.import }}>
              {words.noneYetText}
            </Empty>
          )
        }
      />
      <Pager firstTo={isFirst ? null : "/admin/points"} nextTo={nextTo} />
    </>
  );
}

function useColumns(lost: readonly string[]): Column<Row>[] {
  const { office, points: words } = useWords();
  const format = useFormat();
  const termOf = ({ termStartsOn, termEndsOn }: Row) =>
    termEndsOn
      ? words.termFromTo(format.day(termStartsOn), format.day(termEndsOn))
      : words.termFrom(format.day(termStartsOn));
  return [
    { key: "code", head: words.code, width: "narrow", cell: (row) => row.code },
    { key: "name", head: words.columns.name, rowHeader: true, cell: (row) => row.name },
    { key: "creditCode", head: words.columns.creditCode, cell: (row) => row.creditCode },
    {
      key: "district",
      head: words.columns.district,
      width: "narrow",
      cell: (row) => office.districts[row.district],
    },
    { key: "industry", head: words.columns.industry, cell: (row) => office.industries[row.industry] },
    { key: "size", head: words.columns.size, width: "narrow", cell: (row) => office.pointSizes[row.size] },
    { key: "term", head: words.term, cell: termOf },
    {
      key: "status",
      head: words.status,
      cell: (row) => <StatusChip label={office.pointStatuses[row.status]} tone={tones[row.status]} />,
    },
    {
      key: "contacts",
      head: words.contacts,
      numeric: true,
      cell: (row) => (
        <>
          {format.number(row.contacts)}
          {lost.includes(row.id) ? <StatusChip label={words.noMailMark} tone="amber" /> : null}
        </>
      ),
    },
    {
      key: "acts",
      head: words.acts,
      headHidden: true,
      width: "narrow",
      cell: (row) => (
        <TextLink to={`/admin/points/${row.code}`}>
          {words.edit}
          <span className="sr-only">{row.name}</span>
        </TextLink>
      ),
    },
  ];
}
