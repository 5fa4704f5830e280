import { workingDayFrom } from "../../app/domain/clock/calendar.ts";
import { dayOf, officeDay, yearOf } from "../../app/domain/clock/day.ts";
import { addWorkingDays } from "../../app/domain/clock/due.ts";
import { cast } from "./cast.ts";
import { ledBy } from "./fate/fate.ts";
import { random } from "./random.ts";
import type { Story } from "./story.ts";
import { askErasures } from "./story-erased.ts";
import { lastYear, pastStories } from "./story-past.ts";
import { presentStories } from "./story-present.ts";
import { matters } from "./texts/matters.ts";
import { type Pair, pairWithPoints } from "./texts/pairing.ts";
import type { World } from "./world.ts";

const MATTERS = 420;

export interface CityStories {
  /** Of the last full year. */
  past: Story[];
  /** Of the year in which the demo is started. */
  present: Story[];
  /** Matters that nobody has reported yet. */
  spare: Pair[];
}

/** Everything that happens in the city until `now`, the same for the same seed and day. */
export function cityStories(seed: number, now: Date, world: World): CityStories {
  const chance = random(seed ^ 0x73746f72);
  const pairs = scarceOnesLast(pairWithPoints(seed, matters(seed, MATTERS), world.points), world);
  const { calendar } = world;
  const today = workingDayFrom(calendar, officeDay(now));
  const last = addWorkingDays(calendar, today, -1);
  const past = pastStories(pairs, yearOf(dayOf(now)) - 1, last, world, chance);
  const left = pairs.slice(lastYear.reported);
  const present = presentStories(left, past, { today, last }, world, chance);
  askErasures(past, last, world);
  const told = new Set(present.map(({ matter }) => matter.title));
  return { past, present, spare: left.filter(({ matter }) => !told.has(matter.title)) };
}

/** Keeps for the present year what only a few can report or handle, so that each of the cast has something. */
function scarceOnesLast(pairs: readonly Pair[], { points }: World): Pair[] {
  const he = points.find(({ code }) => code === cast.he.liaisonPointCode);
  const scarce: [number, (pair: Pair) => boolean][] = [
    [4, ({ matter }) => he !== undefined && matter.suits(he)],
    [4, ({ matter }) => ledBy(cast.zhao.departmentCode)(matter)],
    [4, ({ matter }) => ledBy(cast.zhou.departmentCode)(matter)],
  ];
  const kept = new Set(scarce.flatMap(([count, is]) => pairs.filter(is).slice(0, count)));
  return [...pairs.filter((pair) => !kept.has(pair)), ...kept];
}
