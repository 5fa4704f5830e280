import { cast } from "../cast.ts";
import {
  type Fate,
  hasMeasure,
  ledBy,
  toApplied,
  toContact,
  toFeedback,
  toHandling,
  toReply,
} from "./fate.ts";

/** So that whoever signs in as one of the cast finds work on the first page. */
export const castFates: readonly Fate[] = [
  ...[cast.lin, cast.wen].flatMap(({ liaisonPointCode }) => ofPoint(liaisonPointCode)),
  // There are few matters in English, so that he has only what he must act on.
  ...ofPoint(cast.he.liaisonPointCode).slice(0, 3),
  ...[cast.zhao, cast.fang, cast.zhou].flatMap(({ departmentCode }) => ofDepartment(departmentCode)),
  ...ofCommission(),
];

function ofPoint(point: string): Fate[] {
  return [
    { ages: [2], point, beats: toFeedback },
    { ages: [1], point, beats: (s) => [...s.submit(), ...s.ask()] },
    { ages: [2], point, beats: toContact },
    { ages: [1], point, beats: (s) => s.submit() },
    { ages: [4], point, needs: hasMeasure, beats: toReply },
  ];
}

/** One to sign, one to reply to by tomorrow, one by today, one that is late. */
function ofDepartment(code: string): Fate[] {
  const needs = ledBy(code);
  return [
    { ages: [1], needs, beats: toHandling },
    { ages: [2, 3, 6], needs, fixed: { grade: "C" }, beats: toContact },
  ];
}

/** Key problems that wait for their second line, write-offs that each supervisor may decide, a request for time. */
function ofCommission(): Fate[] {
  const [gu, shen, lu] = [cast.gu.key, cast.shen.key, cast.lu.key];
  const lines = [
    { handler: gu, approver: shen, second: lu },
    { handler: shen, approver: lu, second: gu },
    { handler: lu, approver: gu, second: shen },
  ];
  const askedForTime: Fate = {
    ages: [1],
    fixed: { commission: lines[0] ?? {} },
    beats: (s) => [...toContact(s), ...s.askExtension()],
  };
  const toDecide = lines.flatMap((commission): Fate[] => [
    { ages: [1], fixed: { commission }, beats: toReply },
    { ages: [1], fixed: { commission }, beats: toApplied },
    {
      ages: [1],
      fixed: { commission, isKey: true },
      beats: (s) => [...toApplied(s), ...s.firstLine()],
    },
  ]);
  return [...toDecide, askedForTime];
}
