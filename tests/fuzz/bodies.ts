import type { Dice } from "./dice.ts";
import { file, fileName } from "./files.ts";
import { mutated, text } from "./nasty.ts";

export interface Body {
  type: string;
  bytes: Buffer;
}

/** Of a row that nobody has looked at: with it no act of a person is a valid one. It stands first and stays. */
const STALE: [string, string] = ["version", "999999999"];

type Fields = [string, string][];

/** Fields of a form: those that it has, those of others, and what never was one. */
function fields(names: readonly string[], values: readonly string[], dice: Dice): Fields {
  const said = () => (dice.isOneIn(3) ? dice.pick(values) : text(dice));
  const named: Fields = dice.some(names, names.length + 2).map((name) => [name, said()]);
  const strange: Fields = dice.isOneIn(4) ? [[text(dice), said()]] : [];
  const many: Fields = dice.isOneIn(200) ? Array.from({ length: 1500 }, (_, nth) => [`f${nth}`, "x"]) : [];
  return [STALE, ...named, ...strange, ...many];
}

const encoded = (given: Fields) =>
  Buffer.from(
    given
      .map(([name, value]) => [name, value].map((one) => encodeURIComponent(one.toWellFormed())).join("="))
      .join("&"),
  );

function nested(dice: Dice): string {
  const depth = dice.isOneIn(5) ? 5000 : dice.below(20);
  return `${dice.pick(["[", '{"a":']).repeat(depth)}${JSON.stringify(text(dice))}${dice.pick(["]", "}", ""]).repeat(depth)}`;
}

/** A form as a browser would send it, or not quite. */
export function form(names: readonly string[], values: readonly string[], dice: Dice): Body {
  const plain = encoded(fields(names, values, dice));
  const keep = encoded([STALE]).length + 1;
  const bytes = dice.isOneIn(3) ? mutated(plain, dice, keep) : plain;
  if (dice.isOneIn(12)) return { type: "application/json", bytes: Buffer.from(nested(dice)) };
  const type = dice.isOneIn(15)
    ? dice.pick([
        "",
        "text/plain",
        "application/xml",
        "multipart/form-data",
        "application/x-www-form-urlencoded; charset=utf-16",
      ])
    : "application/x-www-form-urlencoded";
  return { type, bytes };
}

/** A form with files, or what looks like one. */
export function upload(names: readonly string[], values: readonly string[], dice: Dice): Body {
  const boundary = dice.isOneIn(20) ? dice.pick(["", "-", "a b", "x".repeat(100)]) : "----fuzz";
  const part = (head: string, bytes: Buffer) =>
    Buffer.concat([Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), bytes, Buffer.from("\r\n")]);
  const line = (name: string) => `Content-Disposition: form-data; name="${name.replaceAll(/[\r\n"]/g, "")}"`;
  const first = part(line(STALE[0]), Buffer.from(STALE[1]));
  const typed = fields(names, values, dice)
    .slice(1, 40)
    .map(([name, value]) => part(line(name), Buffer.from(value)));
  const files = Array.from({ length: 1 + dice.below(dice.isOneIn(20) ? 30 : 3) }, () => {
    const field = dice.pick(["files", "attachments", "evidence", "file", ...names]);
    const kind = dice.isOneIn(3) ? `\r\nContent-Type: ${dice.pick(["image/png", "text/html", "x", ""])}` : "";
    return part(`${line(field)}; filename="${fileName(dice)}"${kind}`, file(dice));
  });
  const end = dice.isOneIn(10) ? Buffer.alloc(0) : Buffer.from(`--${boundary}--\r\n`);
  const whole = Buffer.concat([first, ...typed, ...files, end]);
  const bytes = dice.isOneIn(3) ? mutated(whole, dice, first.length) : whole;
  return { type: `multipart/form-data; boundary=${boundary}`, bytes };
}
