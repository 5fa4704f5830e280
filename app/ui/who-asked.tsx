import { unsealingState } from "../domain/custody/custody.ts";
import type { Asked } from "../domain/custody/requests.server.ts";
import { useFormat, useLocale, useWords } from "../i18n/use-words.ts";
import { Card } from "./card.tsx";

/** Who asked to know which enterprise reported a sealed matter, what for, until when, and every time it was opened. */
export function WhoAsked({ asked, today }: { asked: readonly Asked[]; today: string }) {
  const { custody, office } = useWords();
  const format = useFormat();
  const isEnglish = useLocale() === "en";
  return (
    <Card title={custody.whoAsked}>
      {asked.length === 0 ? <p className="text-soft">{custody.nobodyAsked}</p> : null}
      <ul className="space-y-4">
        {asked.map((one) => (
          <li key={one.id}>
            <p className="font-semibold">
              {custody.askedFor(
                isEnglish ? (one.readerEn ?? one.reader) : one.reader,
                office.roles[one.readerRole],
              )}
            </p>
            <p>{one.purpose}</p>
            <p className="text-small text-soft">
              {custody.askedBy(
                isEnglish ? (one.askedByEn ?? one.askedBy) : one.askedBy,
                office.roles[one.askedByRole],
                format.instant(one.askedAt),
              )}
            </p>
            <p className="text-small text-soft">
              {custody.states[unsealingState(one, today)]} · {custody.until(format.day(one.untilOn))}
            </p>
            {one.openedAt.length === 0 ? (
              <p className="text-small text-soft">{custody.notOpened}</p>
            ) : (
              one.openedAt.map((at) => (
                <p key={at.toISOString()} className="text-small text-amber">
                  {custody.opened(format.instant(at))}
                </p>
              ))
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
