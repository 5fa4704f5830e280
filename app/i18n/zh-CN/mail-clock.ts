import type { StepWords } from "./mail-steps.ts";

/** Mails that a clock sends, or that come of the loop after the answer. */
export const clockSteps = {
  supplementLapsed: {
    subject: (number) => `${number} 补充说明期限已过，委里按现有材料处理`,
    plain: "补充说明的期限已过，没有收到补充。委里会按现有材料决定是否受理。",
    button: "查看进展",
  },
  extensionAsked: {
    subject: (number) => `${number} 部门申请延期，请决定`,
    dated: (date) => `承办部门申请延期到${date}。请看理由，决定同意或不同意。`,
    plain: "承办部门在期限之前申请延期。请看理由，决定同意或不同意。",
    button: "去决定",
  },
  extensionGranted: {
    subject: (number) => `${number} 延期申请已同意`,
    dated: (date) => `延期申请已同意，请在${date}前答复。原期限仍保留备查。`,
    plain: "延期申请已同意，新的期限登录后可以看到。原期限仍保留备查。",
    button: "查看交办件",
  },
  extensionRefused: {
    subject: (number) => `${number} 延期申请未同意，请按原期限办理`,
    dated: (date) => `延期申请未获同意，理由登录后可以看到。请在${date}前答复。`,
    plain: "延期申请未获同意，理由登录后可以看到。请按原期限答复。",
    button: "查看理由",
  },
  extended: {
    subject: (number) => `${number} 办理期限已延长，请看理由`,
    dated: (date) => `承办部门需要更多时间，委里已同意延期一次，期限改为${date}。理由登录后可以看到。`,
    plain: "承办部门需要更多时间，委里已同意延期一次。理由登录后可以看到。",
    button: "查看理由",
  },
  dateMoved: {
    subject: (number) => `${number} 期限有调整`,
    dated: (date) => `放假安排公布后重新计算了期限，改为${date}。`,
    plain: "放假安排公布后重新计算了期限。新的日期登录后可以看到。",
    button: "查看日期",
  },
  reminder: {
    subject: (number) => `${number} 快到期了`,
    dated: (date) => `这件${date}到期，请抓紧办理。`,
    plain: "这件离到期还有三个工作日。",
    button: "去办理",
  },
  dueToday: {
    subject: (number) => `${number} 今天到期`,
    dated: (date) => `这件${date}下班前到期，请今天办结。`,
    plain: "这件今天下班前到期。",
    button: "去办理",
  },
  urging: {
    subject: (number) => `${number} 催办通知书`,
    dated: (date) => `这件已经超过期限。请按催办通知书的要求，在${date}前答复。`,
    plain: "这件已经超过期限。催办通知书已发出，登录后可以查看和打印。",
    button: "查看催办通知书",
  },
  urgingCopy: {
    subject: (number) => `${number} 催办通知书（抄送）`,
    plain: "您分管的单位有一件超过期限，催办通知书已发出，抄送给您。",
    button: "查看催办通知书",
  },
  circular: {
    subject: (number) => `${number} 超期五个工作日，予以通报`,
    plain: "这件超过期限已有五个工作日，予以通报，并列为拟抄报分管领导的事项。",
    button: "查看这件",
  },
  talkDue: {
    subject: (number) => `${number} 超期十个工作日，请安排约谈`,
    plain: "这件超过期限已有十个工作日，请安排约谈承办单位负责人。",
    button: "查看这件",
  },
  signLate: {
    subject: (number) => `${number} 还没有签收，已超过签收期限`,
    plain: "这件交办后超过一个工作日没有签收。",
    button: "查看这件",
  },
  stepLate: {
    subject: (number) => `${number} 委里这一步已超期`,
    plain: "这件在委里的这一步已经超过期限，请今天处理。",
    button: "去处理",
  },
  lookBackDue: {
    subject: (number) => `${number} 到了回头看的日子`,
    dated: (date) => `这件到了回头看的日子，请在${date}前由没有经办过的同事核实。`,
    plain: "这件销号后到了回头看的日子，请由没有经办过的同事核实结果有没有保持住。",
    button: "去回头看",
  },
  evaluationLapsed: {
    subject: (number) => `${number} 评价期已过，请回访`,
    plain: "企业没有在评价期内评价，按“未评价”记。请回访。",
    button: "去回访",
  },
  retaliationReported: {
    subject: (number) => `${number} 有企业反映受到打击报复`,
    plain: "联系点反映在提出问题之后受到打击报复，已作为最高优先的新问题登记。请立即处理。",
    button: "立即处理",
  },
  retaliationAsked: {
    subject: (number) => `${number} 想问问您：之后有没有被区别对待`,
    plain:
      "答复给您已有一段时间。请告诉我们，提出问题之后有没有受到刁难或不公平对待。您的回答只有委里看得到。",
    button: "回答",
  },
  clueReceived: {
    subject: (number) => `${number} 已收到，由专门的同事处置`,
    dated: (date) => `您反映的情况由专门的同事处置，知情范围很小。${date}前告诉您是否受理。`,
    plain: "您反映的情况由专门的同事处置，知情范围很小。是否受理会告诉您。",
    button: "查看进展",
  },
  clueArrived: {
    subject: (number) => `${number} 新的线索，待受理`,
    dated: (date) => `有新的线索移交过来。请在${date}前决定是否受理并告知企业。`,
    plain: "有新的线索移交过来。请决定是否受理并告知企业。",
    button: "去受理",
  },
  clueAccepted: {
    subject: (number) => `${number} 专门的同事已受理`,
    dated: (date) => `您反映的情况已受理，正在核实，${date}前告诉您结果。`,
    plain: "您反映的情况已受理，正在核实，结果会告诉您。",
    button: "查看进展",
  },
  clueConcluded: {
    subject: (number) => `${number} 已有结果`,
    plain: "您反映的情况已经处置完毕，说明登录后可以看到。",
    button: "查看说明",
  },
  clueReturned: {
    subject: (number) => `${number} 转回一般程序`,
    dated: (date) => `这件转回一般程序，${date}前决定是否受理。理由登录后可以看到。`,
    plain: "这件转回一般程序，由委里决定是否受理。理由登录后可以看到。",
    button: "查看进展",
  },
  unreachable: {
    subject: (number) => `${number} 有人收不到邮件，请另行联系`,
    plain: "发出的邮件被退回。请用其他方式联系，告知进展，并请系统管理员更新邮箱。",
    button: "查看",
  },
} satisfies Record<string, StepWords>;
