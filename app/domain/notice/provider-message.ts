import { z } from "zod";
import type { MailStatus } from "../../../db/vocabulary.ts";

/** The tag that carries our own id of a mail, so that a message finds its mail before we know the provider's. */
export const MAIL_TAG = "mail";

/** What the provider said of one mail. */
export interface ProviderMessage {
  /** The provider's id of the message: the same one again is the same message. */
  id: string;
  status: MailStatus;
  at: Date;
  mailId: string | null;
  providerId: string;
  /** Why, in the provider's words. */
  detail: string | null;
}

/** What Resend's messages about mails mean; a mail that it gave up or held back did not arrive. */
const meanings: Readonly<Record<string, MailStatus>> = {
  "email.scheduled": "sent",
  "email.sent": "sent",
  "email.delivery_delayed": "sent",
  "email.delivered": "delivered",
  "email.opened": "delivered",
  "email.clicked": "delivered",
  "email.bounced": "bounced",
  "email.suppressed": "bounced",
  "email.failed": "bounced",
  "email.complained": "complained",
};

const reasoned = z.object({ message: z.string().optional(), reason: z.string().optional() }).optional();
const payload = z.object({
  type: z.string(),
  created_at: z.coerce.date(),
  data: z.object({
    email_id: z.string(),
    tags: z.record(z.string(), z.string()).optional(),
    bounce: reasoned,
    failed: reasoned,
    suppressed: reasoned,
  }),
});

const MOST_DETAIL = 500;

/** The message in a webhook's payload; null for one that is not about a mail of ours on its way. */
export function providerMessage(id: string, given: unknown): ProviderMessage | null {
  const parsed = payload.safeParse(given);
  const status = parsed.success ? meanings[parsed.data.type] : undefined;
  if (!parsed.success || !status) return null;
  const { type, created_at: at, data } = parsed.data;
  const why = data.bounce ?? data.failed ?? data.suppressed;
  const said = why?.message ?? why?.reason;
  return {
    id,
    status,
    at,
    mailId: z.guid().safeParse(data.tags?.[MAIL_TAG]).data ?? null,
    providerId: data.email_id,
    detail: said === undefined ? null : `${type}: ${said}`.replaceAll("\0", "").slice(0, MOST_DETAIL),
  };
}
