import { formatUrging } from "../domain/urging/number.ts";
import { useFormat, useWords } from "../i18n/use-words.ts";
import { TextLink } from "./button.tsx";
import { NoticeBanner } from "./notice-banner.tsx";

interface UrgingLinksProps {
  letters: readonly { id: string; year: number; serial: number; answerBy: string }[];
  /** Where the letters' pages are. */
  path: string;
}

/** The urging letters about what the page shows, each with the day by which it wants an answer. */
export function UrgingLinks({ letters, path }: UrgingLinksProps) {
  const { urging } = useWords();
  const format = useFormat();
  if (letters.length === 0) return null;
  return (
    <NoticeBanner tone="warn" title={urging.title}>
      <ul>
        {letters.map(({ id, year, serial, answerBy }) => (
          <li key={id}>
            <TextLink to={`${path}/${id}`}>{formatUrging(year, serial)}</TextLink>{" "}
            {urging.wants(format.day(answerBy))}
          </li>
        ))}
      </ul>
    </NoticeBanner>
  );
}
