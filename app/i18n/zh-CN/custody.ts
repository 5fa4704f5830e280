import type { UnsealingState } from "../../domain/custody/custody.ts";
import type { Widen } from "../words.ts";

const states: Record<UnsealingState, string> = {
  waiting: "等保管人决定",
  approved: "已同意",
  refused: "未同意",
  ended: "已结束",
};

/** Sealed identities: choosing secrecy, asking to know, deciding, opening. */
export const custody = {
  states,
  sealed: "身份已密封",
  sealedLead:
    "是哪家企业反映的，委里没有人看得到。两名身份保管人都同意，才对一个人、为一件事、在期限内打开。",
  briefHint: "身份已密封，系统不知道是哪家企业，只能核对原文，核不出企业和人的名称：请您自己留意。",

  // the enterprise
  down: "现在连不上身份保管服务，密封的件暂时不显示，一会儿再来看；其他都不受影响。",
  cannotSeal: "现在没法密封，所以没有提交。您填的都存着：过一会儿再按一次，或者改选别的一种。",
  consent: "选「可以告诉部门」，就是您同意让承办部门知道是您，系统会记下是谁、什么时候同意的。",
  submittedText:
    "为了保密，不会每走一步发邮件：有新消息时，工作日早上九点最多一封，不写是哪一件。登录后什么都看得到。",
  raise: "想更保密一些？",
  raiseLink: "改谁可以知道",
  raiseNote:
    "只能改得更保密，改了不能改回。部门已经读到的内容收不回来；以后不再显示企业名称，提醒邮件也不再写件号。",
  raiseHints: {
    confidential: "不再让承办部门看到企业名称",
    sealed: "连委里也看不到是谁，除非两名身份保管人同意",
  },
  whoAsked: "谁申请过知道是您",
  nobodyAsked: "还没有人申请过。",
  askedFor: (name: string, team: string) => `${name}（${team}）`,
  askedBy: (name: string, team: string, at: string) => `${at}，${name}（${team}）提出`,
  until: (day: string) => `到 ${day} 为止`,
  opened: (at: string) => `${at} 打开过`,
  notOpened: "没有打开过",

  // the commission
  identity: "企业身份",
  requests: "申请记录",
  noRequests: "还没有人申请打开。",
  toComplaint: "回到这一件",
  ask: "申请打开",
  readerHint: "只对这一个人打开，转告别人就是泄密。",
  purposeHint: "企业和保管人都会看到。写清楚为什么非知道不可。",
  untilHint: (days: number) => `最长 ${days} 天，到期自动关上。`,
  open: "打开企业身份",
  openNote: "每打开一次都会记下来，并且告诉企业。",
  notOpen: "现在打不开：同意已经结束，或者不是给您的。",
  brokerDown: "现在连不上身份保管服务，请稍后再试。",
  openedTitle: "这件是他们反映的",
  point: "联系点",
  contact: "联系人",
  closesOn: (day: string) => `到 ${day} 为止可以再看。离开这一页就看不到了。`,
  end: "不再需要，关上",
  takeBack: "撤回这份申请",
  endRequest: "不再受理这份申请",
  endQuestion: "结束以后要看只能重新申请，企业会知道。",

  // the custodians
  title: "密封身份",
  lead: "有人申请知道是谁反映的。两名保管人都同意才打开；一名不同意就不打开。您看不到这件的内容，也看不到是谁。",
  waiting: "等您决定",
  others: "其他申请",
  none: "没有等您决定的申请",
  noneText: "有人申请打开密封身份时，会出现在这里，也会通知您。",
  reader: "给谁看",
  asker: "谁提出",
  purpose: "为什么",
  agreed: (count: number) => `已有 ${count} 名保管人同意`,
  youAgreed: "您已同意，等另一名保管人",
  approve: "同意",
  refuse: "不同意",
  reason: "理由",
  past: "以前的申请",
};

export type CustodyWords = Widen<typeof custody>;
