import { expect, it } from "vitest";
import { assignRule, type ClockRule, defaultSpans, replyRule } from "../../../app/domain/clock/defaults.ts";

// Written a second time, as the office would say it, so that no number changes by accident.
const said: Record<ClockRule, string> = {
  triage: "3 workingDays",
  assign: "3 workingDays",
  supplement: "10 workingDays",
  sign: "1 workingDays",
  firstContact: "2 workingDays",
  return: "2 workingDays",
  replyC: "5 workingDays",
  replyB: "15 workingDays",
  replyA: "30 days",
  verify: "3 workingDays",
  feedback: "5 workingDays",
  evaluate: "7 days",
  rework: "5 workingDays",
  clear: "3 workingDays",
  lookBackFirst: "3 months",
  lookBackSecond: "6 months",
  review: "30 days",
  reviewAnswer: "30 days",
  retention: "120 months",
  clueAccept: "15 workingDays",
  clueConclude: "60 days",
  arrearsAssign: "10 workingDays",
  arrearsReply: "30 days",
  extension: "30 days",
  cap: "60 days",
  extendedCap: "90 days",
  arrearsCap: "90 days",
};

it("the periods are those of the office", () => {
  const inTable = Object.entries(defaultSpans).map(([rule, { count, unit }]) => [rule, `${count} ${unit}`]);
  expect(Object.fromEntries(inTable)).toEqual(said);
});

it("a grade sets the reply, except for arrears, where the law does", () => {
  expect([replyRule("A", false), replyRule("B", false), replyRule("C", false)]).toEqual([
    "replyA",
    "replyB",
    "replyC",
  ]);
  expect([replyRule("A", true), replyRule("C", true)]).toEqual(["arrearsReply", "arrearsReply"]);
  expect([assignRule(false), assignRule(true)]).toEqual(["assign", "arrearsAssign"]);
});
