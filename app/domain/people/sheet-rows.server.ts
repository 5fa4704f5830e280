import { readFile } from "node:fs/promises";
import { type CellValue, streamXlsxRows } from "hucre/xlsx";
import { MOST_POINTS, type SheetRow } from "./sheet-point.ts";

/** What a workbook of a few thousand rows never weighs once unpacked; a bomb does. */
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;

/** The filled rows of a workbook's first sheet, one more than may be at most; null where it can't be read. */
export async function sheetRowsOf(path: string): Promise<SheetRow[] | null> {
  try {
    const bytes = await readFile(path);
    if (unpackedBytes(bytes) > MOST_UNPACKED_BYTES) return null;
    const rows: SheetRow[] = [];
    for await (const { index, values } of streamXlsxRows(bytes)) {
      const cells = values.map(shown);
      if (cells.some((cell) => cell.trim() !== "")) rows.push({ row: index + 1, cells });
      if (rows.length > MOST_POINTS + 1) break;
    }
    return rows;
  } catch {
    return null;
  }
}

/** A cell as its reader sees it. A day is stored as wall time in UTC, so its date is the office's. */
function shown(value: CellValue): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  return value === null ? "" : String(value);
}

/** What the parts of a zip say they unpack to; the reader stops at what they say. */
function unpackedBytes(zip: Buffer): number {
  const end = zip.lastIndexOf("PK\x05\x06", undefined, "latin1");
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  let total = 0;
  for (let part = 0; part < count; part++) {
    const [packed, unpacked] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)];
    // A part that doesn't say would be unpacked without an end.
    total += unpacked === 0 && packed > 2 ? Number.POSITIVE_INFINITY : unpacked;
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return total;
}
