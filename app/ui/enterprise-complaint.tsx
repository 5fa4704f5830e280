import type { enterpriseDates } from "../domain/complaint/enterprise-dates.server.ts";
import type { EnterpriseComplaint } from "../domain/complaint/enterprise-view.server.ts";
import { useFormat, useLocale, useWords } from "../i18n/use-words.ts";
import { TextLink } from "./button.tsx";
import { Card } from "./card.tsx";
import { DateDue } from "./date-due.tsx";
import { Facts } from "./facts.tsx";
import { FileList } from "./file-list.tsx";
import { sayHappened } from "./happened.ts";
import { Passage } from "./passage.tsx";
import { Timeline } from "./timeline.tsx";
import { WhyDate } from "./why-date.tsx";

type Dates = Awaited<ReturnType<typeof enterpriseDates>>;

interface Props {
  complaint: EnterpriseComplaint;
}

/** What was answered, the latest first; nothing while there is no answer. */
export function EnterpriseAnswers({ complaint }: Props) {
  const { liaison } = useWords();
  const format = useFormat();
  if (complaint.answers.length === 0) return null;
  return (
    <Card title={liaison.answer}>
      <div className="space-y-4">
        {complaint.answers.map((answer) => (
          <div key={answer.id}>
            <Passage>{answer.words}</Passage>
            <p className="mt-2 text-small text-soft">{liaison.answeredAt(format.instant(answer.givenAt))}</p>
          </div>
        ))}
      </div>
    </Card>
  );
}

/** What happened, and what the enterprise wrote. */
export function EnterpriseCourse({ complaint }: Props) {
  const words = useWords();
  const { liaison } = words;
  const departmentOf = useDepartmentOf(complaint);
  const events = complaint.steps.map((step) => ({
    id: step.id,
    at: step.at,
    title: sayHappened(words, step.command, departmentOf(step)),
    tone: step.isOwn ? ("green" as const) : ("blue" as const),
    children: step.words ? <Passage>{step.words}</Passage> : undefined,
  }));
  return (
    <>
      <Card title={liaison.course}>
        <Timeline label={liaison.course} events={events} />
      </Card>
      <Card title={liaison.yourWords}>
        <Passage>{complaint.description}</Passage>
      </Card>
    </>
  );
}

// An enterprise doesn't read on which assignment an act was: the moment that is kept with both tells.
function useDepartmentOf({ departments }: EnterpriseComplaint) {
  const locale = useLocale();
  return ({ at }: EnterpriseComplaint["steps"][number]) => {
    const isIts = (kept: Date | null) => kept?.getTime() === at.getTime();
    const found = departments.find((one) => isIts(one.signedAt) || isIts(one.firstContactAt));
    return found && (locale === "en" ? found.nameEn : found.name);
  };
}

/** The facts at the side: what it is about, who is at it, what was handed in. */
export function EnterpriseFacts({ complaint, dates }: Props & { dates: Dates }) {
  const { desk, erasure, liaison, office } = useWords();
  const format = useFormat();
  const { inputs } = office;
  return (
    <>
      <Card title={liaison.facts}>
        <Facts
          items={[
            { term: liaison.factKind, value: office.kinds[complaint.kind] },
            { term: inputs.field, value: office.fields[complaint.field] },
            { term: inputs.conduct, value: office.conducts[complaint.conduct] },
            { term: desk.about, value: complaint.about || erasure.gone },
            complaint.place ? { term: desk.place, value: complaint.place } : null,
            complaint.sinceOn ? { term: desk.since, value: format.day(complaint.sinceOn) } : null,
            { term: liaison.factDisclosure, value: office.disclosures[complaint.disclosure] },
            { term: liaison.factSubmitted, value: format.instant(complaint.submittedAt) },
            complaint.declineGround
              ? { term: liaison.factGround, value: office.declineGrounds[complaint.declineGround] }
              : null,
            complaint.linked.length > 0
              ? {
                  term: liaison.safe.linked,
                  value: complaint.linked.map(({ number, title }) => (
                    <span key={number} className="block">
                      <TextLink
                        to={`/liaison/complaints/${number}`}
                      >{`${number} ${title || erasure.gone}`}</TextLink>
                    </span>
                  )),
                }
              : null,
          ]}
        />
      </Card>
      <Term complaint={complaint} dates={dates} />
      <Departments complaint={complaint} />
      {complaint.files.length > 0 ? (
        <Card title={liaison.attachments}>
          <FileList files={complaint.files.map((file) => ({ ...file, to: `/liaison/files/${file.id}` }))} />
        </Card>
      ) : null}
      <Evaluations complaint={complaint} />
    </>
  );
}

/** By when the next step is due, why then, and whether it was put off. */
function Term({ complaint: { dueOn }, dates: { why, putOff } }: Props & { dates: Dates }) {
  const { clock } = useWords();
  const format = useFormat();
  if (!dueOn || (!why && putOff.length === 0)) return null;
  return (
    <Card title={clock.rule}>
      <DateDue on={dueOn} />
      {putOff.map((one) => (
        <div key={one.id} className="mt-2">
          <p>{clock.extensionMoved(format.day(one.dueOnBefore), format.day(one.until))}</p>
          <Passage>{one.reason}</Passage>
        </div>
      ))}
      {why ? <WhyDate why={why} /> : null}
    </Card>
  );
}

function Departments({ complaint }: Props) {
  const { liaison, office } = useWords();
  const locale = useLocale();
  const format = useFormat();
  if (complaint.departments.length === 0) return null;
  return (
    <Card title={liaison.departments}>
      <Facts
        items={complaint.departments.map((one) => ({
          term: office.assignmentParts[one.part],
          value: locale === "en" ? one.nameEn : one.name,
          note: one.repliedAt
            ? liaison.repliedAt(format.instant(one.repliedAt))
            : one.firstContactAt
              ? liaison.contactedAt(format.instant(one.firstContactAt))
              : one.signedAt
                ? liaison.signedAt(format.instant(one.signedAt))
                : liaison.notSignedYet,
        }))}
      />
    </Card>
  );
}

function Evaluations({ complaint }: Props) {
  const { liaison, office } = useWords();
  if (complaint.evaluations.length === 0) return null;
  return (
    <Card title={liaison.evaluations}>
      <Facts
        items={complaint.evaluations.map((one) => ({
          term: office.ratings[one.rating],
          value: office.solved[one.solved],
          note: one.reason,
        }))}
      />
    </Card>
  );
}
