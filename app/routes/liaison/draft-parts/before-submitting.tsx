import type { DraftStep } from "../../../domain/complaint/draft-steps.ts";
import { useWords } from "../../../i18n/use-words.ts";
import { TextLink } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { NoticeBanner } from "../../../ui/notice-banner.tsx";

interface BeforeSubmittingProps {
  said: Record<string, string>;
  fileCount: number;
  pathOf: (step: DraftStep) => string;
}

/** The last look: what is about to be sent, and who will see what of it. */
export function BeforeSubmitting({ said, fileCount, pathOf }: BeforeSubmittingProps) {
  const { liaison: words, custody } = useWords();
  const { consent } = custody;
  const lines: [DraftStep, string][] = [
    ["what", said.title?.trim() || words.reviewEmpty],
    ["who", said.about?.trim() || words.reviewEmpty],
    ["evidence", words.reviewFiles(fileCount)],
  ];
  return (
    <div className="mb-4 max-w-[46rem] space-y-4">
      {said.aboutCommission === "on" ? (
        <NoticeBanner tone="info">{words.hints.aboutCommission}</NoticeBanner>
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
        <p className="mt-3 text-small text-soft">{consent}</p>
      </Card>
      <Card title={words.review}>
        <ul className="space-y-2">
          {lines.map(([step, line]) => (
            <li key={step} className="flex items-baseline justify-between gap-3">
              <span className="min-w-0">{line}</span>
              <span className="shrink-0 text-small">
                <TextLink to={pathOf(step)}>{words.change(words.steps[step])}</TextLink>
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
