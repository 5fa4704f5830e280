import { signIn } from "../../app/domain/people/sign-in.server.ts";
import { emailOf } from "./town.ts";

/** How long one wrong try takes, in milliseconds. */
async function timed(email: string, nth: number, at: Date): Promise<number> {
  const from = performance.now();
  const answer = await signIn(
    { email, password: "not the right one", device: "", address: `192.0.2.${nth % 200}` },
    at,
  );
  const took = performance.now() - from;
  if (answer.ok || answer.why !== "wrong") throw new Error("a try that was to be timed was not looked at");
  return took;
}

/** How well one tells the greater of two from the other by chance: 0.5 is not at all, 1 always (Mann and Whitney's U). */
export function areaUnderCurve(ones: readonly number[], others: readonly number[]): number {
  const all = [
    ...ones.map((value) => ({ value, isOne: true })),
    ...others.map((value) => ({ value, isOne: false })),
  ];
  all.sort((a, b) => a.value - b.value);
  let ranks = 0;
  for (const [nth, { isOne }] of all.entries()) if (isOne) ranks += nth + 1;
  const u = ranks - (ones.length * (ones.length + 1)) / 2;
  const area = u / (ones.length * others.length);
  return Math.max(area, 1 - area);
}

/** Tries known and unknown addresses in turn, each once, the accounts from a number on; what their times tell apart. */
export async function timingOf(tries: number, from: number, at: Date): Promise<number> {
  const [known, unknown]: [number[], number[]] = [[], []];
  const warmUp = 40;
  for (let nth = -warmUp; nth < tries / 2; nth++) {
    const [one, other] = [Math.max(nth, 0), nth + warmUp];
    const pair = [
      async () =>
        known.push(await timed(nth < 0 ? `warm-${nth}@town.example` : emailOf(from + one), other, at)),
      async () => unknown.push(await timed(`nobody-${other}@town.example`, other, at)),
    ];
    // Who comes second must not always be the same one.
    for (const take of nth % 2 === 0 ? pair : pair.reverse()) await take();
  }
  return areaUnderCurve(known.slice(warmUp), unknown.slice(warmUp));
}
