import { formatUrging } from "../domain/urging/number.ts";
import type { UrgingLetter } from "../domain/urging/urging.server.ts";
import { useFormat, useLocale, useWords } from "../i18n/use-words.ts";
import { TextLink } from "./button.tsx";
import { type Column, DataTable } from "./data-table.tsx";
import { Empty } from "./empty.tsx";

/** A list of letters; `path` is where their pages are. */
export function UrgingTable({ rows, path }: { rows: readonly UrgingLetter[]; path: string }) {
  const { urging } = useWords();
  return (
    <DataTable
      caption={urging.title}
      columns={useColumns(path)}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<Empty title={urging.none}>{urging.noneText}</Empty>}
    />
  );
}

function useColumns(path: string): Column<UrgingLetter>[] {
  const { urging, office } = useWords();
  const format = useFormat();
  const isEnglish = useLocale() === "en";
  return [
    {
      key: "number",
      head: urging.number,
      rowHeader: true,
      width: "narrow",
      cell: (row) => <TextLink to={`${path}/${row.id}`}>{formatUrging(row.year, row.serial)}</TextLink>,
    },
    { key: "to", head: urging.to, cell: (row) => (isEnglish ? row.toEn : row.to) },
    { key: "code", head: urging.code, width: "narrow", cell: (row) => row.code },
    { key: "issued", head: urging.issued, width: "narrow", cell: (row) => format.instant(row.createdAt) },
    { key: "due", head: urging.due, width: "narrow", cell: (row) => format.day(row.dueOn) },
    { key: "answerBy", head: urging.answerBy, width: "narrow", cell: (row) => format.day(row.answerBy) },
    {
      key: "status",
      head: urging.status,
      width: "narrow",
      cell: (row) => office.assignmentStatuses[row.status],
    },
  ];
}
