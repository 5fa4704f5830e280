import type { Operation } from "./pdf-content.ts";

/** How the bytes of a font's text are read. */
export type ReadBytes = (bytes: Buffer) => string;

/** The text that a content shows, as far as its fonts tell; a line for each piece. */
export function textShown(operations: readonly Operation[], fonts: ReadonlyMap<string, ReadBytes>): string {
  let read: ReadBytes = () => "";
  const pieces: string[] = [];
  for (const { operator, operands } of operations) {
    if (operator === "Tf") read = fonts.get(operands[0] ?? "") ?? (() => "");
    if (!["Tj", "TJ", "'", '"'].includes(operator)) continue;
    const said = operands.at(-1) ?? "";
    for (const [one] of said.matchAll(/\((?:\\[\s\S]|[^\\)])*\)|<[^<>]*>/g)) pieces.push(read(bytesOf(one)));
    pieces.push("\n");
  }
  return pieces.join("");
}

const ESCAPES: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function bytesOf(written: string): Buffer {
  const inside = written.slice(1, -1);
  if (written.startsWith("<")) {
    const digits = inside.replace(/[^0-9A-Fa-f]/g, "");
    return Buffer.from(digits.length % 2 ? `${digits}0` : digits, "hex");
  }
  const plain = inside.replace(/\\(?:([0-7]{1,3})|\r?\n|([\s\S]))/g, (_, octal, sign = "") =>
    octal ? String.fromCharCode(Number.parseInt(octal, 8) & 0xff) : (ESCAPES[sign] ?? sign),
  );
  return Buffer.from(plain, "latin1");
}

export const readLatin: ReadBytes = (bytes) => bytes.toString("latin1");
export const readUtf16: ReadBytes = (bytes) =>
  Buffer.from(bytes.subarray(0, bytes.length & ~1))
    .swap16()
    .toString("utf16le");

const PAIR = /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g;
const RANGE = /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])/g;
/** Of one range no more is read than a font can have. */
const CODES = 65_536;

const said = (hex: string) => readUtf16(Buffer.from(hex.padStart(4, "0"), "hex"));

/** Reads by the table that a font brings for copying text out of it. */
export function readByTable(table: string): ReadBytes {
  const known = new Map<number, string>();
  for (const [block] of table.matchAll(/beginbfchar[\s\S]*?endbfchar/g))
    for (const [, code = "", to = ""] of block.matchAll(PAIR)) known.set(Number.parseInt(code, 16), said(to));
  for (const [block] of table.matchAll(/beginbfrange[\s\S]*?endbfrange/g))
    for (const range of block.matchAll(RANGE)) takeRange(range, known);
  const space = /begincodespacerange\s*<([0-9A-Fa-f]+)>/.exec(table)?.[1] ?? "0000";
  const width = Math.max(1, space.length / 2);
  return (bytes) => {
    let text = "";
    for (let at = 0; at + width <= bytes.length; at += width)
      text += known.get(bytes.readUIntBE(at, Math.min(width, 6))) ?? "";
    return text;
  };
}

function takeRange(
  [, low = "", high = "", to = "", list = ""]: RegExpMatchArray,
  known: Map<number, string>,
) {
  const [from, until] = [Number.parseInt(low, 16), Number.parseInt(high, 16)];
  const each = [...list.matchAll(/<([0-9A-Fa-f]+)>/g)].map(([, hex = ""]) => said(hex));
  const start = said(to || "0000");
  const last = start.codePointAt(start.length - 1) ?? 0;
  for (let code = from; code <= until && code - from < CODES; code++)
    known.set(
      code,
      to ? start.slice(0, -1) + String.fromCodePoint(last + code - from) : (each[code - from] ?? ""),
    );
}
