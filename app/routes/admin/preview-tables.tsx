import type { PointColumn } from "../../domain/people/sheet-point.ts";
import type { Words } from "../../i18n/dictionaries.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { StatusChip } from "../../ui/status-chip.tsx";
import type { previewOf } from "./preview-of.ts";

type Preview = ReturnType<typeof previewOf>;
type Fault = Preview["faults"][number];
type Row = Preview["rows"][number];
const tones = { new: "green", changed: "amber", unchanged: "grey" } as const;

/** Everything that is wrong in the sheet: where, what stands there, and what is wrong with it. */
export function FaultTable({ preview: { faults, faultCount } }: { preview: Preview }) {
  const words = useWords().points;
  const format = useFormat();
  if (faultCount === 0) return null;
  const columns: Column<Fault>[] = [
    {
      key: "row",
      head: words.row,
      cell: ({ row }) => (row === null ? words.wholeSheet : words.rowNumber(String(row))),
    },
    { key: "column", head: words.column, cell: ({ column }) => (column ? words.columns[column] : "") },
    {
      key: "found",
      head: words.found,
      cell: ({ found }) => found || <span className="text-soft">{words.nothingFound}</span>,
    },
    { key: "wrong", head: words.wrong, cell: ({ kind, other }) => words.faults[kind](other ?? "") },
  ];
  return (
    <div className="mb-4">
      <DataTable
        caption={words.faultsTitle(format.number(faultCount))}
        columns={columns}
        rows={faults}
        rowKey={({ row, column, kind, found }) => `${row} ${column} ${kind} ${found}`}
      />
      <Shown of={words.moreFaults} shown={faults.length} all={faultCount} />
    </div>
  );
}

/** The rows of the sheet with what would become of each. */
export function PlanTable({ preview: { rows, rowCount } }: { preview: Preview }) {
  const words = useWords();
  const { points } = words;
  if (rowCount === 0) return null;
  const columns: Column<Row>[] = [
    { key: "row", head: points.row, width: "narrow", cell: ({ row }) => row },
    { key: "name", head: points.columns.name, rowHeader: true, cell: ({ name }) => name },
    { key: "creditCode", head: points.columns.creditCode, cell: ({ creditCode }) => creditCode },
    { key: "outcome", head: points.outcome, width: "narrow", cell: (row) => <Outcome row={row} /> },
    { key: "changes", head: points.changes, width: "wide", cell: (row) => <Changes row={row} /> },
    {
      key: "contact",
      head: points.contact,
      cell: ({ newContact }) => (newContact ? points.invitedContact(newContact.name, newContact.email) : ""),
    },
  ];
  return (
    <>
      <DataTable caption={points.rows} columns={columns} rows={rows} rowKey={({ row }) => String(row)} />
      <Shown of={points.moreRows} shown={rows.length} all={rowCount} />
    </>
  );
}

function Outcome({ row: { outcome, stays, isMoved } }: { row: Row }) {
  const { office, points: words } = useWords();
  return (
    <span className="flex flex-wrap gap-1">
      <StatusChip label={words.outcomes[outcome]} tone={tones[outcome]} />
      {stays ? <StatusChip label={words.stays(office.pointStatuses[stays])} tone="amber" /> : null}
      {isMoved ? <StatusChip label={words.moved} tone="red" /> : null}
    </span>
  );
}

function Changes({ row: { changes } }: { row: Row }) {
  const words = useWords();
  const { points } = words;
  const say = (column: PointColumn, value: string) => wordFor(words, column, value) || points.nothing;
  return (
    <ul>
      {changes.map(({ column, before, after }) => (
        <li key={column}>{points.change(points.columns[column], say(column, before), say(column, after))}</li>
      ))}
    </ul>
  );
}

function wordFor({ office }: Words, column: PointColumn, value: string): string {
  const lists: Partial<Record<PointColumn, Readonly<Record<string, string>>>> = {
    district: office.districts,
    industry: office.industries,
    size: office.pointSizes,
  };
  return lists[column]?.[value] ?? value;
}

/** Says that a long list goes on, where it does. */
function Shown({
  of,
  shown,
  all,
}: {
  of: (shown: string, all: string) => string;
  shown: number;
  all: number;
}) {
  const format = useFormat();
  if (shown === all) return null;
  return <p className="mt-2 text-small text-soft">{of(format.number(shown), format.number(all))}</p>;
}
