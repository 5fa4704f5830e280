import { useFormat, useWords } from "../../../i18n/use-words.ts";
import { Card } from "../../../ui/card.tsx";
import { type Fact, Facts } from "../../../ui/facts.tsx";
import { Lamp } from "../../../ui/lamp.tsx";
import { StatusChip } from "../../../ui/status-chip.tsx";
import { WhyDate } from "../../../ui/why-date.tsx";
import { MeasureLine } from "./handed.tsx";
import type { Loaded } from "./loading.server.ts";
import { useDepartmentName } from "./names.ts";

type Assignment = Loaded["matter"]["assignment"][number];
interface PartProps {
  one: Assignment;
  loaded: Loaded;
}

/** Each department's hands: its own dates and promises. What it said stands in the course of things. */
export function Assignments({ loaded }: { loaded: Loaded }) {
  const { office } = useWords();
  const departmentName = useDepartmentName(loaded.departments);
  const why = (id: string) => {
    const found = loaded.why.assignments[id];
    return found ? <WhyDate why={found} /> : null;
  };
  return loaded.matter.assignment.map((one) => (
    <Card
      key={one.id}
      title={departmentName(one.departmentId)}
      label={`${departmentName(one.departmentId)} ${one.code}`}
      action={<span className="text-small text-soft">{office.assignmentParts[one.part]}</span>}
    >
      <div className="space-y-3">
        <p className="flex flex-wrap gap-2">
          <StatusChip label={office.assignmentStatuses[one.status]} />
          <AssignmentLamp one={one} loaded={loaded} />
        </p>
        <AssignmentFacts one={one} loaded={loaded} />
        {why(one.id)}
        {loaded.matter.measure
          .filter((measure) => measure.assignmentId === one.id)
          .map((measure) => (
            <MeasureLine key={measure.id} measure={measure} />
          ))}
      </div>
    </Card>
  ));
}

function AssignmentLamp({ one, loaded }: PartProps) {
  const reading = loaded.standing.assignmentLamps[one.id];
  return reading ? <Lamp {...reading} /> : null;
}

function AssignmentFacts({ one, loaded }: PartProps) {
  const { office, desk } = useWords();
  const format = useFormat();
  const departmentName = useDepartmentName(loaded.departments);
  // What was never due any more is not missing.
  const isOpen = ["dispatched", "signed", "redo"].includes(one.status);
  const missing = (term: string, day: string) =>
    isOpen && { term, value: desk.notYet, note: desk.dueBy(format.due(day)) };
  const extensionFacts = useExtension(loaded.matter.extension.find((row) => row.assignmentId === one.id));
  const isMoved = one.replyDueOn !== one.originalReplyDueOn;
  return (
    <Facts
      items={[
        { term: desk.code, value: one.code },
        {
          term: desk.replyDue,
          value: format.due(one.replyDueOn),
          note: isMoved ? desk.originalDue(format.day(one.originalReplyDueOn)) : null,
        },
        ...extensionFacts,
        { term: desk.dispatched, value: format.instant(one.dispatchedAt) },
        one.signedAt
          ? { term: desk.signed, value: format.instant(one.signedAt), note: one.officer }
          : missing(desk.signed, one.signDueOn),
        one.firstContactAt
          ? {
              term: desk.firstContact,
              value: format.instant(one.firstContactAt),
              note: one.contactWay ? office.contactWays[one.contactWay] : null,
            }
          : one.part === "lead" && missing(desk.firstContact, one.contactDueOn),
        one.repliedAt && {
          term: desk.replied,
          value: format.instant(one.repliedAt),
          note: one.round > 1 ? desk.round(one.round) : null,
        },
        one.rightDepartmentId !== null && {
          term: desk.returned,
          value: desk.rightDepartment(departmentName(one.rightDepartmentId)),
          note: one.ruling ? office.rulings[one.ruling] : null,
        },
        one.missing !== null && { term: office.inputs.missing, value: one.missing },
      ]}
    />
  );
}

/** The request for more time: until when and why, and what became of it. */
function useExtension(asked: Loaded["matter"]["extension"][number] | undefined): Fact[] {
  const { clock, office } = useWords();
  const format = useFormat();
  if (!asked) return [];
  const { until, reason, granted, ruling } = asked;
  const ruled = granted === null ? null : office.extensionRulings[granted ? "granted" : "refused"];
  return [
    { term: clock.extensionPending, value: clock.extensionUntil(format.weekday(until)), note: reason },
    {
      term: office.inputs.decision,
      value: ruled ?? clock.extensionWaits,
      note: ruled ? ruling : null,
    },
  ];
}
