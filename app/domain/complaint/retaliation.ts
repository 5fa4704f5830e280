import type { QuestionDay } from "../../../db/vocabulary.ts";
import { type Calendar, workingDayFrom } from "../clock/calendar.ts";
import { addDays, type Day } from "../clock/day.ts";
import type { Complaint } from "./complaint.ts";
import type { Submission } from "./submit.server.ts";

const TITLE_LENGTH = 40;

/** The working day on which the enterprise is asked whether it was treated worse since the answer of a day. */
export const questionDay = (calendar: Calendar, sinceOn: Day, nth: QuestionDay): Day =>
  workingDayFrom(calendar, addDays(sinceOn, Number(nth)));

/**
 * What a report of retaliation becomes: a complaint of its own about the same body. Confidential
 * even where the first one was named, which is what somebody was made to suffer for; after a sealed one sealed.
 */
export function retaliationMatter(original: Complaint, words: string): Submission {
  return {
    draftId: null,
    kind: "complaint",
    field: original.field,
    conduct: "retaliation",
    disclosure: original.disclosure === "sealed" ? "sealed" : "confidential",
    title: firstSentence(words) || original.title,
    description: words,
    about: original.about,
    place: original.place,
    sinceOn: null,
  };
}

function firstSentence(words: string): string {
  const [sentence = ""] = words.trim().split(/[。！？!?\n]|\.\s/);
  const letters = [...sentence.trim()];
  return letters.length > TITLE_LENGTH ? `${letters.slice(0, TITLE_LENGTH - 1).join("")}…` : letters.join("");
}
