import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import { CannotClean } from "./cleaned.ts";

/** What all parts of an archive may come to together: one that claims or makes more is a bomb. */
const LIMIT_BYTES = 64 * 1024 * 1024;
const LIMIT_PARTS = 2000;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** 1 January 1980, the first day that a zip knows: when a file was packed is nobody's to know. */
const DATE = 0x21;
const [STORED, DEFLATED] = [0, 8];
const ENCRYPTED = 1;

/** The parts of an archive by name. Only what the index names is read; two parts of one name are refused. */
export function unzip(bytes: Uint8Array): Map<string, Buffer> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || zip.readUInt32LE(end) !== END) throw new CannotClean("broken");
  const count = zip.readUInt16LE(end + 10);
  if (count > LIMIT_PARTS) throw new CannotClean("tooLarge");
  const parts = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  let room = LIMIT_BYTES;
  for (let nth = 0; nth < count; nth++) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new CannotClean("broken");
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    if (parts.has(name)) throw new CannotClean("broken");
    const part = partAt(zip, at, room);
    room -= part.length;
    if (!name.endsWith("/")) parts.set(name, part);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}

/** The bytes of the part whose line of the index is here, of which there may be `room` at most. */
function partAt(zip: Buffer, at: number, room: number): Buffer {
  if (zip.readUInt16LE(at + 8) & ENCRYPTED) throw new CannotClean("encrypted");
  const method = zip.readUInt16LE(at + 10);
  const size = zip.readUInt32LE(at + 20);
  const local = zip.readUInt32LE(at + 42);
  if (zip.readUInt32LE(local) !== LOCAL) throw new CannotClean("broken");
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(from, from + size);
  if (method !== STORED && method !== DEFLATED) throw new CannotClean("notUnderstood");
  if (method === STORED && packed.length > room) throw new CannotClean("tooLarge");
  return method === STORED ? packed : inflated(packed, room);
}

function inflated(packed: Buffer, room: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(room, 1) });
  } catch (error) {
    const isBomb = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw new CannotClean(isBomb ? "tooLarge" : "broken");
  }
}

/** An archive of these parts, in their order: the same parts make the same bytes. */
export function zip(parts: Iterable<readonly [name: string, bytes: Uint8Array]>): Buffer {
  const body: Buffer[] = [];
  const index: Buffer[] = [];
  let at = 0;
  for (const [name, bytes] of parts) {
    const [title, packed] = [Buffer.from(name), deflateRawSync(bytes, { level: 9 })];
    const facts = factsOf(title, packed, bytes);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    body.push(signed(LOCAL), facts, title, packed);
    index.push(signed(ENTRY), Buffer.from([20, 0]), facts, place, title);
    at += 4 + facts.length + title.length + packed.length;
  }
  const listed = Buffer.concat(index);
  const end = Buffer.alloc(18);
  const count = index.length / 5;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...body, listed, signed(END), end]);
}

/** What stands of a part both before it and in the index. */
function factsOf(title: Buffer, packed: Buffer, bytes: Uint8Array): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(DEFLATED, 4);
  facts.writeUInt16LE(DATE, 8);
  facts.writeUInt32LE(crc32(bytes), 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(bytes.length, 18);
  facts.writeUInt16LE(title.length, 22);
  return facts;
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}
