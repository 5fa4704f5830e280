import type { Locale, Post, Role } from "../vocabulary.ts";
import type { PersonName } from "./names.ts";

export interface CastMember {
  key: string;
  name: PersonName;
  role: Role;
  post?: Post;
  email: string;
  mobile?: string;
  departmentCode?: string;
  liaisonPointCode?: string;
  /** Of the four city leaders, which one: 0 to 3, as departments name their `portfolioLeader`. */
  portfolio?: number;
  locale: Locale;
}

/** What everybody in the demo signs in with. */
export const castPassword = "every-matter-an-echo";

/** The one named cast, shared by the demo, the tests and the README. */
export const cast = {
  lin: {
    key: "lin",
    name: { zh: "林知遥", en: "Lin Zhiyao" },
    role: "liaison",
    email: "lin@huiyin.example",
    liaisonPointCode: "LXD-001",
    locale: "zh-CN",
  },
  he: {
    key: "he",
    name: { zh: "贺明远", en: "He Mingyuan" },
    role: "liaison",
    email: "he@huiyin.example",
    liaisonPointCode: "LXD-002",
    locale: "en",
  },
  wen: {
    key: "wen",
    name: { zh: "温秋实", en: "Wen Qiushi" },
    role: "liaison",
    email: "wen@huiyin.example",
    liaisonPointCode: "LXD-003",
    locale: "zh-CN",
  },
  su: {
    key: "su",
    name: { zh: "苏晚晴", en: "Su Wanqing" },
    role: "intake",
    email: "su@huiyin.example",
    locale: "zh-CN",
  },
  cheng: {
    key: "cheng",
    name: { zh: "程一诺", en: "Cheng Yinuo" },
    role: "intake",
    email: "cheng@huiyin.example",
    locale: "zh-CN",
  },
  gu: {
    key: "gu",
    name: { zh: "顾长风", en: "Gu Changfeng" },
    role: "supervisor",
    email: "gu@huiyin.example",
    locale: "zh-CN",
  },
  shen: {
    key: "shen",
    name: { zh: "沈若谷", en: "Shen Ruogu" },
    role: "supervisor",
    email: "shen@huiyin.example",
    locale: "zh-CN",
  },
  lu: {
    key: "lu",
    name: { zh: "陆时雨", en: "Lu Shiyu" },
    role: "supervisor",
    email: "lu@huiyin.example",
    locale: "zh-CN",
  },
  qin: {
    key: "qin",
    name: { zh: "秦守默", en: "Qin Shoumo" },
    role: "discipline",
    email: "qin@huiyin.example",
    locale: "zh-CN",
  },
  yan: {
    key: "yan",
    name: { zh: "严静之", en: "Yan Jingzhi" },
    role: "custodian",
    email: "yan@huiyin.example",
    locale: "zh-CN",
  },
  shi: {
    key: "shi",
    name: { zh: "石可信", en: "Shi Kexin" },
    role: "custodian",
    email: "shi@huiyin.example",
    locale: "zh-CN",
  },
  zhao: {
    key: "zhao",
    name: { zh: "赵立言", en: "Zhao Liyan" },
    role: "department",
    post: "officer",
    email: "zhao@huiyin.example",
    departmentCode: "construction",
    locale: "zh-CN",
  },
  qian: {
    key: "qian",
    name: { zh: "钱守正", en: "Qian Shouzheng" },
    role: "department",
    post: "approver",
    email: "qian@huiyin.example",
    departmentCode: "construction",
    locale: "zh-CN",
  },
  fang: {
    key: "fang",
    name: { zh: "方可为", en: "Fang Kewei" },
    role: "department",
    post: "officer",
    email: "fang@huiyin.example",
    departmentCode: "market-supervision",
    locale: "zh-CN",
  },
  zhou: {
    key: "zhou",
    name: { zh: "周济川", en: "Zhou Jichuan" },
    role: "department",
    post: "officer",
    email: "zhou@huiyin.example",
    departmentCode: "huli",
    locale: "zh-CN",
  },
  liang: {
    key: "liang",
    name: { zh: "梁伯安", en: "Liang Bo'an" },
    role: "leader",
    email: "liang@huiyin.example",
    portfolio: 0,
    locale: "zh-CN",
  },
  xu: {
    key: "xu",
    name: { zh: "许明镜", en: "Xu Mingjing" },
    role: "sysadmin",
    email: "xu@huiyin.example",
    locale: "zh-CN",
  },
  wei: {
    key: "wei",
    name: { zh: "卫之衡", en: "Wei Zhiheng" },
    role: "secadmin",
    email: "wei@huiyin.example",
    locale: "zh-CN",
  },
  jing: {
    key: "jing",
    name: { zh: "荆如镜", en: "Jing Rujing" },
    role: "auditor",
    email: "jing@huiyin.example",
    locale: "zh-CN",
  },
} as const satisfies Record<string, CastMember>;
