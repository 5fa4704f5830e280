import type { Refusal } from "../../../../db/vocabulary.ts";
import type { ActingActor } from "../../access/actor.ts";
import type { Calendar } from "../../clock/calendar.ts";
import type { Spans, SpansAt } from "../../clock/spans.ts";
import type { Change } from "../change.ts";
import type { CommandOf, CommandType } from "../commands.ts";
import type { Assignment, Case, Measure, Surroundings } from "../complaint.ts";
import type { OutcomeOf } from "../lifecycle.ts";

/** All that a decision may look at. Time, the calendar and new names come from outside, so that it is pure. */
export interface Deciding {
  matter: Case;
  around: Surroundings;
  actor: ActingActor;
  at: Date;
  calendar: Calendar;
  /** The periods for clocks that begin now, and as they stood when another began. */
  spans: Spans;
  spansAt: SpansAt;
  newId: () => string;
  newCode: () => string;
  /** The assignment acted on, for acts of that kind. */
  assignment: Assignment | null;
  measure: Measure | null;
}

/** Which outcome of its row in the table an act has, and the rows that it writes; or the rule that refuses it. */
export type Verdict<T extends CommandType> =
  | { outcome: OutcomeOf<T>; changes: Change[] }
  | { refusal: Refusal };

/** The decision of one command. */
export type Decide<T extends CommandType> = (on: Deciding, command: CommandOf<T>) => Verdict<T>;

export const refuse = (refusal: Refusal) => ({ refusal });

/** The person who acts, for acts that the table gives to nobody else. */
export function personOf(on: Deciding): string {
  if (!("personId" in on.actor)) throw new Error("an act of a person without one");
  return on.actor.personId;
}

/** The assignment of an act that the table says has one; the dispatcher has checked that it is there. */
export function assignmentOf(on: Deciding): Assignment {
  if (!on.assignment) throw new Error("an act on an assignment without one");
  return on.assignment;
}

/** The measure of an act that the table says has one. */
export function measureOf(on: Deciding): Measure {
  if (!on.measure) throw new Error("an act on a measure without one");
  return on.measure;
}
