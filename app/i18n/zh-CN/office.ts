import type {
  AssignmentStatus,
  ClueResult,
  ComplaintStatus,
  Conduct,
  ContactWay,
  DeclineGround,
  Disclosure,
  District,
  ErasureGround,
  ExtensionRuling,
  Field,
  Grade,
  Industry,
  JourneyStep,
  Kind,
  LookBackResult,
  MailStatus,
  MeasureStatus,
  PersonStatus,
  PointSize,
  PointStatus,
  Post,
  Rating,
  Role,
  Ruling,
  Rung,
  Solved,
  Source,
  Worse,
  WriteOffCheck,
} from "../../../db/vocabulary.ts";
import type { Lamp } from "../../domain/clock/lamp.ts";
import type { Widen } from "../words.ts";
import { commands, inputs, noticeKinds } from "./office-acts.ts";
import { fieldErrors, refusals } from "./office-refusals.ts";

const roles: Record<Role, string> = {
  liaison: "联系点联系人",
  intake: "综合岗",
  supervisor: "监督岗",
  discipline: "执纪岗",
  custodian: "身份保管人",
  department: "承办单位",
  leader: "市领导",
  sysadmin: "系统管理员",
  secadmin: "安全管理员",
  auditor: "审计管理员",
};
const posts: Record<Post, string> = { officer: "承办人", approver: "责任人" };
const personStatuses: Record<PersonStatus, string> = {
  invited: "待启用",
  active: "在用",
  disabled: "已停用",
};

const statuses: Record<ComplaintStatus, string> = {
  submitted: "待受理",
  supplementing: "待补正",
  accepted: "待交办",
  handling: "办理中",
  verifying: "待审核",
  feedback: "待评价",
  rectifying: "整改中",
  clearing: "待销号",
  closed: "已销号",
  declined: "不予受理",
  referenced: "纳入参考",
  clue: "线索处置",
  merged: "已并案",
  withdrawn: "已撤回",
};
const assignmentStatuses: Record<AssignmentStatus, string> = {
  dispatched: "待签收",
  signed: "办理中",
  replied: "已答复，待审核",
  accepted: "审核通过",
  returning: "退单待裁定",
  redo: "退回重办",
  recalled: "已收回",
};
const assignmentParts = { lead: "主办", assisting: "协办" };
const measureStatuses: Record<MeasureStatus, string> = {
  promised: "正在落实",
  reported: "已报完成，待核实",
  confirmed: "已核实",
};
const journey: Record<JourneyStep, string> = {
  intake: "受理",
  assign: "交办",
  handle: "办理",
  reply: "答复",
  verify: "审核",
  evaluate: "评价",
  writeOff: "销号",
};
const kinds: Record<Kind, string> = { complaint: "投诉", help: "求助", suggestion: "建议" };
const sources: Record<Source, string> = {
  liaisonPoint: "联系点提交",
  onBehalf: "代他人反映",
  forum: "座谈会",
  supervision: "监督检查",
  audit: "审计移交",
  hotline: "12345 热线",
  selfReport: "部门自报",
};
const grades: Record<Grade, string> = { A: "A 复杂", B: "B 跨部门", C: "C 简单" };
const disclosures: Record<Disclosure, string> = {
  named: "可以告诉部门是我们",
  confidential: "不告诉部门是谁",
  sealed: "密封身份",
};
const fields: Record<Field, string> = {
  policyDelivery: "惠企政策兑现",
  governmentServices: "政务服务",
  marketAccess: "市场准入",
  tendering: "招标投标",
  procurement: "政府采购",
  landAndConstruction: "用地规划与工程审批",
  propertyRegistration: "不动产登记",
  utilities: "水电气网",
  financing: "融资信贷",
  labour: "用工社保",
  taxation: "税务",
  crossBorderTrade: "跨境贸易与通关",
  intellectualProperty: "知识产权",
  inspection: "监管检查",
  penalties: "行政处罚与强制",
  charges: "收费与摊派",
  intermediaries: "中介服务与证明",
  arrears: "拖欠账款",
  integrity: "政务诚信",
  fairCompetition: "公平竞争",
  justice: "司法与法治保障",
  exit: "企业退出",
  other: "其他",
};
const conducts: Record<Conduct, string> = {
  inaction: "不作为",
  delay: "慢作为",
  wrongfulAction: "乱作为",
  sham: "假作为",
  buckPassing: "推诿扯皮",
  coldness: "态度冷硬",
  extortion: "吃拿卡要",
  obstruction: "故意刁难",
  selectiveEnforcement: "选择性执法",
  repeatedInspection: "多头重复检查",
  unlawfulInspection: "违规检查处罚",
  arbitraryCharges: "乱收费罚款摊派",
  forcedIntermediary: "指定中介或强制入会",
  addedConditions: "增设条件环节",
  policyUnimplemented: "政策不落实",
  brokenPromise: "失信违约拖欠",
  wrongfulShutdown: "不当停产断供",
  leakedSecrets: "泄露商业秘密",
  retaliation: "打击报复",
  other: "其他",
};
const declineGrounds: Record<DeclineGround, string> = {
  civilDispute: "市场主体之间的民事纠纷",
  inProceedings: "已进入诉讼、仲裁、复议或信访程序",
  acceptedElsewhere: "其他机关已经受理",
  repeated: "重复反映，没有新的证据",
  outsideCompetence: "不属于受理范围",
};
const ratings: Record<Rating, string> = {
  verySatisfied: "很满意",
  satisfied: "满意",
  fair: "一般",
  dissatisfied: "不满意",
  veryDissatisfied: "很不满意",
};
const solved: Record<Solved, string> = { solved: "解决了", partly: "解决了一部分", unsolved: "没有解决" };
const lookBackResults: Record<LookBackResult, string> = {
  held: "保持住了",
  partly: "部分保持",
  relapsed: "问题反弹",
  falseRectification: "虚假整改",
};
const clueResults: Record<ClueResult, string> = {
  verified: "查实，已处理",
  partly: "部分查实",
  unfounded: "未查实",
  transferred: "移送有管辖权的机关",
};
const erasureGrounds: Record<ErasureGround, string> = {
  retention: "保存期满",
  request: "依法要求删除",
};
const contactWays: Record<ContactWay, string> = {
  throughCommission: "经委里转接",
  phone: "电话",
  visit: "上门",
  meeting: "当面会谈",
};
const rulings: Record<Ruling, string> = { upheld: "同意退单", refused: "不同意退单" };
const worse: Record<Worse, string> = { no: "没有", yes: "有" };
const rungs: Record<Rung, string> = {
  reminder: "到期前三个工作日提醒",
  dueDay: "到期日提醒",
  urging: "催办通知书",
  circular: "通报，拟抄报分管领导",
  talk: "约谈",
  signLate: "签收超期",
  stepLate: "委里的步骤超期",
  lookBackDue: "回头看到期",
};
const extensionRulings: Record<ExtensionRuling, string> = { granted: "同意延期", refused: "不同意延期" };
const verdicts = { upheld: "维持原决定", granted: "改为受理" };
const districts: Record<District, string> = {
  "350203": "思明区",
  "350205": "海沧区",
  "350206": "湖里区",
  "350211": "集美区",
  "350212": "同安区",
  "350213": "翔安区",
};
const industries: Record<Industry, string> = {
  electronics: "电子信息",
  machinery: "机械装备",
  foodProcessing: "食品加工",
  textiles: "纺织服装",
  chemicals: "化工材料",
  construction: "建筑业",
  wholesaleRetail: "批发零售",
  logistics: "物流运输",
  hospitality: "住宿餐饮",
  software: "软件和信息服务",
  biomedicine: "生物医药",
  newEnergy: "新能源",
  culture: "文化旅游",
  agriculture: "农林渔业",
  finance: "金融服务",
  businessServices: "商务服务",
  association: "商会协会",
};
const pointSizes: Record<PointSize, string> = {
  large: "大型企业",
  medium: "中型企业",
  small: "小型企业",
  micro: "微型企业",
  association: "商会协会",
};
const pointStatuses: Record<PointStatus, string> = { active: "在任", suspended: "暂停", ended: "已到期" };
const mailStatuses: Record<MailStatus, string> = {
  queued: "待发送",
  sent: "已发出",
  delivered: "已送达",
  bounced: "被退回",
  complained: "被标为垃圾邮件",
  failed: "发送失败",
};
const writeOffChecks: Record<WriteOffCheck, string> = {
  answerGiven: "答复已反馈给企业",
  evidence: "有办结凭证",
  assignmentsAccepted: "各承办单位都已通过审核",
  measuresConfirmed: "整改措施都已核实",
  ratedOrCalledBack: "企业已评价，或有回访记录",
  applied: "已提出销号申请",
};
const lamps: Record<Lamp, string> = {
  green: "正常",
  yellow: "临期",
  red: "超期",
  grey: "暂停",
  blue: "按时办结",
  late: "逾期办结",
};

/** The words of every closed list of the office. */
export const office = {
  roles,
  posts,
  personStatuses,
  statuses,
  assignmentStatuses,
  assignmentParts,
  measureStatuses,
  journey,
  kinds,
  sources,
  grades,
  disclosures,
  fields,
  conducts,
  worse,
  urgent: "最高优先",
  declineGrounds,
  ratings,
  solved,
  lookBackResults,
  clueResults,
  erasureGrounds,
  contactWays,
  rulings,
  extensionRulings,
  verdicts,
  rungs,
  refusals,
  fieldErrors,
  districts,
  industries,
  pointSizes,
  pointStatuses,
  noticeKinds,
  mailStatuses,
  writeOffChecks,
  commands,
  inputs,
  lamps,
};

export type OfficeWords = Widen<typeof office>;
