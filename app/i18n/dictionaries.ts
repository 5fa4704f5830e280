import * as en from "./en.ts";
import type { Locale, Widen } from "./words.ts";
import * as zhCN from "./zh-CN.ts";

/** Every word of the product, by area. */
export type Words = Widen<typeof zhCN>;

const dictionaries: Record<Locale, Words> = { "zh-CN": zhCN, en };

/** All words in one language. */
export function wordsOf(locale: Locale): Words {
  return dictionaries[locale];
}
