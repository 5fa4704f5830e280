import type { ReactNode } from "react";
import type { ComplaintStatus } from "../../db/vocabulary.ts";
import type { Day } from "../domain/clock/day.ts";
import { useFormat, useWords } from "../i18n/use-words.ts";
import { TextLink } from "./button.tsx";
import { type Column, DataTable } from "./data-table.tsx";
import { StatusChip } from "./status-chip.tsx";
import type { Tone } from "./tone.ts";

interface Row {
  number: string;
  title: string;
  status: ComplaintStatus;
  dueOn: Day | null;
  submittedAt: Date;
}

const tones: Partial<Record<ComplaintStatus, Tone>> = {
  supplementing: "amber",
  feedback: "amber",
  closed: "green",
  declined: "grey",
  withdrawn: "grey",
  referenced: "grey",
  merged: "grey",
};

/** The look of a status for the enterprise that waits: amber is its own turn. */
export const enterpriseTone = (status: ComplaintStatus): Tone => tones[status] ?? "blue";

/** An enterprise's complaints, each with the sentence that says whose turn it is. */
export function EnterpriseTable({
  caption,
  rows,
  empty,
}: {
  caption: string;
  rows: Row[];
  empty: ReactNode;
}) {
  const words = useWords();
  const { columns: heads, noDue } = words.liaison;
  const format = useFormat();
  const columns: Column<Row>[] = [
    {
      key: "title",
      head: heads.title,
      rowHeader: true,
      width: "wide",
      cell: (row) => <TextLink to={`/liaison/complaints/${row.number}`}>{row.title}</TextLink>,
    },
    {
      key: "status",
      head: heads.status,
      width: "wide",
      cell: (row) => (
        <div className="space-y-1">
          <StatusChip label={words.office.statuses[row.status].label} tone={enterpriseTone(row.status)} />
          <p className="text-small text-soft">{words.office.statuses[row.status].sentence}</p>
        </div>
      ),
    },
    {
      key: "due",
      head: heads.due,
      width: "narrow",
      cell: (row) => (row.dueOn ? format.day(row.dueOn) : noDue),
    },
    { key: "number", head: heads.number, width: "narrow", cell: (row) => row.number },
    {
      key: "submitted",
      head: heads.submitted,
      width: "narrow",
      cell: (row) => format.instant(row.submittedAt),
    },
  ];
  return (
    <DataTable
      caption={caption}
      captionShown
      columns={columns}
      rows={rows}
      rowKey={(row) => row.number}
      empty={empty}
    />
  );
}
