/** Minutes for which a proof of who somebody is counts for what can't be undone. */
export const FRESH_MINUTES = 15;

/**
 * What can't be undone, or opens what is kept most closely, by the name of the act: whoever does it has proved who
 * they are just now.
 */
export const FRESH_ACTS = [
  // Complaints.
  "approveWriteOff",
  "moveToClue",
  "concludeClue",
  "approveErasure",
  // Sealed identities.
  "approveUnsealing",
  "openIdentity",
  // Accounts and rights.
  "decideRights",
  "disableAccount",
  // Settings.
  "changeCalendar",
  "changePeriod",
  // One's own account; a change of password asks for the present one itself.
  "changeFactor",
  "endSession",
] as const;
export type FreshAct = (typeof FRESH_ACTS)[number];

/** True for the acts that ask for a fresh proof. */
export const isFreshAct = (act: string): act is FreshAct => FRESH_ACTS.some((one) => one === act);

/** True while a proof given at a moment still counts; never where none was given. */
export const isFresh = (provedAt: Date | undefined, at: Date): boolean =>
  provedAt !== undefined && at.getTime() - provedAt.getTime() <= FRESH_MINUTES * 60_000;
