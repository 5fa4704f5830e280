import type { AssignmentPage } from "../domain/assignment/view.server.ts";
import type { CommandType } from "../domain/complaint/commands.ts";
import { useFormat, useLocale, useWords } from "../i18n/use-words.ts";
import { ButtonLink } from "./button.tsx";
import { Card } from "./card.tsx";
import { Facts } from "./facts.tsx";
import { FileList } from "./file-list.tsx";
import { NoticeBanner } from "./notice-banner.tsx";
import { Passage } from "./passage.tsx";
import { StatusChip } from "./status-chip.tsx";
import { Timeline } from "./timeline.tsx";

interface Props {
  assignment: AssignmentPage;
}

/** What the department was asked, what it said and promised, and what happened. */
export function AssignmentCourse({ assignment, canReport }: Props & { canReport: boolean }) {
  const { department } = useWords();
  return (
    <>
      {assignment.status === "redo" && assignment.missing ? (
        <NoticeBanner tone="warn" title={department.missing}>
          <Passage>{assignment.missing}</Passage>
        </NoticeBanner>
      ) : null}
      <Card title={department.brief}>
        <Passage>{assignment.brief}</Passage>
        <p className="mt-2 text-small text-soft">
          {assignment.namedPoint ? department.named(assignment.namedPoint) : department.confidential}
        </p>
      </Card>
      {assignment.released.length > 0 ? (
        <Card title={department.released}>
          <FileList
            files={assignment.released.map((file) => ({
              ...file,
              to: `/department/files/released/${file.id}`,
            }))}
          />
        </Card>
      ) : null}
      <Replies assignment={assignment} />
      <Measures assignment={assignment} canReport={canReport} />
      <Course assignment={assignment} />
    </>
  );
}

function EvidenceList({ files }: { files: AssignmentPage["files"] }) {
  if (files.length === 0) return null;
  return <FileList files={files.map((file) => ({ ...file, to: `/department/files/evidence/${file.id}` }))} />;
}

function Replies({ assignment }: Props) {
  const { department } = useWords();
  const format = useFormat();
  return (
    <Card title={department.replies}>
      {assignment.replies.length === 0 ? <p className="text-soft">{department.noReplies}</p> : null}
      <div className="space-y-4">
        {assignment.replies.map((reply) => (
          <div key={reply.id} className="space-y-1.5">
            <p className="flex flex-wrap items-center gap-2 text-small text-soft">
              {department.round(reply.round)} · {format.instant(reply.repliedAt)}
              <StatusChip
                label={reply.verdict ? department.verdicts[reply.verdict] : department.waiting}
                tone={reply.verdict === "accepted" ? "green" : reply.verdict ? "amber" : "blue"}
              />
            </p>
            <Passage>{reply.words}</Passage>
            {reply.missing ? <p className="text-small text-amber">{reply.missing}</p> : null}
            <EvidenceList files={assignment.files.filter((file) => file.replyId === reply.id)} />
          </div>
        ))}
      </div>
    </Card>
  );
}

function Measures({ assignment, canReport }: Props & { canReport: boolean }) {
  const { department, office } = useWords();
  const format = useFormat();
  const path = `/department/assignments/${assignment.code}/report-measure`;
  return (
    <Card title={department.measures}>
      {assignment.measures.length === 0 ? <p className="text-soft">{department.noMeasures}</p> : null}
      <div className="space-y-4">
        {assignment.measures.map((measure) => (
          <div key={measure.id} className="space-y-1.5">
            <Passage>{measure.words}</Passage>
            <p className="flex flex-wrap items-center gap-2 text-small text-soft">
              {department.measureLine(measure.owner, format.day(measure.dueOn))}
              <StatusChip
                label={office.measureStatuses[measure.status]}
                tone={measure.status === "confirmed" ? "green" : "blue"}
              />
            </p>
            {measure.report ? <Passage>{measure.report}</Passage> : null}
            {measure.missing ? <p className="text-small text-amber">{measure.missing}</p> : null}
            <EvidenceList files={assignment.files.filter((file) => file.measureId === measure.id)} />
            {canReport && measure.status === "promised" ? (
              <ButtonLink to={`${path}?measure=${measure.id}`}>
                {office.commands.reportMeasure.label}
              </ButtonLink>
            ) : null}
          </div>
        ))}
      </div>
    </Card>
  );
}

function Course({ assignment }: Props) {
  const { department, office } = useWords();
  const events = assignment.steps.map((step) => ({
    id: step.id,
    at: step.at,
    title: office.commands[step.command as CommandType]?.done ?? step.command,
    by: step.byCommission ? department.byCommission : (step.officer ?? department.byUs),
    tone: step.byCommission ? ("blue" as const) : ("green" as const),
    children: step.words ? <Passage>{step.words}</Passage> : undefined,
  }));
  return (
    <Card title={department.course}>
      <Timeline label={department.course} events={events} />
    </Card>
  );
}

/** The dates to keep, who is at it, and how a return was ruled on. */
export function AssignmentFacts({ assignment }: Props) {
  const { department, office, ui } = useWords();
  const locale = useLocale();
  const format = useFormat();
  const done = (at: Date | null) => (at ? department.doneAt(format.instant(at)) : undefined);
  const { dateNames } = department;
  const reply = format.weekday(assignment.replyDueOn);
  const isMoved = assignment.replyDueOn !== assignment.originalReplyDueOn;
  const rightName = locale === "en" ? assignment.rightNameEn : assignment.rightName;
  return (
    <>
      <Card title={department.dates}>
        <Facts
          items={[
            {
              term: dateNames.sign,
              value: format.weekday(assignment.signDueOn),
              note: done(assignment.signedAt),
            },
            {
              term: dateNames.contact,
              value: format.weekday(assignment.contactDueOn),
              note: done(assignment.firstContactAt),
            },
            { term: dateNames.returning, value: format.weekday(assignment.returnDueOn) },
            {
              term: dateNames.reply,
              value: reply,
              note:
                done(assignment.repliedAt) ??
                (isMoved ? ui.originalDue(format.day(assignment.originalReplyDueOn)) : undefined),
            },
          ]}
        />
      </Card>
      <Card title={department.facts}>
        <Facts
          items={[
            { term: department.part, value: office.assignmentParts[assignment.part] },
            { term: department.officer, value: assignment.officer ?? department.noOfficer },
            assignment.contactWay
              ? {
                  term: department.contact,
                  value: office.contactWays[assignment.contactWay],
                  note: assignment.contactNote ?? undefined,
                }
              : null,
            assignment.returnReason
              ? {
                  term: office.commands.returnAssignment.label,
                  value: assignment.returnReason,
                  note: rightName ? `${department.rightDepartment} ${rightName}` : undefined,
                }
              : null,
            assignment.ruling
              ? {
                  term: department.ruling,
                  value: office.rulings[assignment.ruling],
                  note: assignment.rulingReason ?? undefined,
                }
              : null,
          ]}
        />
      </Card>
    </>
  );
}
