import type { Widen } from "../words.ts";

/** The words of the people whom mail doesn't reach. */
export const reach = {
  title: "收不到邮件的联系人",
  lead: "发给他们的邮件被退回、被投诉或者地址无效。请用电话等方式联系，告知进展，再请系统管理员更新邮箱。",
  none: "邮件都能送到",
  noneText: "有人的邮件被退回时，会列在这里。",
  name: "姓名",
  unit: "单位",
  email: "电子邮箱",
  mobile: "手机",
  noMobile: "没有登记",
  since: "从什么时候起",
  why: "原因",
  whys: {
    bounced: "邮件被退回",
    complained: "被收件人标为垃圾邮件",
    failed: "邮箱地址无效",
  },
  acts: "操作",
  settle: "登记处理结果",
  settleTitle: (name: string) => `${name}：联系的结果`,
  settleLead: "登记以后，这一条从清单里拿掉。以前没有送到的邮件不会自动重发；对方登录后，通知里都有。",
  note: "怎么联系上的，邮箱怎么更新",
  noteRequired: "请写明联系的结果。",
  save: "登记",
  settled: "已登记。",
  gone: "这一条已经由别人登记过了。",
};

export type ReachWords = Widen<typeof reach>;
