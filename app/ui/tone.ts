/** What a colour says. It never says it alone: a word or an icon stands beside it. */
export type Tone = "neutral" | "blue" | "green" | "amber" | "red" | "grey";

/** Text and ground of a small filled mark. */
export const washOf: Record<Tone, string> = {
  neutral: "bg-card text-ink ring-1 ring-inset ring-line",
  blue: "bg-blue-wash text-blue",
  green: "bg-green-wash text-green",
  amber: "bg-amber-wash text-amber",
  red: "bg-red-wash text-red",
  grey: "bg-grey-wash text-grey",
};

/** Only the text. */
export const inkOf: Record<Tone, string> = {
  neutral: "text-ink",
  blue: "text-blue",
  green: "text-green",
  amber: "text-amber",
  red: "text-red",
  grey: "text-grey",
};
