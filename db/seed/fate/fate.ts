import type { Random } from "../random.ts";
import type { Scenes } from "../scenes.ts";
import type { Beat, Story } from "../story.ts";
import type { Matter } from "../texts/matter.ts";

/** How far some of the present year's complaints have come. */
export interface Fate {
  /** How many working days before today each one's last act was. Ages count by the default clocks. */
  ages: readonly number[];
  needs?: (matter: Matter) => boolean;
  /** The code of the point that reports it, where it matters who does. */
  point?: string;
  /** What of the story isn't left to chance. */
  fixed?: Partial<Pick<Story, "isKey" | "disclosure" | "papers">> & {
    commission?: Partial<Story["commission"]>;
    matter?: Partial<Matter>;
    grade?: Matter["grade"];
  };
  beats(scenes: Scenes, story: Story, chance: Random): Beat[];
  /** What follows in its own time, as far as it has come by now; the ages don't count it. */
  later?(scenes: Scenes): Beat[];
}

export const isQuick = ({ grade, field, assistingCodes }: Matter) =>
  grade === "C" && field !== "arrears" && assistingCodes.length === 0;
/** A matter that this department leads, with the clock that its grade sets. */
export const ledBy = (code: string) => (matter: Matter) =>
  matter.leadCode === code && matter.field !== "arrears";
export const isShared = (matter: Matter) => matter.assistingCodes.length > 0;
export const hasMeasure = (matter: Matter) => matter.measures.length > 0;

export const toHandling = (s: Scenes) => [...s.submit(), ...s.accept(1), ...s.assign()];
export const toContact = (s: Scenes) => [...toHandling(s), ...s.sign(s.codes, 1), ...s.contact(1)];
export const toReply = (s: Scenes) => [...toContact(s), ...s.reply()];
export const toFeedback = (s: Scenes) => [...toReply(s), ...s.acceptReplies(), ...s.feedBack()];
export const toRated = (s: Scenes) => [...toFeedback(s), ...s.rate("satisfied", "solved")];
export const toApplied = (s: Scenes) => [...toRated(s), ...s.apply()];
