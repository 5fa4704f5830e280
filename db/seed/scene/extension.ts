import { addWorkingDays } from "../../../app/domain/clock/due.ts";
import type { ExtensionRuling } from "../../vocabulary.ts";
import { extensionPhrases } from "../texts/phrases.ts";
import type { Scene, Stage } from "./stage.ts";

// Working days: signed and contacted a day each after the dispatch, it is asked shortly before the due day, and
// for so much that the new day is later than the old one and within the limits, holidays or not.
const times = { A: { gap: 9, more: 20 }, B: { gap: 9, more: 14 }, C: { gap: 1, more: 5 } } as const;

/** A department asks for more time. Comes after `sign` and `contact` with a gap of one day each. */
export function extensionScenes({ story, world, chance, lead }: Stage) {
  const { matter } = story;
  const { gap, more } = times[matter.field === "arrears" ? "A" : matter.grade];
  const askExtension = (): Scene => {
    const reason = chance.pick(extensionPhrases.asked);
    return [
      {
        gap,
        by: lead,
        command: (on) => ({ type: "askExtension", until: addWorkingDays(world.calendar, on, more), reason }),
      },
    ];
  };
  const extension = (decision: ExtensionRuling): Scene => [
    ...askExtension(),
    {
      gap: 1,
      by: "handler",
      of: matter.leadCode,
      command: { type: "ruleOnExtension", decision, reason: chance.pick(extensionPhrases[decision]) },
    },
  ];
  return { askExtension, extension };
}
