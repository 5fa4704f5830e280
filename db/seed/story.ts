import { isWorkingDay } from "../../app/domain/clock/calendar.ts";
import { addDays, type Day } from "../../app/domain/clock/day.ts";
import { addWorkingDays } from "../../app/domain/clock/due.ts";
import type { Command } from "../../app/domain/complaint/commands.ts";
import type { Disclosure } from "../vocabulary.ts";
import type { Paper } from "./files/paper.ts";
import { enterprisePapers } from "./papers.ts";
import type { Random } from "./random.ts";
import type { Pair } from "./texts/pairing.ts";
import type { World } from "./world.ts";

/** Who acts in a story. The commission's four are different people, so that nobody decides on own work. */
export type Part =
  | "worker"
  | "enterprise"
  | "intake"
  | "handler"
  | "approver"
  | "second"
  | "discipline"
  | "custodian"
  | "otherCustodian"
  | { department: string };

/** One act of a story: `gap` working days after the one before. */
export interface Beat {
  gap: number;
  by: Part;
  /** Null for the submission. Some acts name a day reckoned from their own. */
  command: Command | ((on: Day) => Command) | null;
  /** The department whose assignment it is about, where the commission acts on one. */
  of?: string;
  /** A story whose number the act names. */
  into?: Story;
  /** Files that come with the act. */
  papers?: readonly Paper[];
}

/** One complaint's life: what it is about, who deals with it, and every act with its instant. */
export interface Story extends Pair {
  disclosure: Disclosure;
  /** A key problem, which two people have to confirm as settled. */
  isKey: boolean;
  /** What the enterprise adds to its complaint, and how much of that the department is given. */
  papers: readonly Paper[];
  released: number;
  /** A sentence of the enterprise's own that sets it apart from another's report of the same matter. */
  also?: string;
  commission: Record<"intake" | "handler" | "approver" | "second", string>;
  /** The day on which it comes in. */
  start: Day;
  acts: Act[];
}

export interface Act extends Omit<Beat, "gap" | "command"> {
  story: Story;
  at: Date;
  command: Command | null;
}

const intakes = ["su", "cheng", "intake-2"];
const supervisors = ["gu", "shen", "lu", "supervisor-2"];

/** A story without acts yet, in the hands of people drawn by chance. */
export function newStory(pair: Pair, chance: Random): Story {
  const [handler = "", approver = "", second = ""] = chance.shuffle(supervisors);
  const count = Number(chance.weighted({ 0: 13, 1: 4, 2: 2, 3: 1 }));
  const papers = enterprisePapers(pair.matter, count, chance);
  return {
    ...pair,
    disclosure: chance.next() < 0.15 ? "named" : "confidential",
    isKey: chance.next() < 0.06,
    papers,
    released: chance.whole(0, papers.length),
    commission: { intake: chance.pick(intakes), handler, approver, second },
    start: "",
    acts: [],
  };
}

/** Working days from the first act to the last. */
export const lengthOf = (beats: readonly Beat[]) => beats.reduce((sum, { gap }) => sum + gap, 0);

/** Gives each beat its day and an instant in office hours; what would come after `last` is left out. */
export function date(
  story: Story,
  beats: readonly Beat[],
  start: Day,
  last: Day,
  { calendar }: World,
  chance: Random,
) {
  const days = daysOf(beats, start, calendar).filter(({ day }) => day <= last);
  story.start = days[0]?.day ?? start;
  for (const day of new Set(days.map((each) => each.day))) {
    const ofDay = days.filter((each) => each.day === day);
    // 9:05 to 17:20, in order; the minutes are dealt out so that acts of one day keep theirs.
    const minutes = ofDay.map(() => chance.whole(5, 500)).sort((a, b) => a - b);
    for (const [index, { beat }] of ofDay.entries()) {
      const { gap: _, command, ...rest } = beat;
      const at = new Date(Date.parse(`${day}T09:00:00+08:00`) + ((minutes[index] ?? 5) * 60 + index) * 1000);
      story.acts.push({
        ...rest,
        story,
        at,
        command: typeof command === "function" ? command(day) : command,
      });
    }
  }
}

function daysOf(beats: readonly Beat[], start: Day, calendar: World["calendar"]) {
  let day = isWorkingDay(calendar, start) ? start : addWorkingDays(calendar, start, 1);
  return beats.map((beat) => {
    day = addWorkingDays(calendar, day, beat.gap);
    return { day, beat };
  });
}

/** The day on which a story has to begin to come to its last act on `end`. */
export function startFor(beats: readonly Beat[], end: Day, { calendar }: World): Day {
  return addWorkingDays(calendar, end, -lengthOf(beats));
}

/** The working days of a year, in order. */
export function workingDaysOf(year: number, { calendar }: World): Day[] {
  const days: Day[] = [];
  for (let day = `${year}-01-01`; day < `${year + 1}-01-01`; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) days.push(day);
  }
  return days;
}
