import { zip } from "../../../app/domain/attachment/zip.server.ts";

const office = "http://schemas.openxmlformats.org";
const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const paragraph = (line: string) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`;

/** A letter with these paragraphs. */
export function docx(lines: readonly string[]): Buffer {
  const parts = {
    "[Content_Types].xml": `${head}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `${head}<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${lines.map(paragraph).join("")}</w:body></w:document>`,
  };
  return zip(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)] as const));
}
