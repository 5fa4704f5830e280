import type { Day } from "../clock/day.ts";
import { reckon } from "../clock/reckon.ts";
import { type Clocks, ownFacts } from "./clock-facts.ts";

/** The last day on which an enterprise may ask to have a refusal reviewed. */
export function reviewUntil(clocks: Clocks, declinedAt: Date): Day | null {
  const facts = ownFacts(clocks, { dueRule: "review", dueFrom: declinedAt }, []);
  return facts && reckon(clocks.calendar, facts).on;
}
