import { forgetCalendar } from "../../app/domain/clock/calendar.server.ts";
import { workingDayUntil } from "../../app/domain/clock/calendar.ts";
import { addDays, dayOf, endOfDay, officeHours, openedDay, yearOf } from "../../app/domain/clock/day.ts";
import { watch } from "../../app/domain/clock/watch.server.ts";
import { sendDigests } from "../../app/domain/notice/digest.server.ts";
import { markRead } from "../../app/domain/people/notices.server.ts";
import { cast } from "./cast.ts";
import { deliverMailsOfCity } from "./deliver-mails.server.ts";
import { beginDrafts } from "./drafts.server.ts";
import { endStories, writeMasterData } from "./master.server.ts";
import { play } from "./play.server.ts";
import { recordRules } from "./record-rules.server.ts";
import { cityStories } from "./stories.ts";
import type { World } from "./world.ts";

const SEED = 2025;

/**
 * Fills an empty database with the demo city: master data first, then every complaint's life by the
 * application's own acts, in the order of time. Connect first; `now` is when the story stops. Files go to
 * the uploads folder of the environment.
 */
export async function seedCity({
  log,
  now = new Date(),
  settle = async () => undefined,
}: {
  log(line: string): void;
  now?: Date;
  /** As the story grows, a few times: the owner's chance to tell the planner how the tables have grown. */
  settle?: () => Promise<unknown>;
}): Promise<void> {
  const began = performance.now();
  const year = yearOf(dayOf(now)) - 1;
  log(`Filling the demo city, once, which takes a minute or two: ${year} and ${year + 1} so far`);
  forgetCalendar();
  const world = await writeMasterData(SEED, year);
  const { past, present, spare } = cityStories(SEED, now, world);
  const played = await play([...past, ...present], world, log, settle);
  await beginDrafts(spare, [...past, ...present], world);
  await recordRules([...past, ...present], played, year, now, world);
  await lookAround(now, world);
  await readNotices(now, world);
  await endStories();
  log(`  ${played.size} complaints told, ${seconds(began)} seconds; delivering what was written about them`);
  const mails = await deliverMailsOfCity();
  log(`The city is complete: ${played.size} complaints, ${mails} mails, ${seconds(began)} seconds`);
}

/**
 * What the hub does by itself, once, at the last instant at which the office was open. Not on every morning
 * before: in the stories people end silences by hand on a later day, and the first look would come before them.
 */
async function lookAround(now: Date, { calendar }: World) {
  const closes = endOfDay(workingDayUntil(calendar, openedDay(now)));
  const at = closes < now ? closes : now;
  const { failed } = await watch(at);
  if (failed.length > 0) throw new Error("The hub's look at the city failed.", { cause: failed });
  await sendDigests(at);
}

/** The cast has read what came before yesterday's opening of the office: its bells tell of what is new. */
async function readNotices(now: Date, { calendar, person }: World) {
  const lastDay = workingDayUntil(calendar, addDays(openedDay(now), -1));
  const at = new Date(`${lastDay}T${officeHours.opens}:00+08:00`);
  for (const { key } of Object.values(cast)) await markRead(person(key), null, at);
}

const seconds = (began: number) => Math.round((performance.now() - began) / 1000);
