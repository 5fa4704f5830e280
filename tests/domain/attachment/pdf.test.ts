import { deflateSync } from "node:zlib";
import { PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { clean } from "../../../app/domain/attachment/clean.server.ts";
import { bytesOf } from "../../../db/seed/files/paper.ts";
import { CANARY, canariesIn, cleanCopy, photo, whyWithheld } from "./canaries.ts";

/** A document with the canary wherever a writer may leave its name. */
async function told(): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  for (const set of ["setTitle", "setAuthor", "setSubject", "setProducer", "setCreator"] as const)
    pdf[set](CANARY);
  pdf.setKeywords([CANARY]);
  const { context, catalog } = pdf;
  const page = pdf.addPage([300, 200]);
  page.drawText("Counter notice", {
    font: await pdf.embedFont(StandardFonts.Helvetica),
    size: 12,
    x: 20,
    y: 150,
  });
  page.drawImage(await pdf.embedJpg(await photo()), { x: 20, y: 20, width: 40, height: 20 });
  await pdf.attach(Buffer.from(CANARY), `${CANARY}.txt`, { description: CANARY });
  pdf.addJavaScript(CANARY, `app.alert("${CANARY}")`);
  const xmp = context.stream(`<x:xmpmeta>${CANARY}</x:xmpmeta>`, { Type: "Metadata", Subtype: "XML" });
  catalog.set(PDFName.of("Metadata"), context.register(xmp));
  page.node.set(PDFName.of("Metadata"), context.register(xmp));
  page.node.set(PDFName.of("PieceInfo"), context.obj({ App: { Private: PDFString.of(CANARY) } }));
  const note = { Type: "Annot", Subtype: "Text", Rect: [0, 0, 9, 9], T: PDFHexString.fromText(CANARY) };
  page.node.set(PDFName.of("Annots"), context.obj([context.register(context.obj(note))]));
  pdf.getForm().createTextField(CANARY).addToPage(page, { x: 200, y: 20, width: 50, height: 20 });
  const marked = context.stream(
    `% ${CANARY}\n/Span <</ActualText (${CANARY})>> BDC q 1 0 0 RG 5 5 m 9 9 l S Q EMC`,
  );
  page.node.addContentStream(context.register(marked));
  return pdf;
}

describe("a PDF", () => {
  it.each([true, false])("is its pages and nothing else (packed objects: %s)", async (useObjectStreams) => {
    const written = Buffer.from(await (await told()).save({ useObjectStreams }));
    expect(canariesIn(written)).toBeGreaterThan(0);
    const copy = await cleanCopy(written, "pdf");
    expect(canariesIn(copy.bytes)).toBe(0);
    const again = await PDFDocument.load(copy.bytes, { updateMetadata: false });
    expect(again.getPageCount()).toBe(1);
    expect(again.getPage(0).getSize()).toEqual({ width: 300, height: 200 });
    expect(again.catalog.keys().map(String)).toEqual(["/Type", "/Pages"]);
    expect(again.getAuthor()).toBeUndefined();
    expect(copy.text).toContain("Counter notice");
  });

  it("is as it was saved last: earlier versions are gone", async () => {
    const first = bytesOf({ name: "a.pdf", lines: [CANARY] });
    const text = "BT /F1 16 Tf 72 770 Td <65B0> Tj ET";
    const later = `4 0 obj\n<< /Length ${text.length} >>\nstream\n${text}\nendstream\nendobj\n`;
    const update = `${later}xref\n4 1\n${String(first.length).padStart(10, "0")} 00000 n \ntrailer\n<< /Size 8 /Root 1 0 R >>\nstartxref\n${first.length + later.length}\n%%EOF\n`;
    const written = Buffer.concat([first, Buffer.from(update)]);
    expect(canariesIn(written)).toBeGreaterThan(0);
    const copy = await cleanCopy(written, "pdf");
    expect(canariesIn(copy.bytes)).toBe(0);
    expect(copy.text).toBe("新\n");
  });

  it("is read where its fonts tell how", async () => {
    const lines = ["受理回执", "澄湾市云岭精密电子有限公司"];
    expect((await cleanCopy(bytesOf({ name: "a.pdf", lines }), "pdf")).text).toContain(lines[1]);
  });

  it("is withheld when it is encrypted, hides a layer, or is none", async () => {
    const locked = await told();
    locked.encrypt({ userPassword: "secret", ownerPassword: "secret" });
    expect(whyWithheld(await clean(await locked.save(), "pdf"))).toBe("encrypted");
    const layered = await told();
    const { context, catalog } = layered;
    const layer = context.register(context.obj({ Type: "OCG", Name: PDFString.of(CANARY) }));
    catalog.set(PDFName.of("OCProperties"), context.obj({ OCGs: [layer], D: { OFF: [layer] } }));
    expect(whyWithheld(await clean(await layered.save(), "pdf"))).toBe("hidden");
    expect(whyWithheld(await clean(Buffer.from("%PDF-1.7\nnothing"), "pdf"))).toBe("broken");
    const whole = await (await told()).save();
    expect(whyWithheld(await clean(whole.subarray(0, whole.length / 3), "pdf"))).toBe("broken");
  });

  it("is withheld when one of its streams would burst", { timeout: 30_000 }, async () => {
    const bomb = deflateSync(Buffer.alloc(130 * 1024 * 1024), { level: 1 });
    const written = Buffer.concat([
      Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nstream\n"),
      bomb,
      Buffer.from("\nendstream\n"),
    ]);
    expect(whyWithheld(await clean(written, "pdf"))).toBe("tooLarge");
  });
});
