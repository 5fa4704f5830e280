import { DECLINE_GROUNDS } from "../../vocabulary.ts";
import type { Scenes } from "../scenes.ts";
import { betterAnswer, restOfLife } from "../story-lives.ts";
import type { Fate } from "./fate.ts";
import { toApplied, toContact, toHandling } from "./fate.ts";

/** Working days in three months. */
export const QUARTER = 61;

const whole: Fate["beats"] = (s, story, chance) => [...s.submit(), ...restOfLife(story, s, chance)];
const lookedAfter = (s: Scenes) => [...s.lookBack("held", QUARTER), ...s.lookBack("held", QUARTER)];
/** In the lead department's hands again, until it is written off once more. */
const settledAgain = (s: Scenes) => [...betterAnswer(s), ...s.apply(), ...s.approve()];

/** Written off, some of them not for good. */
export const writtenOff: readonly Fate[] = [
  { ages: [12, 35, 60, 104, 131, 158], beats: whole, later: lookedAfter },
  { ages: [20], fixed: { isKey: true }, beats: whole, later: lookedAfter },
  { ages: [6], beats: (s) => [...toApplied(s), ...s.approve()] },
  { ages: [5], beats: (...on) => [...whole(...on), ...on[0].lookBack("held", QUARTER)] },
  { ages: [7], beats: (...on) => [...whole(...on), ...on[0].lookBack("partly", QUARTER)] },
  { ages: [2], beats: (...on) => [...whole(...on), ...on[0].lookBack("relapsed", QUARTER)] },
  { ages: [3], beats: (...on) => [...whole(...on), ...on[0].lookBack("falseRectification", QUARTER)] },
  ...(["relapsed", "falseRectification"] as const).map(
    (result): Fate => ({
      ages: [9],
      beats: (...on) => [...whole(...on), ...on[0].lookBack(result, QUARTER), ...settledAgain(on[0])],
    }),
  ),
  { ages: [2], beats: (...on) => [...whole(...on), ...on[0].reopen(15)] },
  { ages: [10], beats: (...on) => [...whole(...on), ...on[0].reopen(12), ...settledAgain(on[0])] },
];

/** Ended without a write-off, or begun again after such an end. */
export const otherEnds: readonly Fate[] = [
  ...DECLINE_GROUNDS.map(
    (ground, index): Fate => ({
      ages: [8 + index * 11],
      beats: (s) => [...s.submit(), ...s.decline(ground)],
    }),
  ),
  { ages: [4, 1], beats: (s) => [...declined(s), ...s.askReview()] },
  { ages: [3], beats: (s) => [...declined(s), ...s.askReview(), ...s.answerReview("upheld")] },
  { ages: [2], beats: (s) => [...declined(s), ...s.askReview(), ...s.answerReview("granted")] },
  {
    ages: [14],
    beats: (s, story, chance) => [
      ...declined(s),
      ...s.askReview(),
      ...s.answerReview("granted"),
      ...restOfLife(story, s, chance),
    ],
  },
  { ages: [1], beats: (s) => [...declined(s), ...s.reopen(6)] },
  { ages: [9, 62], beats: (s) => [...s.submit(), ...s.keepAsReference()] },
  { ages: [1], beats: (s) => [...s.submit(), ...s.accept(), ...s.withdraw()] },
  { ages: [48], beats: (s, story) => [...toHandling(s), ...s.withdraw(), ...askedAfter(s, story, false)] },
  { ages: [1], beats: (s, story) => [...toContact(s), ...s.withdraw(), ...askedAfter(s, story, true)] },
  {
    ages: [2],
    beats: (s, story) => [
      ...toContact(s),
      ...s.withdraw(),
      ...askedAfter(s, story, true),
      ...s.accept(1),
      ...s.assign(),
      ...s.sign(s.codes, 1),
    ],
  },
  { ages: [1, 2], beats: (s) => [...toContact(s), ...s.reportRetaliation()] },
  { ages: [4, 9], beats: (s) => [...askedAMonthLater(s), ...s.answerQuestion("no")] },
  { ages: [2], beats: (s) => [...askedAMonthLater(s), ...s.answerQuestion("yes")] },
  {
    ages: [1],
    beats: (s) => [...askedAMonthLater(s), ...s.answerQuestion("no"), ...s.askRetaliation(45, "90")],
  },
];

/** Written off, and asked for the first time whether it was treated worse since: working days make more than a month. */
const askedAMonthLater = (s: Scenes) => [...toApplied(s), ...s.approve(), ...s.askRetaliation(25, "30")];

const declined = (s: Scenes) => [...s.submit(), ...s.decline("acceptedElsewhere")];

/** The call that asks whether anybody pressed them to withdraw. */
const askedAfter = (s: Scenes, { matter }: Parameters<Fate["beats"]>[1], pressed: boolean) =>
  s.callBack(pressed ? "unsolved" : "solved", pressed ? matter.pressed : matter.notPressed, pressed);
