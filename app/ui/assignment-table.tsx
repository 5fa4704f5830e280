import type { ReactNode } from "react";
import type { AssignmentPart, AssignmentStatus } from "../../db/vocabulary.ts";
import type { dueOf } from "../domain/assignment/dates.ts";
import type { LampReading } from "../domain/clock/lamp.ts";
import { useFormat, useWords } from "../i18n/use-words.ts";
import type { DepartmentWords } from "../i18n/zh-CN/department.ts";
import { ButtonLink, TextLink } from "./button.tsx";
import { type Column, DataTable } from "./data-table.tsx";
import { Lamp } from "./lamp.tsx";

export interface AssignmentRow {
  code: string;
  brief: string;
  status: AssignmentStatus;
  round: number;
  part: AssignmentPart;
  officer: string | null;
  due: ReturnType<typeof dueOf>;
  lamp: LampReading | null;
}

type Next = keyof DepartmentWords["next"];

const nextByStatus: Record<AssignmentStatus, Next> = {
  dispatched: "sign",
  signed: "reply",
  redo: "redo",
  returning: "ruling",
  replied: "verdict",
  accepted: "record",
  recalled: "record",
};
const paths: Partial<Record<Next, string>> = { sign: "/sign", reply: "/reply", measure: "#measures" };

const isOwedMeasure = ({ due }: AssignmentRow) => due.what === "measure";
const nextOf = (row: AssignmentRow): Next => (isOwedMeasure(row) ? "measure" : nextByStatus[row.status]);

/** The assignments of a department, each with what to do next and by when. */
export function AssignmentTable(props: { caption: string; rows: AssignmentRow[]; empty: ReactNode }) {
  return <DataTable {...props} columns={useColumns()} rowKey={(row) => row.code} />;
}

function useColumns(): Column<AssignmentRow>[] {
  const { department, erasure, office } = useWords();
  const { columns: heads } = department;
  return [
    {
      key: "code",
      head: heads.code,
      rowHeader: true,
      width: "narrow",
      cell: (row) => <TextLink to={`/department/assignments/${row.code}`}>{row.code}</TextLink>,
    },
    {
      key: "brief",
      head: heads.brief,
      width: "wide",
      cell: (row) => <p className="line-clamp-2 max-w-[46rem]">{row.brief || erasure.gone}</p>,
    },
    {
      key: "status",
      head: heads.status,
      width: "narrow",
      cell: (row) => (
        <>
          {isOwedMeasure(row) ? department.rectifying : office.assignmentStatuses[row.status]}
          <p className="text-small text-soft">
            {department.lead(office.assignmentParts[row.part], row.round)}
          </p>
        </>
      ),
    },
    { key: "due", head: heads.due, width: "narrow", cell: (row) => <Due row={row} /> },
    {
      key: "officer",
      head: heads.officer,
      width: "narrow",
      cell: (row) => row.officer ?? <span className="text-soft">{department.nobody}</span>,
    },
    {
      key: "act",
      head: heads.act,
      headHidden: true,
      width: "narrow",
      cell: (row) => <NextStep row={row} />,
    },
  ];
}

function Due({ row: { due, lamp, status } }: { row: AssignmentRow }) {
  const { department } = useWords();
  const format = useFormat();
  if (!lamp) return null;
  const what = department.dueWhat[due.what];
  const isLate = lamp.lamp === "red";
  return (
    <>
      <Lamp {...lamp} text={isLate && status === "dispatched" ? department.signLate : undefined} />
      <p className="text-small text-soft">
        {(isLate ? department.wasDue : department.dueBy)(what, format.due(due.on))}
      </p>
    </>
  );
}

function NextStep({ row }: { row: AssignmentRow }) {
  const { department } = useWords();
  const next = nextOf(row);
  const isUrgent = row.lamp?.lamp === "red" || row.lamp?.lamp === "yellow";
  return (
    <ButtonLink
      to={`/department/assignments/${row.code}${paths[next] ?? ""}`}
      tone={isUrgent ? "primary" : "secondary"}
    >
      {department.next[next]}
    </ButtonLink>
  );
}
