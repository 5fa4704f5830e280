import { type Day, daysBetween } from "../../../app/domain/clock/day.ts";
import type { Scenes } from "../scenes.ts";
import type { Beat } from "../story.ts";
import {
  type Fate,
  hasMeasure,
  isQuick,
  isShared,
  toApplied,
  toContact,
  toFeedback,
  toHandling,
  toRated,
  toReply,
} from "./fate.ts";

/** Before anything is assigned. */
export const inTriage: readonly Fate[] = [
  { ages: [1, 2, 3, 5], beats: (s) => s.submit() },
  { ages: [2, 6, 11], beats: (s) => [...s.submit(), ...s.ask()] },
  { ages: [1, 3], beats: (s) => [...s.submit(), ...s.ask(), ...s.supplement()] },
  { ages: [1], beats: (s) => [...s.submit(), ...s.ask(), ...s.lapseSupplement()] },
  { ages: [1, 2, 2, 4], beats: (s) => [...s.submit(), ...s.accept(1)] },
  { ages: [1], fixed: { isKey: true }, beats: (s) => [...s.submit(), ...s.accept(1)] },
  { ages: [2], beats: (s) => [...s.submit(), ...s.classify(false, "help"), ...s.accept(0)] },
];

/** With the departments. */
export const inHand: readonly Fate[] = [
  { ages: [1, 2], beats: toHandling },
  { ages: [1, 1], needs: isShared, beats: toHandling },
  { ages: [3, 6], needs: isQuick, beats: toContact },
  { ages: [2, 3], needs: isShared, beats: toContact },
  { ages: [4], fixed: { isKey: true, disclosure: "named" }, beats: toContact },
  { ages: [1, 1, 2], beats: (s) => [...toHandling(s), ...s.returned()] },
  { ages: [1], beats: (s) => [...toHandling(s), ...s.returnRefused()] },
  {
    ages: [1],
    beats: (s, { matter }) => [
      ...s.submit(),
      ...s.accept(1),
      ...s.assign(matter.mistakenFor),
      ...s.returnUpheld(),
    ],
  },
  {
    ages: [1],
    beats: (s) => [...s.submit(), ...s.ask(), ...s.lapseSupplement(), ...s.accept(0), ...s.assign()],
  },
  { ages: [1, 3], beats: (s) => [...toContact(s), ...s.extension("granted")] },
  { ages: [2, 4], beats: (s) => [...toContact(s), ...s.extension("refused")] },
  { ages: [1], beats: (s) => [...toContact(s), ...s.addHelper()] },
  { ages: [2], beats: (s) => [...toContact(s), ...s.addHelper(), ...s.sign([s.helper], 1)] },
  { ages: [1, 4, 6], beats: (s) => [...toReply(s), ...s.sendBack()] },
  { ages: [2], beats: (s) => [...badlyRated(s), ...s.callBack("unsolved"), ...s.rework()] },
];

const badlyRated = (s: Scenes) => [...toFeedback(s), ...s.rate("dissatisfied", "unsolved")];

/** Answered, and not yet written off. */
export const afterReply = (today: Day): Fate[] => [
  { ages: [2, 5], beats: toReply },
  { ages: [1], beats: (s) => [...toContact(s), ...s.extension("granted"), ...s.reply()] },
  { ages: [1], fixed: { isKey: true }, beats: toReply },
  { ages: [1], beats: (s) => [...toFeedback(s), ...s.rate("veryDissatisfied", "unsolved")] },
  { ages: [1], beats: (s) => [...badlyRated(s), ...s.callBack("partly")] },
  { ages: [1, 5, 7], beats: toFeedback },
  ...[0, 24, -4, 9].map(
    (left, index): Fate => ({
      ages: [index + 6],
      needs: hasMeasure,
      beats: (s) => rectifying(s, (from) => daysBetween(from, today) + left),
    }),
  ),
  { ages: [2], needs: hasMeasure, beats: (s) => [...reported(s), ...s.sendBackMeasure()] },
  { ages: [1], needs: hasMeasure, beats: reported },
  { ages: [1, 3], beats: toRated },
  { ages: [1], beats: (s) => [...toFeedback(s), ...s.rateTwice("dissatisfied", "satisfied", "solved")] },
  { ages: [2], beats: (s) => [...toFeedback(s), ...s.rateTwice("satisfied", "dissatisfied", "unsolved")] },
  { ages: [2], beats: (s) => [...toFeedback(s), ...s.lapse()] },
  {
    ages: [1],
    beats: (s) => [
      ...toFeedback(s),
      ...s.rate("dissatisfied", "solved"),
      ...s.callBack("solved"),
      ...s.waive(),
    ],
  },
  { ages: [3, 5], beats: toApplied },
  { ages: [1, 3], beats: (s) => [...toApplied(s), ...s.refuse()] },
];

/** Rated well, with a measure promised on the way that is due so many days from then. */
function rectifying(s: Scenes, daysUntilDue: (from: Day) => number): Beat[] {
  const rest = [...s.acceptReplies(), ...s.feedBack(), ...s.rate("satisfied", "partly")];
  return [...toReply(s), ...s.promise(daysUntilDue), ...rest];
}

const reported = (s: Scenes) => [...rectifying(s, () => 25), ...s.reportMeasure(4)];
