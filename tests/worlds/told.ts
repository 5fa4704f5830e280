import { aSubmission } from "../support/office.ts";
import type { Maker } from "./files.ts";

export type Reporter = "lin" | "he";

/** Who made the files of each enterprise. */
export const makers: Record<Reporter, Maker> = {
  lin: { name: "林知微", place: "云岭精密" },
  he: { name: "Wangshu He", place: "HeSui Harvest" },
};

/** What each enterprise says, in words and at lengths of its own. */
export const told = {
  lin: {
    submission: {
      ...aSubmission,
      title: "图纸审查",
      description: "我公司图纸已经补正三次。".repeat(3),
      sinceOn: null,
    },
    supplement: "补充：附上三次意见。",
    reason: "办得不错。",
    worse: "窗口说以后别来了。",
  },
  he: {
    submission: {
      ...aSubmission,
      field: "crossBorderTrade" as const,
      conduct: "arbitraryCharges" as const,
      title: "An export licence that nobody issues",
      description:
        "We have waited for our licence since January; every week another paper is wanted. ".repeat(20),
      about: "licence counter",
      place: "3 Harvest Road",
    },
    supplement:
      "Here are our letters of February, March and April, and the names of all who signed them. ".repeat(9),
    reason: "They came, they looked, and it was put right within a week. ".repeat(4),
    worse: "An inspector came twice since.",
  },
};

export const briefs = [
  "某单位反映办理意见前后不一，请核实并一次性告知。",
  "某单位反映证照办理超过承诺时限，请说明原因并办结。",
  "某单位反映现场检查频次过高，请核对计划并合并检查。\n请于期限内书面答复。",
  "<b>某单位</b>反映收费依据不清，请逐项说明 & 退还多收部分。",
];
