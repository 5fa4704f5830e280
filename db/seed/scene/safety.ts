import type { Locale, QuestionDay } from "../../vocabulary.ts";
import type { Scene, Stage } from "./stage.ts";

const reports: Record<Locale, readonly string[]> = {
  "zh-CN": [
    "反映问题之后，窗口经办人员两次打电话来问是不是我们投诉的，随后三天里来厂检查了两次，同一园区的其他企业一家都没有去。我们担心以后的审批再受影响，请委里保护我们。",
    "意见提上去没几天，原来说好的现场核验突然改期，经办人说“你们不是会反映吗，那就慢慢等”。同批申报的几家都已经核验完了，只有我们还排着。",
    "上个月反映收费的事以后，我们的年度抽查从一次变成了四次，每次来的人都问材料是谁写的。员工现在不敢再和窗口打交道，请委里过问一下。",
    "反映以后，供我们用的场地续租合同被压着不签，口头理由是“先把你们的情况了解清楚”。往年到期前一个月就签好了，今年已经拖了三个星期。",
  ],
  en: [
    "Since we spoke up, the officer at the window has called twice to ask whether it was us, and we were inspected two times in three days while none of our neighbours were. We are afraid for our next permit and ask the commission to protect us.",
  ],
};

/** Whether somebody who spoke up was treated worse since. */
export function safetyScenes({ story }: Stage) {
  const told = reports[story.matter.locale];
  // By the point's number and not by chance: who is treated worse must not change how all the others fare.
  const words = told[Number(story.point.code.slice(-3)) % told.length] ?? "";
  const reportRetaliation = (gap = 1): Scene => [
    { gap, by: "enterprise", command: { type: "reportRetaliation", words, attachments: [] } },
  ];
  const askRetaliation = (gap: number, nth: QuestionDay): Scene => [
    { gap, by: "worker", command: { type: "askRetaliation", nth } },
  ];
  const answerQuestion = (worse: "no" | "yes"): Scene => {
    const said = { worse, words: worse === "yes" ? words : null, attachments: [] };
    return [{ gap: 1, by: "enterprise", command: { type: "answerQuestion", ...said } }];
  };
  return { reportRetaliation, askRetaliation, answerQuestion };
}
