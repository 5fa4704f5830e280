import type { PersonActor } from "../../app/domain/access/actor.ts";
import type { Command } from "../../app/domain/complaint/commands.ts";
import type { Random } from "../../db/seed/random.ts";
import type { City } from "./city.ts";
import type { Hand, Vow } from "./matter.ts";
import { clockAt, type Day, dayAt, instant, type OfficeDays } from "./office-days.ts";

/** What somebody means to do, and when. */
export interface Intent {
  at: Date;
  by: PersonActor;
  command: Command;
  hand?: Hand;
  vow?: Vow;
}

/** Something that waits for somebody. Who never means to do it draws nothing. */
export interface Waiting {
  /** The same for as long as it is the same thing that waits. */
  slot: string;
  draw: (now: Date) => Intent | null;
}

export interface Place {
  days: OfficeDays;
  city: City;
}

const MINUTE_MS = 60_000;

// Half a minute past, so that nobody acts in the very instant of a look of the watch.
const moment = (day: Day, minutes: number) =>
  instant(
    day,
    `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}:30`,
  );

/** An instant on a day between two hours, and after another one in any case. */
function on(chance: Random, now: Date, day: Day, opens: number, closes: number): Date {
  const drawn = moment(day, chance.whole(opens * 60, closes * 60 - 1));
  return drawn > now ? drawn : new Date(now.getTime() + chance.whole(1, 15) * MINUTE_MS);
}

/** In the office's hours, so many working days from now; now and then somebody works late. */
export function atOffice(days: OfficeDays, chance: Random, now: Date, workdays: number): Date {
  const isToday = days.works(dayAt(now)) && clockAt(now) < "17:00:00";
  const first = isToday ? dayAt(now) : days.walk(dayAt(now), 1);
  const day = days.walk(first, workdays);
  return chance.next() < 0.04 ? on(chance, now, day, 18, 22) : on(chance, now, day, 9, 17);
}

/** On a day that is named, in the office's hours; at once where it has passed. */
export function atOfficeOn(days: OfficeDays, chance: Random, now: Date, day: Day): Date {
  return day <= dayAt(now) ? atOffice(days, chance, now, 0) : on(chance, now, days.fromOn(day), 9, 17);
}

/** Enterprises write at any hour, on any day. */
export function atHome(days: OfficeDays, chance: Random, now: Date, after: number): Date {
  const day = dayAt(new Date(now.getTime() + after * 24 * 60 * MINUTE_MS));
  const isLate = chance.next() < 0.3;
  return on(chance, now, isLate ? day : days.fromOn(day), isLate ? 18 : 8, isLate ? 23 : 18);
}
