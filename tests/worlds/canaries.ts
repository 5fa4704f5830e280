import { PDFDocument } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { unzip } from "../../app/domain/attachment/zip.server.ts";
import { bytesOf } from "../../db/seed/files/paper.ts";
import { packageOf } from "../domain/attachment/canaries.ts";
import type { File } from "./ask.ts";

/** Strings that stand nowhere else, each with the place where it was put. */
export class Canaries {
  readonly placed = new Map<string, string>();

  /** A new one for this place, which no word of the office holds. */
  in(place: string): string {
    const canary = `kanarie${String(this.placed.size + 1).padStart(2, "0")}q`;
    this.placed.set(canary, place);
    return canary;
  }

  /** Those that stand in a text, however they are written: as they are, escaped, or packed in base64 or hex. */
  foundIn(text: Buffer | string): string[] {
    const held = Buffer.from(text).toString("latin1").toLowerCase();
    const isHeld = (canary: string) => formsOf(canary).some((form) => held.includes(form.toLowerCase()));
    return [...this.placed]
      .filter(([canary]) => isHeld(canary))
      .map(([canary, place]) => `${canary} (${place})`);
  }
}

/** A text in base64 looks otherwise by where in three bytes it begins: the part that stays the same of each. */
const inBase64 = (text: string) =>
  [0, 1, 2].map((shift) => {
    const packed = Buffer.from(" ".repeat(shift) + text).toString("base64");
    return packed.slice(shift === 0 ? 0 : shift + 1, Math.floor(((text.length + shift) * 4) / 3) - 1);
  });

const formsOf = (canary: string) => [
  canary,
  Buffer.from(canary).toString("hex"),
  Buffer.from(canary, "utf16le").toString("latin1"),
  Buffer.from(canary, "utf16le").swap16().toString("latin1"),
  ...inBase64(canary),
];

const lines = ["审图意见", "第三次补正，意见与前两次不同。"];

/** Files that say in their names and in every corner of them who made them. */
export async function tellingFiles(canaries: Canaries): Promise<File[]> {
  const exif = {
    Artist: canaries.in("photo, artist"),
    Make: canaries.in("photo, camera"),
    Copyright: canaries.in("photo, rights"),
  };
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#207020" } })
    .withExif({ IFD0: exif })
    .jpeg()
    .toBuffer();
  const paper = await PDFDocument.load(bytesOf({ name: "a.pdf", lines }));
  paper.setAuthor(canaries.in("pdf, author"));
  paper.setTitle(canaries.in("pdf, title"));
  paper.setKeywords([canaries.in("pdf, keywords")]);
  const core = `<?xml version="1.0"?><c xmlns:dc="d"><dc:creator>${canaries.in("docx, author")}</dc:creator><dc:title>${canaries.in("docx, title")}</dc:title></c>`;
  const letter = packageOf({
    ...Object.fromEntries(unzip(bytesOf({ name: "a.docx", lines }))),
    "docProps/core.xml": core,
  });
  return [
    { name: `${canaries.in("photo, name")}.jpg`, bytes: photo },
    { name: `${canaries.in("pdf, name")}.pdf`, bytes: Buffer.from(await paper.save()) },
    { name: `${canaries.in("docx, name")}.docx`, bytes: letter },
  ];
}
