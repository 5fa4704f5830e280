import { type Day, daysBetween } from "../../app/domain/clock/day.ts";
import type { Random } from "./random.ts";
import type { Scenes } from "./scenes.ts";
import type { Beat, Story } from "./story.ts";
import { wholeLife } from "./story-lives.ts";
import type { Matter } from "./texts/matter.ts";
import type { World } from "./world.ts";

/** How far some of the present year's complaints have come. */
export interface Fate {
  /** How many working days before today each one's last act was. */
  ages: readonly number[];
  needs?: (matter: Matter) => boolean;
  beats(scenes: Scenes, story: Story): Beat[];
}

const isSimple = (matter: Matter) =>
  matter.grade === "C" && matter.field !== "arrears" && matter.assistingCodes.length === 0;
const isShared = (matter: Matter) => matter.assistingCodes.length > 0;
const hasMeasure = (matter: Matter) => matter.measures.length > 0;

const toHandling = (s: Scenes) => [...s.submit(), ...s.accept(1), ...s.assign()];
const toContact = (s: Scenes) => [...toHandling(s), ...s.sign(s.codes, 1), ...s.contact(1)];
const toReply = (s: Scenes) => [...toContact(s), ...s.reply()];
const toFeedback = (s: Scenes) => [...toReply(s), ...s.acceptReplies(), ...s.feedBack()];

/** The present year: ages are chosen so that some are due today and some are late, by the default clocks. */
export function fates(world: World, today: Day, chance: Random): Fate[] {
  return [...inTriage(), ...inHand(world), ...afterReply(today), ...ended(world, chance)];
}

const inTriage = (): Fate[] => [
  { ages: [1, 1, 2, 3, 3, 5], beats: (s) => s.submit() },
  { ages: [2, 6, 11], beats: (s) => [...s.submit(), ...s.ask()] },
  { ages: [1, 2, 2, 4], beats: (s) => [...s.submit(), ...s.accept(1)] },
];

const inHand = (world: World): Fate[] => [
  { ages: [1, 1, 2], beats: toHandling },
  { ages: [1, 1], needs: isShared, beats: toHandling },
  { ages: [1, 3, 3, 6], needs: isSimple, beats: toContact },
  { ages: [2, 3], needs: isShared, beats: toContact },
  { ages: [1, 1, 2], beats: (s, story) => [...toHandling(s), returning(story, world)] },
  { ages: [1, 4, 6], beats: (s) => [...toReply(s), ...s.sendBack()] },
  {
    ages: [2],
    beats: (s) => [
      ...toFeedback(s),
      ...s.rate("dissatisfied", "unsolved"),
      ...s.callBack("unsolved"),
      ...s.rework(),
    ],
  },
];

const afterReply = (today: Day): Fate[] => [
  { ages: [1, 2, 3, 5], beats: toReply },
  { ages: [1], beats: (s) => [...toFeedback(s), ...s.rate("veryDissatisfied", "unsolved")] },
  { ages: [1, 2, 4, 5, 7], beats: toFeedback },
  ...[0, 24, -4, 9].map(
    (left, index): Fate => ({
      ages: [index + 6],
      needs: hasMeasure,
      beats: (s) => rectifying(s, daysFrom(today, left)),
    }),
  ),
  { ages: [1, 3], beats: (s) => [...toFeedback(s), ...s.rate("satisfied", "solved")] },
  { ages: [2, 3, 5], beats: (s) => [...toFeedback(s), ...s.rate("verySatisfied", "solved"), ...s.apply()] },
];

const ended = (world: World, chance: Random): Fate[] => [
  { ages: [12, 35, 60, 104, 131, 158], beats: (_, story) => wholeLife(story, world, chance) },
  { ages: [2], beats: (s, story) => [...wholeLife(story, world, chance), ...s.lookBack("relapsed", 61)] },
  { ages: [8, 40], beats: (s, story) => [...s.submit(), decline(story, "civilDispute")] },
  {
    ages: [4],
    beats: (s, { matter }) => [
      ...s.submit(),
      decline({ matter }, "acceptedElsewhere"),
      { gap: 3, by: "enterprise", command: { type: "askReview", reason: matter.reviewReason } },
    ],
  },
  {
    ages: [9, 62],
    beats: (s, { matter }) => [
      ...s.submit(),
      {
        gap: 2,
        by: "intake",
        command: { type: "keepAsReference", suggestion: matter.referenceText, reason: matter.referenceText },
      },
    ],
  },
  { ages: [15], beats: (s, story) => [...s.submit(), ...s.accept(), withdraw(story)] },
  {
    ages: [48],
    beats: (s, story) => [
      ...toHandling(s),
      withdraw(story),
      ...s.callBack("solved", story.matter.withdrawalNote),
    ],
  },
];

const daysFrom = (today: Day, left: number) => (from: Day) => daysBetween(from, today) + left;

/** Rated well, with a measure promised on the way that is due so many days from today. */
function rectifying(s: Scenes, daysUntilDue: (from: Day) => number): Beat[] {
  const rest = [...s.acceptReplies(), ...s.feedBack(), ...s.rate("satisfied", "partly")];
  return [...toReply(s), ...s.promise(daysUntilDue), ...rest];
}

function returning({ matter }: Story, world: World): Beat {
  const other = matter.mistakenFor === matter.leadCode ? "development-reform" : matter.mistakenFor;
  return {
    gap: 1,
    by: { department: matter.leadCode },
    command: { type: "returnAssignment", reason: matter.returnReason, department: world.department(other) },
  };
}

const decline = ({ matter }: Pick<Story, "matter">, ground: "civilDispute" | "acceptedElsewhere"): Beat => ({
  gap: 2,
  by: "intake",
  command: { type: "decline", ground, reason: matter.declineReason[ground] },
});

const withdraw = ({ matter }: Story): Beat => ({
  gap: 1,
  by: "enterprise",
  command: { type: "withdraw", reason: matter.withdrawReason },
});
