import type { Command } from "../../app/domain/complaint/commands.ts";
import { atHome, atOffice, atOfficeOn, type Intent, type Place, type Waiting } from "./intent.ts";
import { alive, type Hand, type Matter, openVows } from "./matter.ts";
import { clockAt, type Day, dayAt } from "./office-days.ts";

const words = "已按规定办理，情况属实。";

/** What waits for the departments in a matter. */
export function departmentWaits(place: Place, matter: Matter): Waiting[] {
  const vows = ["handling", "verifying", "feedback", "rectifying", "clearing"].includes(matter.status)
    ? openVows(matter).map((vow) => reporting(place, matter, vow))
    : [];
  if (matter.status !== "handling") return vows;
  return [...vows, ...alive(matter).flatMap((hand) => handling(place, matter, hand))];
}

const officerOf = ({ city }: Place, hand: Hand): Intent["by"] =>
  city.departments.find(({ id }) => id === hand.departmentId)?.officer as Intent["by"];

function handling(place: Place, matter: Matter, hand: Hand): Waiting[] {
  const { days } = place;
  const { chance } = matter;
  const by = officerOf(place, hand);
  const waiting = (slot: string, draw: (now: Date) => { at: Date; command: Command } | null): Waiting => ({
    slot: `${slot} ${hand.id} ${hand.round}`,
    draw: (now) => {
      const drawn = draw(now);
      return drawn && { ...drawn, by, hand };
    },
  });
  if (hand.status === "dispatched") {
    const signing = waiting("sign", (now) => ({
      at: atOffice(days, chance, now, Number(chance.weighted({ 0: 45, 1: 30, 2: 10, 4: 10, 16: 5 }))),
      command: { type: "sign", officer: by.name },
    }));
    const isWrong = hand.mayReturn && chanceOf(matter, hand, 7);
    return isWrong ? [waiting("return", (now) => returning(place, matter, hand, now)), signing] : [signing];
  }
  if (hand.status !== "signed" && hand.status !== "redo") return [];
  return [
    ...(hand.isContacted ? [] : [waiting("contact", (now) => contact(place, matter, now))]),
    ...(hand.extension === "none" && chanceOf(matter, hand, 15)
      ? [waiting(`extend ${hand.replyDueOn}`, (now) => extending(place, matter, hand, now))]
      : []),
    ...(hand.round === 1 && hand.part === "lead" && chanceOf(matter, hand, 30) && matter.vows.length === 0
      ? [waiting("promise", (now) => promising(place, matter, now))]
      : []),
    waiting(`reply ${hand.replyDueOn}`, (now) => ({
      at: atOfficeOn(days, chance, now, replyDay(place, matter, hand, now)),
      command: { type: "reply", words, evidence: [] },
    })),
  ];
}

/** Always the same answer for the same assignment, in so many of a hundred. */
const chanceOf = ({ number, hands }: Matter, hand: Hand, percent: number) =>
  [...`${number} ${hands.indexOf(hand)} ${percent}`].reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973,
    7,
  ) %
    100 <
  percent;

function contact({ days }: Place, { chance }: Matter, now: Date) {
  if (chance.next() < 0.15) return null;
  const command: Command = { type: "recordFirstContact", way: "throughCommission", note: words };
  return { at: atOffice(days, chance, now, chance.pick([0, 0, 1, 1, 2, 3])), command };
}

function returning({ days, city }: Place, matter: Matter, hand: Hand, now: Date) {
  const at = atOffice(days, matter.chance, now, matter.chance.whole(0, 1));
  if (days.arrival(at) > hand.returnDueOn) return null;
  const held = new Set(alive(matter).map(({ departmentId }) => departmentId));
  const others = city.departments.map(({ id }) => id).filter((id) => !held.has(id) && !matter.barred.has(id));
  return {
    at,
    command: { type: "returnAssignment" as const, reason: words, department: matter.chance.pick(others) },
  };
}

/** A few days before it is due; as long again is the most that anybody may ask for. */
function extending({ days }: Place, matter: Matter, hand: Hand, now: Date) {
  const day = days.walk(hand.replyDueOn, -matter.chance.whole(0, 3));
  const at = atOfficeOn(days, matter.chance, now, day);
  if (dayAt(at) > hand.replyDueOn || clockAt(at) > "17:30:00") return null;
  const more =
    hand.round > 1 || matter.grade === "C" ? matter.chance.whole(1, 4) : matter.chance.whole(3, 12);
  return {
    at,
    command: { type: "askExtension" as const, until: days.walk(hand.replyDueOn, more), reason: words },
  };
}

function promising({ days }: Place, { chance }: Matter, now: Date) {
  const at = atOffice(days, chance, now, chance.whole(0, 2));
  const dueOn = dayAt(new Date(at.getTime() + chance.whole(8, 40) * 86_400_000));
  return { at, command: { type: "promiseMeasure" as const, words, owner: "承办人", dueOn } };
}

/** Mostly in time; some are late, and some say nothing for weeks. */
function replyDay({ days }: Place, { chance }: Matter, hand: Hand, now: Date): Day {
  const { replyDueOn } = hand;
  switch (chance.weighted({ early: 45, near: 22, onTheDay: 12, late: 14, silent: 7 })) {
    case "early":
      return days.walk(dayAt(now), chance.whole(1, 4));
    case "near":
      return days.walk(replyDueOn, -chance.whole(1, 2));
    case "onTheDay":
      return replyDueOn;
    case "late":
      return days.walk(replyDueOn, chance.whole(1, 6));
    default:
      return days.walk(replyDueOn, chance.whole(8, 14));
  }
}

function reporting(place: Place, matter: Matter, vow: Matter["vows"][number]): Waiting {
  const { chance } = matter;
  const by = officerOf(place, vow.hand);
  return {
    slot: `report ${vow.id} ${vow.sentBack}`,
    draw: (now) => {
      const day = place.days.walk(vow.dueOn, chance.pick([-4, -2, -1, 0, 0, 1, 3, 6, 12]));
      const at = atOfficeOn(place.days, chance, now, day);
      return { at, by, vow, hand: vow.hand, command: { type: "reportMeasure", report: words, evidence: [] } };
    },
  };
}

/** What waits for the enterprise in a matter, and what it does of its own accord. */
export function enterpriseWaits({ days }: Place, matter: Matter): Waiting[] {
  const { chance, enterprise: by, status, entered } = matter;
  const waiting = (slot: string, choose: (now: Date) => [days: number, Command] | null): Waiting => ({
    slot,
    draw: (now) => {
      const [after, command] = choose(now) ?? [];
      return after === undefined || !command ? null : { at: atHome(days, chance, now, after), by, command };
    },
  });
  const isOpen = !["closed", "declined", "referenced", "merged", "withdrawn"].includes(status);
  return [
    ...(isOpen
      ? [
          waiting("withdraw", () =>
            chance.next() < 0.07 ? [chance.whole(2, 45), { type: "withdraw", reason: words }] : null,
          ),
        ]
      : []),
    ...(status === "supplementing"
      ? [
          waiting(`supplement ${entered}`, () =>
            chance.next() < 0.7
              ? [chance.whole(1, 9), { type: "supplement", answer: words, attachments: [] }]
              : null,
          ),
        ]
      : []),
    ...(status === "feedback" ? [waiting(`rate ${entered}`, () => rating(matter))] : []),
    ...(status === "declined" && matter.review === "none"
      ? [
          waiting("askReview", () =>
            chance.next() < 0.4 ? [chance.whole(1, 20), { type: "askReview", reason: words }] : null,
          ),
        ]
      : []),
    ...(matter.openQuestions > 0
      ? [waiting(`question ${matter.openQuestions}`, () => answering(matter))]
      : []),
  ];
}

function rating({ chance, reworks }: Matter): [number, Command] | null {
  if (chance.next() < 0.3) return null;
  const rating = chance.weighted({
    ...{ verySatisfied: 20, satisfied: 45, fair: 12 },
    ...{ dissatisfied: reworks > 1 ? 2 : 15, veryDissatisfied: 8 },
  });
  return [chance.whole(1, 6), { type: "evaluate", rating, solved: "partly", reason: words }];
}

function answering({ chance }: Matter): [number, Command] | null {
  if (chance.next() < 0.4) return null;
  const isWorse = chance.next() < 0.1;
  const said = { worse: isWorse ? ("yes" as const) : ("no" as const), words: isWorse ? words : null };
  return [chance.whole(1, 6), { type: "answerQuestion", ...said, attachments: [] }];
}
