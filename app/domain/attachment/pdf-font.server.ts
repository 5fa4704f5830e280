import { PDFDict, PDFName, type PDFObject, PDFRawStream } from "@cantoo/pdf-lib";
import { decoded } from "./pdf-stream.server.ts";
import { type ReadBytes, readByTable, readLatin, readUtf16 } from "./pdf-text.ts";

/** How the text of each font of a content is read, by the font's name there. */
export function fontsOf(resources: PDFObject | undefined): Map<string, ReadBytes> {
  const fonts = resources instanceof PDFDict ? resources.lookup(PDFName.of("Font")) : undefined;
  if (!(fonts instanceof PDFDict)) return new Map();
  return new Map(fonts.keys().map((name) => [name.asString(), readingOf(fonts.lookup(name))]));
}

function readingOf(font: PDFObject | undefined): ReadBytes {
  if (!(font instanceof PDFDict)) return () => "";
  const table = font.lookup(PDFName.of("ToUnicode"));
  if (table instanceof PDFRawStream) return readByTable(decoded(table).toString("latin1"));
  const encoding = font.lookup(PDFName.of("Encoding"));
  const called = encoding instanceof PDFName ? encoding.decodeText() : "";
  if (/UTF16|UCS2/.test(called)) return readUtf16;
  // A font of many signs without a table says nothing of what they are.
  return font.has(PDFName.of("DescendantFonts")) ? () => "" : readLatin;
}
