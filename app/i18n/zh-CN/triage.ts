import type { Withheld } from "../../../db/vocabulary.ts";
import type { MarkKind } from "../../domain/complaint/marks.ts";
import type { Queue } from "../../domain/ledger/queue.ts";
import type { Similarity } from "../../domain/ledger/similar.ts";
import type { Widen } from "../words.ts";

const queues: Record<Queue, string> = {
  triage: "受理分办",
  returns: "退单待裁定",
  extensions: "延期待决定",
  tracking: "办理跟踪",
  verifying: "待审核",
  clearing: "待销号",
  callBacks: "回访",
  reviews: "复查待答复",
  lookBacks: "回头看",
  erasures: "清除待决定",
  copying: "拟抄报",
  talks: "约谈",
};

/** What an empty queue says: what would stand here. */
const empty: Record<Queue, string> = {
  triage: "新提交的件和待交办的件会出现在这里。",
  returns: "部门申请退单后，会出现在这里等您裁定。",
  extensions: "部门申请延期后，会出现在这里等您决定。",
  tracking: "交办以后、部门答复以前的件都在这里。",
  verifying: "部门全部答复以后，会出现在这里。",
  clearing: "可以销号的件会出现在这里。",
  callBacks: "企业不满意、没有评价或撤回的件，会出现在这里等回访。",
  reviews: "企业对不予受理申请复查后，会出现在这里等您答复。",
  erasures: "有同事申请清除内容的件，会出现在这里等另一名同事决定。",
  lookBacks: "销号后满三个月、六个月的件，到期前两周会出现在这里。",
  copying: "超期五个工作日、已经通报还没有办完的件，会出现在这里等抄报分管领导。",
  talks: "超期十个工作日还没有办完的件，会出现在这里等约谈承办单位。",
};

const similarities: Record<Similarity, string> = {
  almostSame: "几乎一样",
  close: "很像",
  some: "有些像",
};

/** What is marked in words for a department, because it may tell who reported. */
const markKinds: Record<MarkKind, string> = {
  name: "企业名称",
  creditCode: "信用代码",
  number: "号码或件号",
  shortName: "企业简称",
  person: "联系人",
  fileName: "附件名",
  copied: "照抄原文",
};

/** Why a file can't be given to a department. */
const withheldReasons: Record<Withheld, string> = {
  cannotClean: "这种文件无法清除信息，可以转成图片或 PDF 再上传",
  broken: "文件已损坏，打不开",
  encrypted: "文件设了密码",
  embedded: "里面嵌了别的文件或程序",
  hidden: "里面有隐藏的内容",
  tooLarge: "内容太多，无法检查",
  notUnderstood: "里面有无法识别的内容，可以转成 PDF 再上传",
  namesReporter: "里面还有企业名称、号码或件号，遮盖后再上传",
};

/** The commission's first page: the queues, and what is open beside the list. */
export const triage = {
  queues,
  empty,
  emptyTitle: "这里没有等着办的件",
  oldestFirst: "先到期在前",
  urgentFirst: "最高优先在前，其余先到期在前",
  showMore: "再往后",
  fromStart: "回到最前",
  backTo: (queue: string) => `回到${queue}`,
  openWhole: "全部经过",
  notInQueue: "这一件已经不在这个队列里，办到哪一步看下面。",
  done: (number: string, what: string) => `${number} ${what}`,
  doneNext: "下面是同一队列里的下一件。",
  doneStays: "这一件还有下一步要办。",
  doneEmpty: "这个队列已经办完。",
  seeDone: "回到刚才那一件",
  next: "下一条",
  previous: "上一条",
  enter: "打开",
  similar: "相似的件",
  similarNone: "同一领域里没有相似的件。",
  similarities,
  mergeInto: "并入这一件",
  mergeIntoNumber: (number: string) => `并入 ${number}`,
  led: (name: string) => `${name}主办`,
  notAssigned: "未交办",
  suggestion: {
    sameKind: (name: string, led: number, of: number) =>
      `建议：${name}，同领域、同行为已交办的 ${of} 件中 ${led} 件由其主办。`,
    sameField: (name: string, led: number, of: number) =>
      `建议：${name}，同领域已交办的 ${of} 件中 ${led} 件由其主办。`,
  },
  seeLed: (led: number) => `看这 ${led} 件`,
  take: "选它",
  assignTo: "交给它办",
  addDepartments: "选择协办单位",
  markKinds,
  withheldReasons,
  withheld: (why: string) => `不能给部门：${why}。`,
  cleaned: "给部门的是清理过的副本，没有作者、位置和修改记录。",
  unmarked: "没有发现能认出企业的内容",
  marked: "标出的内容可能让部门认出企业：",
  markedOutright: "其中企业名称、信用代码、手机、邮箱和件号不能发给部门，请删去。",
  markReasonHint: "最好改写。确实要原样发出，请写明理由；理由只留在委里的记录中，部门看不到。",
  span: {
    workingDays: (count: number) => `${count} 个工作日`,
    days: (count: number) => `${count} 天`,
    months: (count: number) => `${count} 个月`,
  },
  replyBy: (day: string, span: string) => `${day} 17:30 前答复（${span}，从交办起算）`,
  readByEnterprise: "企业会看到这段话。",
  readByDepartment: "承办单位会看到这段话。",
  readByBoth: "企业和承办单位都会看到这段话。",
  answerBy: (day: string) => `企业会看到这段话，要在${day}前补充；补充之前期限暂停。`,
  declineHint: "依据和理由都会告诉企业，企业可以申请复查。",
  mergeHint: "企业会看到这段话：不要写另一件的件号、内容和是谁反映的。",
  referenceHint: "只留在委里，企业和部门看不到。",
  rightDepartmentHint: "同意退单时填；不填，就交给部门提出的那个单位。",
  upheldHint: (replyBy: string) => `改交另一个单位，期限重新起算：${replyBy}。`,
  refusedHint: "仍由这个单位办；裁定占用的工作日，加到它的期限上。",
  departments: "部门办理",
  fieldAndConduct: "领域 / 行为",
  reply: (round: number, at: string) => `第 ${round} 次答复 · ${at}`,
  ratedAs: (rating: string) => `企业评价：${rating}`,
};

export type TriageWords = Widen<typeof triage>;
