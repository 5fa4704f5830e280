import { expect, it } from "vitest";
import { clueSigns } from "../../../app/domain/clue/sign.ts";
import { CONDUCTS } from "../../../db/vocabulary.ts";

const plain = {
  title: "图纸三次补正",
  description: "每次意见都不一样。",
  about: "审图窗口",
  conduct: "delay" as const,
};

it("a breach of discipline speaks for a clue, whatever is written", () => {
  const breaches = CONDUCTS.filter((conduct) => clueSigns({ ...plain, conduct }).includes("conduct"));
  expect(breaches).toEqual(["extortion", "leakedSecrets", "retaliation"]);
});

it.each([
  "王科长说不换就排到下个月",
  "窗口的李某处长",
  "张建国副局长亲自打电话",
  "找的是科长赵某",
  "带队的陈所长",
  "Director Wang asked us for a favour",
  "a certain Mr. Lin at the window",
])("somebody named speaks for a clue: %s", (description) => {
  expect(clueSigns({ ...plain, description })).toEqual(["person"]);
});

it.each([
  "已向科长反映，没有回音",
  "现任局长上任以后",
  "对方队长没有出示证件",
  "行政审批科长期没有答复",
  "主任医师职称评审材料",
  "the director of the bureau",
  "每次意见都不一样",
])("an office without a name does not: %s", (description) => {
  expect(clueSigns({ ...plain, description })).toEqual([]);
});

it("looks at the title and at whom it is about as well", () => {
  expect(clueSigns({ ...plain, title: "孙科长拖着不办" })).toEqual(["person"]);
  expect(clueSigns({ ...plain, about: "市建设局郑处长" })).toEqual(["person"]);
});
