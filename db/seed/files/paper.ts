import { readFileSync } from "node:fs";
import { docx } from "./docx.ts";
import { pdf } from "./pdf.ts";
import { png } from "./png.ts";

/** A file that somebody of the city hands in: its name, whose ending is its type, and what it says. */
export interface Paper {
  name: string;
  lines: readonly string[];
}

/** The bytes of a paper, valid for its type; the same for the same words. */
export function bytesOf({ name, lines }: Paper): Buffer {
  const type = name.slice(name.lastIndexOf(".") + 1);
  switch (type) {
    case "pdf":
      return pdf(lines);
    case "docx":
      return docx(lines);
    case "png":
      return png(lines);
    case "jpg":
      return photo(lines);
    case "txt":
      return Buffer.from(`${lines.join("\n")}\n`);
    default:
      throw new Error(`The city writes no ${type}.`);
  }
}

let notice: Buffer | undefined;

/** The photograph of a notice at a counter, with the words in its comment, so that no two are the same file. */
function photo(lines: readonly string[]): Buffer {
  notice ??= readFileSync(new URL("notice.jpg", import.meta.url));
  const comment = Buffer.from(lines.join("\n"));
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xfe, (comment.length + 2) >> 8, (comment.length + 2) & 0xff]);
  return Buffer.concat([head, comment, notice.subarray(2)]);
}
