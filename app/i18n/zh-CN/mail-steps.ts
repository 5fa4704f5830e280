import type { AccountNotice, NoticeKind } from "../../../db/vocabulary.ts";
import { clockSteps } from "./mail-clock.ts";
import { custodySteps } from "./mail-custody.ts";
import { erasureSteps } from "./mail-erasure.ts";

/** Notices about a complaint or an assignment; the others are about an account. */
export type StepNotice = Exclude<NoticeKind, AccountNotice>;

export interface StepWords {
  /** The number is the complaint's, or for a department its assignment's. */
  subject: (number: string) => string;
  /** What happened and what is next, with the day by which it has to be done. */
  dated?: (date: string) => string;
  /** The same where no day is set. */
  plain: string;
  button: string;
}

export const steps: Record<StepNotice, StepWords> = {
  ...clockSteps,
  ...custodySteps,
  ...erasureSteps,
  received: {
    subject: (number) => `${number} 已收到，等待受理`,
    dated: (date) => `您提交的问题已经登记，以后都用这个件号。委里会在${date}前告诉您是否受理。`,
    plain: "您提交的问题已经登记，以后都用这个件号。接下来由委里决定是否受理，结果会告诉您。",
    button: "查看进展",
  },
  submitted: {
    subject: (number) => `${number} 新提交，待受理`,
    dated: (date) => `联系点提交了新问题。请在${date}前决定受理、要求补正或不予受理。`,
    plain: "联系点提交了新问题。请决定受理、要求补正或不予受理。",
    button: "去受理",
  },
  supplementAsked: {
    subject: (number) => `${number} 需要您补充说明`,
    dated: (date) => `受理之前还有几点想请您补充，登录后可以看到。请在${date}前补充，在此期间办理期限暂停。`,
    plain: "受理之前还有几点想请您补充，登录后可以看到。在此期间办理期限暂停。",
    button: "去补充",
  },
  supplemented: {
    subject: (number) => `${number} 已补正，待受理`,
    dated: (date) => `联系点已经补充说明。请在${date}前决定是否受理。`,
    plain: "联系点已经补充说明。请决定是否受理。",
    button: "去受理",
  },
  accepted: {
    subject: (number) => `${number} 已受理`,
    dated: (date) => `您反映的问题已受理。委里会在${date}前交给负责的部门办理。`,
    plain: "您反映的问题已受理，接下来委里会交给负责的部门办理。",
    button: "查看进展",
  },
  declined: {
    subject: (number) => `${number} 不予受理，请看理由`,
    dated: (date) => `很抱歉，这件问题不予受理，依据和理由登录后可以看到。如不同意，可在${date}前申请复查。`,
    plain: "很抱歉，这件问题不予受理，依据和理由登录后可以看到。",
    button: "查看理由",
  },
  referenced: {
    subject: (number) => `${number} 已纳入监督参考`,
    plain: "您反映的情况已留作监督参考，会用于专题分析和监督选题。具体说明登录后可以看到。",
    button: "查看说明",
  },
  merged: {
    subject: (number) => `${number} 已并案办理`,
    plain: "这件问题与另一件事由相同，已合并办理。件号不变，进展和答复仍会告诉您。",
    button: "查看进展",
  },
  primaryMoved: {
    subject: (number) => `${number} 合并办理的那一件有了新进展`,
    dated: (date) => `与这件合并办理的那一件有了新进展，登录后可以看到。下一步的期限为${date}。`,
    plain: "与这件合并办理的那一件有了新进展，登录后可以看到。",
    button: "查看进展",
  },
  split: {
    subject: (number) => `${number} 恢复单独办理`,
    plain: "这件问题已从合并办理中分出，单独继续办理。进展和答复会告诉您。",
    button: "查看进展",
  },
  assignedToYou: {
    subject: (number) => `交办件 ${number} 待签收`,
    dated: (date) => `有一件新的交办件交给贵单位。请登录签收并按要求办理，期限为${date}。`,
    plain: "有一件新的交办件交给贵单位。请登录签收并按要求办理。",
    button: "去签收",
  },
  assigned: {
    subject: (number) => `${number} 已交给部门办理`,
    dated: (date) => `您反映的问题已交给负责的部门。部门应在${date}前答复，委里审核后把结果告诉您。`,
    plain: "您反映的问题已交给负责的部门。部门答复后由委里审核，再把结果告诉您。",
    button: "查看进展",
  },
  signed: {
    subject: (number) => `${number} 部门已签收`,
    dated: (date) => `负责的部门已签收并开始办理，应在${date}前答复。`,
    plain: "负责的部门已签收并开始办理。",
    button: "查看进展",
  },
  returned: {
    subject: (number) => `${number} 部门申请退单，待裁定`,
    dated: (date) => `有部门认为这件不属于其职责，申请退单。请在${date}前裁定，在此期间该部门的期限暂停。`,
    plain: "有部门认为这件不属于其职责，申请退单。请裁定，在此期间该部门的期限暂停。",
    button: "去裁定",
  },
  returnRuled: {
    subject: (number) => `交办件 ${number} 的退单申请已裁定`,
    dated: (date) => `委里已对退单申请作出裁定，结果和理由登录后可以看到。继续办理的，期限为${date}。`,
    plain: "委里已对退单申请作出裁定，结果和理由登录后可以看到。",
    button: "查看裁定",
  },
  recalled: {
    subject: (number) => `交办件 ${number} 已收回，无需再办`,
    plain: "这件交办件已由委里收回。贵单位不需要再做什么，已有的办理记录会保留。",
    button: "查看交办件",
  },
  firstContact: {
    subject: (number) => `${number} 部门已作首次联系`,
    dated: (date) => `承办部门已作首次联系，记录登录后可以看到。部门应在${date}前答复。`,
    plain: "承办部门已作首次联系，记录登录后可以看到。",
    button: "查看记录",
  },
  replied: {
    subject: (number) => `${number} 部门已答复，待审核`,
    dated: (date) => `承办部门已经答复。请在${date}前审核：通过，或退回并写明还缺什么。`,
    plain: "承办部门已经答复。请审核：通过，或退回并写明还缺什么。",
    button: "去审核",
  },
  replyAccepted: {
    subject: (number) => `交办件 ${number} 的答复已通过审核`,
    plain: "贵单位的答复已通过审核，委里会作反馈。承诺的整改措施请继续按时完成。",
    button: "查看交办件",
  },
  sentBack: {
    subject: (number) => `交办件 ${number} 的答复已退回`,
    dated: (date) => `答复还缺一些内容，审核意见登录后可以看到。请在${date}前重新答复。`,
    plain: "答复还缺一些内容，审核意见登录后可以看到。请补充后重新答复。",
    button: "重新答复",
  },
  answered: {
    subject: (number) => `${number} 有了答复，请您评价`,
    dated: (date) => `承办部门已答复，委里审核通过。请登录查看全文，并在${date}前告诉我们您是否满意。`,
    plain: "承办部门已答复，委里审核通过。请登录查看全文，并告诉我们您是否满意。",
    button: "查看答复",
  },
  evaluated: {
    subject: (number) => `${number} 联系点已评价`,
    dated: (date) => `联系点已对答复作出评价，登录后可以看到。下一步请在${date}前办理。`,
    plain: "联系点已对答复作出评价，登录后可以看到。",
    button: "查看评价",
  },
  badlyRated: {
    subject: (number) => `${number} 联系点不满意，需要回访`,
    dated: (date) => `联系点对结果不满意。请先回访，并在${date}前退回重办，或写明不重办的理由。`,
    plain: "联系点对结果不满意。请先回访，再退回重办，或写明不重办的理由。",
    button: "去回访",
  },
  rework: {
    subject: (number) => `${number} 已请部门重办`,
    dated: (date) =>
      `这件已退回部门重办，原因登录后可以看到。部门应在${date}前重新答复，委里审核后再告诉您结果。`,
    plain: "这件已退回部门重办，原因登录后可以看到。部门重新答复、委里审核后，再告诉您结果。",
    button: "查看进展",
  },
  reworkWaived: {
    subject: (number) => `${number} 不再重办，请看理由`,
    plain: "您的评价我们已回访核实。这件不再退回重办，理由登录后可以看到。",
    button: "查看理由",
  },
  rectifying: {
    subject: (number) => `${number} 进入整改`,
    dated: (date) => `承诺的整改措施正在落实，最晚一项在${date}前完成。完成后由委里逐项核实。`,
    plain: "承诺的整改措施正在落实，完成后由委里逐项核实。",
    button: "查看进展",
  },
  measureReported: {
    subject: (number) => `${number} 有整改措施待核实`,
    dated: (date) => `承办部门报告一项整改措施已完成。请在${date}前核实。`,
    plain: "承办部门报告一项整改措施已完成。请核实是否属实。",
    button: "去核实",
  },
  measureSentBack: {
    subject: (number) => `交办件 ${number} 的整改措施未通过核实`,
    dated: (date) => `这项整改措施还没有到位，核实意见登录后可以看到。请在${date}前完成后再报。`,
    plain: "这项整改措施还没有到位，核实意见登录后可以看到。请完成后再报。",
    button: "查看意见",
  },
  writeOffApplied: {
    subject: (number) => `${number} 申请销号，待审批`,
    dated: (date) => `这件已提出销号申请。请由没有经办过这件的同事在${date}前审批。`,
    plain: "这件已提出销号申请。请由没有经办过这件的同事审批。",
    button: "去审批",
  },
  writeOffReady: {
    subject: (number) => `${number} 已具备销号条件`,
    dated: (date) => `销号所需的各项都已具备。请在${date}前办理销号。`,
    plain: "销号所需的各项都已具备，可以办理销号了。",
    button: "查看清单",
  },
  writeOffRefused: {
    subject: (number) => `${number} 的销号申请未通过`,
    dated: (date) => `销号申请没有通过，理由登录后可以看到。请在${date}前补齐后再申请。`,
    plain: "销号申请没有通过，理由登录后可以看到。补齐后可以再申请。",
    button: "查看理由",
  },
  writtenOff: {
    subject: (number) => `${number} 已销号`,
    dated: (date) => `这件已经办结销号。委里会在${date}前后回头看，核实结果有没有保持住。`,
    plain: "这件已经办结销号。委里以后会回头看，核实结果有没有保持住。",
    button: "查看结果",
  },
  withdrawn: {
    subject: (number) => `${number} 联系点已撤回`,
    plain: "联系点撤回了这件问题。请回访，问清是否有人施压。",
    button: "查看详情",
  },
  reviewAsked: {
    subject: (number) => `${number} 申请复查`,
    dated: (date) => `联系点对不予受理的决定申请复查。请在${date}前答复。`,
    plain: "联系点对不予受理的决定申请复查。请答复。",
    button: "去复查",
  },
  reviewAnswered: {
    subject: (number) => `${number} 的复查有了结果`,
    plain: "您申请的复查已经完成，结果和理由登录后可以看到。",
    button: "查看结果",
  },
  reopened: {
    subject: (number) => `${number} 重新办理`,
    dated: (date) => `这件已重新打开，期限从头计算，到${date}为止。原因登录后可以看到。`,
    plain: "这件已重新打开，期限从头计算。原因登录后可以看到。",
    button: "查看进展",
  },
  lookedBack: {
    subject: (number) => `${number} 已回头看`,
    plain: "对这件的办理结果作了回头看，情况登录后可以看到。",
    button: "查看情况",
  },
};
