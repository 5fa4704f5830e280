import { type Day, daysBetween } from "../../app/domain/clock/day.ts";
import type { DeclineGround } from "../vocabulary.ts";
import type { Random } from "./random.ts";
import { type Scenes, scenesOf } from "./scenes.ts";
import { type Beat, date, newStory, type Story, startFor } from "./story.ts";
import { wholeLife } from "./story-lives.ts";
import type { Matter } from "./texts/matter.ts";
import type { Pair } from "./texts/pairing.ts";
import type { World } from "./world.ts";
import { addWorkingDays } from "../../app/domain/clock/due.ts";

interface Fate {
  /** How many working days before today its last act was, one story for each. */
  ages: readonly number[];
  needs?: (matter: Matter) => boolean;
  beats(scenes: Scenes, story: Story, age: number): Beat[];
}

const isSimple = (matter: Matter) =>
  matter.grade === "C" && matter.field !== "arrears" && matter.assistingCodes.length === 0;
const isShared = (matter: Matter) => matter.assistingCodes.length > 0;
const hasMeasure = (matter: Matter) => matter.measures.length > 0;

const toHandling = (s: Scenes) => [...s.submit(), ...s.accept(), ...s.assign()];
const toReply = (s: Scenes) => [...toHandling(s), ...s.sign(s.codes, 1), ...s.contact(1), ...s.reply()];
const toFeedback = (s: Scenes) => [...toReply(s), ...s.acceptReplies(), ...s.feedBack()];

function fates(world: World, chance: Random, today: Day): Fate[] {
  const anyAge = (s: Scenes, story: Story, beats: Beat[]) => [...s.submit(), ...beats.map((beat) => ({ ...beat, story }))];
  const end = (make: (s: Scenes, story: Story) => Beat[]) => (s: Scenes, story: Story) => anyAge(s, story, make(s, story));
  return [
    { ages: [1, 1, 2, 3, 3, 5], beats: (s) => s.submit() },
    { ages: [2, 6, 11], beats: (s) => [...s.submit(), ...s.ask()] },
    { ages: [1, 2, 2, 4], beats: (s) => [...s.submit(), ...s.accept(1)] },
    { ages: [1, 1, 2], beats: toHandling },
    { ages: [1, 1], needs: isShared, beats: toHandling },
    { ages: [1, 3, 3, 6, 9], needs: isSimple, beats: (s) => [...toHandling(s), ...s.sign(s.codes, 1), ...s.contact(1)] },
    { ages: [2, 3], needs: isShared, beats: (s) => [...toHandling(s), ...s.sign(s.codes, 1), ...s.contact(1)] },
    { ages: [1, 1, 2], beats: (s, story) => [...toHandling(s), returning(story, world)] },
    { ages: [1, 4, 6], beats: (s) => [...toReply(s), ...s.sendBack()] },
    {
      ages: [2],
      beats: (s) => [
        ...[toFeedback(s), s.rate("dissatisfied", "unsolved"), s.callBack("unsolved"), s.rework()].flat(),
      ],
    },
    { ages: [1, 2, 3, 5], beats: toReply },
    { ages: [1], beats: (s) => [...toFeedback(s), ...s.rate("veryDissatisfied", "unsolved")] },
    { ages: [1, 2, 4, 5, 7], beats: toFeedback },
    { ages: [1], needs: hasMeasure, beats: (s) => rectifying(s, today, 0, world) },
    { ages: [3], needs: hasMeasure, beats: (s) => rectifying(s, today, 24, world) },
    { ages: [6], needs: hasMeasure, beats: (s) => rectifying(s, today, -4, world) },
    { ages: [1, 3], beats: (s) => [...toFeedback(s), ...s.rate("satisfied", "solved")] },
    { ages: [2, 3, 5], beats: (s) => [...toFeedback(s), ...s.rate("verySatisfied", "solved"), ...s.apply()] },
    { ages: [12, 35, 70, 104, 131, 158], beats: (_, story) => wholeLife(story, world, chance) },
    { ages: [8, 40], beats: end((s, story) => [decline(story, "civilDispute"), ...([] as Beat[])]) },
    { ages: [4], beats: end((s, story) => [decline(story, "acceptedElsewhere"), askReview(story)]) },
    { ages: [9, 62], beats: end((_, story) => [keep(story)]) },
    { ages: [15], beats: (s, story) => [...s.submit(), ...s.accept(), withdraw(story)] },
    {
      ages: [48],
      beats: (s, story) => [...toHandling(s), withdraw(story), ...s.callBack("solved", story.matter.withdrawalNote)],
    },
  ];
}
