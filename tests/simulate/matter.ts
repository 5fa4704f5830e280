import type { PersonActor } from "../../app/domain/access/actor.ts";
import type { Random } from "../../db/seed/random.ts";
import type { ComplaintStatus } from "../../db/vocabulary.ts";
import type { Day } from "./office-days.ts";

/** One department's part in a matter, as the city's people remember it. */
export interface Hand {
  id: string;
  code: string;
  departmentId: string;
  part: "lead" | "assisting";
  status: "dispatched" | "signed" | "redo" | "returning" | "replied" | "accepted" | "recalled";
  round: number;
  signDueOn: Day;
  contactDueOn: Day;
  returnDueOn: Day;
  replyDueOn: Day;
  originalReplyDueOn: Day;
  /** When the dispatch was, and when the reply's date was last set. */
  dispatchedOn: Day;
  setOn: Day;
  isSigned: boolean;
  isContacted: boolean;
  mayReturn: boolean;
  heldOn: Day | null;
  extension: "none" | "asked" | "ruled";
  until: Day | null;
}

/** Something promised, with its day. */
export interface Vow {
  id: string;
  hand: Hand;
  dueOn: Day;
  setOn: Day;
  status: "promised" | "reported" | "confirmed";
  sentBack: boolean;
}

/** A complaint as the city's people remember it: made of nothing but what they did. */
export interface Matter {
  number: string;
  enterprise: PersonActor;
  handler: PersonActor;
  approver: PersonActor;
  chance: Random;
  isArrears: boolean;
  grade: "A" | "B" | "C";
  status: ComplaintStatus;
  /** Counts the statuses that it went through. */
  entered: number;
  dueOn: Day | null;
  setOn: Day;
  /** When intake must be done with it, as the standstills have moved it. */
  intakeDueOn: Day;
  heldOn: Day | null;
  supplements: number;
  acceptedAt: Date | null;
  hands: Hand[];
  vows: Vow[];
  isBad: boolean;
  /** Rated or called back since the last answer. */
  isHeard: boolean;
  answeredOn: Day | null;
  isApplied: boolean;
  lookBacks: number;
  closedAt: Date | null;
  review: "none" | "asked" | "answered";
  isReferenced: boolean;
  reworks: number;
  /** Whether a call-back after the withdrawal is still owed. */
  owesCall: boolean;
  openQuestions: number;
  /** Departments that must not get it. */
  barred: Set<string>;
}

/** What somebody did, as it is written in the journal. */
export interface Act {
  at: Date;
  matter: Matter;
  /** Who did it; null for the hub. */
  by: PersonActor | null;
  command: string;
  said: Record<string, unknown>;
  hand?: Hand | undefined;
  vow?: Vow | undefined;
  /** The rows that it brought forth. */
  dispatched?: Pick<Hand, "id" | "code" | "departmentId" | "part">[];
  vowId?: string;
}

export const alive = (matter: Matter) => matter.hands.filter((hand) => hand.status !== "recalled");
export const inWork = (hand: Hand) => ["dispatched", "signed", "redo", "returning"].includes(hand.status);
export const openVows = (matter: Matter) =>
  matter.vows.filter((vow) => vow.status === "promised" && vow.hand.status !== "recalled");
export const earliest = (days: readonly Day[]): Day | null => [...days].sort()[0] ?? null;
