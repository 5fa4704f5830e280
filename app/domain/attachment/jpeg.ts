import { CannotClean } from "./cleaned.ts";

const [TEM, RST0, SOI, EOI, SOS, APP0, ADOBE, APP15, COM] = [
  0x01, 0xd0, 0xd8, 0xd9, 0xda, 0xe0, 0xee, 0xef, 0xfe,
] as const;
/** Length of the one segment of an application that is needed: it tells how colours are written. */
const ADOBE_LENGTH = 14;

/** The picture without the segments in which programs and cameras write, and without what follows its end. */
export function stripJpeg(bytes: Uint8Array): Buffer {
  const jpeg = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (jpeg.readUInt16BE(0) !== 0xff00 + SOI) throw new CannotClean("broken");
  const kept = [jpeg.subarray(0, 2)];
  for (let at = 2; ; ) {
    const marker = jpeg[at + 1];
    if (jpeg[at] !== 0xff || marker === undefined) throw new CannotClean("broken");
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) return Buffer.concat([...kept, jpeg.subarray(at, at + 2)]);
    const end = isBare(marker) ? at + 2 : at + 2 + jpeg.readUInt16BE(at + 2);
    if (isPicture(marker, end - at - 2)) kept.push(jpeg.subarray(at, end));
    const next = marker === SOS ? endOfScan(jpeg, end) : end;
    if (marker === SOS) kept.push(jpeg.subarray(end, next));
    at = next;
  }
}

const isBare = (marker: number) => marker === TEM || (marker >= RST0 && marker <= SOI);

function isPicture(marker: number, length: number): boolean {
  if (marker === ADOBE) return length === ADOBE_LENGTH;
  return marker !== COM && (marker < APP0 || marker > APP15);
}

/** Where the picture's own data end: at a marker that is neither an escaped byte nor a restart. */
function endOfScan(jpeg: Buffer, from: number): number {
  for (let at = jpeg.indexOf(0xff, from); at >= 0; at = jpeg.indexOf(0xff, at + 1)) {
    const marker = jpeg[at + 1];
    if (marker !== undefined && marker !== 0 && marker !== 0xff && !(marker >= RST0 && marker < SOI))
      return at;
  }
  throw new CannotClean("broken");
}
