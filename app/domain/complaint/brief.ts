import { holdsSecret } from "./secret.ts";

/** So many characters in a row are the enterprise's own words and no summary: its manner betrays it. */
const COPIED_CHARACTERS = 12;

/** What a brief is checked for before it is sent. */
export const BRIEF_CHECKS = ["noName", "ownWords"] as const;
export type BriefCheck = (typeof BRIEF_CHECKS)[number];

interface Original {
  /** Names that would tell who reported. */
  names: readonly string[];
  /** What the enterprise wrote. */
  text: string;
}

const plain = (text: string) => text.replace(/[\s\p{P}\p{S}]/gu, "");

function isCopied(brief: string, text: string): boolean {
  const [own, theirs] = [plain(brief), plain(text)];
  for (let at = 0; at + COPIED_CHARACTERS <= own.length; at++)
    if (theirs.includes(own.slice(at, at + COPIED_CHARACTERS))) return true;
  return false;
}

/** The checks of a brief as it stands. A name is refused by the rules; copied words are only pointed out. */
export function checkBrief(brief: string, { names, text }: Original): Record<BriefCheck, boolean> {
  return { noName: !holdsSecret(brief, names), ownWords: !isCopied(brief, text) };
}
