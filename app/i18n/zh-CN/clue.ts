import type { ClueSign } from "../../domain/clue/sign.ts";
import type { Widen } from "../words.ts";

const signs: Record<ClueSign, string> = {
  conduct: "反映的行为属于违纪",
  person: "点名到了人",
};

/** Clues: what triage is offered, and the pages of the discipline team. */
export const clue = {
  title: "线索",
  lead: "只有执纪岗看得到。委里其他人的清单、数字和搜索里都没有这些件。",
  signs,
  hintTitle: "这件可能是线索",
  hint: (signs: string) => `${signs}。由您判断：移交后只有执纪岗看得到，委里其他人再也查不到这个件号。`,
  move: "移交执纪岗",
  moved: (number: string) => `${number} 已移交执纪岗，您和同事都不会再看到它`,
  recused: (number: string) => `${number} 已登记您回避，您不会再看到它`,
  recuseHint: "登记以后，被反映的人查不到这件，也不会收到它的任何通知。和自己有关的，选自己的名字。",
  departmentHint: "登记以后，这个单位不能主办或协办。",
  wordsHint: "企业会看到这段话。请用平实的话，不写被反映人的姓名和处分细节。",
  returnHint: "企业和综合岗都会看到这段理由。",
  noteHint: "只有执纪岗看得到。",
  states: { open: "在办", concluded: "已办结" },
  state: "办理情况",
  filter: "线索的筛选条件",
  search: "件号",
  number: "件号",
  matter: "问题",
  arrived: "移交",
  due: "期限",
  result: "结论",
  none: "没有符合条件的线索",
  noneText: "综合岗移交的、企业反映委里人员的件会出现在这里。",
  count: (count: string) => `共 ${count} 条`,
  figures: (year: number) => `${year} 年的线索`,
  figureNames: {
    arrived: "移交",
    accepted: "已受理",
    acceptedInTime: "按时受理",
    concluded: "办结",
    returned: "退回一般程序",
  },
  listOf: (year: number, name: string) => `${year} 年“${name}”的线索`,
  backToOpen: "回到在办的线索",
  givenBack: "已退回一般程序，由委里其他岗位办理",
  byConduct: "按行为",
  countOf: "件数",
};

export type ClueWords = Widen<typeof clue>;
