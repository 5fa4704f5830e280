/** A calendar day, "2026-03-02". */
export type Day = string;

/** How long something may take. */
export interface Period {
  days?: number;
  workdays?: number;
  months?: number;
}

const HOUR_MS = 3_600_000;

/** What the wall shows in the city at an instant: "2026-03-02T09:30:00". */
const wall = (at: Date) => new Date(at.getTime() + 8 * HOUR_MS).toISOString().slice(0, 19);
export const dayAt = (at: Date): Day => wall(at).slice(0, 10);
export const clockAt = (at: Date): string => wall(at).slice(11);
export const instant = (day: Day, clock: string) => new Date(`${day}T${clock}+08:00`);

export const tomorrow = (day: Day): Day => stepBy(day, 1);
const stepBy = (day: Day, count: number): Day =>
  new Date(Date.parse(`${day}T12:00:00Z`) + count * 24 * HOUR_MS).toISOString().slice(0, 10);

/**
 * The office's days, read off the calendar's table and walked one by one: a second reckoning, which shares
 * nothing with the one that it judges.
 */
export class OfficeDays {
  readonly #kinds: ReadonlyMap<Day, string>;
  readonly #walked = new Map<string, Day>();

  constructor(rows: readonly { day: Day; kind: string }[]) {
    this.#kinds = new Map(rows.map(({ day, kind }) => [day, kind]));
  }

  works(day: Day): boolean {
    const kind = this.#kinds.get(day);
    if (kind) return kind === "makeUpWorkday";
    return ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
  }

  /** The day itself, or the first one after it on which the office works. */
  fromOn(day: Day): Day {
    let on = day;
    while (!this.works(on)) on = tomorrow(on);
    return on;
  }

  /** So many working days on, or back. */
  walk(day: Day, count: number): Day {
    const key = `${day} ${count}`;
    const known = this.#walked.get(key);
    if (known) return known;
    let on = day;
    for (let left = Math.abs(count); left > 0; ) {
      on = stepBy(on, Math.sign(count));
      if (this.works(on)) left--;
    }
    this.#walked.set(key, on);
    return on;
  }

  /** The working day that what comes in at an instant counts for. */
  arrival(at: Date): Day {
    return this.fromOn(clockAt(at) > "17:30:00" ? tomorrow(dayAt(at)) : dayAt(at));
  }

  /** The day on which something that began at an instant is due. */
  due(at: Date, { workdays, days, months }: Period): Day {
    const from = this.arrival(at);
    if (workdays) return this.walk(from, workdays);
    if (days) return this.fromOn(stepBy(from, days));
    return this.fromOn(sameDate(from, months ?? 0));
  }

  /** A due day after a standstill: one working day later for each working day after its first day. */
  pushed(due: Day, from: Day, to: Day): Day {
    let on = due;
    for (let day = from; day < to; ) {
      day = tomorrow(day);
      if (this.works(day)) on = this.walk(on, 1);
    }
    return on;
  }

  /** So many calendar days after a day, and on from there to a working day. */
  daysAfter = (day: Day, count: number): Day => this.fromOn(stepBy(day, count));
}

/** The same date some months later, or the last one of a shorter month. */
function sameDate(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  let on = first.toISOString().slice(0, 10);
  while (Number(on.slice(8)) < date && tomorrow(on).slice(0, 7) === on.slice(0, 7)) on = tomorrow(on);
  return on;
}
