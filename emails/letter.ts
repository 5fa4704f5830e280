import type { MailContent } from "../app/domain/notice/mail-content.ts";
import { wordsOf } from "../app/i18n/dictionaries.ts";
import { formatFor } from "../app/i18n/format.ts";
import { ACCOUNT_NOTICES, type AccountNotice, JOURNEY, type NoticeKind } from "../db/vocabulary.ts";

/** The words of one mail, before they are set as html or as text. */
export interface Letter {
  subject: string;
  text: string;
  /** The date inside the text, if it has one. */
  strong: string | null;
  button: string;
  /** A second way in: the whole answer behind the sign-in, beside the link that rates it. */
  second: { label: string; url: string } | null;
  note: string;
}

/** True for a mail about an account, which has no number and no journey. */
export function isAccountNotice(kind: NoticeKind): kind is AccountNotice {
  return ACCOUNT_NOTICES.some((notice) => notice === kind);
}

/** Chooses the words of a mail; throws when a step's mail has no number, which would be a bug of its writer. */
export function letterOf(content: MailContent): Letter {
  return isAccountNotice(content.kind)
    ? accountLetter(content, content.kind)
    : stepLetter(content, content.kind);
}

function stepLetter(content: MailContent, kind: Exclude<NoticeKind, AccountNotice>): Letter {
  const { steps, safetyNote } = wordsOf(content.locale).mail;
  if (content.number === null) throw new Error(`A mail of the kind ${kind} needs a number.`);
  const words = { ...steps[kind], ...ratingWords(content, kind) };
  const date =
    content.dueOn && formatFor(content.locale, content.today ?? undefined, content.years).due(content.dueOn);
  const dated = date ? words.dated?.(date) : undefined;
  return {
    subject: words.subject(content.number),
    text: dated ?? words.plain,
    strong: dated === undefined ? null : date,
    button: words.button,
    second: readingLink(content, kind),
    note: safetyNote,
  };
}

/** An answer's mail that opens the rating itself says so; every other one leads to the sign-in. */
function ratingWords({ locale, expiresAt }: MailContent, kind: NoticeKind) {
  return kind === "answered" && expiresAt ? wordsOf(locale).rating.mail : {};
}

function readingLink({ locale, expiresAt, number, url }: MailContent, kind: NoticeKind): Letter["second"] {
  if (kind !== "answered" || !expiresAt) return null;
  return { label: wordsOf(locale).rating.read, url: new URL(`/liaison/complaints/${number}`, url).href };
}

const instantIn = ({ locale, today }: MailContent, instant: string) =>
  formatFor(locale, today ?? undefined).instant(instant);

/** A browser that says nothing of itself is an unknown device. */
const deviceIn = ({ device, locale }: MailContent) => device || wordsOf(locale).door.account.unknownDevice;

function accountLetter(content: MailContent, kind: AccountNotice): Letter {
  const { accounts, accountNote } = wordsOf(content.locale).mail;
  const words = accounts[kind];
  const moment =
    content.expiresAt && formatFor(content.locale, content.today ?? undefined).instant(content.expiresAt);
  const expiring = moment ? words.expiring?.(moment) : undefined;
  const counted = content.items ? words.counted?.(content.items) : undefined;
  const seen = content.at ? words.seen?.(deviceIn(content), instantIn(content, content.at)) : undefined;
  return {
    subject: words.subject,
    text: expiring ?? seen ?? counted ?? words.plain,
    strong: expiring === undefined ? null : (moment ?? null),
    button: words.button,
    second: null,
    note: accountNote,
  };
}

/** The text part: what the html says, in the same order. */
export function plainText(letter: Letter, content: MailContent): string {
  const words = wordsOf(content.locale).mail;
  const { second } = letter;
  const blocks = [letter.subject, letter.text, words.linkLine(letter.button, content.url)];
  if (second) blocks.push(words.linkLine(second.label, second.url));
  if (content.journey !== null) {
    const position = JOURNEY.indexOf(content.journey);
    const steps = JOURNEY.map((step, index) => {
      const word = words.journey[step];
      if (index < position) return words.stepDone(word);
      return index === position ? words.stepNow(word) : word;
    });
    blocks.push([words.journeyLabel, ...steps].join(" "));
  }
  return [...blocks, letter.note].join("\n\n").concat("\n");
}
