import type { Widen } from "../words.ts";

/** The words about passwords, tries and known devices. */
export const entrance = {
  slowed: (minutes: number) =>
    `邮箱或密码不对，或者试的次数太多了。请过 ${minutes} 分钟再试；着急的话，可以用邮件里的链接重设密码，马上就能登录。`,
  resetSlowed: (minutes: number) => `从您所在的网络申请得太多了，请过 ${minutes} 分钟再试。`,
  presentSlowed: (minutes: number) => `试的次数太多了，请过 ${minutes} 分钟再试。`,
  show: { short: "显示", whole: "显示密码" },
  hide: { short: "隐藏", whole: "隐藏密码" },
  strengthLabel: "密码强度",
  strength: {
    short: (missing: number) => `还差 ${missing} 个字`,
    guessable: "容易被猜到：大多是常见的词、键盘上相邻的键、日期或数字",
    fine: "可以用；再长一些更好",
    strong: "很难猜到",
  },
  hintStrict: (least: number) =>
    `至少 ${least} 个字，大写字母、小写字母、数字、符号至少有三种，不能和最近五次用过的相同。`,
  faults: {
    common: "这个密码太常见，很容易被猜到。换一句只有您想得到的话。",
    ownFacts: "密码里主要是您的姓名、邮箱、号码或单位，认识您的人猜得到。换一句别的话。",
    kinds: "大写字母、小写字母、数字、符号，至少要有三种。",
    former: "这个密码最近五次里用过，请换一个。",
  },
  aged: {
    title: "请换一个密码",
    lead: "按规定，密码每 90 天更换一次，首次登录也要更换。换好以后直接登录。",
    submit: "更换并登录",
    back: "回到登录",
  },
  devices: {
    title: "登录过的设备",
    lead: "有人在别处乱猜您的密码时，这些设备照样能登录。不再使用的，请移除。",
    used: (last: string, since: string) => `${last} 登录过，${since} 第一次登录`,
    none: "还没有登录过的设备。",
    current: "本设备",
    forget: "移除",
    forgetOf: (device: string) => `移除 ${device}`,
  },
};

export type EntranceWords = Widen<typeof entrance>;
