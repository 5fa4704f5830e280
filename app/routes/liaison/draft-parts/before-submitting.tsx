import type { Conduct, Field, Kind } from "../../../../db/vocabulary.ts";
import type { DraftStep } from "../../../domain/complaint/draft-steps.ts";
import { isDay } from "../../../domain/complaint/field.ts";
import { useFormat, useWords } from "../../../i18n/use-words.ts";
import { TextLink } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { NoticeBanner } from "../../../ui/notice-banner.tsx";
import { Passage } from "../../../ui/passage.tsx";

interface BeforeSubmittingProps {
  said: Record<string, string>;
  files: readonly { id: string; name: string }[];
  pathOf: (step: DraftStep) => string;
}

/** The last look: all that is about to be sent, and who will see what of it. */
export function BeforeSubmitting({ said, files, pathOf }: BeforeSubmittingProps) {
  const { liaison: words, custody } = useWords();
  const change = (step: DraftStep) => (
    <span className="text-small">
      <TextLink to={pathOf(step)}>{words.change(words.steps[step])}</TextLink>
    </span>
  );
  return (
    <div className="mb-4 max-w-[46rem] space-y-4">
      {said.aboutCommission === "on" ? (
        <NoticeBanner tone="info">{words.reviewAboutCommission}</NoticeBanner>
      ) : null}
      <Card title={words.knowHead}>
        <dl className="space-y-2">
          {words.know.map(({ who, sees }) => (
            <div key={who}>
              <dt className="font-semibold">{who}</dt>
              <dd>{sees}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 text-small text-soft">{custody.consent}</p>
      </Card>
      <h2 className="pt-2 font-semibold">{words.review}</h2>
      <Card title={words.steps.what} action={change("what")}>
        <What said={said} />
      </Card>
      <Card title={words.steps.who} action={change("who")}>
        <Who said={said} />
      </Card>
      <Card title={words.steps.evidence} action={change("evidence")}>
        <p className={files.length > 0 ? "" : "text-soft"}>{words.reviewFiles(files.length)}</p>
        <ul className="text-small text-soft">
          {files.map((file) => (
            <li key={file.id} className="break-words">
              {file.name}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

function What({ said }: Pick<BeforeSubmittingProps, "said">) {
  const { liaison, office } = useWords();
  const { inputs } = office;
  return (
    <>
      <p className="mb-2 font-semibold">{said.title?.trim() || <Missing />}</p>
      {said.description?.trim() ? <Passage>{said.description.trim()}</Passage> : <Missing />}
      <div className="mt-3">
        <Facts
          items={[
            { term: liaison.factKind, value: office.kinds[said.kind as Kind] ?? <Missing /> },
            { term: inputs.field, value: office.fields[said.field as Field] ?? <Missing /> },
            { term: inputs.conduct, value: office.conducts[said.conduct as Conduct] ?? <Missing /> },
          ]}
        />
      </div>
    </>
  );
}

function Who({ said }: Pick<BeforeSubmittingProps, "said">) {
  const { desk } = useWords();
  const format = useFormat();
  const { sinceOn = "" } = said;
  return (
    <Facts
      items={[
        { term: desk.about, value: said.about?.trim() || <Missing /> },
        said.place?.trim() ? { term: desk.place, value: said.place.trim() } : null,
        isDay(sinceOn) ? { term: desk.since, value: format.day(sinceOn) } : null,
      ]}
    />
  );
}

function Missing() {
  return <span className="text-amber">{useWords().liaison.reviewEmpty}</span>;
}
