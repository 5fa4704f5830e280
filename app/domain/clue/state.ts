/** How far the discipline team is with a clue, as its list shows them apart. */
export const CLUE_STATES = ["open", "concluded"] as const;
export type ClueState = (typeof CLUE_STATES)[number];

/** What the team counts of a year, each with the list behind it. */
export const CLUE_FIGURES = ["arrived", "accepted", "acceptedInTime", "concluded", "returned"] as const;
export type ClueFigure = (typeof CLUE_FIGURES)[number];
