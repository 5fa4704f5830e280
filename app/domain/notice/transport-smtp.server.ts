import nodemailer from "nodemailer";
import { isThisMachine } from "../access/this-machine.ts";
import { SEND_TIMEOUT_MS } from "./mail-queue.ts";
import type { Transport } from "./transport.server.ts";

/**
 * Any SMTP server, over a network by TLS or not at all; the Message-ID comes from the mail's id, so that a second
 * sending is recognisable.
 */
export function smtpTransport(url: string): Transport {
  const mailer = nodemailer.createTransport({
    url,
    requireTLS: !isThisMachine(new URL(url).hostname),
    connectionTimeout: SEND_TIMEOUT_MS / 2,
    greetingTimeout: SEND_TIMEOUT_MS / 2,
    socketTimeout: SEND_TIMEOUT_MS,
  });
  return {
    name: "smtp",
    async send({ id, ...mail }) {
      try {
        const messageId = messageIdOf(id, mail.from);
        const sent = await mailer.sendMail({ ...mail, messageId });
        return { ok: true, providerId: sent.messageId };
      } catch (error) {
        return { ok: false, error: `SMTP ${explain(error)}`, permanent: isPermanent(error) };
      }
    },
  };
}

function messageIdOf(id: string, from: string): string {
  const domain = /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? "huiyin.invalid";
  return `<${id}@${domain}>`;
}

interface SmtpError {
  message?: string;
  code?: string;
  responseCode?: number;
}

function explain(error: unknown): string {
  const { code, message } = error as SmtpError;
  return [code, message].filter(Boolean).join(": ") || String(error);
}

/** A refusal for good (5xx) of this mail. A refused sign-in or no TLS is the operator's to mend, so it is tried again. */
function isPermanent(error: unknown): boolean {
  const { code, responseCode } = error as SmtpError;
  return code !== "EAUTH" && code !== "ETLS" && responseCode !== undefined && responseCode >= 500;
}
