import { and, eq, isNull } from "drizzle-orm";
import { schema } from "../../../db/client.server.ts";
import type { Tx } from "../access/with-actor.server.ts";
import { endOfDay } from "../clock/day.ts";
import type { Complaint } from "../complaint/complaint.ts";
import { newId } from "../people/new-id.ts";
import { mailingOf } from "./digest.ts";
import type { Recipient } from "./tell.server.ts";

const { oneTimeLink } = schema;

/** Where the link of an answer's mail leads: a form and nothing else. */
const RATING_PATH = "/rate";

/**
 * Gives the enterprise's mail about an answer a link to rate it without signing in, as long as the window
 * is open; links of an earlier answer stop working. The notice in the system leads to the complaint as ever.
 */
export async function withRatingLinks(
  tx: Tx,
  complaint: Complaint,
  told: readonly Recipient[],
  at: Date,
): Promise<Recipient[]> {
  const { id: complaintId, dueOn } = complaint;
  const rates = (r: Recipient) => r.kind === "answered" && mailingOf(r.kind, r.mailing) === "single";
  if (!told.some(rates) || dueOn === null) return [...told];
  await tx
    .update(oneTimeLink)
    .set({ voided: true })
    .where(and(eq(oneTimeLink.complaintId, complaintId), isNull(oneTimeLink.usedAt)));
  const linked = told.map((r) => (rates(r) ? { ...r, mailed: { path: RATING_PATH, linkId: newId() } } : r));
  await tx.insert(oneTimeLink).values(
    linked.flatMap(({ personId, mailed }) =>
      mailed
        ? [
            {
              id: mailed.linkId,
              personId,
              complaintId,
              purpose: "evaluation" as const,
              createdAt: at,
              expiresAt: endOfDay(dueOn),
            },
          ]
        : [],
    ),
  );
  return linked;
}
