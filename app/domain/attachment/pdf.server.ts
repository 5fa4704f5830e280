import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
  PDFWriter,
} from "@cantoo/pdf-lib";
import { CannotClean, type Cleaned } from "./cleaned.ts";
import { type Copying, copy, copyResources, key, writeContent } from "./pdf-copy.server.ts";
import { pageKeys } from "./pdf-keys.ts";
import { decoded, refuseBombs } from "./pdf-stream.server.ts";

const LIMIT_PAGES = 2000;

/**
 * A document made anew from its pages: no title or author, no earlier versions, attachments, forms, notes,
 * scripts or outline. Throws `CannotClean` at what is encrypted, hides layers, or can't be read.
 */
export async function cleanPdf(bytes: Uint8Array): Promise<Cleaned> {
  refuseBombs(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const source = await load(bytes);
  refuseHidden(source);
  const pages = source.getPages();
  if (pages.length === 0) throw new CannotClean("broken");
  if (pages.length > LIMIT_PAGES) throw new CannotClean("tooLarge");
  const copying: Copying = { from: source.context, to: PDFContext.create(), known: new Map(), text: [] };
  const { to } = copying;
  const tree = to.nextRef();
  const kids = pages.map((page) => to.register(copyPage(page, tree, copying)));
  to.assign(tree, to.obj({ Type: "Pages", Kids: kids, Count: kids.length }));
  to.trailerInfo.Root = to.register(to.obj({ Type: "Catalog", Pages: tree }));
  return { bytes: await PDFWriter.forContext(to, 1000).serializeToBuffer(), text: copying.text.join("\n") };
}

async function load(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  } catch {
    // What is encrypted may fail to be read before the library notices why.
    throw new CannotClean(Buffer.from(bytes).includes("/Encrypt") ? "encrypted" : "broken");
  }
}

/** A layer that is switched off would be seen in the copy, which has no layers. */
function refuseHidden({ catalog }: PDFDocument) {
  const layers = catalog.lookup(key("OCProperties"));
  if (!(layers instanceof PDFDict)) return;
  const state = layers.lookup(key("D"));
  const off = state instanceof PDFDict ? state.lookup(key("OFF")) : undefined;
  const base = state instanceof PDFDict ? state.lookup(key("BaseState")) : undefined;
  const isOff = base instanceof PDFName && base.decodeText() !== "ON";
  if (isOff || (off instanceof PDFArray && off.size() > 0)) throw new CannotClean("hidden");
}

function copyPage({ node }: PDFPage, tree: PDFRef, copying: Copying): PDFDict {
  const page = copying.to.obj({ Type: "Page", Parent: tree });
  for (const name of pageKeys) {
    const value = node.getInheritableAttribute(key(name));
    if (value && name !== "Contents" && name !== "Resources") page.set(key(name), copy(value, copying));
  }
  const resources = copying.from.lookup(node.getInheritableAttribute(key("Resources")));
  if (resources instanceof PDFDict) page.set(key("Resources"), copyResources(resources, copying));
  const contents = copying.from.lookup(node.get(key("Contents")));
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((one) => copying.from.lookup(one)) : [contents];
  // A token may end in one stream and go on in the next only across a blank.
  const content = streams
    .map((one) => (one instanceof PDFRawStream ? decoded(one).toString("latin1") : ""))
    .join("\n");
  page.set(key("Contents"), writeContent(content, copying.to.obj({}), resources, copying));
  return page;
}
