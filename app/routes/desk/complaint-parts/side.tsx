import { useFormat, useWords } from "../../../i18n/use-words.ts";
import { TextLink } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { Checklist } from "../../../ui/checklist.tsx";
import { Facts } from "../../../ui/facts.tsx";
import type { Loaded } from "../complaint.tsx";
import { useDepartmentName } from "./names.ts";

/** The facts, and what a write-off still needs. */
export function Side({ loaded }: { loaded: Loaded }) {
  const { office, desk } = useWords();
  return (
    <>
      {loaded.checks.length > 0 ? (
        <Card title={desk.checklist}>
          <Checklist
            items={loaded.checks.map(({ check, met }) => ({
              label: office.writeOffChecks[check],
              done: met,
            }))}
          />
        </Card>
      ) : null}
      <Card title={desk.facts}>
        <SideFacts loaded={loaded} />
      </Card>
      <Results loaded={loaded} />
    </>
  );
}

function SideFacts({ loaded }: { loaded: Loaded }) {
  const { office, desk } = useWords();
  const format = useFormat();
  const nameOf = useDepartmentName(loaded.departments);
  const { complaint } = loaded.matter;
  const { point, primary, merged } = loaded;
  return (
    <Facts
      items={[
        {
          term: desk.point,
          value: <TextLink to={`/desk/ledger?point=${point.code}`}>{`${point.name} ${point.code}`}</TextLink>,
          note: loaded.submittedBy,
        },
        { term: office.inputs.disclosure, value: office.disclosures[complaint.disclosure] },
        { term: desk.source, value: office.sources[complaint.source] },
        { term: office.inputs.field, value: office.fields[complaint.field] },
        { term: office.inputs.conduct, value: office.conducts[complaint.conduct] },
        { term: office.inputs.about, value: complaint.about },
        complaint.place !== "" && { term: office.inputs.place, value: complaint.place },
        complaint.sinceOn !== null && { term: office.inputs.sinceOn, value: format.day(complaint.sinceOn) },
        complaint.leadDepartmentId !== null && {
          term: office.inputs.lead,
          value: nameOf(complaint.leadDepartmentId),
        },
        complaint.declineGround && {
          term: office.inputs.ground,
          value: office.declineGrounds[complaint.declineGround],
        },
        primary !== null && {
          term: desk.mergedInto,
          value: <TextLink to={`/desk/complaints/${primary}`}>{primary}</TextLink>,
        },
        merged.length > 0 && {
          term: desk.mergedHere,
          value: merged.map(({ number }) => (
            <span key={number} className="block">
              <TextLink to={`/desk/complaints/${number}`}>{number}</TextLink>
            </span>
          )),
        },
      ]}
    />
  );
}

function Results({ loaded }: { loaded: Loaded }) {
  const { office, desk } = useWords();
  const format = useFormat();
  const { evaluation, callBack, lookBack, reference } = loaded.matter;
  const items: { term: string; value: string; note?: string }[] = [
    ...evaluation.map((one) => ({
      term: desk.evaluation,
      value: `${office.ratings[one.rating]} · ${office.solved[one.solved]}`,
      note: one.reason,
    })),
    ...callBack.map((one) => ({
      term: desk.callBack,
      value: `${office.solved[one.solved]}${one.pressed ? ` · ${office.inputs.pressed}` : ""}`,
      note: one.words,
    })),
    ...lookBack.map((one) => ({
      term: desk.lookBack,
      value: office.lookBackResults[one.result],
      note: one.words,
    })),
    ...reference.map((one) => ({ term: desk.reference, value: one.words })),
    ...loaded.rules.map((one) => ({ term: desk.rule, value: one.title, note: format.day(one.madeOn) })),
  ];
  if (items.length === 0) return null;
  return (
    <Card title={desk.results}>
      <dl className="space-y-2">
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is only ever shown whole
          <div key={index}>
            <dt className="text-soft">{item.term}</dt>
            <dd>
              {item.value}
              {item.note ? <div className="text-small text-soft">{item.note}</div> : null}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
