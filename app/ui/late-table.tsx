import { titleOf } from "../domain/assignment/title.ts";
import type { LampReading } from "../domain/clock/lamp.ts";
import { formatUrging } from "../domain/urging/number.ts";
import type { lateInPortfolio } from "../domain/urging/urging.server.ts";
import { useFormat, useLocale, useWords } from "../i18n/use-words.ts";
import { TextLink } from "./button.tsx";
import { type Column, DataTable } from "./data-table.tsx";
import { Empty } from "./empty.tsx";
import { Lamp } from "./lamp.tsx";

export type LateRow = Awaited<ReturnType<typeof lateInPortfolio>>[number] & { lamp: LampReading };

/** What is late in a leader's portfolio; what it is about stands in its letter, whose page is under `path`. */
export function LateTable({ rows, path }: { rows: readonly LateRow[]; path: string }) {
  const { urging } = useWords();
  return (
    <DataTable
      caption={urging.late}
      columns={useColumns(path)}
      rows={rows}
      rowKey={(row) => row.code}
      empty={<Empty title={urging.noneLate}>{urging.noneLateText}</Empty>}
    />
  );
}

function useColumns(path: string): Column<LateRow>[] {
  const { erasure, urging, office } = useWords();
  const format = useFormat();
  const isEnglish = useLocale() === "en";
  return [
    { key: "code", head: urging.code, rowHeader: true, width: "narrow", cell: (row) => row.code },
    { key: "to", head: urging.owes, width: "narrow", cell: (row) => (isEnglish ? row.toEn : row.to) },
    {
      key: "about",
      head: urging.about,
      width: "wide",
      cell: ({ letter }) =>
        letter ? (
          titleOf(letter.about) || erasure.gone
        ) : (
          <span className="text-soft">{urging.noLetterYet}</span>
        ),
    },
    {
      key: "due",
      head: urging.wasDue,
      width: "narrow",
      cell: (row) => (
        <>
          <Lamp {...row.lamp} />
          <p className="text-small text-soft">{urging.dueOn(format.day(row.dueOn))}</p>
        </>
      ),
    },
    {
      key: "status",
      head: urging.status,
      width: "narrow",
      cell: (row) => office.assignmentStatuses[row.status],
    },
    {
      key: "letter",
      head: urging.title,
      width: "narrow",
      cell: ({ letter }) =>
        letter ? (
          <TextLink to={`${path}/${letter.id}`}>{formatUrging(letter.year, letter.serial)}</TextLink>
        ) : (
          <span data-none="" />
        ),
    },
  ];
}
