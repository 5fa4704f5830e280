import type { Day } from "../../app/domain/clock/day.ts";
import { addWorkingDays } from "../../app/domain/clock/due.ts";
import { fates } from "./fates.ts";
import type { Random } from "./random.ts";
import { scenesOf } from "./scenes.ts";
import { date, newStory, type Story, startFor } from "./story.ts";
import type { Pair } from "./texts/pairing.ts";
import type { World } from "./world.ts";

interface Days {
  /** Today, or the next working day when the office is closed. */
  today: Day;
  /** The last day on which anybody may have acted. */
  last: Day;
}

/** The stories of the present year, each standing where its fate has left it, and two merged ones. */
export function presentStories(
  pairs: readonly Pair[],
  { today, last }: Days,
  world: World,
  chance: Random,
): Story[] {
  const left = [...pairs];
  const take = (suits: (pair: Pair) => boolean): Pair => {
    const [pair] = left.splice(Math.max(0, left.findIndex(suits)), 1);
    if (!pair) throw new Error("There are too few matters for the present year.");
    return pair;
  };
  const stories = fates(world, today, chance).flatMap(({ ages, needs, beats }) =>
    ages.map((age) => {
      const story = newStory(
        take(({ matter }) => needs?.(matter) ?? true),
        chance,
      );
      const told = beats(scenesOf(story, world, chance), story);
      date(
        story,
        told,
        startFor(told, addWorkingDays(world.calendar, today, -age), world),
        last,
        world,
        chance,
      );
      return story;
    }),
  );
  const openOnes = stories.filter(({ acts }) => acts.at(-1)?.command?.type === "recordFirstContact");
  return [...stories, ...openOnes.slice(0, 2).map((into) => merged(into, last, world, chance))];
}

/** Another point reports the same matter, and it is merged into the one that is being handled. */
function merged(into: Story, last: Day, world: World, chance: Random): Story {
  const other = world.points.find((point) => point !== into.point && into.matter.suits(point)) ?? into.point;
  const story = newStory({ matter: into.matter, point: other }, chance);
  const reason = into.matter.mergeReason;
  const beats = [
    ...scenesOf(story, world, chance).submit(),
    { gap: 0, by: "intake" as const, command: { type: "merge" as const, primary: "", reason }, into },
  ];
  date(story, beats, last, last, world, chance);
  return story;
}
