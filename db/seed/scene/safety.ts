import type { Locale, QuestionDay } from "../../vocabulary.ts";
import type { Scene, Stage } from "./stage.ts";

const reports: Record<Locale, string> = {
  "zh-CN":
    "反映问题之后，窗口经办人员两次打电话来问是不是我们投诉的，随后三天里来厂检查了两次，同一园区的其他企业一家都没有去。我们担心以后的审批再受影响，请委里保护我们。",
  en: "Since we spoke up, the officer at the window has called twice to ask whether it was us, and we were inspected two times in three days while none of our neighbours were. We are afraid for our next permit and ask the commission to protect us.",
};

/** Whether somebody who spoke up was treated worse since. */
export function safetyScenes({ story }: Stage) {
  const words = reports[story.matter.locale];
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
