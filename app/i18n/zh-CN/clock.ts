import type { PauseReason } from "../../../db/vocabulary.ts";
import type { ClockRule, SpanSource } from "../../domain/clock/defaults.ts";
import type { Span } from "../../domain/clock/due.ts";
import type { Widen } from "../words.ts";

const rules: Record<ClockRule, string> = {
  triage: "受理",
  assign: "交办",
  arrearsAssign: "拖欠账款交办",
  supplement: "企业补充说明",
  sign: "部门签收",
  firstContact: "首次联系",
  return: "申请退单",
  replyC: "答复（C 简单件）",
  replyB: "答复（B 跨部门件）",
  replyA: "答复（A 复杂件）",
  arrearsReply: "拖欠账款答复",
  extension: "延期最长",
  cap: "首次答复最长",
  extendedCap: "延期后最长",
  arrearsCap: "拖欠账款最长",
  verify: "审核答复",
  feedback: "反馈企业",
  evaluate: "企业评价",
  rework: "退回重办",
  clear: "销号审批",
  lookBackFirst: "第一次回头看",
  lookBackSecond: "第二次回头看",
  clueAccept: "告知是否受理线索",
  clueConclude: "办结线索",
  review: "申请复查",
  reviewAnswer: "答复复查",
  retention: "办结后内容保存",
};

const sources: Record<SpanSource | "officeSetting", string> = {
  officePractice: "本委工作惯例",
  officeSetting: "本委设定",
  petitionRegulations34: "《信访工作条例》第三十四条",
  petitionRegulations35: "《信访工作条例》第三十五条",
  paymentRegulations25: "《保障中小企业款项支付条例》（国务院令第802号）第二十五条",
};

const pauses: Record<PauseReason, string> = { supplement: "等企业补充说明", return: "等退单裁定" };

const span: Record<Span["unit"], (count: number) => string> = {
  workingDays: (count) => `${count} 个工作日`,
  days: (count) => `${count} 天`,
  months: (count) => `${count} 个月`,
};

const units: Record<Span["unit"], string> = { workingDays: "个工作日", days: "天", months: "个月" };

/** Periods, and why a date is on its day. */
export const clock = {
  rules,
  sources,
  span,
  units,
  why: "为什么是这天",
  start: "起算",
  startText: (instant: string, day: string, first: string) =>
    `${instant}开始，按工作日计在${day}，从${first}算第一天。`,
  rule: "期限",
  ruleText: (rule: string, length: string, source: string) => `${rule}：${length}。依据：${source}。`,
  skipped: "不计的日子",
  noneSkipped: "其间没有不计的日子。",
  weekend: "周末",
  dayOff: "放假",
  oneSkipped: (day: string, why: string) => `${day}：${why}`,
  rangeSkipped: (from: string, to: string, why: string) => `${from}至${to}：${why}`,
  moreSkipped: (count: number) => `再看 ${count} 段`,
  cap: "法定上限",
  capText: (day: string) => `按期限会更晚，但法规规定最迟${day}。`,
  pause: "停表",
  pauses,
  pauseText: (why: string, from: string, to: string, count: number, on: string) =>
    `${from}至${to}${why}，补回 ${count} 个工作日，期限到${on}。`,
  pauseRuns: (why: string, from: string) => `${from}起${why}，停表还在继续，结束后补回工作日。`,
  extension: "延期",
  extensionText: (granted: string, on: string) => `${granted}同意延期，期限到${on}。`,
  original: "原期限",
  result: "所以期限是",
  provisional: "暂算",
  provisionalText: (years: string) => `${years} 年的放假安排还没有录入，录入后会重新计算。`,
  provisionalDay: (day: string) => `${day}（暂算）`,
  extensionPending: "部门申请延期",
  extensionUntil: (day: string) => `申请延长到${day}`,
  extensionWaits: "等监督组决定",
  extensionRuled: (ruling: string, reason: string) => `${ruling}：${reason}`,
  extensionMoved: (from: string, to: string) => `办理期限由${from}延长到${to}`,
  latestUntil: (day: string) => `最晚可到${day}；选到休息日的，顺延到下一个工作日。`,
};

export type ClockWords = Widen<typeof clock>;
