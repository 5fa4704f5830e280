import type { Command } from "../../app/domain/complaint/commands.ts";
import type { Random } from "../../db/seed/random.ts";
import { atOffice, type Intent, type Place, type Waiting } from "./intent.ts";
import { alive, type Hand, type Matter, type Vow } from "./matter.ts";
import { type Day, dayAt } from "./office-days.ts";

const words = "已按规定办理，情况属实。";

/** How many working days the commission takes: mostly few, now and then more than it has. */
const pace = (chance: Random) => Number(chance.weighted({ 0: 40, 1: 30, 2: 18, 3: 4, 4: 4, 6: 3, 9: 1 }));

/** What waits for the commission in a matter. */
export function officeWaits(place: Place, matter: Matter): Waiting[] {
  const { status, entered } = matter;
  const waiting = (slot: string, choose: (now: Date) => Command, of: Partial<Intent> = {}): Waiting => ({
    slot: `${slot} ${entered}`,
    draw: (now) => ({
      at: atOffice(place.days, matter.chance, now, pace(matter.chance)),
      by: matter.handler,
      command: choose(now),
      ...of,
    }),
  });
  const byIntake = { by: place.city.intake[matter.hands.length % 2] as Intent["by"] };
  switch (status) {
    case "submitted":
      return [waiting("triage", () => triage(place, matter), byIntake)];
    case "accepted":
      return [waiting("assign", () => toHands(place, matter), byIntake)];
    case "handling":
      return matter.hands.flatMap((hand) => [
        ...(hand.status === "returning"
          ? [waiting(`rule ${hand.id}`, () => ruling(place, matter, hand), { ...byIntake, hand })]
          : []),
        ...extensionOf(hand, waiting, matter.chance),
      ]);
    case "verifying":
      return [
        ...matter.hands.flatMap((hand) => extensionOf(hand, waiting, matter.chance)),
        ...verdicts(matter, waiting),
      ];
    case "rectifying":
    case "clearing":
      return clearing(matter, waiting);
    case "closed":
      return matter.dueOn ? [lookingBack(place, matter, matter.dueOn)] : [];
    case "declined":
      return matter.review === "asked" ? [review(place, matter)] : [];
    case "withdrawn":
      return matter.owesCall ? [waiting("pressed", () => callBack(matter, matter.chance.next() < 0.3))] : [];
    default:
      return [];
  }
}

type Wait = (slot: string, choose: (now: Date) => Command, of?: Partial<Intent>) => Waiting;

function triage(place: Place, matter: Matter): Command {
  const { chance } = matter;
  const kinds = {
    accept: 60,
    assign: 14,
    askSupplement: matter.supplements > 1 ? 0 : 14,
    decline: 7,
    keepAsReference: matter.isReferenced ? 0 : 5,
  };
  switch (chance.weighted(kinds)) {
    case "accept":
      return { type: "accept", grade: matter.grade };
    case "assign":
      return toHands(place, matter);
    case "askSupplement":
      return { type: "askSupplement", question: words };
    case "decline":
      return { type: "decline", ground: "outsideCompetence", reason: words };
    default:
      return { type: "keepAsReference", suggestion: words, reason: words };
  }
}

function toHands({ city }: Place, matter: Matter): Command {
  const { chance, barred, grade } = matter;
  const free = chance.shuffle(city.departments.map(({ id }) => id).filter((id) => !barred.has(id)));
  const count = Number(chance.weighted({ 0: 70, 1: 22, 2: 8 }));
  return {
    type: "assign",
    grade,
    lead: free[0] ?? "",
    assisting: free.slice(1, 1 + count),
    brief: words,
    release: [],
  };
}

function ruling({ city }: Place, matter: Matter, hand: Hand): Command {
  if (matter.chance.next() < 0.6)
    return { type: "ruleOnReturn", ruling: "refused", reason: words, department: null };
  const held = new Set(alive(matter).map(({ departmentId }) => departmentId));
  const others = city.departments.map(({ id }) => id).filter((id) => !held.has(id) && !matter.barred.has(id));
  const department = matter.chance.pick(others.filter((id) => id !== hand.departmentId));
  return { type: "ruleOnReturn", ruling: "upheld", reason: words, department };
}

function extensionOf(hand: Hand, waiting: Wait, chance: Random): Waiting[] {
  if (hand.extension !== "asked" || !["signed", "redo", "replied"].includes(hand.status)) return [];
  const decision = () => (chance.next() < 0.7 ? ("granted" as const) : ("refused" as const));
  const command = (): Command => ({ type: "ruleOnExtension", decision: decision(), reason: words });
  return [waiting(`extend ${hand.id}`, command, { hand })];
}

function verdicts(matter: Matter, waiting: Wait): Waiting[] {
  const { chance } = matter;
  if (matter.isBad && !matter.isHeard) return [waiting("callBack", () => callBack(matter))];
  if (matter.isBad)
    return [
      waiting("after a bad rating", () =>
        chance.next() < (matter.reworks > 1 ? 0 : 0.65)
          ? { type: "rework", missing: words, reason: words }
          : { type: "waiveRework", reason: words },
      ),
    ];
  const replied = alive(matter).filter(({ status }) => status === "replied");
  if (replied.length === 0) return [waiting("feedBack", () => ({ type: "feedBack", words }))];
  return replied.map((hand) =>
    waiting(
      `judge ${hand.id} ${hand.round}`,
      () =>
        hand.round < 3 && chance.next() < 0.15
          ? { type: "sendBackReply", missing: words }
          : { type: "acceptReply", note: null },
      { hand },
    ),
  );
}

const callBack = (matter: Matter, pressed = false): Command => {
  const solved = matter.chance.pick(["solved", "partly", "unsolved"] as const);
  return { type: "recordCallBack", solved, pressed, words };
};

function clearing(matter: Matter, waiting: Wait): Waiting[] {
  const reported = matter.vows.filter((vow) => vow.status === "reported" && vow.hand.status !== "recalled");
  const judged = reported.map((vow) => judgingVow(matter, waiting, vow));
  if (matter.status === "rectifying" || judged.length > 0) return judged;
  if (!matter.isHeard) return [waiting("callBack", () => callBack(matter))];
  if (!matter.isApplied) return [waiting("apply", () => ({ type: "applyWriteOff", words }))];
  const decide = (): Command =>
    matter.chance.next() < 0.9
      ? { type: "approveWriteOff", words }
      : { type: "refuseWriteOff", reason: words };
  return [waiting("approve", decide, { by: matter.approver })];
}

const judgingVow = (matter: Matter, waiting: Wait, vow: Vow) =>
  waiting(
    `vow ${vow.id} ${vow.sentBack}`,
    (now) =>
      !vow.sentBack && matter.chance.next() < 0.2
        ? { type: "sendBackMeasure", missing: words, dueOn: dayAt(new Date(now.getTime() + 30 * 86_400_000)) }
        : { type: "confirmMeasure", note: null },
    { vow, hand: vow.hand },
  );

function lookingBack({ days }: Place, matter: Matter, dueOn: Day): Waiting {
  const { chance, lookBacks, entered } = matter;
  return {
    slot: `lookBack ${lookBacks} ${entered}`,
    draw: (now) => {
      const result = chance.weighted({ held: 6, partly: 2, relapsed: 2 });
      const day = days.walk(dueOn, chance.whole(-3, 4));
      const at = new Date(
        Math.max(atOffice(days, chance, now, 1).getTime(), Date.parse(`${day}T10:00:30+08:00`)),
      );
      return { at, by: matter.approver, command: { type: "lookBack", result, words } };
    },
  };
}

function review({ days }: Place, matter: Matter): Waiting {
  const { chance, handler: by } = matter;
  return {
    slot: "answerReview",
    draw: (now) => {
      const verdict = chance.next() < 0.4 ? ("granted" as const) : ("upheld" as const);
      const after = chance.pick([2, 5, 9, 14, 18, 25]);
      return {
        at: atOffice(days, chance, now, after),
        by,
        command: { type: "answerReview", verdict, reason: words },
      };
    },
  };
}
