import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { clean } from "../../../app/domain/attachment/clean.server.ts";
import { stripJpeg } from "../../../app/domain/attachment/jpeg.ts";
import { CANARY, canariesIn, cleanCopy, exif, photo, whyWithheld, xmp } from "./canaries.ts";

const plain = () => sharp({ create: { width: 40, height: 20, channels: 3, background: "#a02020" } });
describe("a picture", () => {
  it("is made anew, upright, without what the camera wrote", async () => {
    const taken = await photo();
    expect(canariesIn(taken)).toBeGreaterThan(0);
    const copy = await cleanCopy(taken, "jpg");
    expect(canariesIn(copy.bytes)).toBe(0);
    const facts = await sharp(copy.bytes).metadata();
    expect(facts).toMatchObject({ format: "jpeg", width: 20, height: 40 });
    expect([facts.exif, facts.xmp, facts.icc, facts.iptc, facts.orientation]).toEqual(
      Array(5).fill(undefined),
    );
  });

  it("keeps what is seen of a PNG, and no text beside it", async () => {
    const drawn = await plain().withExif(exif).withXmp(xmp).png().toBuffer();
    expect(canariesIn(drawn)).toBeGreaterThan(0);
    const copy = await cleanCopy(drawn, "png");
    expect(canariesIn(copy.bytes)).toBe(0);
    const [was, is] = await Promise.all([drawn, copy.bytes].map((one) => sharp(one).raw().toBuffer()));
    expect(is).toEqual(was);
  });

  it("is withheld where it can't be decoded, is cut off, or would fill the memory", async () => {
    const heic = Buffer.from("000000186674797068656963000000006d69663168656963", "hex");
    expect(whyWithheld(await clean(heic, "heic"))).toBe("cannotClean");
    const taken = await photo();
    expect(whyWithheld(await clean(taken.subarray(0, taken.length - 200), "jpg"))).toBe("broken");
    const vast = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: "white" } })
      .png()
      .toBuffer();
    expect(whyWithheld(await clean(vast, "png"))).toMatch(/tooLarge|cannotClean/);
  });

  it("inside another file loses its segments and what follows its end, and no pixel", async () => {
    const taken = Buffer.concat([await photo(), Buffer.from(CANARY)]);
    const stripped = stripJpeg(taken);
    expect(canariesIn(stripped)).toBe(0);
    const pixels = (bytes: Buffer) => sharp(bytes).raw().toBuffer();
    expect(await pixels(stripped)).toEqual(await pixels(taken));
  });
});
