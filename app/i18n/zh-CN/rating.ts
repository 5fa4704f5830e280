import type { Widen } from "../words.ts";

/** The words of the page that rates an answer from its mail. */
export const rating = {
  title: (number: string) => `评价 ${number} 的答复`,
  lead: (day: string) => `请在${day}前评价。答复全文登录后可以看到。`,
  read: "登录看答复全文",
  hint: "为什么这样评价？不满意的，委里会给您回电话。",
  submit: "提交评价",
  done: { title: "评价收到了，谢谢", lead: "评价期结束以前，还可以登录后改评。" },
  used: {
    title: "这封邮件里的链接已经用过",
    lead: "评价只能从邮件里提交一次。想改评，或者想看进展，请登录。",
  },
  over: { title: "这个链接已经过期", lead: "评价期过了，或者这件已经有了新的进展。请登录查看。" },
  unknown: { title: "这个链接打不开", lead: "请核对链接是否完整，或者登录后评价。" },
  signIn: "登录",
  mail: {
    button: "去评价",
    dated: (day: string) =>
      `承办部门已答复，委里审核通过。请登录查看全文，并在${day}前告诉我们您是否满意。打开下面的链接，不用登录就能评价；链接只能用一次。`,
  },
};

export type RatingWords = Widen<typeof rating>;
