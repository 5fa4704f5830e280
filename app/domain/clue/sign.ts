import type { Conduct } from "../../../db/vocabulary.ts";

/** What speaks for it that a complaint is a clue: its conduct, or that somebody is named. */
const CLUE_SIGNS = ["conduct", "person"] as const;
export type ClueSign = (typeof CLUE_SIGNS)[number];

// Taking advantage (domain, section 6), and what discipline regulations call a breach whoever does it:
// taking revenge on who complained, and giving away what an office was told in confidence.
const BREACHES: readonly Conduct[] = ["extortion", "retaliation", "leakedSecrets"];

// The commonest surnames, without those that are words as well (向, 任, 于, 方, 高, 何): "向科长反映" names nobody.
const SURNAME =
  "[王李张刘陈杨黄赵吴徐孙马胡朱郭林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范石廖贾夏韦付邹孟熊秦邱江尹薛闫段雷侯龙陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤]";
const TITLE =
  "(?:副?(?:局长|处长|科长|股长|所长|队长|站长|主任|书记|镇长|区长|市长|主席|组长|科员)|专员|警官|工号)";
const named = [
  // 王科长, 李某处长, 张建国副局长
  new RegExp(`${SURNAME}(?:某{1,2}|\\p{Script=Han}{1,2})?${TITLE}`, "u"),
  // 科长王某
  new RegExp(`${TITLE}${SURNAME}某`, "u"),
  /\b(?:Director|Chief|Officer|Secretary|Inspector|Captain|Mr|Ms|Mrs)\.? (?!of\b)[A-Z][a-z]+/,
];

interface Told {
  conduct: Conduct;
  title: string;
  description: string;
  about: string;
}

/**
 * What speaks for it that a complaint is a clue; empty where nothing does. A hint for whoever decides, and no
 * more: names are written in too many ways for a pattern to know them all.
 */
export function clueSigns({ conduct, title, description, about }: Told): ClueSign[] {
  const text = `${title}\n${description}\n${about}`;
  const signs = {
    conduct: BREACHES.includes(conduct),
    person: named.some((pattern) => pattern.test(text)),
  };
  return CLUE_SIGNS.filter((sign) => signs[sign]);
}
