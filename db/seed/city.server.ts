import { forgetCalendar } from "../../app/domain/clock/calendar.server.ts";
import { dayOf, yearOf } from "../../app/domain/clock/day.ts";
import { deliverMailsOfCity } from "./deliver-mails.server.ts";
import { beginDrafts } from "./drafts.server.ts";
import { writeMasterData } from "./master.server.ts";
import { play } from "./play.server.ts";
import { recordRules } from "./record-rules.server.ts";
import { cityStories } from "./stories.ts";

const SEED = 2025;

/**
 * Fills an empty database with the demo city: master data first, then every complaint's life by the
 * application's own acts, in the order of time. Connect first; `now` is when the story stops. Files go to
 * the uploads folder of the environment.
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
  const { past, present, spare } = cityStories(SEED, now, world);
  const played = await play([...past, ...present], world, log);
  await beginDrafts(spare, [...past, ...present], world);
  await recordRules([...past, ...present], played, year, now, world);
  log(`  ${played.size} complaints told, ${seconds(began)} seconds; delivering what was written about them`);
  const mails = await deliverMailsOfCity();
  log(`The city is complete: ${played.size} complaints, ${mails} mails, ${seconds(began)} seconds`);
}

const seconds = (began: number) => Math.round((performance.now() - began) / 1000);
