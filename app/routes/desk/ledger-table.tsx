import { filterQuery } from "../../domain/ledger/filter.ts";
import { useFormat, useLocale, useWords } from "../../i18n/use-words.ts";
import { TextLink } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Lamp } from "../../ui/lamp.tsx";
import type { LedgerLoaded } from "./ledger.tsx";

type Row = LedgerLoaded["rows"][number];

/** The rows of the ledger. */
export function LedgerTable({ loaded }: { loaded: LedgerLoaded }) {
  const { desk } = useWords();
  return (
    <DataTable
      caption={desk.ledger}
      columns={useColumns(loaded.filter)}
      rows={loaded.rows}
      rowKey={(row) => row.number}
      empty={
        <Empty title={desk.ledgerEmpty} action={{ to: "/desk/ledger", label: desk.ledgerAll }}>
          {desk.ledgerEmptyNote}
        </Empty>
      }
    />
  );
}

function useColumns(filter: LedgerLoaded["filter"]): Column<Row>[] {
  const { office, desk } = useWords();
  const format = useFormat();
  const locale = useLocale();
  return [
    {
      key: "number",
      head: desk.number,
      width: "narrow",
      cell: (row) => <TextLink to={`/desk/complaints/${row.number}`}>{row.number}</TextLink>,
    },
    { key: "title", head: desk.matter, width: "wide", cell: (row) => row.title },
    {
      key: "field",
      head: desk.fieldAndConduct,
      cell: (row) => (
        <>
          {office.fields[row.field]}
          <span className="block text-small text-soft">{office.conducts[row.conduct]}</span>
        </>
      ),
    },
    { key: "point", head: desk.point, cell: (row) => row.pointCode, width: "narrow" },
    {
      key: "lead",
      head: office.inputs.lead,
      cell: (row) => (locale === "en" ? row.leadEn : row.lead) ?? desk.none,
    },
    { key: "status", head: desk.status, width: "narrow", cell: (row) => office.statuses[row.status].label },
    {
      key: "submitted",
      head: desk.submitted,
      width: "narrow",
      sortTo: `/desk/ledger${filterQuery(filter, { sort: "submitted" })}`,
      sorted: filter.sort === "submitted" ? "descending" : undefined,
      cell: (row) => format.instant(row.submittedAt),
    },
    {
      key: "due",
      head: desk.due,
      width: "narrow",
      sortTo: `/desk/ledger${filterQuery(filter, { sort: "due" })}`,
      sorted: filter.sort === "due" ? "ascending" : undefined,
      cell: (row) => (row.dueOn ? format.day(row.dueOn) : desk.none),
    },
    {
      key: "lamp",
      head: desk.lamp,
      width: "narrow",
      cell: (row) => (row.lamp ? <Lamp {...row.lamp} /> : desk.none),
    },
  ];
}
