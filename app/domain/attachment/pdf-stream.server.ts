import { deflateSync, inflateSync, constants as zlib } from "node:zlib";
import { decodePDFRawStream, PDFArray, PDFDict, PDFName, type PDFRawStream } from "@cantoo/pdf-lib";
import { CannotClean } from "./cleaned.ts";
import { stripJpeg } from "./jpeg.ts";

/** What one stream may come to: a large scanned page, not a bomb. */
const LIMIT_BYTES = 128 * 1024 * 1024;

/** The names of the filters that a stream went through, the outermost first. */
export function filtersOf({ dict }: PDFRawStream): string[] {
  const filter = dict.lookup(PDFName.of("Filter"));
  const all = filter instanceof PDFArray ? filter.asArray().map((one) => dict.context.lookup(one)) : [filter];
  return all.filter((one) => one instanceof PDFName).map((one) => one.decodeText());
}

const hasParameters = ({ dict }: PDFRawStream) => dict.lookup(PDFName.of("DecodeParms")) instanceof PDFDict;

/** The bytes of a stream as its filters give them; throws `CannotClean` where they can't be had. */
export function decoded(stream: PDFRawStream): Buffer {
  const filters = filtersOf(stream);
  if (filters.length === 0) return Buffer.from(stream.contents);
  if (filters.join() === "FlateDecode" && !hasParameters(stream)) return inflated(stream.contents);
  return Buffer.from(decodePDFRawStream(stream).decode());
}

function inflated(bytes: Uint8Array): Buffer {
  try {
    // Many writers leave out the sum at the end.
    return inflateSync(bytes, { maxOutputLength: LIMIT_BYTES, finishFlush: zlib.Z_SYNC_FLUSH });
  } catch (error) {
    const isBomb = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw new CannotClean(isBomb ? "tooLarge" : "broken");
  }
}

export const packed = (bytes: Uint8Array) => deflateSync(bytes, { level: 9 });

/** The bytes of a stream that is no content, under the same filters: a picture without what its camera wrote. */
export function cleanBytes(stream: PDFRawStream): Buffer {
  const filters = filtersOf(stream);
  if (filters.includes("JPXDecode")) throw new CannotClean("cannotClean");
  if (filters.at(-1) === "DCTDecode") {
    if (filters.length > 1) throw new CannotClean("cannotClean");
    return stripJpeg(stream.contents);
  }
  // Packed anew, so that nothing hides behind the end.
  if (filters.join() === "FlateDecode") return packed(inflated(stream.contents));
  return Buffer.from(stream.contents);
}

const STREAM = Buffer.from("stream");

/** Refuses a file before anything in it is unpacked: one of its streams would burst, or is packed twice. */
export function refuseBombs(pdf: Buffer) {
  if (/\/Filter\s*\[[^\]]*(?:Fl|LZW|#)[^\]]*(?:Fl|LZW|#)[^\]]*\]/.test(pdf.toString("latin1")))
    throw new CannotClean("tooLarge");
  for (let at = pdf.indexOf(STREAM); at >= 0; at = pdf.indexOf(STREAM, at + 1)) {
    let from = at + STREAM.length;
    while (pdf[from] === 13 || pdf[from] === 10) from++;
    const head = pdf.length > from + 2 ? pdf.readUInt16BE(from) : 0;
    // The head of packed data, RFC 1950.
    if ((head >> 8) % 16 !== 8 || head % 31 !== 0) continue;
    const end = pdf.indexOf("endstream", from);
    try {
      inflated(pdf.subarray(from, end < 0 ? undefined : end));
    } catch (error) {
      if (error instanceof CannotClean && error.why === "tooLarge") throw error;
    }
  }
}
