import type { Dice } from "./dice.ts";
import { mutated, text } from "./nasty.ts";

const hex = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");

/** The beginnings of files that are taken, and of some that are not. */
const heads = [
  Buffer.from("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"),
  hex(
    "89504e470d0a1a0a 0000000d49484452 00000001 00000001 0806000000 1f15c489 0000000a49444154 789c6300010000050001 0d0a2db4 0000000049454e44 ae426082",
  ),
  hex("ffd8ffe0 00104a464946 0001 0100 0001 0001 0000 ffdb0043 00"),
  hex("00000018 66747970 68656963 00000000 68656963 6d696631"),
  hex("504b0304 1400 0600 0800 00002100 00000000 00000000 00000000 1300 0000"),
  Buffer.concat([
    hex("504b0304 1400 0000 0000 00000000 00000000 00000000 00000000 1300 0000"),
    Buffer.from("[Content_Types].xml"),
  ]),
  hex("504b0506 0000 0000 ffff ffff ffffffff ffffffff 0000"),
  hex("d0cf11e0a1b11ae1"),
  hex("4d5a9000 03000000"),
  hex("7f454c46 02010100"),
  Buffer.from("GIF89a\u0001\u0000\u0001\u0000"),
  Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
  Buffer.from("<!doctype html><script>alert(1)</script>"),
  Buffer.from("说明：办理情况如下。\n"),
  Buffer.from("X5O!P%@AP[4\\PZX54(P^)7CC)7}"),
  hex("1f8b0800 00000000 0003"),
  hex("fffe 2d4e"),
];

/** What somebody might send for a file: a true beginning and nonsense behind it, or nonsense from the start. */
export function file(dice: Dice): Buffer {
  const size = dice.isOneIn(50) ? dice.below(200_000) : dice.below(2_000);
  const bytes = Buffer.concat([dice.pick(heads), dice.isOneIn(2) ? dice.bytes(size) : Buffer.alloc(size)]);
  return dice.isOneIn(2) ? mutated(bytes, dice) : bytes;
}

/** A name for it, with the quotes and line ends that a header can't have written otherwise. */
export function fileName(dice: Dice): string {
  const name = dice.isOneIn(2) ? text(dice) : dice.pick(["证据", "a", "..", "con", "x".repeat(300)]);
  const ending = dice.pick([
    ".pdf",
    ".png",
    ".docx",
    ".xlsx",
    ".exe",
    ".PDF.",
    "",
    ".txt",
    ".svg",
    ".heic",
    ".jpg.html",
  ]);
  return `${name}${ending}`.replaceAll(/[\r\n"]/g, (sign) => encodeURIComponent(sign));
}
