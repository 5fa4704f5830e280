import type { FileType, Withheld } from "../../../db/vocabulary.ts";
import { CannotClean, type Cleaned, TEXT_LIMIT } from "./cleaned.ts";
import { cleanImage } from "./image.server.ts";
import { cleanOffice } from "./office.server.ts";
import { cleanPdf } from "./pdf.server.ts";
import { cleanText } from "./text.ts";

export type Outcome = ({ ok: true } & Cleaned) | { ok: false; withheld: Withheld };

/** The cleaned copy of a file of this type, or why there is none. Whatever breaks inside a file is an answer. */
export async function clean(bytes: Uint8Array, type: FileType): Promise<Outcome> {
  try {
    const cleaned = await cleanAs(bytes, type);
    if (cleaned.text.length > TEXT_LIMIT) return { ok: false, withheld: "tooLarge" };
    return { ok: true, ...cleaned };
  } catch (error) {
    return { ok: false, withheld: error instanceof CannotClean ? error.why : "broken" };
  }
}

async function cleanAs(bytes: Uint8Array, type: FileType): Promise<Cleaned> {
  switch (type) {
    case "txt":
      return cleanText(bytes);
    case "pdf":
      return cleanPdf(bytes);
    case "docx":
    case "xlsx":
    case "pptx":
      return cleanOffice(bytes, type);
    case "jpg":
    case "png":
      return { bytes: (await cleanImage(bytes)).bytes, text: "" };
    // The image library is built without a decoder of it: its patents are others'.
    case "heic":
      throw new CannotClean("cannotClean");
  }
}
