import type { Dice } from "./dice.ts";

/** What has broken programs before. */
const strings = [
  ...["", " ", "0", "-1", "1e999", "NaN", "null", "undefined", "true", "[]", "{}", "999999999999999999999"],
  ...[
    "2147483648",
    "-9223372036854775809",
    "0x10",
    "１２",
    "١٢",
    "1,5",
    "2026-02-30",
    "0000-00-00",
    "2026-13-01",
  ],
  ...[
    "'",
    '"',
    "';--",
    "' or 1=1--",
    "$$;drop table event;$$",
    "\\",
    "%",
    "%00",
    "%ff",
    "_",
    "*",
    "#{7*7}",
    "{{7*7}}",
  ],
  ...[
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "//elsewhere.example",
  ],
  ...[
    "../../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "/dev/zero",
    "file:///etc/passwd",
    "=cmd|'/c calc'!A1",
  ],
  ...[
    "\u0000",
    "a\u0000b",
    "\u0001\u0008\u001b",
    "\ud800",
    "\udfff\ud800",
    "\u202e\u2066",
    "\ufeff",
    "\ufffe",
    "é́́́́",
    "👨‍👩‍👧‍👦",
  ],
  ...[
    "\r\nSet-Cookie: huiyin_session=x",
    "a\r\n\r\nb",
    "\n",
    "\t",
    "，。；",
    "乱作为",
    "𠮷𠮷",
    "ﷺ".repeat(50),
  ],
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "then", "a[b][c]", "a.b.c", "a[]", "$where"],
  ...[
    "HY2026-00001",
    "HY2026-99999",
    "HY0000-00000",
    "HY9999999999-1",
    "JB-0000-0000",
    "LXD-001",
    "LXD-999999",
  ],
  ...[
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "not-an-id",
    "a@b.c",
    "@",
    "a@b@c",
  ],
];

/** Some text: one that has broken things before, or a long one, or what a person might type. */
export function text(dice: Dice): string {
  if (dice.isOneIn(40)) return dice.pick(["a", "汉", "\u0000", "%", "\ud83d"]).repeat(dice.below(20_000));
  if (dice.isOneIn(4)) return dice.bytes(dice.below(40)).toString("latin1");
  if (dice.isOneIn(3)) return `${dice.pick(strings)}${dice.pick(strings)}`;
  return dice.pick(strings);
}

/** Some bytes turned, taken out, put in or cut off, none of them before a place. */
export function mutated(bytes: Buffer, dice: Dice, from = 0): Buffer {
  if (bytes.length <= from) return bytes;
  const at = from + dice.below(bytes.length - from);
  const head = bytes.subarray(0, at);
  switch (dice.below(5)) {
    case 0: {
      const turned = Buffer.from(bytes);
      for (let many = 1 + dice.below(8); many > 0; many--)
        turned[from + dice.below(bytes.length - from)] = dice.below(256);
      return turned;
    }
    case 1:
      return Buffer.concat([head, bytes.subarray(at + dice.below(64))]);
    case 2:
      return Buffer.concat([head, dice.bytes(dice.below(64)), bytes.subarray(at)]);
    case 3:
      return Buffer.concat([head, bytes.subarray(from)]);
    default:
      return head;
  }
}
