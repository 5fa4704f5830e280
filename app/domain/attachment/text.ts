import { CannotClean, type Cleaned } from "./cleaned.ts";

/** A text in UTF-8 with plain line ends, without what is not to be seen in it. */
export function cleanText(bytes: Uint8Array): Cleaned {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new CannotClean("broken");
  }
  const seen = text
    .replace(/\r\n?/g, "\n")
    // Zero widths and tags can carry a mark that nobody sees.
    .replace(/[\p{Cf}\p{Co}\p{Cn}]/gu, "")
    .normalize("NFC");
  return { bytes: Buffer.from(seen), text: seen };
}
