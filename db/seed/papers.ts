import type { Paper } from "./files/paper.ts";
import type { Random } from "./random.ts";
import type { Matter } from "./texts/matter.ts";

type Make = (matter: Matter) => Paper;

const inChinese: readonly Make[] = [
  ({ about, sinceDays }) => ({
    name: "受理回执.pdf",
    lines: [
      "受理回执",
      `受理单位：${about}`,
      "材料已收，经办窗口出具本回执，办理时限以受理通知为准。",
      `距今已有 ${sinceDays} 日。`,
    ],
  }),
  ({ about }) => ({
    name: "窗口告示照片.jpg",
    lines: [`现场拍摄：${about}`],
  }),
  ({ title }) => ({ name: "系统页面截图.png", lines: [title] }),
  ({ about, supplementAnswer }) => ({
    name: "沟通记录.txt",
    lines: [`沟通对象：${about}`, supplementAnswer, "以上为通话后当日整理。"],
  }),
  ({ title, about }) => ({
    name: "情况说明.docx",
    lines: [
      "情况说明",
      `关于“${title}”的经过，按时间顺序整理如下。`,
      `涉及单位：${about}。`,
      "企业名称和价格部分已作遮盖。",
    ],
  }),
];

const inEnglish: readonly Make[] = [
  ({ about }) => ({
    name: "Receipt.pdf",
    lines: ["Receipt", `Received by: ${about}`, "All papers on the list were handed in."],
  }),
  ({ title }) => ({ name: "Portal page.png", lines: [title] }),
  ({ about }) => ({ name: "Notes of calls.txt", lines: [about, "Called twice; told to wait for a notice."] }),
];

/** What the enterprise adds to its complaint: up to three files, in the language that it writes. */
export function enterprisePapers(matter: Matter, count: number, chance: Random): Paper[] {
  const makes = matter.locale === "en" ? inEnglish : inChinese;
  return chance
    .shuffle(makes)
    .slice(0, count)
    .map((make) => make(matter));
}

const ofReply: readonly Make[] = [
  ({ replyText, nextOfficer }) => ({
    name: "办结凭证.pdf",
    lines: ["办结凭证", replyText, `核验人：${nextOfficer}`],
  }),
  ({ brief, replyText }) => ({ name: "核查报告.docx", lines: ["核查报告", brief, replyText] }),
  ({ replyText }) => ({ name: "系统办结页面.png", lines: [replyText] }),
];

/** What a department adds to its reply. */
export const replyPapers = (matter: Matter, count: number, chance: Random): Paper[] =>
  chance
    .shuffle(ofReply)
    .slice(0, count)
    .map((make) => make(matter));

/** What a department shows for a measure that it has carried out. */
export const measurePapers = ({ measures, measureReport }: Matter): Paper[] => [
  { name: "整改落实材料.docx", lines: ["整改落实材料", measures[0]?.text ?? "", measureReport] },
];
