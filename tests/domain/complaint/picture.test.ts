import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { lifecyclePicture } from "../../../app/domain/complaint/picture.ts";

it("stands in the README as the table draws it", () => {
  expect(readFileSync("README.md", "utf8")).toContain(lifecyclePicture());
});
