import type { ChainKind } from "../../../db/vocabulary.ts";

/** Something in the trail that isn't as it was written. */
export interface Breach {
  what: ChainKind | "complaint" | "person" | "chain" | "checkpoint" | "copy";
  /** The number of the complaint that it is about, or its id where that is all that is left; of a person the id. */
  complaint?: string;
  /** Its place in its chain, or among the checkpoints. */
  seq?: number;
  why: string;
}

/** What a check of the whole trail came to; events here are acts, openings, and what became of rights. */
export interface Verdict {
  events: number;
  chains: number;
  checkpoints: number;
  /** The first of them: after a hundred nothing more is learnt. */
  broken: Breach[];
}

export const MOST_BREACHES = 100;

/** Notes a breach, as long as there is room. */
export type Note = (breach: Breach) => void;
