/** Why a mail did not go, as somebody who keeps accounts can act on it. */
export const MAIL_FAULTS = ["address", "signIn", "quota", "connection", "content", "other"] as const;
export type MailFault = (typeof MAIL_FAULTS)[number];

const signs: readonly (readonly [MailFault, RegExp])[] = [
  ["signIn", /EAUTH|api_key|SMTP.*\b(535|530)\b|Resend 40[13]\b/i],
  ["quota", /Resend 429|quota|rate_limit|\b(452|421)\b/i],
  [
    "connection",
    /ECONN|ETIMEDOUT|ENOTFOUND|EDNS|ESOCKET|ETLS|no answer|timeout|aborted|no try came to an end/i,
  ],
  ["address", /EENVELOPE|recipient|mailbox|no such user|user unknown|\b55[0134]\b|invalid `?to`?/i],
  ["content", /validation_error|invalid_|missing_required|message rejected|Resend 4[02]/i],
];

/** What a provider's words mean; they come in its own language and wording, so this is a guess by their signs. */
export const mailFaultOf = (error: string): MailFault =>
  signs.find(([, sign]) => sign.test(error))?.[0] ?? "other";
