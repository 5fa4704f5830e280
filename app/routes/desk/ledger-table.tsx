import { dayOf } from "../../domain/clock/day.ts";
import { type LedgerColumn, USUAL_COLUMNS } from "../../domain/ledger/column.ts";
import { filterQuery } from "../../domain/ledger/filter.ts";
import { useFormat, useLocale, useWords } from "../../i18n/use-words.ts";
import { TextLink } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Lamp } from "../../ui/lamp.tsx";
import { None } from "../../ui/table-parts.tsx";
import { UrgentMark } from "../../ui/urgent-mark.tsx";
import type { LedgerLoaded } from "./ledger.tsx";

type Row = LedgerLoaded["rows"][number];

interface LedgerTableProps {
  loaded: Pick<LedgerLoaded, "rows" | "filter">;
  /** To be printed: nothing to tick, nothing to sort by. */
  isSheet?: boolean;
}

/** The rows of the ledger. */
export function LedgerTable({ loaded, isSheet = false }: LedgerTableProps) {
  const { desk, ledger } = useWords();
  const columns = useColumns(loaded.filter);
  return (
    <DataTable
      caption={desk.ledger}
      columns={isSheet ? columns.map(({ sortTo: _, ...column }) => column) : columns}
      select={
        isSheet
          ? undefined
          : { name: "number", value: (row) => row.number, label: (row) => ledger.tick(row.number) }
      }
      rows={loaded.rows}
      rowKey={(row) => row.number}
      empty={
        <Empty
          title={loaded.filter.retention ? ledger.retentionEmpty : desk.ledgerEmpty}
          action={{ to: "/desk/ledger", label: desk.ledgerAll }}
        >
          {loaded.filter.retention ? null : desk.ledgerEmptyNote}
        </Empty>
      }
    />
  );
}

const wrapping: readonly LedgerColumn[] = ["title", "field", "lead"];

function useColumns(filter: LedgerLoaded["filter"]): Column<Row>[] {
  const { desk } = useWords();
  const cells = useCells();
  const sortable = (key: LedgerColumn) =>
    key === "submitted" || key === "due"
      ? {
          sortTo: `/desk/ledger${filterQuery(filter, { sort: key })}`,
          sorted:
            filter.sort !== key
              ? undefined
              : key === "due"
                ? ("ascending" as const)
                : ("descending" as const),
        }
      : {};
  return [
    {
      key: "number",
      head: desk.number,
      width: "narrow",
      cell: (row) => <TextLink to={`/desk/complaints/${row.number}`}>{row.number}</TextLink>,
    },
    ...(filter.columns ?? USUAL_COLUMNS).map(
      (key): Column<Row> => ({
        key,
        head: desk.ledgerColumns[key],
        width: key === "title" ? "wide" : wrapping.includes(key) ? undefined : "narrow",
        cell: cells[key],
        ...sortable(key),
      }),
    ),
  ];
}

function useCells(): Record<LedgerColumn, Column<Row>["cell"]> {
  const { office, desk, ui, custody, erasure } = useWords();
  const format = useFormat();
  const locale = useLocale();
  const none = <None>{desk.none}</None>;
  const day = (at: Date | null) => (at ? format.day(dayOf(at)) : none);
  return {
    title: (row) => (
      <>
        {row.urgent ? (
          <span className="mr-2">
            <UrgentMark />
          </span>
        ) : null}
        {row.title || <span className="text-soft">{erasure.gone}</span>}
      </>
    ),
    kind: (row) => office.kinds[row.kind],
    grade: (row) => (row.grade ? office.grades[row.grade] : none),
    source: (row) => office.sources[row.source],
    field: (row) => (
      <>
        {office.fields[row.field]}
        <span className="block text-small text-soft">{office.conducts[row.conduct]}</span>
      </>
    ),
    point: (row) => row.pointCode ?? custody.sealed,
    lead: (row) => (locale === "en" ? row.leadEn : row.lead) ?? none,
    // A label of several words may take two lines, one of Chinese never does.
    status: (row) => (
      <span className="desk:break-keep desk:whitespace-normal">{office.statuses[row.status]}</span>
    ),
    submitted: (row) => day(row.submittedAt),
    due: ({ dueOn }) =>
      dueOn ? (
        <>
          {format.day(dueOn)}
          {format.isProvisional(dueOn) ? (
            <span className="block text-small text-amber">{ui.provisional}</span>
          ) : null}
        </>
      ) : (
        none
      ),
    closed: (row) => day(row.closedAt),
    lamp: (row) => (row.lamp ? <Lamp {...row.lamp} /> : none),
  };
}
