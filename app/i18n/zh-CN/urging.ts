import type { Widen } from "../words.ts";

/** The urging letters: the list, one letter, and the leader's page. */
export const urging = {
  title: "催办通知书",
  lead: "超期一个工作日仍没有办结的交办件，由系统编号发出，抄送承办单位责任人和分管市领导。",
  none: "还没有发过催办通知书",
  noneText: "交办件超期一个工作日后，通知书会出现在这里。",
  number: "文号",
  to: "发往",
  code: "交办件",
  about: "事项",
  issued: "发出",
  due: "原期限",
  answerBy: "答复期限",
  status: "交办件现在",
  print: "打印",
  download: "下载 Word 文件",
  back: "回到交办件",
  backToList: "回到列表",
  wants: (day: string) => `请在${day}前答复`,
  others: "这一件的其他通知书",
  copied: "抄送给我的",
  copiedLead: "您分管的单位超期的事项，以及发给它们的催办通知书。内容不含企业名称。",
  owes: "承办单位",
  wasDue: "期限",
  late: "超期未办结",
  noneLate: "分管的单位没有超期的事项",
  noneLateText: "有交办件超过期限时，会出现在这里。",
  dueOn: (day: string) => `应于 ${day}`,
  noLetterYet: "超期满一个工作日后，随催办通知书写明",
  firstLate: (count: number) => `超期最久的 ${count} 件`,
};

export type UrgingWords = Widen<typeof urging>;
