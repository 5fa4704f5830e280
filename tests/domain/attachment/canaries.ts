import { inflateSync } from "node:zlib";
import sharp from "sharp";
import { clean, type Outcome } from "../../../app/domain/attachment/clean.server.ts";
import { unzip, zip } from "../../../app/domain/attachment/zip.server.ts";
import type { FileType } from "../../../db/vocabulary.ts";

/** Stands wherever a file may say who made it, and must be nowhere in the copy. */
export const CANARY = "KanarienYunling";

/** Everything that is written in a file: its bytes, and the parts and streams in it unpacked. */
function layersOf(bytes: Buffer): Buffer[] {
  if (bytes.subarray(0, 2).toString("latin1") === "PK") return [bytes, ...unzip(bytes).values()];
  const layers = [bytes];
  for (let at = bytes.indexOf("stream"); at >= 0; at = bytes.indexOf("stream", at + 6)) {
    const from = bytes[at + 6] === 13 ? at + 8 : at + 7;
    try {
      layers.push(inflateSync(bytes.subarray(from), { finishFlush: 2 }));
    } catch {
      // The end of a stream, or one that is not packed.
    }
  }
  return layers;
}

/** How often the canary stands in a file, in any of the ways in which it can be written. */
export function canariesIn(file: Uint8Array): number {
  const wide = Buffer.from(CANARY, "utf16le");
  const forms = [
    Buffer.from(CANARY),
    wide,
    Buffer.from(wide).swap16(),
    Buffer.from(Buffer.from(CANARY).toString("hex")),
    Buffer.from(Buffer.from(wide).swap16().toString("hex").toUpperCase()),
  ];
  return layersOf(Buffer.from(file)).flatMap((layer) => forms.filter((form) => layer.includes(form))).length;
}

export const exif = { IFD0: { Artist: CANARY, Make: CANARY }, IFD3: { GPSLatitude: "24/1 28/1 0/1" } };
export const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${CANARY}</a></x:xmpmeta>`;

/** A photograph that says by whom, with what and where it was taken, and lies on its side. */
export const photo = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: "#a02020" } })
    .withExif(exif)
    .withXmp(xmp)
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

/** The copy of a file that can be cleaned. */
export async function cleanCopy(bytes: Uint8Array, type: FileType) {
  const outcome = await clean(bytes, type);
  if (!outcome.ok) throw new Error(`withheld: ${outcome.withheld}`);
  return { bytes: Buffer.from(outcome.bytes), text: outcome.text };
}

export const whyWithheld = (outcome: Outcome) => (outcome.ok ? null : outcome.withheld);

/** An office file of these parts. */
export const packageOf = (parts: Record<string, string | Buffer>) =>
  zip(Object.entries(parts).map(([name, part]) => [name, Buffer.from(part)] as const));

export const office = "http://schemas.openxmlformats.org";
const base = `${office}/officeDocument/2006/relationships`;

/** The relations of a part: `rId1` leads to the first, with `->` for what lies outside. */
export const relations = (...to: (readonly [kind: string, target: string])[]) =>
  `<Relationships xmlns="${office}/package/2006/relationships">${to
    .map(
      ([kind, target], nth) =>
        `<Relationship Id="rId${nth + 1}" Type="${base}/${kind}" Target="${target.replace("->", "")}"${
          target.startsWith("->") ? ' TargetMode="External"' : ""
        }/>`,
    )
    .join("")}</Relationships>`;
