import type { AssignmentPage } from "../domain/assignment/view.server.ts";
import type { LampReading } from "../domain/clock/lamp.ts";
import type { CommandType } from "../domain/complaint/commands.ts";
import { useFormat, useWords } from "../i18n/use-words.ts";
import { AssignmentTimeline } from "./assignment-timeline.tsx";
import { ButtonLink } from "./button.tsx";
import { Card } from "./card.tsx";
import { FileList } from "./file-list.tsx";
import { Lamp } from "./lamp.tsx";
import { NoticeBanner } from "./notice-banner.tsx";
import { Passage } from "./passage.tsx";
import { StatusChip } from "./status-chip.tsx";

interface Props {
  assignment: AssignmentPage;
}

interface CourseProps extends Props {
  acts: readonly CommandType[];
  /** The lamp of each measure, by its id. */
  lamps: Readonly<Record<string, LampReading>>;
}

/** What the department was asked, what it said and promised, and what happened. */
export function AssignmentCourse({ assignment, acts, lamps }: CourseProps) {
  const { department } = useWords();
  return (
    <>
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
      {assignment.replies.length > 0 || !assignment.recalledAt ? <Replies assignment={assignment} /> : null}
      {assignment.measures.length > 0 || acts.includes("promiseMeasure") ? (
        <Measures assignment={assignment} canReport={acts.includes("reportMeasure")} lamps={lamps} />
      ) : null}
      <AssignmentTimeline assignment={assignment} />
    </>
  );
}

/** The words with which the last reply came back, while a new one is owed. */
export function SentBack({ assignment: { status, missing } }: Props) {
  const { department } = useWords();
  if (status !== "redo" || !missing) return null;
  return (
    <NoticeBanner tone="warn" title={department.missing}>
      <Passage>{missing}</Passage>
    </NoticeBanner>
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
      <div className="divide-y divide-hair">
        {assignment.replies.map((reply) => (
          <div key={reply.id} className="space-y-1.5 py-3 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-2 text-small text-soft">
              {department.round(reply.round)} · {format.instant(reply.repliedAt)}
              <StatusChip
                label={reply.verdict ? department.verdicts[reply.verdict] : department.waiting}
                tone={reply.verdict === "accepted" ? "green" : reply.verdict ? "amber" : "blue"}
              />
            </p>
            <Passage>{reply.words}</Passage>
            <EvidenceList files={assignment.files.filter((file) => file.replyId === reply.id)} />
            <StillMissing words={reply.missing} />
          </div>
        ))}
      </div>
    </Card>
  );
}

function StillMissing({ words }: { words: string | null }) {
  const { department } = useWords();
  if (!words) return null;
  return (
    <p className="text-small text-amber">
      <strong>{department.stillMissing}</strong>
      {words}
    </p>
  );
}

type Measure = AssignmentPage["measures"][number];

type MeasuresProps = Pick<CourseProps, "assignment" | "lamps"> & { canReport: boolean };

function Measures({ assignment, canReport, lamps }: MeasuresProps) {
  const { department } = useWords();
  return (
    <Card title={department.measures} id="measures">
      {assignment.measures.length === 0 ? <p className="text-soft">{department.noMeasures}</p> : null}
      <div className="divide-y divide-hair">
        {assignment.measures.map((measure) => (
          <div key={measure.id} className="space-y-1.5 py-3 first:pt-0 last:pb-0">
            <MeasureHead measure={measure} lamp={lamps[measure.id]} />
            {measure.report ? (
              <div>
                <p className="text-small text-soft">{department.measureReport}</p>
                <Passage>{measure.report}</Passage>
              </div>
            ) : null}
            <EvidenceList files={assignment.files.filter((file) => file.measureId === measure.id)} />
            <StillMissing words={measure.missing} />
            {canReport && measure.status === "promised" ? (
              <ReportLink code={assignment.code} measure={measure} />
            ) : null}
          </div>
        ))}
      </div>
    </Card>
  );
}

function MeasureHead({ measure, lamp }: { measure: Measure; lamp: LampReading | undefined }) {
  const { department, office } = useWords();
  const format = useFormat();
  return (
    <>
      <Passage>{measure.words}</Passage>
      <p className="flex flex-wrap items-center gap-2 text-small text-soft">
        {
          // Whose it was is erased with the rest.
          measure.owner
            ? department.measureLine(measure.owner, format.due(measure.dueOn))
            : format.due(measure.dueOn)
        }
        <StatusChip
          label={office.measureStatuses[measure.status]}
          tone={measure.status === "confirmed" ? "green" : "blue"}
        />
        {lamp ? <Lamp {...lamp} /> : null}
      </p>
    </>
  );
}

function ReportLink({ code, measure }: { code: string; measure: Measure }) {
  const { office } = useWords();
  return (
    <p className="no-print pt-1">
      <ButtonLink to={`/department/assignments/${code}/report-measure?measure=${measure.id}#acts`}>
        {office.commands.reportMeasure.label}
        <span className="sr-only">{measure.words}</span>
      </ButtonLink>
    </p>
  );
}
