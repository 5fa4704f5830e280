import type { Widen } from "../words.ts";

/** What is said to whoever asks too often or sends too much. */
export const limits = {
  tooMany: {
    title: "操作太快了",
    inSeconds: (seconds: string) =>
      `短时间内的请求太多，系统先歇一下。请过 ${seconds} 秒再试，已经保存的内容不受影响。`,
    inMinutes: (minutes: string) =>
      `短时间内的请求太多，系统先歇一下。请过 ${minutes} 分钟再试，已经保存的内容不受影响。`,
  },
  tooLarge: {
    title: "内容太多了",
    text: "一次提交的文字或文件超出了能接收的大小。请减少一些，或者分几次提交。",
  },
  away: {
    title: "系统暂时忙不过来",
    text: "这一页现在打不开，通常一会儿就好。请稍等片刻再试一次，已经保存的内容不受影响。",
  },
  unanswered: {
    title: "可能没有送到",
    text: "系统一时没有回应。您填的内容都还在，请过一会儿再发一次；要是刚才其实已经送到，不会办理两次。",
  },
  again: "再试一次",
};

export type LimitWords = Widen<typeof limits>;
