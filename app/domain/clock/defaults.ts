import type { Grade } from "../../../db/vocabulary.ts";
import type { Span } from "./due.ts";

/** Where a period comes from, as the key of its sentence: the office's own practice or an article of law. */
export const SPAN_SOURCES = [
  "officePractice",
  "petitionRegulations34",
  "petitionRegulations35",
  "paymentRegulations25",
] as const;
export type SpanSource = (typeof SPAN_SOURCES)[number];

/** The periods of the office until it sets others, by rule. What starts each clock stands above it. */
export const defaultSpans = {
  // The submission. Triage and assignment share their days: assign doesn't begin with acceptance.
  triage: { unit: "workingDays", count: 3, source: "officePractice" },
  assign: { unit: "workingDays", count: 3, source: "officePractice" },
  arrearsAssign: { unit: "workingDays", count: 10, source: "paymentRegulations25" },
  // The request for more.
  supplement: { unit: "workingDays", count: 10, source: "officePractice" },
  // The dispatch, and not the signing: a department that signs late wins no time.
  sign: { unit: "workingDays", count: 1, source: "officePractice" },
  firstContact: { unit: "workingDays", count: 2, source: "officePractice" },
  return: { unit: "workingDays", count: 2, source: "officePractice" },
  replyC: { unit: "workingDays", count: 5, source: "officePractice" },
  replyB: { unit: "workingDays", count: 15, source: "officePractice" },
  replyA: { unit: "days", count: 30, source: "officePractice" },
  arrearsReply: { unit: "days", count: 30, source: "paymentRegulations25" },
  // The due day: at most so much later, and at most as long again as the period was.
  extension: { unit: "days", count: 30, source: "officePractice" },
  // The acceptance. No first reply is due later, whatever its own period, and none is extended beyond.
  cap: { unit: "days", count: 60, source: "petitionRegulations34" },
  extendedCap: { unit: "days", count: 90, source: "petitionRegulations34" },
  arrearsCap: { unit: "days", count: 90, source: "paymentRegulations25" },
  // The reply; its acceptance; the answer to the enterprise; the decision to send back; the application.
  verify: { unit: "workingDays", count: 3, source: "officePractice" },
  feedback: { unit: "workingDays", count: 5, source: "officePractice" },
  evaluate: { unit: "days", count: 7, source: "officePractice" },
  rework: { unit: "workingDays", count: 5, source: "officePractice" },
  clear: { unit: "workingDays", count: 3, source: "officePractice" },
  // The write-off.
  lookBackFirst: { unit: "months", count: 3, source: "officePractice" },
  lookBackSecond: { unit: "months", count: 6, source: "officePractice" },
  // The move to the discipline team (domain, section 4); the acceptance, from which the law's cap runs.
  clueAccept: { unit: "workingDays", count: 15, source: "officePractice" },
  clueConclude: { unit: "days", count: 60, source: "petitionRegulations34" },
  // The refusal as told to the enterprise; its request for a review.
  review: { unit: "days", count: 30, source: "petitionRegulations35" },
  reviewAnswer: { unit: "days", count: 30, source: "petitionRegulations35" },
  // The end, whichever it was: how long what was said is kept.
  retention: { unit: "months", count: 120, source: "officePractice" },
} as const satisfies Record<string, Span & { source: SpanSource }>;

export type ClockRule = keyof typeof defaultSpans;
export const CLOCK_RULES = Object.keys(defaultSpans) as ClockRule[];

export const isClockRule = (rule: string | null): rule is ClockRule =>
  rule !== null && Object.hasOwn(defaultSpans, rule);

/** The rule for a department's reply: arrears (拖欠账款) have their own by law, whatever their grade. */
export function replyRule(grade: Grade, isArrears: boolean): ClockRule {
  return isArrears ? "arrearsReply" : `reply${grade}`;
}

/** The rule for the assignment of a complaint. */
export function assignRule(isArrears: boolean): ClockRule {
  return isArrears ? "arrearsAssign" : "assign";
}
