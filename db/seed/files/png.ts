import { crc32, deflateSync } from "node:zlib";

const [WIDTH, HEIGHT] = [360, 220];
const [PAPER, FRAME, BAR, AXIS] = [255, 214, 96, 40];

/** A grey chart of bars, one for each sign of the words' beginning: what a screenshot looks like from afar. */
export function png(lines: readonly string[]): Buffer {
  const bars = [...lines.join("")].slice(0, 16).map((sign) => 20 + ((sign.codePointAt(0) ?? 0) % 140));
  const rows = Array.from({ length: HEIGHT }, (_, y) => {
    const row = Buffer.alloc(WIDTH + 1, PAPER);
    // The first byte of a row names its filter: none.
    row[0] = 0;
    for (let x = 0; x < WIDTH; x++) row[x + 1] = shadeAt(x, y, bars);
    return row;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  // Eight bits, grey.
  header[8] = 8;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function shadeAt(x: number, y: number, bars: readonly number[]): number {
  const isEdge = x < 2 || y < 2 || x >= WIDTH - 2 || y >= HEIGHT - 2;
  if (isEdge) return FRAME;
  if (y === HEIGHT - 24) return AXIS;
  const height = (x - 24) % 20 < 13 ? (bars[Math.floor((x - 24) / 20)] ?? 0) : 0;
  return x >= 24 && y < HEIGHT - 24 && y >= HEIGHT - 24 - height ? BAR : PAPER;
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, sum]);
}
