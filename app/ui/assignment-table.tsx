import type { ReactNode } from "react";
import type { AssignmentPart } from "../../db/vocabulary.ts";
import type { Turn } from "../domain/assignment/acts.ts";
import type { Due as DueDate } from "../domain/assignment/dates.ts";
import type { LampReading } from "../domain/clock/lamp.ts";
import { useFormat, useWords } from "../i18n/use-words.ts";
import type { DepartmentWords } from "../i18n/zh-CN/department.ts";
import { ButtonLink, TextLink } from "./button.tsx";
import { type Column, DataTable } from "./data-table.tsx";
import { Lamp } from "./lamp.tsx";
import { stageName } from "./stage-name.ts";

export interface AssignmentRow {
  code: string;
  brief: string;
  turn: Turn;
  round: number;
  part: AssignmentPart;
  officer: string | null;
  due: DueDate;
  replyDueOn: string;
  lamp: LampReading | null;
}

const owesContact = ({ due }: AssignmentRow) => due.what === "contact";

type Next = keyof DepartmentWords["next"];

const nextByTurn: Record<Turn, Next> = {
  dispatched: "sign",
  signed: "reply",
  redo: "redo",
  returning: "ruling",
  replied: "verdict",
  accepted: "record",
  recalled: "record",
  measure: "measure",
  ready: "apply",
  readyElsewhere: "record",
  applied: "record",
  settled: "record",
};
const paths: Partial<Record<Next, string>> = {
  sign: "/sign",
  contact: "/record-first-contact",
  reply: "/reply",
  measure: "#measures",
  apply: "/apply-write-off",
};

/** The assignments of a department, each with what to do next and by when. */
export function AssignmentTable(props: { caption: string; rows: AssignmentRow[]; empty: ReactNode }) {
  return <DataTable {...props} columns={useColumns()} rowKey={(row) => row.code} />;
}

function useColumns(): Column<AssignmentRow>[] {
  const words = useWords();
  const { department, erasure, office } = words;
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
          {stageName(words, row.turn)}
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

function Due({ row }: { row: AssignmentRow }) {
  const { department } = useWords();
  const format = useFormat();
  const { due, lamp, turn } = row;
  if (!lamp) return null;
  const what = department.dueWhat[due.what];
  const isLate = lamp.lamp === "red";
  return (
    <>
      <Lamp {...lamp} text={isLate && turn === "dispatched" ? department.signLate : undefined} />
      <p className="text-small text-soft">
        {(isLate ? department.wasDue : department.dueBy)(what, format.due(due.on))}
      </p>
      {owesContact(row) ? (
        <p className="text-small text-soft">
          {department.dueBy(department.dueWhat.reply, format.due(row.replyDueOn))}
        </p>
      ) : null}
    </>
  );
}

function NextStep({ row }: { row: AssignmentRow }) {
  const { department } = useWords();
  const next = owesContact(row) ? "contact" : nextByTurn[row.turn];
  const isUrgent = row.lamp?.lamp === "red" || row.lamp?.lamp === "yellow";
  return (
    <div className="phone:grid">
      <ButtonLink
        to={`/department/assignments/${row.code}${paths[next] ?? ""}`}
        tone={isUrgent ? "primary" : "secondary"}
      >
        {department.next[next]}
      </ButtonLink>
    </div>
  );
}
