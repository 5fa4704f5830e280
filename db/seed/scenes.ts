import type { Random } from "./random.ts";
import { afterlifeScenes, ratingScenes, writeOffScenes } from "./scene/closing.ts";
import { clueScenes } from "./scene/clue.ts";
import { custodyScenes } from "./scene/custody.ts";
import { handlingScenes, measureScenes, replyScenes } from "./scene/department.ts";
import { extensionScenes } from "./scene/extension.ts";
import { assignmentScenes, intakeScenes, returnScenes } from "./scene/intake.ts";
import { safetyScenes } from "./scene/safety.ts";
import type { Stage } from "./scene/stage.ts";
import type { Story } from "./story.ts";
import type { World } from "./world.ts";

/** The scenes that a complaint's life is put together from; each is a few acts in their order. */
export function scenesOf(story: Story, world: World, chance: Random) {
  const lead = { department: story.matter.leadCode };
  const codes = [story.matter.leadCode, ...story.matter.assistingCodes];
  const stage: Stage = { story, world, chance, lead, codes };
  return {
    codes,
    ...intakeScenes(stage),
    ...assignmentScenes(stage),
    ...returnScenes(stage),
    ...handlingScenes(stage),
    ...extensionScenes(stage),
    ...replyScenes(stage),
    ...measureScenes(stage),
    ...ratingScenes(stage),
    ...writeOffScenes(stage),
    ...afterlifeScenes(stage),
    ...safetyScenes(stage),
    ...clueScenes(stage),
    ...custodyScenes(stage),
  };
}

export type Scenes = ReturnType<typeof scenesOf>;
