import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";
import { CannotClean } from "./cleaned.ts";
import { contentOf, operationsOf } from "./pdf-content.ts";
import { fontsOf } from "./pdf-font.server.ts";
import { resourceKeys, seenKeys } from "./pdf-keys.ts";
import { cleanBytes, decoded, packed } from "./pdf-stream.server.ts";
import { textShown } from "./pdf-text.ts";

export const key = (name: string) => PDFName.of(name);

/** A document that is written anew, object by object, from what its pages show. */
export interface Copying {
  from: PDFContext;
  to: PDFContext;
  known: Map<PDFRef, PDFRef>;
  text: string[];
}

/** Cleans a content and writes it under these facts; notes the text that it shows. */
export function writeContent(
  content: string,
  facts: PDFDict,
  resources: PDFObject | undefined,
  copying: Copying,
): PDFRef {
  const operations = operationsOf(content);
  copying.text.push(textShown(operations, fontsOf(resources)));
  return write(facts, packed(Buffer.from(contentOf(operations), "latin1")), copying, "FlateDecode");
}

function write(facts: PDFDict, bytes: Buffer, { to }: Copying, filter?: string): PDFRef {
  if (filter) facts.set(key("Filter"), key(filter));
  facts.set(key("Length"), to.obj(bytes.length));
  return to.register(PDFRawStream.of(facts, bytes));
}

/** What a content may use, by name. */
export function copyResources(resources: PDFDict, copying: Copying): PDFDict {
  const copied = copying.to.obj({});
  for (const name of resourceKeys) {
    const list = resources.lookup(key(name));
    if (list instanceof PDFDict) copied.set(key(name), copyAll(list, copying));
  }
  return copied;
}

/** A list by names of its own. */
function copyAll(list: PDFDict, copying: Copying): PDFDict {
  const copied = copying.to.obj({});
  for (const [name, value] of list.entries()) copied.set(name, copy(value, copying));
  return copied;
}

/** A value as it is seen; what is referred to is copied once. */
export function copy(value: PDFObject, copying: Copying): PDFObject {
  const { from, to, known } = copying;
  if (value instanceof PDFRef) {
    const before = known.get(value);
    if (before) return before;
    const target = from.lookup(value);
    if (!target) return to.obj(null);
    const ref = to.nextRef();
    known.set(value, ref);
    const copied = copy(target, copying);
    const object = copied instanceof PDFRef ? to.lookup(copied) : copied;
    if (copied instanceof PDFRef) to.delete(copied);
    to.assign(ref, object ?? to.obj(null));
    return ref;
  }
  if (value instanceof PDFStream) return copyStream(value, copying);
  if (value instanceof PDFDict) return copyDict(value, copying);
  if (value instanceof PDFArray) return copyArray(value, copying);
  return value;
}

function copyArray(value: PDFArray, copying: Copying): PDFObject {
  const [first, second] = value.asArray();
  // A colour profile names the device and who made it; the plain space of as many colours stands for it.
  if (first instanceof PDFName && first.decodeText() === "ICCBased") return plainSpace(second, copying);
  const copied = PDFArray.withContext(copying.to);
  for (const one of value.asArray()) copied.push(copy(one, copying));
  return copied;
}

function plainSpace(profile: PDFObject | undefined, { from }: Copying): PDFName {
  const stream = from.lookup(profile);
  const colours = stream instanceof PDFStream ? String(stream.dict.lookup(key("N"))) : "";
  return key({ "1": "DeviceGray", "4": "DeviceCMYK" }[colours] ?? "DeviceRGB");
}

function copyDict(dict: PDFDict, copying: Copying): PDFDict {
  const copied = copying.to.obj({});
  for (const [name, value] of dict.entries()) {
    const called = name.decodeText();
    if (!seenKeys.has(called)) continue;
    const target = copying.from.lookup(value);
    if (called === "Resources" && target instanceof PDFDict) copied.set(name, copyResources(target, copying));
    else if (called === "CharProcs" && target instanceof PDFDict)
      copied.set(name, copyShapes(target, dict, copying));
    else copied.set(name, copy(value, copying));
  }
  return copied;
}

/** The letters of a font that are drawn, each a content of its own. */
function copyShapes(shapes: PDFDict, font: PDFDict, copying: Copying): PDFDict {
  const copied = copying.to.obj({});
  for (const [name, value] of shapes.entries()) {
    const shape = copying.from.lookup(value);
    if (!(shape instanceof PDFRawStream)) throw new CannotClean("broken");
    const content = decoded(shape).toString("latin1");
    copied.set(name, writeContent(content, copying.to.obj({}), font.lookup(key("Resources")), copying));
  }
  return copied;
}

function copyStream(stream: PDFStream, copying: Copying): PDFRef {
  if (!(stream instanceof PDFRawStream)) throw new CannotClean("broken");
  const facts = copyDict(stream.dict, copying);
  const type = stream.dict.lookup(key("Subtype"));
  const subtype = type instanceof PDFName ? type.decodeText() : "";
  if (subtype === "PS") throw new CannotClean("notUnderstood");
  const isContent = subtype === "Form" || stream.dict.has(key("PaintType"));
  if (isContent) {
    const content = decoded(stream).toString("latin1");
    return writeContent(content, facts, stream.dict.lookup(key("Resources")), copying);
  }
  for (const name of ["Filter", "DecodeParms"]) {
    const value = stream.dict.get(key(name));
    if (value) facts.set(key(name), copy(value, copying));
  }
  return write(facts, cleanBytes(stream), copying);
}
