import type { Day } from "../clock/day.ts";
import type { Unsealing } from "../complaint/complaint.ts";

/** So many custodians agree before an identity is opened. */
export const CUSTODIANS_NEEDED = 2;

/** The longest that an identity may stay open to its reader, in calendar days from the day it is asked. */
export const UNSEALING_DAYS = 30;

/** Where a request to know who reported stands. */
export type UnsealingState = "waiting" | "approved" | "refused" | "ended";

/** Where a request stands on a day: past its last day it has ended, whatever was decided. */
export function unsealingState(
  {
    approvedAt,
    refusedAt,
    endedAt,
    untilOn,
  }: Pick<Unsealing, "approvedAt" | "refusedAt" | "endedAt" | "untilOn">,
  today: Day,
): UnsealingState {
  if (refusedAt) return "refused";
  if (endedAt || untilOn < today) return "ended";
  return approvedAt ? "approved" : "waiting";
}

/** What is done about sealed identities, on pages of its own. */
export const CUSTODY_ACTS = ["askUnsealing", "approveUnsealing", "refuseUnsealing", "endUnsealing"] as const;
