import { useWords } from "../i18n/use-words.ts";
import { ButtonLink } from "./button.tsx";
import { Card } from "./card.tsx";

export interface Way {
  question: string;
  note?: string;
  label: string;
  to: string;
  isDownload?: boolean;
}

/** What else may be done with a complaint, which is nobody's next step: quiet, and easy to hit with a thumb. */
export function EnterpriseMore({ ways }: { ways: readonly (Way | null)[] }) {
  const { more } = useWords().liaison;
  return (
    <div className="no-print mt-4">
      <Card title={more} flush>
        <ul className="divide-y divide-hair">
          {ways.map((way) =>
            way ? (
              <li
                key={way.to}
                className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3"
              >
                <div className="min-w-0 flex-1 basis-56">
                  <p>{way.question}</p>
                  {way.note ? <p className="text-small text-soft">{way.note}</p> : null}
                </div>
                <ButtonLink to={way.to} reloadDocument={way.isDownload}>
                  {way.label}
                </ButtonLink>
              </li>
            ) : null,
          )}
        </ul>
      </Card>
    </div>
  );
}
