import type { MailContent } from "../app/domain/notice/mail-content.ts";
import type { Letter } from "./letter.ts";
import { Frame } from "./parts/frame.tsx";

/** An account's mail: a link that works once, or word that the password has changed. */
export function AccountMail({ letter, content }: { letter: Letter; content: MailContent }) {
  return <Frame letter={letter} content={content} />;
}
