import type { Day } from "../../app/domain/clock/day.ts";
import { QUARTER } from "./fate/ended.ts";
import type { Random } from "./random.ts";
import { scenesOf } from "./scenes.ts";
import { date, lengthOf, newStory, type Story, workingDaysOf } from "./story.ts";
import { untilVerified, wholeLife } from "./story-lives.ts";
import type { Pair } from "./texts/pairing.ts";
import type { World } from "./world.ts";

/** The year that the demo's figures are told of. */
export const lastYear = { reported: 253, resolved: 212, references: 51 } as const;
const STILL_OPEN = 3;

/** The stories of the last full year: 212 written off within it, 41 carried over into the next. */
export function pastStories(
  pairs: readonly Pair[],
  year: number,
  last: Day,
  world: World,
  chance: Random,
): Story[] {
  const days = workingDaysOf(year, world);
  return pairs.slice(0, lastYear.reported).map((pair, index) => {
    const story = newStory(pair, chance);
    if (index < lastYear.resolved) settled(story, days, last, world, chance, index < lastYear.references);
    else if (index < lastYear.reported - STILL_OPEN) carriedOver(story, days, last, world, chance);
    else stillOpen(story, days, last, world, chance, index);
    return story;
  });
}

type Tell = [story: Story, days: readonly Day[], last: Day, world: World, chance: Random];

function settled(...[story, days, last, world, chance, withReference]: [...Tell, boolean]) {
  const life = wholeLife(story, world, chance, withReference);
  const start = days[chance.whole(0, days.length - 1 - lengthOf(life))] ?? "";
  date(story, [...life, ...lookBacks(story, world, chance)], start, last, world, chance);
}

function lookBacks(story: Story, world: World, chance: Random) {
  const { lookBack } = scenesOf(story, world, chance);
  return [...lookBack("held", QUARTER), ...lookBack(chance.weighted({ held: 9, partly: 1 }), QUARTER)];
}

/** Begun so late in the year that its write-off falls into the next. */
function carriedOver(...[story, days, last, world, chance]: Tell) {
  const life = wholeLife(story, world, chance);
  const start = days[days.length - 1 - chance.whole(0, lengthOf(life) - 1)] ?? "";
  date(story, [...life, ...lookBacks(story, world, chance)], start, last, world, chance);
}

/** Answered long ago, with a measure that takes its time. */
function stillOpen(...[story, days, last, world, chance, index]: [...Tell, number]) {
  const scenes = scenesOf(story, world, chance);
  const beats = [
    ...untilVerified(story, scenes, chance),
    ...scenes.promise(() => 310 + (index % STILL_OPEN) * 45),
    ...scenes.feedBack(),
    ...scenes.rate("fair", "partly"),
  ];
  date(story, beats, days.at(-30) ?? "", last, world, chance);
}
