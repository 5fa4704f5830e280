import { CannotClean } from "./cleaned.ts";

/** An element with its names as written; `name` is the canonical one, "?" before the colon where its space is unknown. */
export interface Element {
  name: string;
  written: string;
  attributes: Attribute[];
  children: (Element | string)[];
}

/** `value` is as written, its entities included. */
interface Attribute {
  name: string;
  written: string;
  value: string;
}

/** Namespaces that are understood, each with the prefix that rules call it by. */
export type Spaces = Readonly<Record<string, string>>;

/** What a part may hold: more would fill the memory before it is looked at. */
const LIMIT_ELEMENTS = 2_000_000;

const TAG = /<(\/?)([^\s<>/"'=]+)((?:\s+[^\s<>/"'=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([^\s<>/"'=]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
const ASIDE = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>/y;
const LITERAL = /<!\[CDATA\[([\s\S]*?)\]\]>/y;

interface Open {
  element: Element;
  prefixes: Readonly<Record<string, string>>;
}

/** Reads a document; comments and instructions are left out. Throws `CannotClean` at what is no plain XML. */
export function parseXml(bytes: Uint8Array, spaces: Spaces): Element {
  const text = decoded(bytes);
  if (text.split("<", LIMIT_ELEMENTS + 1).length > LIMIT_ELEMENTS) throw new CannotClean("tooLarge");
  const top: Element = { name: "", written: "", attributes: [], children: [] };
  const stack: Open[] = [{ element: top, prefixes: {} }];
  for (let at = 0; at < text.length; ) {
    const here = stack.at(-1) as Open;
    if (text[at] !== "<") {
      const end = text.indexOf("<", at);
      const next = end < 0 ? text.length : end;
      here.element.children.push(text.slice(at, next));
      at = next;
      continue;
    }
    const aside = matchAt(ASIDE, text, at);
    const literal = matchAt(LITERAL, text, at);
    const tag = aside || literal ? null : matchAt(TAG, text, at);
    const found = aside ?? literal ?? tag;
    // A document type may define what a text means: no part of an office file has one.
    if (!found) throw new CannotClean("broken");
    if (literal) here.element.children.push(escaped(literal[1] ?? ""));
    if (tag) takeTag(tag, stack, spaces);
    at += found[0].length;
  }
  const root = top.children.find((child) => typeof child !== "string");
  if (stack.length !== 1 || !root) throw new CannotClean("broken");
  return root;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new CannotClean("broken");
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function takeTag(
  [, slash, written = "", inside = "", empty]: RegExpExecArray,
  stack: Open[],
  spaces: Spaces,
) {
  const here = stack.at(-1) as Open;
  if (slash) {
    if (stack.length < 2 || here.element.written !== written) throw new CannotClean("broken");
    stack.pop();
    return;
  }
  const pairs = [...inside.matchAll(ATTRIBUTE)].map(([, key = "", a, b]) => [key, a ?? b ?? ""] as const);
  const declared = pairs.filter(([key]) => key === "xmlns" || key.startsWith("xmlns:"));
  const prefixes = declared.length === 0 ? here.prefixes : { ...here.prefixes };
  for (const [key, value] of declared)
    (prefixes as Record<string, string>)[key.slice(6)] = spaces[value] ?? "?";
  const element: Element = {
    name: canonical(written, prefixes),
    written,
    attributes: pairs.map(([key, value]) => ({
      name: nameOf(key, prefixes, spaces, value),
      written: key,
      value,
    })),
    children: [],
  };
  here.element.children.push(element);
  if (!empty) stack.push({ element, prefixes });
}

function canonical(written: string, prefixes: Readonly<Record<string, string>>): string {
  const [local = "", prefix = ""] = written.split(":").toReversed();
  return `${prefixes[prefix] ?? "?"}:${local}`;
}

/** A declaration is "xmlns" where its space is understood, else "?"; an attribute without a prefix has its bare name. */
function nameOf(
  key: string,
  prefixes: Readonly<Record<string, string>>,
  spaces: Spaces,
  value: string,
): string {
  if (key === "xmlns" || key.startsWith("xmlns:")) return value in spaces ? "xmlns" : "?:xmlns";
  if (key.startsWith("xml:")) return key;
  return key.includes(":") ? canonical(key, prefixes) : key;
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** What a written text says: its entities resolved. */
export const plain = (text: string) =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (all, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? all;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });

/** The document as a part of an archive. */
export const writeXml = (root: Element) =>
  Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${written(root)}`);

function written({ written: name, attributes, children }: Element): string {
  const said = attributes.map((one) => ` ${one.written}="${one.value.replaceAll('"', "&quot;")}"`).join("");
  const inside = children.map((child) => (typeof child === "string" ? child : written(child))).join("");
  return inside ? `<${name}${said}>${inside}</${name}>` : `<${name}${said}/>`;
}

export const attributeOf = (element: Element, name: string) =>
  element.attributes.find((one) => one.name === name)?.value;

export const elementsOf = (element: Element): Element[] =>
  element.children.filter((child) => typeof child !== "string");

/** An element and all that is in it, from the outside in. */
export function* within(element: Element): Generator<Element> {
  yield element;
  for (const child of elementsOf(element)) yield* within(child);
}
