import type { DraftStep } from "../../../domain/complaint/draft-steps.ts";
import { useWords } from "../../../i18n/use-words.ts";
import { TextLink } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";

interface BeforeSubmittingProps {
  said: Record<string, string>;
  fileCount: number;
  pathOf: (step: DraftStep) => string;
}

/** The last look: what is about to be sent, and who will see what of it. */
export function BeforeSubmitting({ said, fileCount, pathOf }: BeforeSubmittingProps) {
  const words = useWords().liaison;
  const lines: [DraftStep, string][] = [
    ["what", said.title?.trim() || words.reviewEmpty],
    ["who", said.about?.trim() || words.reviewEmpty],
    ["evidence", words.reviewFiles(fileCount)],
  ];
  return (
    <div className="mb-4 max-w-[46rem] space-y-4">
      <Card title={words.knowHead}>
        <dl className="space-y-2">
          {words.know.map(({ who, sees }) => (
            <div key={who}>
              <dt className="font-semibold">{who}</dt>
              <dd>{sees}</dd>
            </div>
          ))}
        </dl>
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
