import { forgetCalendar } from "../../app/domain/clock/calendar.server.ts";
import { isWorkingDay, workingDayFrom } from "../../app/domain/clock/calendar.ts";
import { dayOf, endOfDay, yearOf } from "../../app/domain/clock/day.ts";
import { addWorkingDays } from "../../app/domain/clock/due.ts";
import { writeMasterData } from "./master.server.ts";
import { play } from "./play.server.ts";
import { random } from "./random.ts";
import { recordRules } from "./record-rules.server.ts";
import { settleMails } from "./settle-mails.server.ts";
import { lastYear, pastStories } from "./story-past.ts";
import { presentStories } from "./story-present.ts";
import { matters } from "./texts/matters.ts";
import { pairWithPoints } from "./texts/pairing.ts";

const SEED = 2025;
const MATTERS = 400;

/**
 * Fills an empty database with the demo city: master data first, then every complaint's life by the
 * application's own acts, in the order of time. Connect first; `now` is when the story stops.
 */
export async function seedCity({
  log,
  now = new Date(),
}: {
  log(line: string): void;
  now?: Date;
}): Promise<void> {
  const began = performance.now();
  const year = yearOf(dayOf(now)) - 1;
  log(`Filling the demo city: ${year} and ${year + 1} so far`);
  forgetCalendar();
  const world = await writeMasterData(SEED, year);
  const chance = random(SEED ^ 0x73746f72);
  const pairs = pairWithPoints(SEED, matters(SEED, MATTERS), world.points);
  const { calendar } = world;
  const thisDay = dayOf(now);
  const today = workingDayFrom(calendar, thisDay);
  const isOver = isWorkingDay(calendar, thisDay) && now > endOfDay(thisDay);
  const last = isOver ? thisDay : addWorkingDays(calendar, thisDay, -1);
  const past = pastStories(pairs, year, last, world, chance);
  const present = presentStories(pairs.slice(lastYear.reported), { today, last }, world, chance);
  const played = await play([...past, ...present], world, log);
  await recordRules(past, played, year, world);
  const mails = await settleMails();
  log(`The city is complete: ${played.size} complaints, ${mails} mails, ${seconds(began)} seconds`);
}

const seconds = (began: number) => Math.round((performance.now() - began) / 1000);
