import type { Widen } from "../words.ts";

/** Ways to cut the ledger down, to keep them, and to take a part of it along. */
export const ledger = {
  views: "台账的视图",
  ready: {
    all: "全部",
    handling: "办理中",
    verifying: "待审核",
    red: "超期",
    clearing: "待销号",
    keyProblem: "重点问题",
    retention: "保存期已满",
  },
  monthOf: (year: number, month: string) => `${year} 年 ${month}`,
  figureOfMonth: (year: number, month: string, name: string) => `${year} 年 ${month}“${name}”的全部件`,
  retentionNote: "办结已满保存期、内容还在的件。打开一件，可以申请清除内容，由另一名同事决定。",
  retentionEmpty: "现在没有保存期已满的件",
  numbers: (count: number) => `选定的 ${count} 件`,
  everything: "全部问题",

  keepView: "保存视图",
  viewsTitle: "我的视图",
  viewsLead: "给常用的条件起个名字，下次在台账上点一下就到。只有您自己看得到。",
  newView: "保存现在的条件",
  viewHolds: "条件",
  viewName: "视图名称",
  viewNameHint: "最多 20 个字。用已有的名称，就替换原来的那个。",
  saveView: "保存",
  dropView: "删除",
  dropViewOf: (name: string) => `删除视图“${name}”`,
  noViews: "还没有保存过视图",
  noViewsNote: "先在台账上选好条件，再点“保存视图”。",
  toLedger: "回到台账",
  viewRefusals: {
    tooManyViews: (most: number) => `最多保存 ${most} 个视图，请先删掉不用的。`,
    noFilter: () => "现在没有条件可以保存，请先在台账上选好条件。",
  },

  tick: (number: string) => `选 ${number}`,
  ticked: "选中的件：",
  onlyTicked: "只看选中的",
  printTicked: "打印",

  sheet: "打印台账",
  sheetCut: (rows: string) => `这里只列出前 ${rows} 件。要全部打印，请缩小条件，或者导出 .xlsx 后再打印。`,
  printNow: "打印（A3 横向）",
};

export type LedgerWords = Widen<typeof ledger>;
