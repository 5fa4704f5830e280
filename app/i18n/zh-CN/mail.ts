import type { AccountNotice, JourneyStep } from "../../../db/vocabulary.ts";
import type { Widen } from "../words.ts";
import { steps } from "./mail-steps.ts";

export interface AccountWords {
  subject: string;
  /** With the moment at which the link stops working. */
  expiring?: (moment: string) => string;
  /** With a browser and a system, and when: for word about a device. */
  seen?: (device: string, moment: string) => string;
  /** With the number of matters. */
  counted?: (items: number) => string;
  plain: string;
  button: string;
}

const journey: Record<JourneyStep, string> = {
  intake: "受理",
  assign: "交办",
  handle: "办理",
  reply: "答复",
  verify: "审核",
  evaluate: "评价",
  writeOff: "销号",
};

const accounts: Record<AccountNotice, AccountWords> = {
  calendarMissing: {
    subject: "请录入下一年的放假安排",
    plain: "有一年的放假安排还没有录入，落在那一年的期限都是暂算的。公布后请尽快录入。",
    button: "打开日历",
  },
  digest: {
    subject: "今天要办的事项",
    counted: (items) => `您今天有 ${items} 条通知要看，登录后按到期先后排列。`,
    plain: "您有几件事项今天要看，都在通知里，按到期先后排列。",
    button: "查看事项",
  },
  sealedNews: {
    subject: "您反映的事有新消息",
    plain: "您反映的事有新消息，登录后可以看到。为了保密，邮件里不写是哪一件。",
    button: "登录查看",
  },
  invitation: {
    subject: "请启用您的回音账号",
    expiring: (moment) => `管理员为您开设了账号。请打开链接设置密码。链接只能用一次，${moment} 失效。`,
    plain: "管理员为您开设了账号。请打开链接设置密码。链接只能用一次。",
    button: "设置密码",
  },
  passwordReset: {
    subject: "重设回音的登录密码",
    expiring: (moment) =>
      `请打开链接重设密码。链接只能用一次，${moment} 失效。如果不是您本人申请，不用理会，密码不会变。`,
    plain: "请打开链接重设密码。链接只能用一次。如果不是您本人申请，不用理会，密码不会变。",
    button: "重设密码",
  },
  newDevice: {
    subject: "您的账号在一台新设备上登录了",
    seen: (device, moment) =>
      `${moment}，您的账号在一台新设备上登录：${device}。如果是您本人，不用理会。如果不是，请马上更改密码，其他设备会一起退出。`,
    plain: "您的账号在一台新设备上登录。如果不是您本人，请马上更改密码，其他设备会一起退出。",
    button: "查看账号与安全",
  },
  passwordChanged: {
    subject: "您的登录密码已更改",
    plain: "您的密码刚刚更改，其他地方的登录都已退出。如果不是您本人所为，请马上重设密码并联系管理员。",
    button: "打开回音",
  },
  factorChanged: {
    subject: "您账号的两步验证有变动",
    plain:
      "您账号的两步验证刚刚有变动，或者用掉了一个恢复码。如果不是您本人所为，请马上更改密码并联系管理员。",
    button: "查看两步验证",
  },
  rightsAsked: {
    subject: "有权限申请等您决定",
    plain: "另一位管理员提出了权限申请，等您同意或不同意。申请的内容登录后查看。",
    button: "查看申请",
  },
  rightsDecided: {
    subject: "您的权限申请有了结果",
    plain: "您提出的权限申请已经有了结果，登录后查看。",
    button: "查看结果",
  },
  accountDisabled: {
    subject: "有账号被停用",
    plain: "系统管理员停用了一个账号，已经生效。是谁、为什么，登录后查看。",
    button: "查看",
  },
};

/** The words of every mail. */
export const mail = {
  journey,
  journeyLabel: "走到哪一步：",
  stepDone: (step: string) => `${step}✓`,
  stepNow: (step: string) => `【${step}】`,
  linkLine: (button: string, url: string) => `${button}：${url}`,
  linkHint: "按钮打不开时，请把下面的网址复制到浏览器：",
  safetyNote: "为了您的安全，邮件不含企业名称和内容，请登录后查看。",
  accountNote: "请不要把这封邮件转给别人。我们不会在邮件里问您的密码。",
  steps,
  accounts,
};

export type MailWords = Widen<typeof mail>;
