import { titleOf } from "../domain/assignment/title.ts";
import { dayOf } from "../domain/clock/day.ts";
import { formatUrging } from "../domain/urging/number.ts";
import type { UrgingLetter } from "../domain/urging/urging.server.ts";
import { useFormat, useLocale, useWords } from "../i18n/use-words.ts";
import { TextLink } from "./button.tsx";
import { type Column, DataTable } from "./data-table.tsx";
import { Empty } from "./empty.tsx";

interface UrgingTableProps {
  rows: readonly UrgingLetter[];
  /** Where their pages are. */
  path: string;
  /** The complaint behind each assignment's code, for who may know it. */
  numbers?: Readonly<Record<string, string>>;
}

/** A list of letters. */
export function UrgingTable({ rows, path, numbers = {} }: UrgingTableProps) {
  const { urging } = useWords();
  return (
    <DataTable
      caption={urging.title}
      columns={useColumns(path, numbers)}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<Empty title={urging.none}>{urging.noneText}</Empty>}
    />
  );
}

function useColumns(path: string, numbers: Readonly<Record<string, string>>): Column<UrgingLetter>[] {
  const { erasure, urging, office } = useWords();
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
    { key: "to", head: urging.to, width: "narrow", cell: (row) => (isEnglish ? row.toEn : row.to) },
    {
      key: "about",
      head: urging.about,
      width: "wide",
      cell: (row) => titleOf(row.about) || erasure.gone,
    },
    {
      key: "code",
      head: urging.code,
      width: "narrow",
      cell: (row) => (
        <>
          {row.code}
          {numbers[row.code] ? (
            <span className="block text-small">
              <TextLink to={`/desk/complaints/${numbers[row.code]}`}>{numbers[row.code]}</TextLink>
            </span>
          ) : null}
        </>
      ),
    },
    { key: "issued", head: urging.issued, width: "narrow", cell: (row) => format.day(dayOf(row.createdAt)) },
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
