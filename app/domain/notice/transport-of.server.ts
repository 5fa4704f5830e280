import type { Transport } from "./transport.server.ts";
import { resendTransport } from "./transport-resend.server.ts";
import { smtpTransport } from "./transport-smtp.server.ts";

export interface MailSettings {
  resendApiKey?: string | undefined;
  resendApiUrl?: string | undefined;
  smtpUrl?: string | undefined;
}

/** Sends nothing: the mail ledger itself is what the demo's mailbox shows. */
const mailbox: Transport = {
  name: "mailbox",
  send: async () => ({ ok: true, providerId: null }),
};

/** The way that the settings name: Resend before SMTP before the mailbox. */
export function transportOf(settings: MailSettings): Transport {
  if (settings.resendApiKey) return resendTransport(settings.resendApiKey, settings.resendApiUrl);
  if (settings.smtpUrl) return smtpTransport(settings.smtpUrl);
  return mailbox;
}
