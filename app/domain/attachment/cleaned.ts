import type { Withheld } from "../../../db/vocabulary.ts";

/** Raised with every change of what a cleaned copy is: copies of an earlier one are made anew. */
export const CLEANER = 1;

/** A copy that holds what is seen of the original and nothing else, and the text that can be read in it. */
export interface Cleaned {
  bytes: Uint8Array;
  text: string;
}

/** Why there is no cleaned copy. Thrown, since it comes up deep inside a file; `clean` turns it into an answer. */
export class CannotClean extends Error {
  readonly why: Withheld;
  constructor(why: Withheld) {
    super(why);
    this.why = why;
  }
}

/** Text of a file longer than this is more than can be checked, so that the file is withheld. */
export const TEXT_LIMIT = 1_000_000;
