import { type PerformRequest, perform } from "../../app/domain/complaint/perform.server.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { type Random, random } from "../../db/seed/random.ts";
import { become } from "./become.ts";
import type { Resident } from "./city.ts";
import type { Intent, Place, Waiting } from "./intent.ts";
import { type Act, alive, type Hand, type Matter } from "./matter.ts";
import { type Day, dayAt } from "./office-days.ts";
import { officeWaits } from "./plan-office.ts";
import { departmentWaits, enterpriseWaits } from "./plan-others.ts";
import type { Ask } from "./rows.ts";
import { type Told, toldOf } from "./told.ts";

/** The dates that a matter's rows must have, by the row's id; the complaint's own under "own". */
export type Dates = Map<string, Record<string, Day | null>>;

/** The day on which somebody comes with something new. */
export interface Arrival {
  at: Date;
  enterprise: Resident;
  isArrears: boolean;
}

/** What the city did, in order, and what must have come of it. */
export class Drive {
  readonly matters = new Map<string, Matter>();
  readonly told: Told[] = [];
  /** By the complaint's number, after each of its acts. */
  readonly dates = new Map<string, Dates[]>();
  /** Acts that the city thought it might do, and the hub refused. */
  readonly refused: string[] = [];
  acts = 0;
  readonly #place: Place;
  readonly #ask: Ask;
  readonly #chance: Random;
  readonly #intents = new Map<Matter, Map<string, Intent | null>>();
  #arrivals: Arrival[];

  constructor(place: Place, ask: Ask, seed: number, arrivals: Arrival[]) {
    this.#place = place;
    this.#ask = ask;
    this.#chance = random(seed);
    this.#arrivals = arrivals;
  }

  /** Everything that people do before an instant, in the order of time. */
  async until(end: Date): Promise<void> {
    for (;;) {
      const arrival = this.#arrivals[0];
      const next = this.#next(arrival && arrival.at < end ? arrival.at : end);
      if (next) await this.#do(...next);
      else if (arrival && arrival.at < end) await this.#handIn(this.#arrivals.shift() as Arrival);
      else return;
    }
  }

  #next(end: Date): [Matter, string, Intent] | undefined {
    let first: [Matter, string, Intent] | undefined;
    for (const [matter, intents] of this.#intents)
      for (const [slot, intent] of intents)
        if (intent && intent.at < (first?.[2].at ?? end)) first = [matter, slot, intent];
    return first;
  }

  async #handIn({ at, enterprise, isArrears }: Arrival): Promise<void> {
    const field = isArrears ? ("arrears" as const) : ("landAndConstruction" as const);
    const { number } = await submit(enterprise, { ...submission, field }, at);
    this.#open(number, enterprise, isArrears, at, "submit", new Set());
  }

  #open(
    number: string,
    enterprise: Matter["enterprise"],
    isArrears: boolean,
    at: Date,
    how: string,
    barred: Set<string>,
  ) {
    const chance = random(this.#chance.whole(0, 2 ** 31));
    const [handler, approver] = chance.shuffle(this.#place.city.supervisors) as [Resident, Resident];
    const matter: Matter = {
      ...untouched(at),
      ...{ number, enterprise, handler, approver, chance, isArrears, barred, hands: [], vows: [] },
      grade: chance.weighted({ A: 3, B: 4, C: 3 }),
    };
    this.matters.set(number, matter);
    this.#note({ at, matter, by: enterprise, command: "submit", said: {} }, how);
  }

  async #do(matter: Matter, slot: string, intent: Intent): Promise<void> {
    const { by, command, hand, vow, at } = intent;
    const on = by.kind === "department" && hand ? { code: hand.code } : { number: matter.number };
    const request: PerformRequest = { on, command, assignmentId: hand?.id, measureId: vow?.id };
    const done = await perform(by, request, at);
    if (!done.ok) {
      this.refused.push(`${at.toISOString()} ${matter.number} ${command.type}: ${done.refusal}`);
      this.#intents.get(matter)?.set(slot, null);
      return;
    }
    this.#intents.get(matter)?.delete(slot);
    const { type, ...said } = command;
    const act: Act = { at, matter, by, command: type, said, hand, vow };
    if (type === "assign" || type === "ruleOnReturn") act.dispatched = await this.#dispatched(matter, at);
    if (type === "promiseMeasure") act.vowId = await this.#lastMeasure(hand);
    this.#note(act);
    if (command.type === "answerQuestion" && command.worse === "yes") await this.#adopt(matter, at);
  }

  /** Something that the hub itself did. */
  noteWorkers(number: string, command: string, at: Date): Matter | undefined {
    const matter = this.matters.get(number);
    if (matter) this.#note({ at, matter, by: null, command, said: {} });
    return matter;
  }

  #note(act: Act, how = act.command): void {
    const { matter, at } = act;
    const before = alive(matter);
    become(this.#place.days, act);
    this.acts++;
    this.told.push(...toldOf(this.#place.city, { ...act, command: how }, before));
    this.dates.set(matter.number, [...(this.dates.get(matter.number) ?? []), datesOf(matter)]);
    const known = this.#intents.get(matter);
    const waits: Waiting[] = [officeWaits, departmentWaits, enterpriseWaits].flatMap((of) =>
      of(this.#place, matter),
    );
    const drawn = waits.map(
      ({ slot, draw }) => [slot, known?.has(slot) ? known.get(slot) : draw(at)] as const,
    );
    this.#intents.set(matter, new Map(drawn.map(([slot, intent]) => [slot, intent ?? null])));
  }

  #dispatched(matter: Matter, at: Date) {
    return this.#ask<Pick<Hand, "id" | "code" | "departmentId" | "part">>(
      `select a.id, a.code, a.department_id as "departmentId", a.part from assignment a
         join complaint c on c.id = a.complaint_id
        where c.number = $1 and a.dispatched_at = $2 and a.status = 'dispatched'`,
      [matter.number, at],
    );
  }

  async #lastMeasure(hand: Hand | undefined): Promise<string> {
    const [row] = await this.#ask<{ id: string }>(
      "select id from measure where assignment_id = $1 order by id desc limit 1",
      [hand?.id],
    );
    return row?.id ?? "";
  }

  /** The new matter that comes of having been treated worse; whoever had the old one must not get it. */
  async #adopt(matter: Matter, at: Date): Promise<void> {
    const [row] = await this.#ask<{ number: string }>(
      `select n.number from complaint n join complaint o on o.id = n.linked_id
        where o.number = $1 order by n.serial desc limit 1`,
      [matter.number],
    );
    const barred = new Set([...matter.barred, ...matter.hands.map(({ departmentId }) => departmentId)]);
    this.#open(row?.number ?? "", matter.enterprise, matter.isArrears, at, "reportedRetaliation", barred);
  }
}

function datesOf(matter: Matter): Dates {
  const hands = matter.hands.map(
    ({ id, signDueOn, contactDueOn, returnDueOn, replyDueOn, originalReplyDueOn }) =>
      [id, { signDueOn, contactDueOn, returnDueOn, replyDueOn, originalReplyDueOn }] as const,
  );
  const vows = matter.vows.map(({ id, dueOn }) => [id, { dueOn }] as const);
  return new Map<string, Record<string, Day | null>>([["own", { dueOn: matter.dueOn }], ...hands, ...vows]);
}

const untouched = (at: Date) => ({
  status: "submitted" as const,
  entered: 0,
  dueOn: null,
  setOn: dayAt(at),
  intakeDueOn: "",
  heldOn: null,
  supplements: 0,
  acceptedAt: null,
  isBad: false,
  isHeard: false,
  answeredOn: null,
  isApplied: false,
  lookBacks: 0,
  closedAt: null,
  review: "none" as const,
  isReferenced: false,
  reworks: 0,
  owesCall: false,
  openQuestions: 0,
});

const submission = {
  draftId: null,
  kind: "complaint" as const,
  conduct: "delay" as const,
  title: "图纸审查三次补正，每次要求都不一样",
  description: "厂房扩建图纸已经补正三次，每次窗口提出的意见都是新的，开工日期一再推迟。",
  about: "审图窗口",
  place: "",
  sinceOn: null,
  disclosure: "confidential" as const,
};
