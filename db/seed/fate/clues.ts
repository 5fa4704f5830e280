import type { Scenes } from "../scenes.ts";
import type { Matter } from "../texts/matter.ts";
import type { Fate } from "./fate.ts";

type Told = Pick<Matter, "title" | "about" | "field" | "conduct"> & { says: string };

const told = {
  materials: {
    title: "王科长要求改用他介绍的材料商",
    about: "市建设局验收窗口",
    field: "landAndConstruction",
    conduct: "extortion",
    says: "竣工验收送件以后，经办的王科长两次打电话来，要我们改用他介绍的材料商，说不换就排到下个月。我们的材料都有合格证，换一家要多花三十多万元。通话记录和对方报价单都保存着。",
  },
  dinner: {
    title: "检查人员要企业报销餐费和油费",
    about: "市场监管所检查人员",
    field: "inspection",
    conduct: "extortion",
    says: "上个月两次检查，都没有发现问题。临走时带队的人把餐费和加油的票交给我们财务，说以前的企业都是这么办的。我们不敢不收，票据复印件留着。",
  },
  subsidy: {
    title: "申请补贴被暗示要给“辛苦费”",
    about: "补贴受理窗口",
    field: "policyDelivery",
    conduct: "extortion",
    says: "技改补贴的材料三次退回，每次说法都不一样。后来有人加了我们经办人的微信，说给一点辛苦费，材料就能一次过。聊天记录已经截图。",
  },
  leak: {
    title: "投标报价被提前告诉竞争对手",
    about: "公共资源交易窗口",
    field: "tendering",
    conduct: "leakedSecrets",
    says: "开标前一天，竞争对手已经说得出我们的报价，只比我们低两千元。知道报价的，除了我们自己，只有受理窗口的经办人。",
  },
} satisfies Record<string, Told>;

/** A few matters of the present year that the discipline team has, or had and gave back; and two that somebody may not see. */
export const clues: readonly Fate[] = [
  fate([1], told.materials, (s) => [...s.submit(), ...s.moveToClue()]),
  fate([3], told.dinner, (s) => [...s.submit(), ...s.moveToClue(), ...s.acceptClue(), ...s.noteClue()]),
  fate([2], told.subsidy, (s) => [...concluding(s), ...s.concludeClue("verified", 12)]),
  fate([16], told.leak, (s) => [...concluding(s), ...s.concludeClue("unfounded", 20)]),
  { ages: [1, 4], needs: isChinese, beats: (s) => [...s.submit(), ...s.moveToClue(), ...s.returnFromClue()] },
  { ages: [1], needs: isChinese, beats: (s) => [...s.submit(), ...s.recuse("supervisor-2"), ...s.accept(0)] },
  { ages: [2], needs: isChinese, beats: (s) => [...s.submit(), ...s.recuse("leader-3"), ...s.accept(0)] },
];

function isChinese({ locale }: Matter) {
  return locale === "zh-CN";
}

function fate(
  ages: readonly number[],
  { says, ...matter }: Told,
  beats: (s: Scenes) => ReturnType<Fate["beats"]>,
): Fate {
  return {
    ages,
    needs: isChinese,
    fixed: { papers: [], matter: { ...matter, description: () => says } },
    beats,
  };
}

const concluding = (s: Scenes) => [
  ...s.submit(),
  ...s.accept(),
  ...s.moveToClue(),
  ...s.acceptClue(),
  ...s.noteClue(),
];
