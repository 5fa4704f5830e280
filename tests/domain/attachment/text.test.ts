import { expect, it } from "vitest";
import { clean } from "../../../app/domain/attachment/clean.server.ts";
import { cleanCopy, whyWithheld } from "./canaries.ts";

it("a text is plain UTF-8: no mark of order, no carriage returns, nothing that isn't seen", async () => {
  const bytes = Buffer.from("\ufeff第一行\r\n第\u200b二\u{e0041}行\r第三行");
  const copy = await cleanCopy(bytes, "txt");
  expect(copy.bytes.toString()).toBe("第一行\n第二行\n第三行");
  expect(copy.text).toBe("第一行\n第二行\n第三行");
});

it("a text that is none, or more than can be checked, is withheld", async () => {
  expect(whyWithheld(await clean(Buffer.from([0xff, 0xfe, 0x41]), "txt"))).toBe("broken");
  expect(whyWithheld(await clean(Buffer.alloc(1_000_001, "a"), "txt"))).toBe("tooLarge");
});
