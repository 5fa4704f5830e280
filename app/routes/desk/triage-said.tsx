import { useFormat, useWords } from "../../i18n/use-words.ts";
import { TextLink } from "../../ui/button.tsx";
import { FileList } from "../../ui/file-list.tsx";
import { Passage } from "../../ui/passage.tsx";
import type { Opened } from "./triage.tsx";

/** What the enterprise said, and the few facts that decide where it goes. */
export function TriageSaid({ opened }: { opened: Opened }) {
  const { office, desk, triage, custody } = useWords();
  const format = useFormat();
  const { complaint, point, attachments, matter, linkedTo } = opened;
  const rated = matter.evaluation.at(-1);
  const facts = [
    { term: desk.point, value: point ? `${point.name} ${point.code}` : custody.sealed },
    { term: office.inputs.about, value: complaint.about },
    {
      term: triage.fieldAndConduct,
      value: `${office.fields[complaint.field]} · ${office.conducts[complaint.conduct]}`,
    },
    ...(linkedTo
      ? [{ term: desk.linkedTo, value: <TextLink to={`/desk/complaints/${linkedTo}`}>{linkedTo}</TextLink> }]
      : []),
  ];
  return (
    <section aria-label={desk.said} className="mb-4 space-y-3">
      <Passage>{complaint.description}</Passage>
      {attachments.length > 0 ? (
        <FileList
          files={attachments.map(({ id, name, bytes }) => ({
            id,
            name,
            bytes,
            to: `/desk/files/attachment/${id}`,
          }))}
        />
      ) : null}
      {matter.supplement.map((one) => (
        <div key={one.id} className="border-l-2 border-line pl-3">
          <p className="text-small text-soft">{desk.asked(format.instant(one.askedAt))}</p>
          <Passage>{one.question}</Passage>
          {one.answer ? <p className="mt-1 text-small text-soft">{desk.supplemented}</p> : null}
          {one.answer ? <Passage>{one.answer}</Passage> : null}
        </div>
      ))}
      {rated ? (
        <div className="border-l-2 border-amber-line pl-3">
          <p className="text-small text-soft">{triage.ratedAs(office.ratings[rated.rating])}</p>
          <Passage>{rated.reason}</Passage>
        </div>
      ) : null}
      <dl className="flex flex-wrap gap-x-8 gap-y-1.5">
        {facts.map(({ term, value }) => (
          <div key={term} className="min-w-0">
            <dt className="text-small text-soft">{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
