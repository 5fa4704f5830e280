/** How far the discipline team is with a clue, as its list shows them apart. */
export const CLUE_STATES = ["open", "concluded"] as const;
export type ClueState = (typeof CLUE_STATES)[number];
