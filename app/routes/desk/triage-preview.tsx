import { type CommandType, slugOf } from "../../domain/complaint/commands.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { ActBar } from "../../ui/act-bar.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { DateDue } from "../../ui/date-due.tsx";
import { Facts } from "../../ui/facts.tsx";
import { FileList } from "../../ui/file-list.tsx";
import { Lamp } from "../../ui/lamp.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Passage } from "../../ui/passage.tsx";
import type { Opened } from "./triage.tsx";

const order: readonly CommandType[] = [
  "ruleOnReturn",
  "assign",
  "accept",
  "acceptReply",
  "feedBack",
  "approveWriteOff",
  "askSupplement",
  "keepAsReference",
  "merge",
  "decline",
];
const hotkeys: Partial<Record<CommandType, string>> = {
  assign: "A",
  askSupplement: "S",
  keepAsReference: "R",
  merge: "M",
  decline: "D",
  accept: "Y",
};
const rank = (type: CommandType) => (order.includes(type) ? order.indexOf(type) : order.length);

/** One of the queue: enough to decide what to do with it. */
export function Preview({ opened }: { opened: Opened }) {
  const { office, desk } = useWords();
  const format = useFormat();
  const { complaint, point, lamp } = opened;
  const path = `/desk/complaints/${complaint.number}`;
  return (
    <>
      <PageHead
        title={complaint.title}
        eyebrow={[complaint.number, office.kinds[complaint.kind], format.instant(complaint.submittedAt)].join(
          " · ",
        )}
        lead={desk.statusFor[complaint.status]}
        aside={
          <>
            {lamp ? <Lamp {...lamp} /> : null}
            {complaint.dueOn ? <DateDue on={complaint.dueOn} /> : null}
          </>
        }
        actions={<ButtonLink to={path}>{desk.openWhole}</ButtonLink>}
      />
      <ActBar
        acts={opened.acts
          .toSorted((a, b) => rank(a) - rank(b))
          .map((type) => ({
            key: type,
            label: office.commands[type].label,
            to: `${path}/${slugOf(type)}`,
            hotkey: hotkeys[type],
            tone: type === "decline" ? "danger" : undefined,
          }))}
        idle={desk.nothingNow}
      />
      <Card title={desk.said}>
        <div className="space-y-4">
          <Passage>{complaint.description}</Passage>
          <FileList
            files={opened.attachments.map((file) => ({ ...file, to: `/desk/files/attachment/${file.id}` }))}
          />
          <Facts
            items={[
              { term: desk.point, value: `${point.name} ${point.code}` },
              { term: office.inputs.field, value: office.fields[complaint.field] },
              { term: office.inputs.conduct, value: office.conducts[complaint.conduct] },
              { term: office.inputs.about, value: complaint.about },
              { term: office.inputs.disclosure, value: office.disclosures[complaint.disclosure] },
            ]}
          />
        </div>
      </Card>
    </>
  );
}
