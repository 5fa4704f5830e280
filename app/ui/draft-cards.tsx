import type { DraftStep } from "../domain/complaint/draft-steps.ts";
import { useFormat, useWords } from "../i18n/use-words.ts";
import { ButtonLink } from "./button.tsx";
import { Card } from "./card.tsx";

export interface DraftLine {
  id: string;
  title: string;
  /** Where to go on. */
  step: DraftStep;
  savedAt: Date;
}

/** What is still being written, each with the way back into it. */
export function DraftCards({ drafts }: { drafts: readonly DraftLine[] }) {
  const words = useWords().liaison;
  const format = useFormat();
  return (
    <Card title={words.drafts} flush>
      <ul className="divide-y divide-hair">
        {drafts.map((draft) => (
          <li key={draft.id} className="flex items-center justify-between gap-4 px-4 py-3">
            <div className="min-w-0">
              <p className={draft.title ? "font-semibold" : "text-soft"}>
                {draft.title || words.draftUntitled}
              </p>
              <p className="text-small text-soft">
                {words.draftAt(words.steps[draft.step], format.instant(draft.savedAt))}
              </p>
            </div>
            <div className="shrink-0">
              <ButtonLink to={`/liaison/drafts/${draft.id}/${draft.step}`}>
                {words.goOn}
                <span className="sr-only">{draft.title || words.draftUntitled}</span>
              </ButtonLink>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
