import pg from "pg";
import { type Random, random } from "../../db/seed/random.ts";
import { buildCity, type City } from "./city.ts";
import { type Arrival, Drive } from "./drive.ts";
import type { Look, Must } from "./judge.ts";
import { LadderBook } from "./ladder-book.ts";
import { type Day, instant, OfficeDays, tomorrow } from "./office-days.ts";
import { type Ask, type Found, readFound } from "./rows.ts";
import { Workers } from "./workers.ts";

export interface Wish {
  /** As the application signs in, and as the owner; the database is migrated, empty and ours alone. */
  url: string;
  ownerUrl: string;
  days: number;
  complaints: number;
  seed: number;
}

export interface Simulated {
  must: Must;
  found: Found;
  refused: readonly string[];
  failures: readonly string[];
  acts: number;
  kills: number;
  downDays: number;
}

/** The first day of the city: what follows has holidays and make-up weekends in it. */
const FIRST: Day = "2026-01-19";

// Some looks of the many that there are in truth: around the opening, the close, and in the night.
const working = ["00:01", "08:59", "09:00", "09:04", "11:50", "14:30", "17:30", "17:31", "20:15"];
const off = ["00:01", "09:30"];

/** Plays a city for so many days under a set clock, with workers that die, and says what had to come of it. */
export async function simulate({ url, ownerUrl, days: count, complaints, seed }: Wish): Promise<Simulated> {
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  const ask: Ask = async (text, values = []) => (await owner.query(text, values)).rows;
  const chance = random(seed);
  const city = await buildCity(seed);
  const days = new OfficeDays(await ask("select day::text, kind from calendar_day"));
  const dates = [FIRST];
  while (dates.length < count) dates.push(tomorrow(dates.at(-1) ?? FIRST));
  const drive = new Drive({ city, days }, ask, seed + 1, arrivals(chance, city, dates, complaints));
  const workers = new Workers(url, ask, chance);
  const book = new LadderBook(days);
  const down = downDays(chance, days, dates);
  try {
    const looks = await play({ days, dates, down, drive, workers, book, ask });
    const must = { city, days, dates: drive.dates, told: drive.told, steps: book.expected, looks };
    const { refused, acts } = drive;
    const { failures, kills } = workers;
    const downOnes = [...down].filter((day) => days.works(day)).length;
    return { must, found: await readFound(ask), refused, failures, acts, kills, downDays: downOnes };
  } finally {
    await workers.stop();
    await owner.end();
  }
}

interface Playing {
  days: OfficeDays;
  dates: readonly Day[];
  down: ReadonlySet<Day>;
  drive: Drive;
  workers: Workers;
  book: LadderBook;
  ask: Ask;
}

async function play({ days, dates, down, drive, workers, book, ask }: Playing): Promise<Look[]> {
  const looks: Look[] = [];
  const look = async (at: Date, mayDie: boolean) => {
    const { isWhole, isTwo } = await workers.look(at, mayDie);
    looks.push({ at: at.getTime(), isWhole, isTwo });
    await afterLook(ask, book, drive, at, isWhole);
  };
  for (const day of dates) {
    for (const clock of days.works(day) ? working : off) {
      const at = instant(day, `${clock}:00`);
      await drive.until(at);
      if (!down.has(day)) await look(at, true);
    }
  }
  // What the last days left to do, while nobody does anything more.
  for (let day = dates.at(-1) ?? FIRST, left = 2; left > 0; ) {
    day = tomorrow(day);
    for (const clock of ["09:00", "17:31"]) await look(instant(day, `${clock}:00`), false);
    if (days.works(day)) left--;
  }
  return looks;
}

/** What the hub did by itself at a look becomes known to the city, and may bring more in the same look. */
async function afterLook(ask: Ask, book: LadderBook, drive: Drive, at: Date, isWhole: boolean) {
  const waiting = book.look(drive.matters.values(), { at, isWhole });
  if (waiting.length === 0) return;
  const done = await ask<{ number: string; command: string }>(
    `select c.number, e.command from event e join complaint c on c.id = e.complaint_id
      where c.number = any($1) and e.at = $2 and e.command in ('lapseSupplement', 'lapseEvaluation', 'askRetaliation')
      order by e.complaint_id, e.seq`,
    [waiting, at],
  );
  const touched = done.flatMap(({ number, command }) => drive.noteWorkers(number, command, at) ?? []);
  book.look(touched, { at, isWhole });
}

/** Most come in the first three quarters, so that most have an end. */
function arrivals(chance: Random, city: City, dates: readonly Day[], complaints: number): Arrival[] {
  const first = dates.slice(0, Math.ceil(dates.length * 0.75));
  const all = Array.from({ length: complaints }, () => {
    const clock = `${String(chance.whole(7, 22)).padStart(2, "0")}:${String(chance.whole(0, 59)).padStart(2, "0")}:30`;
    const at = instant(chance.pick(first), clock);
    return { at, enterprise: chance.pick(city.enterprises), isArrears: chance.next() < 0.08 };
  });
  return all.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Days on which no worker runs: up to three working days on end, some once a month. */
function downDays(chance: Random, days: OfficeDays, dates: readonly Day[]): Set<Day> {
  const down = new Set<Day>();
  for (let nth = chance.whole(4, 12); nth < dates.length - 4; nth += chance.whole(12, 30)) {
    const first = dates[nth] as Day;
    const end = days.walk(first, chance.whole(1, 3));
    for (let day = first; day < end; day = tomorrow(day)) down.add(day);
  }
  return down;
}
