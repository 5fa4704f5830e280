import { DIGEST_NOTICES, type Mailing, type NoticeKind, URGENT_NOTICES } from "../../../db/vocabulary.ts";
import { type Calendar, isWorkingDay } from "../clock/calendar.ts";
import { type Day, dayOf, openedDay } from "../clock/day.ts";

const isIn = (kinds: readonly NoticeKind[], kind: NoticeKind) => kinds.includes(kind);

/** Whether word of a kind goes out by itself or waits for its reader's next digest, by how they prefer mails. */
export const mailingOf = (kind: NoticeKind, preferred: Mailing = "single"): Mailing =>
  isIn(DIGEST_NOTICES, kind) || (preferred === "digest" && !isIn(URGENT_NOTICES, kind)) ? "digest" : "single";

/** The office morning whose digests may go out by now; null on a day off and before the office opens. */
export function digestDay(calendar: Calendar, at: Date): Day | null {
  const today = dayOf(at);
  return isWorkingDay(calendar, today) && openedDay(at) === today ? today : null;
}
