import { addDays, type Day } from "../../app/domain/clock/day.ts";
import type { LookBackResult, Rating, Solved } from "../vocabulary.ts";
import type { Random } from "./random.ts";
import type { Beat, Story } from "./story.ts";
import type { World } from "./world.ts";

/** The scenes that a complaint's life is put together from; each is a few acts in their order. */
export function scenesOf(story: Story, world: World, chance: Random) {
  const { matter } = story;
  const lead = { department: matter.leadCode };
  const codes = [matter.leadCode, ...matter.assistingCodes];
  const replyDays = { A: [10, 18], B: [5, 12], C: [1, 3] }[matter.grade] as [number, number];

  const submit = (): Beat[] => [{ gap: 0, by: "enterprise", command: null }];
  const accept = (gap = chance.whole(0, 1)): Beat[] => [
    { gap, by: "intake", command: { type: "accept", grade: matter.grade } },
  ];
  const ask = (): Beat[] => [
    { gap: 1, by: "intake", command: { type: "askSupplement", question: matter.supplementQuestion } },
  ];
  const supplement = (): Beat[] => [
    {
      gap: chance.whole(1, 4),
      by: "enterprise",
      command: { type: "supplement", answer: matter.supplementAnswer, attachments: [] },
    },
  ];
  const assign = (to = matter.leadCode, gap = 1): Beat[] => [
    {
      gap,
      by: "intake",
      command: {
        type: "assign",
        grade: matter.grade,
        lead: world.department(to),
        assisting: matter.assistingCodes.filter((code) => code !== to).map(world.department),
        brief: matter.brief,
        release: [],
      },
    },
  ];
  const sign = (of: readonly string[] = codes, gap = Number(chance.weighted({ 0: 4, 1: 5, 2: 1 }))): Beat[] =>
    of.map((code, index) => ({
      gap: index === 0 ? gap : 0,
      by: { department: code },
      command: { type: "sign", officer: world.officer(code).name },
    }));
  const contact = (gap = Number(chance.weighted({ 0: 3, 1: 7, 3: 1 }))): Beat[] => [
    {
      gap,
      by: lead,
      command: {
        type: "recordFirstContact",
        way:
          story.disclosure === "named"
            ? chance.pick(["phone", "visit", "meeting"] as const)
            : "throughCommission",
        note: matter.contactNote,
      },
    },
  ];
  const replyOf = (code: string, words: string, gap: number): Beat => ({
    gap,
    by: { department: code },
    command: { type: "reply", words, evidence: [] },
  });
  const reply = (): Beat[] => [
    ...matter.assistingCodes.map((code, index) =>
      replyOf(code, matter.assistingReplyText, index === 0 ? 1 : 0),
    ),
    replyOf(matter.leadCode, matter.replyText, chance.whole(...replyDays)),
  ];
  const replyAgain = (): Beat[] => [replyOf(matter.leadCode, matter.secondReplyText, chance.whole(1, 4))];
  const acceptReplies = (of: readonly string[] = codes): Beat[] =>
    of.map((code, index) => ({
      gap: index === 0 ? chance.whole(1, 2) : 0,
      by: "handler",
      of: code,
      command: { type: "acceptReply", note: null },
    }));
  const sendBack = (): Beat[] => [
    {
      gap: 1,
      by: "handler",
      of: matter.leadCode,
      command: { type: "sendBackReply", missing: matter.sendBackMissing },
    },
  ];
  const feedBack = (gap = chance.whole(0, 2)): Beat[] => [
    { gap, by: "handler", command: { type: "feedBack", words: matter.feedbackText } },
  ];
  const rate = (rating: Rating, solved: Solved): Beat[] => [
    {
      gap: chance.whole(1, 4),
      by: "enterprise",
      command: { type: "evaluate", rating, solved, reason: matter.ratingReason[rating] },
    },
  ];
  const callBack = (solved: Solved, words = matter.callBackNote[solved]): Beat[] => [
    {
      gap: chance.whole(0, 1),
      by: "handler",
      command: { type: "recordCallBack", solved, pressed: false, words },
    },
  ];
  const lapse = (): Beat[] => [
    // Eight working days are always more than seven days, also around a holiday with its make-up days.
    {
      gap: 8,
      by: "handler",
      command: { type: "lapseEvaluation", reason: "评价期已满，企业没有评价，按未评价记录。" },
    },
  ];
  const rework = (): Beat[] => [
    {
      gap: 1,
      by: "handler",
      command: { type: "rework", missing: matter.sendBackMissing, reason: matter.reworkReason },
    },
  ];
  const waive = (): Beat[] => [
    { gap: 1, by: "handler", command: { type: "waiveRework", reason: matter.reworkWaivedReason } },
  ];
  const promise = (daysUntilDue: (from: Day) => number): Beat[] =>
    matter.measures.slice(0, 1).map(({ text, ownerName }) => ({
      gap: 0,
      by: lead,
      command: (on) => ({
        type: "promiseMeasure",
        words: text,
        owner: ownerName,
        dueOn: addDays(on, daysUntilDue(on)),
      }),
    }));
  const reportMeasure = (gap: number): Beat[] => [
    { gap, by: lead, command: { type: "reportMeasure", report: matter.measureReport, evidence: [] } },
  ];
  const confirmMeasure = (): Beat[] => [
    { gap: 1, by: "handler", of: matter.leadCode, command: { type: "confirmMeasure", note: null } },
  ];
  const apply = (): Beat[] => [
    {
      gap: chance.whole(0, 1),
      by: chance.next() < 0.4 ? lead : "handler",
      command: { type: "applyWriteOff", words: matter.writeOffText },
    },
  ];
  const approve = (): Beat[] => [
    {
      gap: chance.whole(1, 2),
      by: "approver",
      command: { type: "approveWriteOff", words: "已核对清单，各项齐备，同意销号。" },
    },
  ];
  const lookBack = (result: LookBackResult, gap: number): Beat[] => [
    { gap, by: "approver", command: { type: "lookBack", result, words: matter.lookBackNote[result] } },
  ];
  const noteReference = (): Beat[] => [
    { gap: 0, by: "approver", command: { type: "noteReference", suggestion: matter.referenceText } },
  ];

  return {
    ...{
      submit,
      accept,
      ask,
      supplement,
      assign,
      sign,
      contact,
      reply,
      replyAgain,
      acceptReplies,
      sendBack,
      feedBack,
    },
    ...{
      rate,
      callBack,
      lapse,
      rework,
      waive,
      promise,
      reportMeasure,
      confirmMeasure,
      apply,
      approve,
      lookBack,
    },
    ...{ noteReference, lead, codes },
  };
}

export type Scenes = ReturnType<typeof scenesOf>;
