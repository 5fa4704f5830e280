import { desc, eq } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { loadCalendar } from "../clock/calendar.server.ts";
import { officeDay } from "../clock/day.ts";
import { loadSpansAt } from "../clock/spans.server.ts";
import type { CommandType } from "./commands.ts";
import { RATING_ACTS, ratingUntil } from "./rating.ts";

const { event } = schema;

/** Whether a rating may still be changed, as far as the enterprise can see: the window is open, nobody has acted on it. */
export async function isRatingOpen(
  tx: Tx,
  { id, feedbackAt }: { id: string; feedbackAt: Date | null },
  at: Date,
): Promise<boolean> {
  if (!feedbackAt) return false;
  const clocks = { calendar: await loadCalendar(tx), spansAt: await loadSpansAt(tx) };
  if (officeDay(at) > (ratingUntil(clocks, feedbackAt) ?? "")) return false;
  const events = await tx
    .select({ command: event.command })
    .from(event)
    .where(eq(event.complaintId, id))
    .orderBy(desc(event.seq));
  const last = events.find(({ command }) => DECIDING.includes(command))?.command;
  return last === "evaluate" || last === "evaluateAgain";
}

/** Of these the latest says: an answer that waits for its rating, a rating that stands, or somebody who acted on it. */
const DECIDING: readonly string[] = [
  "feedBack",
  "evaluate",
  "evaluateAgain",
  ...RATING_ACTS,
] satisfies CommandType[];
