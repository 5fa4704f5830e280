import type { Widen } from "../words.ts";

/** What an enterprise reads, and the words that every portal form shares. */
export const liaison = {
  home: "我反映的问题",
  homeLead: "每一件都有人在办，走到哪一步、接下来轮到谁，这里看得到。",
  report: "反映问题",
  drafts: "还没提交的草稿",
  draftUntitled: "还没写标题的草稿",
  savedAt: (at: string) => `${at} 保存`,
  goOn: "接着写",
  recent: "最近反映的问题",
  allInFile: "看全部（一企一档）",
  none: "还没有反映过问题",
  noneText: "遇到办事难、办事慢、乱收费、不兑现，都可以说。草稿会自动保存，可以随时接着写。",
  columns: { number: "件号", title: "问题", status: "现在到哪一步", due: "期限", submitted: "提交" },
  noDue: "没有期限",
  yourTurn: "等您办",

  file: "一企一档",
  fileLead: (count: number) => `您单位一共反映过 ${count} 件，全部在这里。`,
  fileCapped: (count: number) => `这里是最近的 ${count} 件。`,

  steps: { what: "什么事", who: "哪个单位、在哪里", evidence: "有什么材料", disclosure: "谁可以知道" },
  stepTitles: {
    what: "发生了什么事？",
    who: "是哪个单位，在哪里，从什么时候开始？",
    evidence: "有什么材料？",
    disclosure: "谁可以知道是您反映的？",
  },
  stepLeads: {
    what: "用自己的话说就好，把时间、经过、您的诉求写清楚，办起来更快。",
    who: "记得的都写上，不确定的可以不填。",
    evidence: "通知书、截图、照片都可以，没有也能提交。请不要上传涉密材料。",
    disclosure: "由您决定。不管选哪一种，委里都不会把您的原文和原件直接转给部门。",
  },
  next: (step: string) => `下一步：${step}`,
  previous: "上一步",
  submit: "提交",
  keepForLater: "先存着，下次再写",
  drop: "删除这份草稿",
  dropQuestion: "要删除这份草稿吗？已上传的材料会一起删除，删了就找不回来。",
  saved: "草稿已保存",
  saving: "正在保存……",
  disclosureHints: {
    confidential: "部门只看到委里写的摘要，看不到企业名称、联系人和原件",
    named: "部门可以看到企业名称，能直接同您联系，一般会快一些",
  },
  evidenceNote: "部门看不到您的企业名称和原件，只看到委里写的摘要。下一步由您决定谁可以知道。",

  submittedTitle: (number: string) => `已提交，件号 ${number}`,
  submittedText: (day: string) =>
    `接下来由委里受理，${day}前告诉您受不受理。每走一步，都会发邮件并在这里通知您。`,

  status: "现在",
  journey: "办理进程",
  dueYou: (day: string) => `请在 ${day}前办`,
  dueThem: (day: string) => `${day}前有下一步消息`,
  idle: "现在没有要您办的事。",
  course: "经过",
  byYou: "本单位",
  byCommission: "委里或承办部门",
  answer: "给您的答复",
  answeredAt: (at: string) => `${at} 反馈`,
  asked: "请您补充",
  yourWords: "您反映的内容",
  facts: "要点",
  factKind: "诉求类型",
  factDisclosure: "谁可以知道",
  factSubmitted: "提交",
  factGround: "不予受理的依据",
  departments: "承办单位",
  signedAt: (at: string) => `${at} 签收`,
  contactedAt: (at: string) => `${at} 首次联系`,
  repliedAt: (at: string) => `${at} 答复委里`,
  notSignedYet: "还没签收",
  attachments: "您交的材料",
  evaluations: "您的评价",
  done: "办好了，记录在下面。",
  cancel: "先不办",

  hints: {
    answer: "把要补充的一次说全，委里会接着受理。",
    withdrawReason: "撤回后这件就结束了。如果有人要求您撤回，请照实写，委里会保护您。",
    evaluateReason: "为什么这样评价？不满意的，委里会给您回电话。",
    reviewReason: "为什么您认为应当受理？有新情况、新材料也请写上。",
  },

  files: {
    types: "可以传 pdf、docx、xlsx、pptx、jpg、png、heic、txt",
    kept: "已经收好、随表一起提交的文件",
    refusedHead: "有文件没有收下，其他的都还在",
    faults: {
      empty: (name: string) => `${name}：文件是空的`,
      tooLarge: (name: string) => `${name}：超过 20 MB`,
      tooMany: (name: string) => `${name}：最多 10 份，放不下了`,
      typeNotAllowed: (name: string) => `${name}：不是可以收的文件类型，内容和名称都会检查`,
    },
  },
};

export type LiaisonWords = Widen<typeof liaison>;
