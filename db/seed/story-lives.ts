import type { Random } from "./random.ts";
import { type Scenes, scenesOf } from "./scenes.ts";
import type { Beat, Story } from "./story.ts";
import type { World } from "./world.ts";

/** From the submission to the last reply's acceptance, with the detours that some take. */
export function untilVerified(story: Story, scenes: Scenes, world: World, chance: Random): Beat[] {
  const { matter } = story;
  const detour = chance.weighted({ none: 76, supplement: 10, returned: 8, sentBack: 6 });
  const canReturn = !scenes.codes.includes(matter.mistakenFor);
  return [
    ...scenes.submit(),
    ...(detour === "supplement" ? [...scenes.ask(), ...scenes.supplement()] : []),
    ...scenes.accept(),
    ...(detour === "returned" && canReturn ? returned(story, scenes, world) : scenes.assign()),
    ...scenes.sign(),
    ...scenes.contact(),
    ...scenes.reply(),
    ...(detour === "sentBack" ? [...scenes.sendBack(), ...scenes.replyAgain()] : []),
    ...scenes.acceptReplies(),
  ];
}

/** Sent to the wrong department first, which returns it; the ruling gives it to the right one. */
function returned({ matter }: Story, scenes: Scenes, world: World): Beat[] {
  const right = world.department(matter.leadCode);
  return [
    ...scenes.assign(matter.mistakenFor),
    {
      gap: 1,
      by: { department: matter.mistakenFor },
      command: { type: "returnAssignment", reason: matter.returnReason, department: right },
    },
    {
      gap: 1,
      by: "intake",
      of: matter.mistakenFor,
      command: {
        type: "ruleOnReturn",
        ruling: "upheld",
        reason: matter.returnRuling.upheld,
        department: right,
      },
    },
  ];
}

/** A whole life that ends in a write-off as solved. */
export function wholeLife(story: Story, world: World, chance: Random, withReference = false): Beat[] {
  const scenes = scenesOf(story, world, chance);
  const hasMeasure = story.matter.measures.length > 0 && chance.next() < 0.3;
  const beats = [
    ...untilVerified(story, scenes, world, chance),
    ...(hasMeasure ? scenes.promise(() => 28) : []),
    ...scenes.feedBack(),
    ...(withReference ? scenes.noteReference() : []),
  ];
  if (hasMeasure) {
    return [
      ...beats,
      ...scenes.rate("satisfied", "solved"),
      ...scenes.reportMeasure(chance.whole(3, 12)),
      ...scenes.confirmMeasure(),
      ...scenes.apply(),
      ...scenes.approve(),
    ];
  }
  return [...beats, ...said(scenes, chance), ...scenes.apply(), ...scenes.approve()];
}

/** What the enterprise says of the answer, by itself or when it is called; solved in the end. */
function said(scenes: Scenes, chance: Random): Beat[] {
  const { rate, lapse, callBack, rework, waive, replyAgain, acceptReplies, feedBack, codes } = scenes;
  switch (chance.weighted({ good: 70, fair: 10, silent: 10, reworked: 7, waived: 3 })) {
    case "good":
      return rate(chance.weighted({ verySatisfied: 3, satisfied: 5 }), "solved");
    case "fair":
      return rate("fair", "solved");
    case "silent":
      return [...lapse(), ...callBack("solved")];
    case "reworked":
      return [
        ...[
          rate(chance.weighted({ dissatisfied: 3, veryDissatisfied: 1 }), "unsolved"),
          callBack("unsolved"),
        ].flat(),
        ...[
          rework(),
          replyAgain(),
          acceptReplies(codes.slice(0, 1)),
          feedBack(),
          rate("satisfied", "solved"),
        ].flat(),
      ];
    case "waived":
      return [...rate("dissatisfied", "solved"), ...callBack("solved"), ...waive()];
  }
}
