import type { Random } from "./random.ts";
import { type Scenes, scenesOf } from "./scenes.ts";
import type { Beat, Story } from "./story.ts";
import type { World } from "./world.ts";

/** From the submission to the last reply's acceptance, with the detours that some take. */
export function untilVerified(story: Story, scenes: Scenes, chance: Random): Beat[] {
  return [...scenes.submit(), ...fromTriage(story, scenes, chance)];
}

/** The same of a complaint that has come in already, or again. */
export function fromTriage({ matter }: Story, scenes: Scenes, chance: Random): Beat[] {
  const detour = chance.weighted({
    granted: 3,
    denied: 2,
    unheard: 2,
    none: 65,
    supplement: 10,
    astray: 8,
    refused: 4,
    sentBack: 6,
  });
  const canReturn = !scenes.codes.includes(matter.mistakenFor);
  return [
    ...(detour === "supplement" ? [...scenes.ask(), ...scenes.supplement()] : []),
    ...(detour === "unheard" ? [...scenes.ask(), ...scenes.lapseSupplement()] : []),
    ...scenes.accept(),
    ...assigned(detour === "astray" && !canReturn ? "none" : detour, matter.mistakenFor, scenes),
    ...taken(detour, scenes),
    ...scenes.reply(),
    ...(detour === "sentBack" ? [...scenes.sendBack(), ...scenes.replyAgain()] : []),
    ...scenes.acceptReplies(),
  ];
}

/** Sent to the right department, which may doubt it, or first to one that is easily mistaken for it. */
function assigned(detour: string, mistakenFor: string, scenes: Scenes): Beat[] {
  if (detour === "astray") return [...scenes.assign(mistakenFor), ...scenes.returnUpheld()];
  return [...scenes.assign(), ...(detour === "refused" ? scenes.returnRefused() : [])];
}

/** Signed for and in touch with the enterprise, and some time later perhaps in want of more of it. */
function taken(detour: string, scenes: Scenes): Beat[] {
  if (detour !== "granted" && detour !== "denied") return [...scenes.sign(), ...scenes.contact()];
  const ruled = scenes.extension(detour === "granted" ? "granted" : "refused");
  return [...scenes.sign(scenes.codes, 1), ...scenes.contact(1), ...ruled];
}

/** A whole life that ends in a write-off as solved. */
export function wholeLife(story: Story, world: World, chance: Random, withReference = false): Beat[] {
  const scenes = scenesOf(story, world, chance);
  return [...scenes.submit(), ...restOfLife(story, scenes, chance, withReference)];
}

/** The same without the submission. */
export function restOfLife(story: Story, scenes: Scenes, chance: Random, withReference = false): Beat[] {
  const hasMeasure = story.matter.measures.length > 0 && chance.next() < 0.3;
  const beats = [
    ...fromTriage(story, scenes, chance),
    ...(hasMeasure ? scenes.promise(() => 28) : []),
    ...scenes.feedBack(),
    ...(withReference ? scenes.noteReference() : []),
  ];
  return [
    ...beats,
    ...(hasMeasure ? carriedOut(scenes, chance) : said(scenes, chance)),
    ...(chance.next() < 0.05 ? refusedOnce(scenes) : []),
    ...scenes.apply(),
    ...scenes.approve(),
  ];
}

function carriedOut(scenes: Scenes, chance: Random): Beat[] {
  const { rate, reportMeasure, sendBackMeasure, confirmMeasure } = scenes;
  const again = chance.next() < 0.15 ? [...sendBackMeasure(), ...reportMeasure(chance.whole(2, 6))] : [];
  return [
    ...rate("satisfied", "solved"),
    ...reportMeasure(chance.whole(3, 12)),
    ...again,
    ...confirmMeasure(),
  ];
}

/** The application doesn't convince: back to the supervisor, who tells the enterprise once more. */
const refusedOnce = ({ apply, refuse, feedBack, rate }: Scenes): Beat[] => [
  ...apply(),
  ...refuse(),
  ...feedBack(),
  ...rate("satisfied", "solved"),
];

/** Sent back after a bad answer, and answered better. */
export const betterAnswer = (scenes: Scenes): Beat[] => [
  ...scenes.replyAgain(),
  ...scenes.acceptReplies(scenes.codes.slice(0, 1)),
  ...scenes.feedBack(),
  ...scenes.rate("satisfied", "solved"),
];

/** What the enterprise says of the answer, by itself or when it is called; solved in the end. */
function said(scenes: Scenes, chance: Random): Beat[] {
  const { rate, rateTwice, lapse, callBack, rework, waive } = scenes;
  switch (chance.weighted({ twice: 3, good: 67, fair: 10, silent: 10, reworked: 7, waived: 3 })) {
    case "twice":
      return rateTwice("fair", "satisfied", "solved");
    case "good":
      return rate(chance.weighted({ verySatisfied: 3, satisfied: 5 }), "solved");
    case "fair":
      return rate("fair", "solved");
    case "silent":
      return [...lapse(), ...callBack("solved")];
    case "reworked":
      return [
        ...rate(chance.weighted({ dissatisfied: 3, veryDissatisfied: 1 }), "unsolved"),
        ...callBack("unsolved"),
        ...rework(),
        ...betterAnswer(scenes),
      ];
    case "waived":
      return [...rate("dissatisfied", "solved"), ...callBack("solved"), ...waive()];
  }
}
