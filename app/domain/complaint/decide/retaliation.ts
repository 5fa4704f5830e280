import { dayOf } from "../../clock/day.ts";
import { add, type Change, patch } from "../change.ts";
import { questionDay } from "../retaliation.ts";
import { type Decide, type Deciding, refuse } from "./deciding.ts";

/** The rows of the complaint itself stay as they are: what was suffered since is a matter of its own. */
export const reportRetaliation: Decide<"reportRetaliation"> = (on, { words }) => ({
  outcome: "reported",
  changes: settleQuestions(on, true, words),
});

export const askRetaliation: Decide<"askRetaliation"> = (on, { nth }) => {
  const { id, feedbackAt } = on.matter.complaint;
  if (!feedbackAt) return refuse("notYetDue");
  const sinceOn = dayOf(feedbackAt);
  if (dayOf(on.at) < questionDay(on.calendar, sinceOn, nth)) return refuse("notYetDue");
  const asked = on.matter.question.some((q) => q.nth === Number(nth) && q.sinceOn === sinceOn);
  if (asked) return refuse("alreadyClimbed");
  const unanswered = { answeredAt: null, worse: null, words: null };
  const row = { id: on.newId(), complaintId: id, nth: Number(nth), sinceOn, askedAt: on.at, ...unanswered };
  return { outcome: "asked", changes: [add("question", row)] };
};

export const answerQuestion: Decide<"answerQuestion"> = (on, { worse, words }) =>
  openQuestions(on).length === 0
    ? refuse("noQuestionAsked")
    : { outcome: worse, changes: settleQuestions(on, worse === "yes", words) };

const openQuestions = (on: Deciding) => on.matter.question.filter((q) => q.answeredAt === null);

/** One answer is an answer to all that was asked until now. */
const settleQuestions = (on: Deciding, worse: boolean, words: string | null): Change[] =>
  openQuestions(on).map((q) => patch("question", q.id, { answeredAt: on.at, worse, words }));
