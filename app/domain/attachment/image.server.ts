import sharp from "sharp";
import { CannotClean } from "./cleaned.ts";

/** More than a large camera's picture, and what still fits into memory when it is decoded. */
const LIMIT_PIXELS = 60_000_000;

const kinds = ["jpeg", "png", "gif"] as const;
type Kind = (typeof kinds)[number];

/**
 * A picture made anew from its pixels, turned as it is to be seen: whatever else was in the file stays
 * behind. Throws `CannotClean`, of pictures of a kind that can't be decoded here as well.
 */
export async function cleanImage(bytes: Uint8Array): Promise<{ bytes: Buffer; kind: Kind }> {
  const options = { limitInputPixels: LIMIT_PIXELS, failOn: "error", animated: false } as const;
  const facts = await sharp(bytes, options).metadata().catch(refuse);
  const kind = kinds.find((one) => one === facts.format);
  if (!kind) throw new CannotClean("cannotClean");
  if (facts.width * facts.height > LIMIT_PIXELS) throw new CannotClean("tooLarge");
  const picture = sharp(bytes, options).autoOrient().timeout({ seconds: 20 });
  const written = {
    jpeg: () => picture.jpeg({ quality: 88, mozjpeg: false }),
    png: () => picture.png({ compressionLevel: 9 }),
    gif: () => picture.gif(),
  }[kind]();
  return { kind, bytes: await written.toBuffer().catch(refuse) };
}

/** The library tells a picture of another kind from a broken one by its words alone. */
function refuse(error: Error): never {
  throw new CannotClean(/unsupported|pixel limit/.test(error.message) ? "cannotClean" : "broken");
}
