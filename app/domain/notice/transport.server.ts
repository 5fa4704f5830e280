export interface OutgoingMail {
  /** The mail row's id: what makes a second sending of the same mail recognisable. */
  id: string;
  to: string;
  from: string;
  subject: string;
  html: string;
  text: string;
}

/** A permanent failure is one that no further try can mend, such as an address that does not exist. */
export type SendResult =
  | { ok: true; providerId: string | null }
  | { ok: false; error: string; permanent: boolean };

export interface Transport {
  name: "resend" | "smtp" | "mailbox";
  /** Hands a mail over; answers a failure as a value and never throws. */
  send(mail: OutgoingMail): Promise<SendResult>;
}
