import { formatUrging } from "../domain/urging/number.ts";
import type { UrgingLetter as Letter } from "../domain/urging/urging.server.ts";
import { useWords } from "../i18n/use-words.ts";
import { ButtonLink, TextLink } from "./button.tsx";
import { PageHead } from "./page-head.tsx";
import { PrintButton } from "./print-button.tsx";
import { UrgingLetter } from "./urging-letter.tsx";

interface UrgingPageProps {
  letter: Letter;
  /** Where the letter's own pages are, and where its reader came from. */
  path: string;
  back: { to: string; label: string };
}

/** One letter on its page: read it, print it, take it along. */
export function UrgingPage({ letter, path, back }: UrgingPageProps) {
  const { urging, door } = useWords();
  const number = formatUrging(letter.year, letter.serial);
  return (
    <>
      <title>{door.title(number)}</title>
      <div className="no-print">
        <PageHead
          title={number}
          eyebrow={<TextLink to={back.to}>{back.label}</TextLink>}
          actions={
            <>
              <PrintButton label={urging.print} />
              <ButtonLink to={`${path}/letter.docx`} tone="secondary" reloadDocument>
                {urging.download}
              </ButtonLink>
            </>
          }
        />
      </div>
      <UrgingLetter letter={letter} />
    </>
  );
}
