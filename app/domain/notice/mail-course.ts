import type { MailStatus } from "../../../db/vocabulary.ts";

/**
 * How far along its way a mail is. Whatever the provider says outranks `failed`, which is only our own
 * verdict that a mail never left; somebody who complains of a mail has had it, so that outranks a bounce.
 */
const place: Record<MailStatus, number> = {
  queued: 0,
  failed: 1,
  sent: 2,
  delivered: 3,
  bounced: 4,
  complained: 5,
};

/** Where a mail stands after a message about it: further on, or where it was. Messages come in any order. */
export const statusAfter = (before: MailStatus, told: MailStatus): MailStatus =>
  place[told] > place[before] ? told : before;

/** Statuses that say that mail to this address does not arrive. */
export const isLost = (status: MailStatus): boolean => status === "bounced" || status === "complained";

/** Whether a mail may be sent again: one that did not arrive. A reader who called it junk is left in peace. */
export const isRepeatable = (status: MailStatus): boolean => status === "failed" || status === "bounced";
