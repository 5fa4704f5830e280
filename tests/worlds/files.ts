import { PDFDocument } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { unzip, zip } from "../../app/domain/attachment/zip.server.ts";
import { bytesOf } from "../../db/seed/files/paper.ts";
import type { File } from "./ask.ts";

/** Who made a file, with what and where: what its name and its metadata say, and its picture doesn't. */
export interface Maker {
  name: string;
  place: string;
}

const lines = ["审图意见", "第三次补正，意见与前两次不同。"];

async function photo({ name, place }: Maker): Promise<File> {
  const bytes = await sharp({ create: { width: 48, height: 32, channels: 3, background: "#a02020" } })
    .withExif({ IFD0: { Artist: name, Make: place, Copyright: `${name} ${place}` } })
    .jpeg()
    .toBuffer();
  return { name: `${name}-${place}厂房.jpg`, bytes };
}

async function paper({ name, place }: Maker): Promise<File> {
  const file = await PDFDocument.load(bytesOf({ name: "paper.pdf", lines }));
  file.setAuthor(name);
  file.setCreator(place);
  file.setTitle(`${name}的材料`);
  return { name: `${place}_${name}.pdf`, bytes: Buffer.from(await file.save({ useObjectStreams: false })) };
}

function letter({ name, place }: Maker): File {
  const parts = unzip(bytesOf({ name: "letter.docx", lines }));
  const core = `<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${name}</dc:creator><dc:description>${place}</dc:description></cp:coreProperties>`;
  return { name: `${name}.docx`, bytes: zip([...parts, ["docProps/core.xml", Buffer.from(core)]]) };
}

/** Files that look the same whoever made them. */
export const filesOf = async (maker: Maker): Promise<File[]> => [
  await photo(maker),
  await paper(maker),
  letter(maker),
];
