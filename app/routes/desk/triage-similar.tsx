import { ENDED_STATUSES } from "../../../db/vocabulary.ts";
import type { Suggestion } from "../../domain/ledger/similar.ts";
import { useLocale, useWords } from "../../i18n/use-words.ts";
import { TextLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { StatusChip } from "../../ui/status-chip.tsx";
import type { Opened } from "./triage.tsx";

interface TriageSimilarProps extends SuggestedProps {
  similar: NonNullable<Opened["alike"]>["similar"];
  /** A form is open beside it, which must stay with what was typed. */
  isTyping: boolean;
  openAt: (number: string) => string;
  mergeAt: (number: string) => string;
}

interface SuggestedProps {
  suggestion: Suggestion | null;
  nameOf: (departmentId: string) => string;
  assignAt: (departmentId: string) => string;
}

const ended: readonly string[] = ENDED_STATUSES;

/** Complaints like the open one: who had them, where they stand, and a way to make one matter of two. */
export function TriageSimilar({ similar, isTyping, openAt, mergeAt, ...suggested }: TriageSimilarProps) {
  const { office, triage } = useWords();
  const locale = useLocale();
  return (
    <Card title={triage.similar} flush>
      {isTyping ? null : <Suggested {...suggested} />}
      {similar.length === 0 ? <p className="px-4 py-3 text-soft">{triage.similarNone}</p> : null}
      <ul className="divide-y divide-hair">
        {similar.map((one) => {
          const lead = locale === "en" ? one.leadEn : one.lead;
          return (
            <li key={one.number} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
              <div className="min-w-0 flex-1 basis-72">
                <TextLink to={openAt(one.number)} newWindow={isTyping}>
                  {one.title}
                </TextLink>
                <p className="text-small text-soft">
                  {[
                    one.number,
                    triage.similarities[one.alike],
                    lead ? triage.led(lead) : triage.notAssigned,
                  ].join(" · ")}
                </p>
              </div>
              <StatusChip label={office.statuses[one.status]} />
              {ended.includes(one.status) ? null : (
                <TextLink to={mergeAt(one.number)}>
                  {triage.mergeInto}
                  <span className="sr-only"> {one.number}</span>
                </TextLink>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

/** Who led such matters before, with the list behind the number, and the form with it chosen. */
function Suggested({ suggestion, nameOf, assignAt }: SuggestedProps) {
  const { triage } = useWords();
  if (!suggestion) return null;
  const { among, departmentId, led, of, to } = suggestion;
  return (
    <p className="flex flex-wrap gap-x-4 border-b border-hair px-4 py-2.5">
      <span>{triage.suggestion[among](nameOf(departmentId), led, of)}</span>
      <TextLink to={to}>{triage.seeLed(led)}</TextLink>
      <TextLink to={assignAt(departmentId)}>{triage.assignTo}</TextLink>
    </p>
  );
}
