import { useFormat, useWords } from "../../../i18n/use-words.ts";
import { Card } from "../../../ui/card.tsx";
import { DateDue } from "../../../ui/date-due.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { FileList } from "../../../ui/file-list.tsx";
import { Passage } from "../../../ui/passage.tsx";
import { StatusChip } from "../../../ui/status-chip.tsx";
import type { Loaded } from "../complaint.tsx";
import { useDepartmentName } from "./names.ts";

type Assignment = Loaded["matter"]["assignment"][number];
interface PartProps {
  one: Assignment;
  loaded: Loaded;
}

/** Each department's hands: brief, dates, replies, measures, evidence. */
export function Assignments({ loaded }: { loaded: Loaded }) {
  const { office } = useWords();
  const nameOf = useDepartmentName(loaded.departments);
  return loaded.matter.assignment.map((one) => (
    <Card
      key={one.id}
      title={`${nameOf(one.departmentId)} · ${office.assignmentParts[one.part]}`}
      action={<StatusChip label={office.assignmentStatuses[one.status]} />}
    >
      <div className="space-y-4">
        <AssignmentFacts one={one} loaded={loaded} />
        <Released one={one} loaded={loaded} />
        <Replies one={one} loaded={loaded} />
        <Measures one={one} loaded={loaded} />
      </div>
    </Card>
  ));
}

function AssignmentFacts({ one, loaded }: PartProps) {
  const { office, desk } = useWords();
  const format = useFormat();
  const nameOf = useDepartmentName(loaded.departments);
  return (
    <Facts
      items={[
        { term: desk.code, value: one.code },
        { term: office.inputs.brief, value: <Passage>{one.brief}</Passage> },
        { term: desk.replyDue, value: <DateDue on={one.replyDueOn} original={one.originalReplyDueOn} /> },
        { term: desk.dispatched, value: format.instant(one.dispatchedAt) },
        one.signedAt && { term: desk.signed, value: format.instant(one.signedAt), note: one.officer },
        one.firstContactAt && {
          term: desk.firstContact,
          value: [
            format.instant(one.firstContactAt),
            one.contactWay ? office.contactWays[one.contactWay] : "",
          ].join(" "),
          note: one.contactNote,
        },
        one.returnReason !== null && {
          term: desk.returned,
          value: one.returnReason,
          note: one.rightDepartmentId ? desk.rightDepartment(nameOf(one.rightDepartmentId)) : null,
        },
        one.ruling && {
          term: office.inputs.ruling,
          value: office.rulings[one.ruling],
          note: one.rulingReason,
        },
        one.missing !== null && { term: office.inputs.missing, value: one.missing },
      ]}
    />
  );
}

function Released({ one, loaded }: PartProps) {
  const { desk } = useWords();
  const files = loaded.matter.releasedAttachment.filter((file) => file.assignmentId === one.id);
  if (files.length === 0) return null;
  return (
    <div>
      <p className="text-small text-soft">{desk.released}</p>
      <FileList files={files.map((file) => ({ ...file, to: `/desk/files/released/${file.id}` }))} />
    </div>
  );
}

const fileOf = (file: Loaded["matter"]["evidence"][number]) => ({
  ...file,
  to: `/desk/files/evidence/${file.id}`,
});

function Replies({ one, loaded }: PartProps) {
  const { desk } = useWords();
  const format = useFormat();
  return loaded.matter.reply
    .filter((reply) => reply.assignmentId === one.id)
    .map((reply) => (
      <div key={reply.id} className="border-t border-hair pt-3">
        <p className="flex flex-wrap items-center gap-2">
          <strong>{desk.reply(reply.round)}</strong>
          <span className="text-small text-soft">{format.instant(reply.repliedAt)}</span>
          {reply.verdict ? (
            <StatusChip
              label={desk.verdictOf[reply.verdict]}
              tone={reply.verdict === "accepted" ? "green" : "amber"}
            />
          ) : null}
        </p>
        <Passage>{reply.words}</Passage>
        {reply.missing ? <p className="text-small text-soft">{desk.stillMissing(reply.missing)}</p> : null}
        <FileList files={loaded.matter.evidence.filter((file) => file.replyId === reply.id).map(fileOf)} />
      </div>
    ));
}

function Measures({ one, loaded }: PartProps) {
  const { office, desk } = useWords();
  const measures = loaded.matter.measure.filter((measure) => measure.assignmentId === one.id);
  if (measures.length === 0) return null;
  return (
    <div className="border-t border-hair pt-3">
      <h3 className="font-semibold">{desk.measures}</h3>
      <ul className="mt-2 space-y-3">
        {measures.map((measure) => (
          <li key={measure.id}>
            <p className="flex flex-wrap items-center gap-2">
              <StatusChip
                label={office.measureStatuses[measure.status]}
                tone={
                  measure.status === "confirmed"
                    ? "green"
                    : measure.status === "reported"
                      ? "blue"
                      : "neutral"
                }
              />
              <span className="text-small text-soft">{measure.owner}</span>
              <DateDue on={measure.dueOn} />
            </p>
            <Passage>{measure.words}</Passage>
            {measure.report ? <Passage>{measure.report}</Passage> : null}
            {measure.missing ? (
              <p className="text-small text-soft">{desk.stillMissing(measure.missing)}</p>
            ) : null}
            <FileList
              files={loaded.matter.evidence.filter((file) => file.measureId === measure.id).map(fileOf)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
