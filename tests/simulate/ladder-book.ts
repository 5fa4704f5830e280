import { alive, type Hand, inWork, type Matter, openVows, type Vow } from "./matter.ts";
import { clockAt, type Day, dayAt, type OfficeDays } from "./office-days.ts";

/** A step that had to be taken, and between which looks of the watch. */
export interface Expected {
  key: string;
  matter: Matter;
  rung: string;
  hand: Hand | undefined;
  /** The team whose step it was then. */
  status: Matter["status"];
  /** The first look that may have taken it, and the first that must have: one that nothing interrupted. */
  mayAt: number;
  mustAt: number | null;
}

type Rung = readonly [rung: string, workdays: number, waitsForOpening: boolean];

/** The ladder as the office's paper has it. */
const promises: readonly Rung[] = [
  ["reminder", -3, false],
  ["dueDay", 0, false],
  ["urging", 1, true],
  ["circular", 5, true],
  ["talk", 10, true],
];
const signing: readonly Rung[] = [["signLate", 1, false]];
const steps: readonly Rung[] = [["stepLate", 1, false]];
const lookBack: readonly Rung[] = [["lookBackDue", 0, false]];
export const rungOrder = promises.map(([rung]) => rung);

interface Running {
  rungs: readonly Rung[];
  dueOn: Day;
  setOn: Day;
  hand?: Hand;
  vow?: Vow;
}

interface Step {
  matter: Matter;
  rung: string;
  hand?: Hand | undefined;
  vow?: Vow | undefined;
  dueOn: Day;
}

interface Look {
  at: Date;
  isWhole: boolean;
}

/** The name of one step, the same from both sides. */
export const stepKey = (
  number: string,
  hand: string | undefined | null,
  vow: string | undefined | null,
  rung: string,
  day: Day,
) => [number, hand ?? "", vow ?? "", rung, day].join(" ");

/** Keeps what had to be done by whom the hub is, at each look of its watch. */
export class LadderBook {
  readonly expected = new Map<string, Expected>();
  readonly #days: OfficeDays;

  constructor(days: OfficeDays) {
    this.#days = days;
  }

  /**
   * One look at an instant; whole unless something may have interrupted it. Answers the numbers of those that
   * the hub may have moved on by itself, or asked something.
   */
  look(matters: Iterable<Matter>, look: Look): string[] {
    const moved: string[] = [];
    for (const matter of matters) {
      if (this.#lapses(matter, look) || this.#questions(matter, look)) moved.push(matter.number);
      for (const clock of running(matter)) this.#rungs(matter, clock, look);
    }
    return moved;
  }

  #rungs(matter: Matter, { rungs, dueOn, setOn, hand, vow }: Running, look: Look) {
    const today = dayAt(look.at);
    const isOpen = clockAt(look.at) >= "09:00:00";
    for (const [rung, workdays, waits] of rungs) {
      const day = this.#days.walk(dueOn, workdays);
      if (day <= setOn || day > today || (waits && day === today && !isOpen)) continue;
      this.#note({ matter, rung, hand: hand ?? vow?.hand, vow, dueOn }, look);
    }
  }

  #lapses(matter: Matter, look: Look): boolean {
    const { status, dueOn } = matter;
    if (!dueOn || (status !== "supplementing" && status !== "feedback")) return false;
    const rung = status === "feedback" ? "lapseEvaluation" : "lapseSupplement";
    const today = dayAt(look.at);
    const isPast = today > dueOn || (today === dueOn && clockAt(look.at) > "17:30:00");
    return isPast && this.#note({ matter, rung, dueOn }, look);
  }

  #questions(matter: Matter, look: Look): boolean {
    const { answeredOn } = matter;
    const [today, clock] = [dayAt(look.at), clockAt(look.at)];
    const isOffice = this.#days.works(today) && clock >= "09:00:00" && clock <= "17:30:00";
    if (!answeredOn || !isOffice) return false;
    const come = [30, 90].filter((nth) => this.#days.daysAfter(answeredOn, nth) <= today);
    const fresh = come.map((nth) => this.#note({ matter, rung: `question${nth}`, dueOn: answeredOn }, look));
    return fresh.includes(true);
  }

  /** Answers whether it hadn't to be done before. */
  #note({ matter, rung, hand, vow, dueOn }: Step, { at, isWhole }: Look): boolean {
    const key = stepKey(matter.number, hand?.id, vow?.id, rung, dueOn);
    const known = this.expected.get(key);
    if (typeof known?.mustAt === "number") return false;
    const { status } = matter;
    const step = known ?? { key, matter, rung, hand, status, mayAt: at.getTime(), mustAt: null };
    this.expected.set(key, { ...step, mustAt: isWhole ? at.getTime() : null });
    return true;
  }
}

const owed = ["handling", "verifying", "feedback", "rectifying", "clearing"];

/** The promises that run in a matter now. A clock that stands still isn't running. */
function running(matter: Matter): Running[] {
  const { status, dueOn, setOn } = matter;
  const clocks: Running[] = [];
  if (status === "handling") {
    for (const hand of alive(matter).filter((one) => inWork(one) && one.status !== "returning")) {
      clocks.push({ rungs: promises, dueOn: hand.replyDueOn, setOn: hand.setOn, hand });
      if (hand.status === "dispatched")
        clocks.push({ rungs: signing, dueOn: hand.signDueOn, setOn: hand.dispatchedOn, hand });
    }
  }
  if (owed.includes(status))
    for (const vow of openVows(matter))
      clocks.push({ rungs: promises, dueOn: vow.dueOn, setOn: vow.setOn, vow });
  const isStep = ["submitted", "accepted", "verifying", "clearing"].includes(status);
  if (dueOn && (isStep || (status === "declined" && matter.review === "asked")))
    clocks.push({ rungs: steps, dueOn, setOn });
  if (dueOn && status === "closed") clocks.push({ rungs: lookBack, dueOn, setOn });
  return clocks;
}
