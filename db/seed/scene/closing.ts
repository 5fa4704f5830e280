import type { LookBackResult, Rating, Solved } from "../../vocabulary.ts";
import type { Scene, Stage } from "./stage.ts";

/** The answer to the enterprise, and what it says of it. */
export function ratingScenes({ story, chance }: Stage) {
  const { matter } = story;
  const feedBack = (gap = chance.whole(0, 2)): Scene => [
    { gap, by: "handler", command: { type: "feedBack", words: matter.feedbackText } },
  ];
  const rate = (rating: Rating, solved: Solved, gap = chance.whole(1, 4)): Scene => [
    {
      gap,
      by: "enterprise",
      command: { type: "evaluate", rating, solved, reason: matter.ratingReason[rating] },
    },
  ];
  // The day after the answer and once more on that day: the window is open then, also around a holiday.
  const rateTwice = (first: Rating, then: Rating, solved: Solved): Scene => [
    ...rate(first, "partly", 1),
    {
      gap: 0,
      by: "enterprise",
      command: { type: "evaluateAgain", rating: then, solved, reason: matter.ratingReason[then] },
    },
  ];
  const callBack = (solved: Solved, words = matter.callBackNote[solved], pressed = false): Scene => [
    { gap: chance.whole(0, 1), by: "handler", command: { type: "recordCallBack", solved, pressed, words } },
  ];
  // Eight working days are always more than seven days, also around a holiday with its make-up days.
  const lapse = (): Scene => [
    { gap: 8, by: "handler", command: { type: "lapseEvaluation", reason: matter.lapseReason } },
  ];
  const rework = (): Scene => [
    {
      gap: 1,
      by: "handler",
      command: { type: "rework", missing: matter.sendBackMissing, reason: matter.reworkReason },
    },
  ];
  const waive = (): Scene => [
    { gap: 1, by: "handler", command: { type: "waiveRework", reason: matter.reworkWaivedReason } },
  ];
  return { feedBack, rate, rateTwice, callBack, lapse, rework, waive };
}

/** The write-off, by people who did not handle the matter. */
export function writeOffScenes({ story, chance, lead }: Stage) {
  const { matter } = story;
  const apply = (): Scene => [
    {
      gap: chance.whole(0, 1),
      by: chance.next() < 0.4 ? lead : "handler",
      command: { type: "applyWriteOff", words: matter.writeOffText },
    },
  ];
  const confirm = (by: "approver" | "second", gap: number): Scene => [
    { gap, by, command: { type: "approveWriteOff", words: matter.writeOffApproval } },
  ];
  const firstLine = (): Scene => confirm("approver", chance.whole(1, 2));
  /** A key problem needs two. */
  const approve = (): Scene => [
    ...firstLine(),
    ...(story.isKey ? confirm("second", chance.whole(0, 1)) : []),
  ];
  const refuse = (): Scene => [
    {
      gap: chance.whole(1, 2),
      by: "approver",
      command: { type: "refuseWriteOff", reason: matter.writeOffRefusal },
    },
  ];
  const noteReference = (): Scene => [
    { gap: 0, by: "approver", command: { type: "noteReference", suggestion: matter.referenceText } },
  ];
  return { apply, firstLine, approve, refuse, noteReference };
}

/** What may come after the end. */
export function afterlifeScenes({ story }: Stage) {
  const { matter } = story;
  const lookBack = (result: LookBackResult, gap: number): Scene => [
    { gap, by: "approver", command: { type: "lookBack", result, words: matter.lookBackNote[result] } },
  ];
  const reopen = (gap: number): Scene => [
    { gap, by: "approver", command: { type: "reopen", reason: matter.reopenReason } },
  ];
  const withdraw = (): Scene => [
    { gap: 1, by: "enterprise", command: { type: "withdraw", reason: matter.withdrawReason } },
  ];
  const askReview = (): Scene => [
    { gap: 3, by: "enterprise", command: { type: "askReview", reason: matter.reviewReason } },
  ];
  const answerReview = (verdict: "upheld" | "granted"): Scene => {
    const reason = matter.reviewAnswer[verdict === "granted" ? "upheld" : "refused"];
    return [{ gap: 5, by: "approver", command: { type: "answerReview", verdict, reason } }];
  };
  const split = (): Scene => [
    { gap: 1, by: "intake", command: { type: "split", reason: matter.splitReason } },
  ];
  return { lookBack, reopen, withdraw, askReview, answerReview, split };
}
