import type { Day } from "../../app/domain/clock/day.ts";
import { addWorkingDays } from "../../app/domain/clock/due.ts";
import { castFates } from "./fate/cast.ts";
import { clues } from "./fate/clues.ts";
import { otherEnds, writtenOff } from "./fate/ended.ts";
import type { Fate } from "./fate/fate.ts";
import { afterReply, inHand, inTriage } from "./fate/open.ts";
import { sealed } from "./fate/sealed.ts";
import type { Random } from "./random.ts";
import { type Scenes, scenesOf } from "./scenes.ts";
import { type Beat, date, newStory, type Story, startFor } from "./story.ts";
import type { Pair } from "./texts/pairing.ts";
import type { World } from "./world.ts";

interface Days {
  /** Today while the office may still work today, else the next working day. */
  today: Day;
  /** The last day on which anybody may have acted. */
  last: Day;
}

/** The stories of the present year, each standing where its fate has left it. */
export function presentStories(
  pairs: readonly Pair[],
  past: readonly Story[],
  days: Days,
  world: World,
  chance: Random,
): Story[] {
  const take = takingFrom(pairs, past, world);
  const fates = [
    ...castFates,
    ...inTriage,
    ...inHand,
    ...afterReply(days.today),
    ...writtenOff,
    ...otherEnds,
    ...clues,
    ...sealed,
  ];
  const stories = fates.flatMap((fate) =>
    fate.ages.map((age) => storyOf(fate, age, take(fate), days, world, chance)),
  );
  const [first, second, third, fourth] = stories.filter(
    ({ acts, matter }) => acts.at(-1)?.command?.type === "recordFirstContact" && matter.locale === "zh-CN",
  );
  const told = [
    ...stories,
    ...mergedInto(first, days, world, chance),
    ...mergedInto(second, days, world, chance),
    ...mergedInto(third, days, world, chance, (s) => s.split()),
    ...mergedInto(fourth, days, world, chance, (s) => [...s.split(), ...s.accept(0), ...s.assign()]),
  ];
  // Early in a year the older ones would have come in before it began, and its predecessor's figures stand.
  const year = days.today.slice(0, 4);
  return told.filter(({ start }) => start >= `${year}-01-01`);
}

/** Hands out matters that suit a fate: none twice by one point, and no title twice as long as there are others. */
function takingFrom(pairs: readonly Pair[], past: readonly Story[], { points }: World) {
  const left = [...pairs];
  const titles = new Set(past.map(({ matter }) => matter.title));
  const told = new Set(past.map(sameOfPoint));
  return ({ needs, point: code }: Fate): Pair => {
    const by = points.find((point) => point.code === code);
    const suits = ({ matter, point }: Pair) =>
      (needs?.(matter) ?? true) &&
      (!by || matter.suits(by)) &&
      !told.has(sameOfPoint({ matter, point: by ?? point }));
    const fresh = left.findIndex((pair) => suits(pair) && !titles.has(pair.matter.title));
    const at = fresh < 0 ? left.findIndex(suits) : fresh;
    if (at < 0) throw new Error(`Too few matters suit the present year's fates (${code ?? "any point"}).`);
    const [pair] = left.splice(at, 1) as [Pair];
    const taken = { ...pair, point: by ?? pair.point };
    titles.add(pair.matter.title);
    told.add(sameOfPoint(taken));
    return taken;
  };
}

const sameOfPoint = ({ matter, point }: Pair) => `${point.code} ${matter.title}`;

function storyOf(fate: Fate, age: number, pair: Pair, days: Days, world: World, chance: Random): Story {
  const { commission, grade = pair.matter.grade, matter, ...fixed } = fate.fixed ?? {};
  const drawn = newStory({ ...pair, matter: { ...pair.matter, grade, ...matter } }, chance);
  const story = { ...drawn, ...fixed, commission: { ...drawn.commission, ...commission } };
  const scenes = scenesOf(story, world, chance);
  const beats = fate.beats(scenes, story, chance);
  const end = addWorkingDays(world.calendar, days.today, -age);
  const later = fate.later?.(scenes) ?? [];
  date(story, [...beats, ...later], startFor(beats, end, world), days.last, world, chance);
  return story;
}

/** Another point reports the same matter, and it is merged into the one that is being handled. */
function mergedInto(
  into: Story | undefined,
  { last }: Days,
  world: World,
  chance: Random,
  then: (scenes: Scenes) => Beat[] = () => [],
): Story[] {
  if (!into) return [];
  const { matter } = into;
  const other = world.points.find((point) => point !== into.point && matter.suits(point)) ?? into.point;
  const drawn = newStory({ matter: { ...matter, title: matter.titleAgain }, point: other }, chance);
  const story = { ...drawn, isKey: false, also: matter.alsoConcerned };
  const scenes = scenesOf(story, world, chance);
  const merge = { type: "merge" as const, primary: "", reason: matter.mergeReason };
  const beats: Beat[] = [...scenes.submit(), { gap: 0, by: "intake", command: merge, into }, ...then(scenes)];
  date(story, beats, startFor(beats, last, world), last, world, chance);
  return [story];
}
