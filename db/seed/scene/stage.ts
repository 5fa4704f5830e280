import type { Random } from "../random.ts";
import type { Beat, Story } from "../story.ts";
import type { World } from "../world.ts";

/** What every scene is played with. */
export interface Stage {
  story: Story;
  world: World;
  chance: Random;
  lead: { department: string };
  /** The departments in whose hands the complaint is, the lead first. */
  codes: readonly string[];
}

/** A few acts in their order. */
export type Scene = Beat[];
