const day = (value: string) => {
  const [year, month, date] = value.split("-").map(Number);
  return `${year}年${month}月${date}日`;
};

/** The urging letter itself, which is Chinese whoever reads it. */
export const urgingLetter = {
  title: "催办通知书",
  to: (department: string) => `${department}：`,
  overdue: (code: string, dueOn: string) =>
    `你单位承办的交办件（${code}），应于${day(dueOn)}下班前办结，至今没有办结，已经超过期限。`,
  // What was said is gone where its matter was erased.
  about: (about: string) => `交办事项：${about || "（内容已清除）"}`,
  demand: (answerBy: string) =>
    `请抓紧办理，于${day(answerBy)}下班前报告办理结果，并说明超期原因。到期仍未办结的，将予以通报，并抄报分管市领导。`,
  end: "特此通知。",
  unit: "市营商环境监督联系点工作办公室",
  day,
  copies: "抄送：分管市领导，承办单位责任人。",
};
