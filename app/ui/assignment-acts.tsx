import type { AssignmentPage } from "../domain/assignment/view.server.ts";
import { type CommandType, slugOf } from "../domain/complaint/commands.ts";
import { useFormat, useWords } from "../i18n/use-words.ts";
import type { DepartmentWords } from "../i18n/zh-CN/department.ts";
import { ActBar } from "./act-bar.tsx";
import { type FailedAct, PortalActForm } from "./portal-act-form.tsx";

interface AssignmentActsProps {
  assignment: AssignmentPage;
  acts: readonly CommandType[];
  open: CommandType | null;
  failed: FailedAct | null;
  commandId: string;
  departments: readonly { id: string; name: string }[];
  measureId?: string;
  /** Who handles it, or will probably. */
  officer: string;
  /** The last day for which more time may be asked. */
  longestUntil: string;
}

/** What the department owes; all else it may do while others are at it. */
const owed: readonly CommandType[] = [
  "sign",
  "recordFirstContact",
  "reply",
  "reportMeasure",
  "applyWriteOff",
];

/** What the department may do now with an assignment, each form in place. */
export function AssignmentActs({ assignment, acts, open, failed, ...props }: AssignmentActsProps) {
  const words = useWords();
  const format = useFormat();
  const path = `/department/assignments/${assignment.code}`;
  const measure = assignment.measures.find((one) => one.id === (failed?.values.measureId ?? props.measureId));
  return (
    <ActBar
      acts={acts.map((type) => ({
        key: type,
        label: words.office.commands[type].label,
        to: `${path}/${slugOf(type)}`,
      }))}
      open={open}
      isTurn={acts.some((type) => owed.includes(type))}
    >
      {open ? (
        <PortalActForm
          type={open}
          failed={failed}
          version={assignment.version}
          commandId={props.commandId}
          measureId={measure?.id}
          cancelTo={path}
          action={`${path}/${slugOf(open)}${measure ? `?measure=${measure.id}` : ""}`}
          uploadTo={`${path}/evidence`}
          departments={props.departments}
          labels={words.department.labels[open as keyof DepartmentWords["labels"]]}
          suggested={{
            officer: props.officer,
            owner: assignment.officer ?? props.officer,
            // Whose name the department doesn't know, it can reach no other way.
            way: assignment.namedPoint ? "" : "throughCommission",
          }}
          hints={{
            ...hintsOf(open, words.department.hints),
            until: words.clock.latestUntil(format.weekday(props.longestUntil)),
          }}
        >
          {open === "reportMeasure" && measure ? <p className="font-semibold">{measure.words}</p> : null}
        </PortalActForm>
      ) : null}
    </ActBar>
  );
}

function hintsOf(type: CommandType, hints: DepartmentWords["hints"]): Record<string, string> {
  const { officer, owner, dueOn, note } = hints;
  if (type === "returnAssignment") return { reason: hints.returnReason };
  if (type === "reply") return { words: hints.reply };
  if (type === "applyWriteOff") return { words: hints.applyWriteOff };
  if (type === "askExtension") return { reason: hints.extension };
  return { words: hints.measure, officer, owner, dueOn, note };
}
