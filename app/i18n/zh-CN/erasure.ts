import type { Widen } from "../words.ts";

/** Matters of which what was said is erased, or is asked to be. */
export const erasure = {
  gone: "内容已清除",
  done: (at: string, ground: string) =>
    `${at}，经两名工作人员同意，依据「${ground}」清除了这件的内容：写过的话、人名、附件都不再保存，也恢复不了。`,
  stays: "件号、联系点、领域、行为、日期、状态、承办单位和结果照旧保留，统计数字不变。",
  refused: "不能再补充、评价或重新办理。",
  safe: "之后受到刁难，仍可以随时反映。",
  asked: (at: string, who: string, ground: string) => `${at}，${who}依据「${ground}」申请清除这件的内容。`,
  waits: "要由另一名同事决定。清除以后谁也恢复不了，请先看过全文。",
  own: "您提出的申请，要由另一名同事决定。",
  groundHint: "保存期满，从最后一次办结算起；或者有人依法要求删除（个人信息保护法第四十七条）。",
  reasonHint: "保存期满的，写明为什么不再需要；依法要求的，写下请求的原话。内容清除时，这段话一起清除。",
};

export type ErasureWords = Widen<typeof erasure>;
