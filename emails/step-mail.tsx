import type { MailContent } from "../app/domain/notice/mail-content.ts";
import type { Letter } from "./letter.ts";
import { Frame } from "./parts/frame.tsx";
import { JourneyLine } from "./parts/journey-line.tsx";

/** A step of a complaint or an assignment: what happened, what is next, and how far it has come. */
export function StepMail({ letter, content }: { letter: Letter; content: MailContent }) {
  const { journey, locale } = content;
  return (
    <Frame letter={letter} content={content}>
      {journey === null ? undefined : <JourneyLine locale={locale} current={journey} />}
    </Frame>
  );
}
