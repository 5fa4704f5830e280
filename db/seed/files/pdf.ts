const LINE_SIGNS = 34;

// Text as UTF-16 hex in one of the fonts that every reader knows by name: nothing has to be embedded.
const hex = (text: string) => Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase();

const broken = (line: string) => line.match(new RegExp(`.{1,${LINE_SIGNS}}`, "gu")) ?? [""];

/** One page with these lines, the first as its heading. */
export function pdf(lines: readonly string[]): Buffer {
  const [heading = "", ...rest] = lines.flatMap(broken);
  const text = [
    "BT /F1 16 Tf 72 770 Td",
    `<${hex(heading)}> Tj /F1 11 Tf 0 -34 Td 19 TL`,
    ...rest.map((line) => `<${hex(line)}> Tj T*`),
    "ET",
  ].join("\n");
  return assemble([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [6 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R /DW 1000 >>",
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
  ]);
}

/** The objects one after the other, and the table of where each begins. */
function assemble(objects: readonly string[]): Buffer {
  let body = "%PDF-1.5\n";
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const size = objects.length + 1;
  const entries = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries}`;
  return Buffer.from(
    `${body}${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    "latin1",
  );
}
