import { describe, expect, it } from "vitest";
import {
  differing,
  errorsOf,
  markOf,
  nextStepOf,
  typedIn,
} from "../../../app/domain/complaint/draft-steps.ts";

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

describe("what a form has seen of its step", () => {
  const form = (fields: Record<string, string>) => {
    const all = new FormData();
    for (const [name, value] of Object.entries(fields)) all.append(name, value);
    return all;
  };

  it("is told from every change, and from nothing that another step says", () => {
    const mark = markOf("what", what);
    for (const name of Object.keys(what)) expect(markOf("what", { ...what, [name]: "别的" })).not.toBe(mark);
    expect(markOf("what", { ...what, title: "", description: what.title + what.description })).not.toBe(mark);
    expect(markOf("what", { ...what, about: "审图窗口" })).toBe(mark);
  });

  it("is the same whether a plain form or a script sent it", () => {
    const typed = typedIn("what", form({ ...what, description: "一\r\n二" }));
    expect(markOf("what", typed)).toBe(markOf("what", { ...what, description: "一\n二" }));
    expect(differing("what", typed, { ...what, description: "一\n二" })).toEqual([]);
    expect(differing("what", typed, what)).toEqual(["description"]);
  });
});
