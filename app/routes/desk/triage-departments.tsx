import { live } from "../../domain/complaint/complaint.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { Card } from "../../ui/card.tsx";
import { DateDue } from "../../ui/date-due.tsx";
import { FileList } from "../../ui/file-list.tsx";
import { Passage } from "../../ui/passage.tsx";
import { StatusChip } from "../../ui/status-chip.tsx";
import { useDepartmentName } from "./complaint-parts/names.ts";
import type { Opened } from "./triage.tsx";

/** In whose hands it is, with what is to be judged: the latest reply, or why it is returned. */
export function TriageDepartments({ opened }: { opened: Opened }) {
  const { triage, desk } = useWords();
  const nameOf = useDepartmentName(opened.departments);
  const held = live(opened.matter.assignment);
  if (held.length === 0) return null;
  return (
    <div className="mb-4">
      <Card title={triage.departments} flush>
        <ul className="divide-y divide-hair">
          {held.map((one) => (
            <li key={one.id} className="space-y-1.5 px-4 py-3">
              <Heading one={one} name={nameOf(one.departmentId)} />
              {one.status === "returning" && one.returnReason ? (
                <div>
                  <p className="text-small text-soft">{desk.returned}</p>
                  <Passage>{one.returnReason}</Passage>
                  {one.rightDepartmentId ? (
                    <p className="text-small text-soft">
                      {desk.rightDepartment(nameOf(one.rightDepartmentId))}
                    </p>
                  ) : null}
                </div>
              ) : null}
              <LatestReply id={one.id} opened={opened} />
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

type Assignment = Opened["matter"]["assignment"][number];

function Heading({ one, name }: { one: Assignment; name: string }) {
  const { office } = useWords();
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <strong>{name}</strong>
      <span className="text-small text-soft">{office.assignmentParts[one.part]}</span>
      <StatusChip label={office.assignmentStatuses[one.status]} />
      <DateDue on={one.replyDueOn} original={one.originalReplyDueOn} />
    </p>
  );
}

function LatestReply({ id, opened }: { id: string; opened: Opened }) {
  const { triage } = useWords();
  const format = useFormat();
  const reply = opened.matter.reply.findLast((one) => one.assignmentId === id);
  if (!reply) return null;
  const files = opened.matter.evidence.filter((file) => file.replyId === reply.id);
  return (
    <div>
      <p className="text-small text-soft">{triage.reply(reply.round, format.instant(reply.repliedAt))}</p>
      <Passage>{reply.words}</Passage>
      <FileList
        files={files.map(({ id: file, name, bytes }) => ({
          id: file,
          name,
          bytes,
          to: `/desk/files/evidence/${file}`,
        }))}
      />
    </div>
  );
}
