import { networkOf } from "../domain/people/guessing.ts";
import { type Allowance, Buckets } from "./bucket.ts";
import { environment } from "./environment.ts";
import { type Kind, limits } from "./limits.ts";

/** Somebody with many addresses gets others forgotten before their time, and no more memory than this. */
const MOST_REMEMBERED = 50_000;

const addresses = new Buckets(MOST_REMEMBERED);
const people = new Buckets(MOST_REMEMBERED);

const scaled = ({ count, seconds }: Allowance): Allowance => ({
  count: count * environment().limitsScale,
  seconds,
});

// Kept in this process alone: several of them allow several times as much, which still ends a flood.
// The clock is the machine's own, since the hub's may be set.

/** Counts one request from an address; answers for how many seconds it has to wait, 0 when it may go on. */
export function countAddress(kind: Kind, address: string): number {
  return addresses.take(`${kind} ${networkOf(address)}`, scaled(limits[kind].address), performance.now());
}

/** Counts one request of a person in the same way. */
export function countPerson(kind: Kind, personId: string): number {
  const allowance = limits[kind].person;
  return allowance ? people.take(`${kind} ${personId}`, scaled(allowance), performance.now()) : 0;
}
