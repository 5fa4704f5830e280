import type { JourneyStep, Locale, NoticeKind } from "../../../db/vocabulary.ts";
import { dayOf } from "../clock/day.ts";

/** All that a mail may know: no content of a complaint and no names can get into it. */
export interface MailContent {
  kind: NoticeKind;
  /** The complaint's number, or for a department the code of its assignment; null for an account. */
  number: string | null;
  /** The day by which the reader has to act, "2026-12-02". */
  dueOn: string | null;
  /** Where the button leads: a page behind the sign-in, or a link that works once. */
  url: string;
  locale: Locale;
  /** The step that the complaint stands at, for mails that show the journey. */
  journey: JourneyStep | null;
  /** When a link that works once stops working, as an ISO instant. */
  expiresAt?: string | null;
  /** The years whose days off are known: a date in another one is provisional (暂算). */
  years?: readonly number[];
  /** The day of writing, "2026-11-22": dates of that year are shown without it. */
  today?: string | null;
  /** How many matters a digest names. */
  items?: number | null;
  /** Of word about a new device: its browser and system, and when it came, as an ISO instant. */
  device?: string | null;
  at?: string | null;
}

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

/** Makes the two parts of a mail in its reader's language. */
export type RenderMail = (content: MailContent) => Promise<RenderedMail>;

/** What a row of the mail ledger says. */
export interface MailFacts {
  kind: NoticeKind;
  number: string | null;
  dueOn: string | null;
  locale: Locale;
  journey: JourneyStep | null;
  createdAt: Date;
  items: number | null;
  device?: string | null;
}

/** The content of a ledger row's mail: the same row makes the same words, whenever it is asked. */
export function mailContentOf(
  mail: MailFacts,
  url: string,
  expiresAt: Date | null,
  years?: readonly number[],
): MailContent {
  const { kind, number, dueOn, locale, journey, createdAt, items, device } = mail;
  return {
    kind,
    number,
    dueOn,
    url,
    locale,
    journey,
    expiresAt: expiresAt?.toISOString() ?? null,
    years,
    today: dayOf(createdAt),
    items,
    device,
    at: createdAt.toISOString(),
  };
}
