import { expect, it } from "vitest";
import { checkBrief } from "../../../app/domain/complaint/brief.ts";

const original = {
  names: ["云岭精密"],
  text: "我司三月递交的图纸，三次补正意见每次都不一样，开工一再推迟。",
};

it("points out a name, and twelve characters in a row of the enterprise's own", () => {
  expect(checkBrief("某企业反映补正意见前后不一。", original)).toEqual({ noName: true, ownWords: true });
  expect(checkBrief("请核实云岭 精密的图纸。", original).noName).toBe(false);
  expect(checkBrief("反映三次补正意见，每次都不一样。", original).ownWords).toBe(false);
  // Eleven in a row are still a summary.
  expect(checkBrief("补正意见每次都不一样开", original).ownWords).toBe(true);
  expect(checkBrief("", original)).toEqual({ noName: true, ownWords: true });
});
