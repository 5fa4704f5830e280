import { live } from "../../../domain/complaint/complaint.ts";
import { useFormat, useLocale, useWords } from "../../../i18n/use-words.ts";
import { TextLink } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { Checklist } from "../../../ui/checklist.tsx";
import { type Fact, Facts } from "../../../ui/facts.tsx";
import type { Loaded, Place } from "./loading.server.ts";
import { useDepartmentName, useName } from "./names.ts";
import { Outcome } from "./outcome.tsx";

/** How it ended or what a write-off still needs, the facts, and what came of it. */
export function Side({ loaded }: { loaded: Loaded }) {
  const { desk } = useWords();
  return (
    <>
      <Outcome loaded={loaded} />
      <WriteOffChecks loaded={loaded} />
      <Card title={desk.facts}>
        <SideFacts loaded={loaded} />
      </Card>
      <Results loaded={loaded} />
    </>
  );
}

function WriteOffChecks({ loaded }: { loaded: Loaded }) {
  const { office, desk } = useWords();
  const { checks } = loaded.standing;
  if (checks.length === 0) return null;
  const missing = checks.filter(({ met }) => !met).length;
  return (
    <Card
      title={desk.checklist}
      action={
        <span className={`text-small ${missing > 0 ? "text-amber" : "text-green"}`}>
          {missing > 0 ? desk.stillNeeded(missing) : desk.allThere}
        </span>
      }
    >
      <Checklist
        items={checks.map(({ check, met }) => ({
          label: office.writeOffChecks[check],
          done: met,
          note: met ? null : desk.checkHelp[check],
        }))}
      />
    </Card>
  );
}

function SideFacts({ loaded }: { loaded: Loaded }) {
  const { office, desk, erasure } = useWords();
  const format = useFormat();
  const { complaint } = loaded.matter;
  const locale = useLocale();
  const { point, merged, linkedTo, retaliations, place, recused } = loaded;
  const recusedName = useName(recused);
  return (
    <Facts
      items={[
        {
          term: desk.point,
          value: point ? <PointName point={point} place={place} /> : <SealedName loaded={loaded} />,
          note: loaded.submittedBy ?? undefined,
        },
        { term: desk.disclosure, value: desk.disclosures[complaint.disclosure] },
        { term: office.inputs.field, value: office.fields[complaint.field] },
        { term: office.inputs.conduct, value: office.conducts[complaint.conduct] },
        { term: desk.about, value: complaint.about || erasure.gone },
        complaint.place !== "" && { term: desk.place, value: complaint.place },
        complaint.sinceOn !== null && { term: desk.since, value: format.day(complaint.sinceOn) },
        ...useHands(loaded),
        complaint.reopenings > 0 && {
          term: desk.reopened,
          value: desk.times(complaint.reopenings),
        },
        merged.length > 0 && { term: desk.mergedHere, value: <Numbers of={merged} place={place} /> },
        linkedTo !== null && {
          term: desk.linkedTo,
          value: <Numbers of={[{ number: linkedTo }]} place={place} />,
        },
        recused.length > 0 && {
          term: desk.recused,
          value: new Intl.ListFormat(locale).format(recused.map(({ id }) => recusedName(id))),
        },
        retaliations.length > 0 && {
          term: desk.retaliations,
          value: <Numbers of={retaliations} place={place} />,
        },
      ]}
    />
  );
}

/** The discipline team has no ledger of the office's. */
function PointName({ point, place }: { point: NonNullable<Loaded["point"]>; place: Place }) {
  const name = `${point.name} ${point.code}`;
  return place === "/clues" ? name : <TextLink to={`/desk/ledger?point=${point.code}`}>{name}</TextLink>;
}

/** In place of a point: that it is sealed, and the way to those who may open it. */
function SealedName({ loaded }: { loaded: Loaded }) {
  const { custody } = useWords();
  return (
    <TextLink to={`${loaded.place}/${loaded.matter.complaint.number}/identity`}>{custody.sealed}</TextLink>
  );
}

function Numbers({ of, place }: { of: readonly { number: string }[]; place: Place }) {
  return of.map(({ number }) => (
    <span key={number} className="block py-px">
      <TextLink to={`${place}/${number}`}>{number}</TextLink>
    </span>
  ));
}

/** In whose hands it is, and by when at first and now. */
function useHands({ matter, departments }: Loaded): (Fact | false)[] {
  const { office, desk } = useWords();
  const format = useFormat();
  const locale = useLocale();
  const departmentName = useDepartmentName(departments);
  const hands = live(matter.assignment);
  const lead = hands.find((one) => one.part === "lead");
  const assisting = hands.filter((one) => one.part === "assisting");
  if (!lead) return [];
  const isMoved = lead.replyDueOn !== lead.originalReplyDueOn;
  return [
    { term: office.assignmentParts.lead, value: departmentName(lead.departmentId), note: lead.officer },
    assisting.length > 0 && {
      term: office.assignmentParts.assisting,
      value: new Intl.ListFormat(locale).format(assisting.map((one) => departmentName(one.departmentId))),
    },
    { term: desk.originalTerm, value: format.due(lead.originalReplyDueOn) },
    { term: desk.finalTerm, value: isMoved ? format.due(lead.replyDueOn) : desk.unmoved },
  ];
}

function Results({ loaded }: { loaded: Loaded }) {
  const { office, desk, erasure } = useWords();
  const format = useFormat();
  const { evaluation, callBack, question, reference } = loaded.matter;
  const items: { term: string; value: string; note?: string; to?: string }[] = [
    ...evaluation.map((one) => ({
      term: desk.evaluation,
      value: `${office.ratings[one.rating]} · ${office.solved[one.solved]}`,
      note: format.instant(one.ratedAt),
    })),
    ...callBack.map((one) => ({
      term: desk.callBack,
      value: `${office.solved[one.solved]}${one.pressed ? ` · ${office.inputs.pressed}` : ""}`,
      note: format.instant(one.calledAt),
    })),
    ...question.map((one) => ({
      term: desk.askedAfter(one.nth),
      value: one.worse === null ? desk.notYetAnswered : office.worse[one.worse ? "yes" : "no"],
      note: format.instant(one.answeredAt ?? one.askedAt),
    })),
    ...reference.map((one) => ({ term: desk.reference, value: one.words || erasure.gone })),
    ...loaded.rules.map((one) => ({
      term: desk.rule,
      value: one.title,
      note: format.day(one.madeOn),
      to: `/desk/rules?year=${one.madeOn.slice(0, 4)}`,
    })),
  ];
  const isRuleDue = loaded.place === "/desk/complaints" && loaded.matter.assignment.length > 0;
  if (items.length === 0 && !isRuleDue) return null;
  return (
    <Card title={desk.results}>
      <dl className="space-y-2">
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is only ever shown whole
          <div key={index}>
            <dt className="text-small text-soft">{item.term}</dt>
            <dd>
              {item.to ? <TextLink to={item.to}>{item.value}</TextLink> : item.value}
              {item.note ? <div className="text-small text-soft">{item.note}</div> : null}
            </dd>
          </div>
        ))}
      </dl>
      {isRuleDue ? (
        <p className={items.length > 0 ? "mt-3" : ""}>
          <TextLink to={`/desk/rules?new&number=${loaded.matter.complaint.number}`}>
            {desk.ruleOfThis}
          </TextLink>
        </p>
      ) : null}
    </Card>
  );
}
