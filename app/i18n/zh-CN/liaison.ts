import type { EnterpriseWait } from "../../domain/complaint/enterprise-wait.ts";
import type { Widen } from "../words.ts";
import { happened } from "./liaison-course.ts";

type Wait = (day: string | null) => string;

const waits: Record<EnterpriseWait, Wait> = {
  submitted: (day) => (day ? `委里在看您反映的情况，${day}前告诉您受不受理。` : "委里在看您反映的情况。"),
  supplementing: (day) => (day ? `请在${day}前补充几点情况，补充之前期限暂停。` : "请补充几点情况。"),
  accepted: (day) => (day ? `已受理，委里${day}前交给部门办理。` : "已受理，委里在定由哪个部门来办。"),
  handling: (day) => (day ? `部门在办，${day}前答复委里。` : "部门在办，办好后答复委里。"),
  verifying: (day) => (day ? `委里在看部门的答复，${day}前给您反馈。` : "委里在看部门的答复。"),
  feedback: (day) => (day ? `答复已经给您，请在${day}前看看是不是真解决了。` : "答复已经给您，请评价。"),
  rectifying: (day) => (day ? `部门在整改，${day}前完成，委里逐项核实。` : "部门在整改，委里逐项核实。"),
  clearing: (day) => (day ? `该办的都办了，委里${day}前作最后确认。` : "该办的都办了，委里作最后确认。"),
  closed: (day) => (day ? `已经办结，${day}委里回头看结果有没有保持住。` : "已经办结。"),
  callBack: (day) =>
    day
      ? `您不满意，委里会给您回电话，${day}前定下要不要重办。`
      : "您不满意，委里会给您回电话，再定要不要重办。",
  declined: (day) =>
    day
      ? `没有受理，理由在里面；不同意的，可以在${day}前申请复查。`
      : "没有受理，理由在里面；不同意可以申请复查。",
  review: (day) => (day ? `您申请了复查，委里${day}前答复您。` : "您申请了复查，委里会答复您。"),
  reviewLapsed: () => "没有受理，理由在里面；申请复查的期限已过。",
  reviewed: () => "复查过了，仍不受理，理由在里面。",
  clueConcluded: () => "专门的同事已经处理完，说明在里面。",
  referenced: () => "已留作监督参考，用于专题分析。",
  clue: (day) =>
    day ? `由专门的同事处理，${day}前告诉您进展。` : "由专门的同事处理，进展和结果单独告诉您。",
  merged: () => "与另一件合并办理，进展和答复仍会告诉您。",
  withdrawn: () => "您已撤回。撤回的每一件，委里都回访一次。",
};

/** What an enterprise reads, and the words that every portal form shares. */
export const liaison = {
  home: "我反映的问题",
  homeLead: "每一件都有人在办，走到哪一步、接下来轮到谁，这里看得到。",
  report: "反映问题",
  drafts: "还没提交的草稿",
  draftUntitled: "还没写标题的草稿",
  draftAt: (step: string, at: string) => `写到「${step}」，${at} 保存`,
  goOn: "接着写",
  turn: "等您办",
  waiting: "正在办",
  ended: "最近结束",
  nothingWaits: "现在没有在办的事。",
  allInFile: "看全部（一企一档）",
  none: "还没有反映过问题",
  noneText: "遇到办事难、办事慢、乱收费、不兑现，都可以说。草稿会自动保存，可以随时接着写。",
  submittedOn: (day: string) => `${day}提交`,
  /** Who does what next, and by when where there is a day. */
  waits,
  theirLate: (day: string) => `原定${day}前，已经超期，委里在催。`,
  yourLate: (day: string) => `${day}的期限已过，请尽快办。`,

  file: "一企一档",
  fileLead: "您单位反映过的每一件都在这里，从提交到办结。",
  filePoint: (code: string, name: string) => `${code} · ${name}`,
  fileSummary: "您单位的数字",
  searchFile: "搜件号、标题、内容",
  ownPoint: "登记信息",
  ownPointHint: "信息有变，或者要换联系人、添联系人，请告诉系统管理员。",
  fileParts: {
    all: "反映过",
    turn: "等您办",
    waiting: "等别人办",
    inHand: "还在办",
    ended: "已结束",
    rated: "您评价过",
    solved: "您说解决了",
  },
  openList: "看清单",
  filterFile: "筛选档案",
  filterYear: "年份",
  filterStatus: "办到哪一步",
  filterPart: "哪一类",
  yearName: (year: number) => `${year} 年`,
  noMatch: "没有符合条件的",
  noMatchText: "换个条件，或者清除全部条件再看。",
  print: "打印",

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
  previousNamed: (step: string) => `上一步：${step}`,
  submit: "提交",
  keepForLater: "先存着，下次再写",
  drop: "删除这份草稿",
  dropQuestion: "要删除这份草稿吗？已上传的材料会一起删除，删了就找不回来。",
  saving: "正在保存……",
  savedTime: (at: string) => `草稿已保存 ${at}`,
  notSaved: {
    failed: "没存上，连上网会再试",
    signedOut: "登录已结束，还没存上；在别的窗口登录后会再试",
    elsewhere: "别的窗口改过这一步，这里的还没存；按下面的按钮看差别",
    gone: "这份草稿已提交或删除，这里改的不再保存",
  },
  elsewhere: {
    title: "这份草稿在别的窗口改过",
    text: "您在这里填的还在，没有存。要留下别处写的，请复制过来；再按一次，就以这里填的为准。",
    there: (field: string) => `别处的「${field}」`,
    ticked: "已勾选",
    notTicked: "没有勾选",
  },
  keptApart: "这份草稿已经提交，就是这一件。您在另一个窗口写的没有提交，存成了一份新草稿。",
  openKept: "打开新草稿",
  disclosureHints: {
    confidential: "部门只看到委里写的摘要，看不到企业名称、联系人和原件",
    sealed:
      "委里也看不到是谁。两名身份保管人都同意，才对一个人打开，谁、为什么都会告诉您。联系要经系统，可能慢一些",
    named: "部门可以看到企业名称，能直接同您联系，一般会快一些",
  },
  knowHead: "谁看得到什么",
  know: [
    { who: "委里的经办人", sees: "看得到全部，好去核实，并把答复给您。您选密封的，看不到您是谁。" },
    {
      who: "承办部门",
      sees: "看到委里写的摘要。您选「可以告诉部门」的，还看到企业名称；原文和原件，委里同意的才给。",
    },
    { who: "其他企业和外人", sees: "什么都看不到。邮件里也只有件号，没有内容和名称。" },
  ],
  review: "提交前再看一眼",
  reviewEmpty: "还没填",
  reviewAboutCommission:
    "您勾选了「涉及纪委监委自己的人」：提交后直接交给执纪岗，委里其他同事看不到这件，也不会收到通知。",
  reviewFiles: (count: number) => (count > 0 ? `${count} 份材料` : "没有材料"),
  change: (step: string) => `改：${step}`,
  evidenceNote: "部门看不到您的企业名称和原件，只看到委里写的摘要。下一步由您决定谁可以知道。",

  submittedTitle: (number: string) => `已提交，件号 ${number}`,
  submittedNext: {
    accept: (day: string) => `委里${day}前告诉您受不受理。`,
    handle: "受理后交给部门，部门经委里同您联系，再在期限前答复。",
    handleNamed: "受理后交给部门，部门同您联系，再在期限前答复。",
    rate: "委里核实以后把答复给您，由您评价；没解决的退回重办。",
  },
  submittedClue: {
    accept: (day: string) => `由专门的同事处理，${day}前告诉您是否受理。`,
    rest: "委里其他同事和部门都看不到这件，进展和结果单独告诉您。",
  },
  submittedText: "每走一步都会发邮件，也会在这里通知您。要您补充时会请您补充；想撤回，打开这一件就能办。",

  journey: "办理进程",
  idle: "现在没有要您办的事。",
  course: "经过",
  happened,
  theDepartment: "部门",
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
  more: "还可以办的",
  keepReceipt: "留一份凭据？",
  endIt: "不想继续了？",
  done: "办好了，记录在下面。",
  movedOn: "委里又办了一步，现在的情况在上面",
  cancel: "先不办",

  safe: {
    question: "有人因为这件事为难您？",
    tell: "告诉委里",
    note: "任何时候都可以说，只有委里看得到，马上有人处理。",
    asked: "之后有没有被区别对待？",
    askedText:
      "把这件事说出来以后，有没有被刁难、多查、拖延，或者受到别的不公平对待？您的回答只有委里看得到，不会告诉部门。",
    no: "没有",
    yes: "有",
    reported: "已登记为一件新的问题，最高优先，委里马上处理。部门不会知道。",
    linked: "与它相连的",
  },

  hints: {
    title: "例如：施工许可三次补正，每次理由都不一样",
    field: "选最接近的一项，拿不准选「其他」，委里会核对。",
    conduct: "办事的人哪里没做好？求助和建议也选最接近的一项。",
    about: "例如：市建设局审图窗口",
    aboutCommission: "勾选后直接交给执纪岗，委里其他同事看不到这件，也不会收到通知。",
    retaliation: "发生了什么、什么时候、是谁？记得多少写多少。",
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
      infected: (name: string) => `${name}：查出病毒，没有收下`,
    },
  },
};

export type LiaisonWords = Widen<typeof liaison>;
