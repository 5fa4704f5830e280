import type { NoticeKind } from "../../../db/vocabulary.ts";
import type { StepWords } from "./mail-steps.ts";

type ErasureNotice = Extract<NoticeKind, "erasureAsked" | "erasureRefused" | "erased">;

/** Erasing what was said of a matter. */
export const erasureSteps: Record<ErasureNotice, StepWords> = {
  erasureAsked: {
    subject: (number) => `${number} 有人申请清除内容`,
    plain: "有同事申请清除这件的内容，要由另一名同事决定。依据和理由登录后可以看到。",
    button: "查看申请",
  },
  erasureRefused: {
    subject: (number) => `${number} 内容不清除`,
    plain: "清除内容的申请没有同意，内容照旧保存。理由登录后可以看到。",
    button: "查看详情",
  },
  erased: {
    subject: (number) => `${number} 内容已清除`,
    plain: "这件的内容已经清除，不再保存。清除了什么、依据什么、还保留什么，登录后可以看到。",
    button: "查看详情",
  },
};
