import type { RenderedMail } from "./mail-content.ts";

export interface Envelope {
  /** The mail row's id: what makes a second sending of the same mail recognisable. */
  id: string;
  to: string;
  from: string;
}

/** A mail with its words, as a provider takes it. */
export type OutgoingMail = Envelope & RenderedMail;

/** A permanent failure is one that no further try can mend, such as an address that does not exist. */
export type SendResult =
  | { ok: true; providerId: string | null }
  | { ok: false; error: string; permanent: boolean };

/** Hands a mail over; answers a failure as a value and never throws. */
type Send<Mail> = (mail: Mail) => Promise<SendResult>;

/** A way out. The mailbox takes no words: it writes a mail from its row whenever somebody opens it. */
export type Transport =
  | { name: "resend" | "smtp"; send: Send<OutgoingMail> }
  | { name: "mailbox"; send: Send<Envelope> };
