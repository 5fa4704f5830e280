import type { returnState, writeOffSteps } from "../domain/assignment/acts.ts";
import type { datesOf } from "../domain/assignment/dates.ts";
import type { AssignmentPage } from "../domain/assignment/view.server.ts";
import type { WhyDate as Why } from "../domain/clock/explain.ts";
import { useFormat, useLocale, useWords } from "../i18n/use-words.ts";
import { Card } from "./card.tsx";
import { Checklist } from "./checklist.tsx";
import { Facts } from "./facts.tsx";
import { Lamp } from "./lamp.tsx";
import { WhyDate } from "./why-date.tsx";

interface Props {
  assignment: AssignmentPage;
}

interface FactsProps extends Props {
  dates: ReturnType<typeof datesOf>;
  returning: ReturnType<typeof returnState>;
  /** Of the reply; null where the head of the page tells it. */
  why: Why | null;
  /** What the write-off still needs, where that is of use to know. */
  missing: ReturnType<typeof writeOffSteps> | null;
}

/** The dates to keep, what the write-off needs, who is at it, and how a return was ruled on. */
export function AssignmentFacts({ assignment, dates, returning, why, missing }: FactsProps) {
  const { department } = useWords();
  return (
    <>
      <Dates assignment={assignment} dates={dates} returning={returning} why={why} />
      {missing ? (
        <Card title={department.writeOff}>
          <Checklist
            items={missing.map(({ step, met }) => ({ label: department.writeOffSteps[step], done: met }))}
          />
        </Card>
      ) : null}
      <WhoAndHow assignment={assignment} />
    </>
  );
}

function Dates({ assignment, dates, returning, why }: Omit<FactsProps, "missing">) {
  const { department, ui } = useWords();
  const format = useFormat();
  const extension = useExtension(assignment);
  const { dateNames } = department;
  const original = assignment.originalReplyDueOn;
  const until = department.returning[returning](format.day(assignment.returnDueOn));
  const rows = dates.map(({ step, on, doneAt, lamp }) => ({
    term: dateNames[step],
    value: (
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {format.weekday(on)}
        {format.isProvisional(on) ? <span className="text-small text-amber">{ui.provisional}</span> : null}{" "}
        {lamp ? <Lamp {...lamp} /> : null}
      </span>
    ),
    note: doneAt
      ? department.doneAt(format.instant(doneAt))
      : step === "reply" && on !== original
        ? ui.originalDue(format.day(original))
        : undefined,
  }));
  return (
    <Card title={department.dates}>
      <Facts
        items={[
          ...rows.slice(0, -1),
          { term: dateNames.returning, value: until },
          ...rows.slice(-1),
          extension,
        ]}
      />
      {why ? (
        <div className="mt-2">
          <WhyDate why={why} />
        </div>
      ) : null}
    </Card>
  );
}

/** The request for more time: until when, and what became of it. */
function useExtension({ extension, dueFrom }: AssignmentPage) {
  const { clock, department, office } = useWords();
  const format = useFormat();
  if (!extension) return null;
  const { until, granted, ruling, askedAt } = extension;
  return {
    term: clock.extension,
    value: clock.extensionUntil(format.weekday(until)),
    note:
      granted === null
        ? // Asked for an earlier round, it has lapsed with that round's clock.
          askedAt < dueFrom
          ? department.extensionLapsed
          : clock.extensionWaits
        : clock.extensionRuled(office.extensionRulings[granted ? "granted" : "refused"], ruling ?? ""),
  };
}

function WhoAndHow({ assignment }: Props) {
  const { department, office } = useWords();
  const locale = useLocale();
  const rightName = locale === "en" ? assignment.rightNameEn : assignment.rightName;
  const { contactWay, returnReason, returnedAt, ruling } = assignment;
  return (
    <Card title={department.facts}>
      <Facts
        items={[
          { term: department.part, value: office.assignmentParts[assignment.part] },
          { term: department.officer, value: assignment.officer ?? department.nobody },
          contactWay
            ? {
                term: department.contact,
                value: office.contactWays[contactWay],
                note: assignment.contactNote ?? undefined,
              }
            : assignment.part === "lead" && { term: department.contact, value: department.noContact },
          returnReason
            ? {
                term: office.commands.returnAssignment.label,
                value: returnReason,
                note: rightName ? department.rightDepartment(rightName) : undefined,
              }
            : null,
          // An assignment that another department returned carries the ruling, but it isn't about this one.
          ruling && returnedAt
            ? {
                term: department.ruling,
                value: office.rulings[ruling],
                note: assignment.rulingReason ?? undefined,
              }
            : null,
        ]}
      />
    </Card>
  );
}
