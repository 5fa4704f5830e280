import { type Knock, signIn } from "../../app/domain/people/sign-in.server.ts";
import { random } from "../../db/seed/random.ts";
import { emailOf, townPassword } from "./town.ts";

export interface Plan {
  guesses: number;
  accounts: number;
  addresses: number;
  /** Of the accounts, so many have somebody who signs in each day from a device that is known. */
  honest: number;
  days: number;
  seed: number;
}

export interface Told {
  guesses: number;
  /** The most that were looked at of one account within any 24 hours. */
  evaluatedMost: number;
  evaluated: number;
  honestSignIns: number;
  honestFailed: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Guesses that are on their way at the same moment. */
const TOGETHER = 20;
const start = new Date("2026-03-02T00:00:00Z").getTime();

const guessed = ["Password2026!!", "woaini1314520", "qwertyuiop123", "Huiyin@2026!!", "admin@123456"];

/** The device of each honest person, known from a sign-in before the attack. */
async function knownDevices(plan: Plan): Promise<Map<number, string>> {
  const devices = new Map<number, string>();
  for (let nth = 0; nth < plan.honest; nth++) {
    const knock = { email: emailOf(nth), password: townPassword, device: "Chrome · Windows" };
    const entry = await signIn({ ...knock, address: "198.51.100.1" }, new Date(start - DAY_MS));
    if (entry.ok && entry.deviceToken) devices.set(nth, entry.deviceToken);
  }
  return devices;
}

/** Half of the guesses go to whoever comes, the other half to a few who are wanted, honest people among them. */
function targetOf(chance: () => number, { accounts, honest }: Plan): number {
  if (chance() < 0.5) return Math.floor(chance() * accounts);
  const wanted = Math.max(1, Math.floor(honest / 5));
  return Math.floor(chance() * wanted);
}

/**
 * Guesses at the accounts of a town for some simulated days, through the door's own act, while honest people sign in
 * morning and evening, one in five after a slip, from devices that are known and from the attackers' own network.
 */
export async function attack(plan: Plan, say?: (line: string) => void): Promise<Told> {
  const chance = random(plan.seed).next;
  const devices = await knownDevices(plan);
  const looked = new Map<number, number[]>();
  const told: Told = { guesses: 0, evaluatedMost: 0, evaluated: 0, honestSignIns: 0, honestFailed: 0 };
  const rounds = Math.ceil(plan.guesses / TOGETHER);
  const visits = plan.days * 2;
  for (let round = 0; round < rounds; round++) {
    const at = start + Math.floor((round / rounds) * plan.days * DAY_MS);
    const many = Math.min(TOGETHER, plan.guesses - told.guesses);
    // Now and then all of them at one account at once.
    const one = round % 10 === 0 ? targetOf(chance, plan) : null;
    const batch = Array.from({ length: many }, () => guess(one ?? targetOf(chance, plan), at));
    await Promise.all(batch);
    if (Math.floor((round * visits) / rounds) !== Math.floor(((round + 1) * visits) / rounds)) {
      await honestVisits(at);
      say?.(`${told.guesses} guesses, ${told.evaluated} looked at, ${told.honestFailed} honest failed`);
    }
  }
  for (const instants of looked.values())
    told.evaluatedMost = Math.max(told.evaluatedMost, mostInADay(instants));
  return told;

  async function guess(nth: number, at: number) {
    told.guesses++;
    const address = `203.0.113.${Math.floor(chance() * plan.addresses)}`;
    const password = guessed[Math.floor(chance() * guessed.length)] ?? "";
    const knock: Knock = { email: emailOf(nth), password, device: "curl", address };
    await tryOut(nth, knock, at);
  }

  async function tryOut(nth: number, knock: Knock, at: number) {
    const answer = await signIn(knock, new Date(at));
    if (!answer.ok && answer.why === "tooOften") return;
    told.evaluated++;
    looked.set(nth, [...(looked.get(nth) ?? []), at]);
  }

  async function honestVisits(at: number) {
    for (const [nth, deviceToken] of devices) {
      const knock = { email: emailOf(nth), device: "Chrome · Windows", address: "203.0.113.1", deviceToken };
      if (chance() < 0.2) await tryOut(nth, { ...knock, password: `${townPassword} ` }, at);
      told.honestSignIns++;
      const entry = await signIn({ ...knock, password: townPassword }, new Date(at));
      if (!entry.ok) told.honestFailed++;
    }
  }
}

function mostInADay(instants: readonly number[]): number {
  let [from, most] = [0, 0];
  for (const [nth, at] of instants.entries()) {
    while (at - (instants[from] ?? at) >= DAY_MS) from++;
    most = Math.max(most, nth - from + 1);
  }
  return most;
}
