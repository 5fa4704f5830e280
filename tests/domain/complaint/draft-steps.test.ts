import { describe, expect, it } from "vitest";
import { errorsOf, nextStepOf } from "../../../app/domain/complaint/draft-steps.ts";

const what = {
  kind: "complaint",
  title: "图纸三次补正",
  description: "每次意见都不一样。",
  field: "landAndConstruction",
  conduct: "delay",
};
const today = "2026-03-02";

describe("the day since when", () => {
  it.each([
    ["", {}],
    ["2026-03-01", {}],
    [today, {}],
    ["2026-03-03", { sinceOn: "inFuture" }],
    [" 2027-01-01 ", { sinceOn: "inFuture" }],
    ["2026-02-30", { sinceOn: "notADay" }],
  ])("%j is answered by %j", (sinceOn, errors) => {
    expect(errorsOf("who", { about: "审图窗口", sinceOn }, today)).toEqual(errors);
  });

  it("is asked for again where a draft goes on with one that is to come", () => {
    expect(nextStepOf({ ...what, about: "审图窗口", sinceOn: "2026-03-01" }, today)).toBe("evidence");
    expect(nextStepOf({ ...what, about: "审图窗口", sinceOn: "2026-03-03" }, today)).toBe("who");
  });
});
