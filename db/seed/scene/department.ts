import { addDays, type Day } from "../../../app/domain/clock/day.ts";
import { measurePapers, replyPapers } from "../papers.ts";
import type { Beat } from "../story.ts";
import type { Scene, Stage } from "./stage.ts";

const named = ["phone", "visit", "meeting"] as const;

/** What the departments do before they answer. */
export function handlingScenes({ story, world, chance, lead, codes }: Stage) {
  const { matter } = story;
  const sign = (of = codes, gap = Number(chance.weighted({ 0: 4, 1: 5, 2: 1 }))): Scene =>
    of.map((code, index) => ({
      gap: index === 0 ? gap : 0,
      by: { department: code },
      command: { type: "sign", officer: world.officer(code).name },
    }));
  const passOn = (): Scene => [
    { gap: 0, by: lead, command: { type: "nameOfficer", officer: matter.nextOfficer } },
  ];
  const contact = (gap = Number(chance.weighted({ 0: 3, 1: 7, 3: 1 }))): Scene => {
    const way = story.disclosure === "named" ? chance.pick(named) : "throughCommission";
    return [
      ...(chance.next() < 0.07 ? passOn() : []),
      { gap, by: lead, command: { type: "recordFirstContact", way, note: matter.contactNote } },
    ];
  };
  return { sign, contact };
}

/** What the departments answer, and the supervisor's word on it. */
export function replyScenes({ story, chance, codes }: Stage) {
  const { matter } = story;
  const days = { A: [10, 18], B: [5, 12], C: [1, 3] }[matter.grade] as [number, number];
  const replyOf = (code: string, words: string, gap: number, count = 0): Beat => ({
    gap,
    by: { department: code },
    command: { type: "reply", words, evidence: [] },
    papers: replyPapers(matter, count, chance),
  });
  const someFiles = () => Number(chance.weighted({ 0: 7, 1: 3, 2: 1 }));
  const reply = (): Scene => [
    ...matter.assistingCodes.map((code, index) =>
      replyOf(code, matter.assistingReplyText, index === 0 ? 1 : 0),
    ),
    replyOf(matter.leadCode, matter.replyText, chance.whole(...days), someFiles()),
  ];
  const replyAgain = (): Scene => [
    replyOf(matter.leadCode, matter.secondReplyText, chance.whole(1, 4), chance.whole(0, 2)),
  ];
  const acceptReplies = (of = codes): Scene =>
    of.map((code, index) => ({
      gap: index === 0 ? chance.whole(1, 2) : 0,
      by: "handler",
      of: code,
      command: { type: "acceptReply", note: null },
    }));
  const sendBack = (): Scene => [
    {
      gap: 1,
      by: "handler",
      of: codes[0],
      command: { type: "sendBackReply", missing: matter.sendBackMissing },
    },
  ];
  return { reply, replyAgain, acceptReplies, sendBack };
}

/** A promised measure on its way. */
export function measureScenes({ story, chance, lead }: Stage) {
  const { matter } = story;
  const promise = (daysUntilDue: (from: Day) => number): Scene =>
    matter.measures.slice(0, 1).map(({ text: words, ownerName: owner }) => ({
      gap: 0,
      by: lead,
      command: (on) => ({ type: "promiseMeasure", words, owner, dueOn: addDays(on, daysUntilDue(on)) }),
    }));
  const reportMeasure = (gap: number): Scene => [
    {
      gap,
      by: lead,
      command: { type: "reportMeasure", report: matter.measureReport, evidence: [] },
      papers: chance.next() < 0.6 ? measurePapers(matter) : [],
    },
  ];
  const sendBackMeasure = (): Scene => [
    {
      gap: 1,
      by: "handler",
      of: matter.leadCode,
      command: (on) => ({ type: "sendBackMeasure", missing: matter.measureMissing, dueOn: addDays(on, 12) }),
    },
  ];
  const confirmMeasure = (): Scene => [
    { gap: 1, by: "handler", of: matter.leadCode, command: { type: "confirmMeasure", note: null } },
  ];
  return { promise, reportMeasure, sendBackMeasure, confirmMeasure };
}
