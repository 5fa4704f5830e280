import { posix } from "node:path";
import { CannotClean, type Cleaned } from "./cleaned.ts";
import { cleanImage } from "./image.server.ts";
import { embedded, kindsOf, type PartKind, unseen } from "./office-kinds.ts";
import { cleanElement, type Kept, textOf } from "./office-rules.ts";
import { onlyShown } from "./office-sheet.ts";
import { packageSpaces, relationshipType, spaces } from "./office-space.ts";
import { hidingStyles, wordRules } from "./office-word.ts";
import { attributeOf, type Element, elementsOf, parseXml, plain, writeXml } from "./xml.ts";
import { unzip, zip } from "./zip.server.ts";

type Office = keyof typeof kindsOf;

interface Relation {
  id: string;
  kind: string;
  target: string;
}

/** A part of the copy: what it is made of, and which parts it leads to under which names. */
interface Part {
  from: string;
  kind: PartKind;
  path: string;
  root: Element;
  leadsTo: { id: string; was: string; kind: string; path: string }[];
}

interface Copying {
  type: Office;
  parts: Map<string, Buffer>;
  made: Map<string, Part>;
  images: Map<string, { path: string; bytes: Buffer }>;
}

/**
 * A letter, table or presentation made anew from the parts that are seen, reached from its main part: all
 * else stays behind. Throws `CannotClean` at what hides something, holds another file, or is not understood.
 */
export async function cleanOffice(bytes: Uint8Array, type: Office): Promise<Cleaned> {
  const copying: Copying = { type, parts: unzip(bytes), made: new Map(), images: new Map() };
  const [main] = relationsOf("", copying.parts).filter(({ kind }) => kind === "officeDocument");
  if (!main) throw new CannotClean("broken");
  await take(main.target, "officeDocument", copying);
  const made = [...copying.made.values()];
  const hiding = hidingIn(made);
  const clean = made.map((part) => ({ ...part, root: cleanPart(part, hiding) }));
  const shown = type === "xlsx" ? withoutOrphans(clean) : clean;
  return {
    bytes: zip(packed(shown, [...copying.images.values()])),
    text: shown.map(({ root }) => textOf(root)).join("\n"),
  };
}

/** Takes a part with all that it leads to; answers where it lies in the copy. */
async function take(from: string, kindName: string, copying: Copying): Promise<string> {
  const known = copying.made.get(from);
  if (known) return known.path;
  const kind = kindsOf[copying.type][kindName];
  const bytes = copying.parts.get(from);
  if (!kind) throw new CannotClean(embedded.has(kindName) ? "embedded" : "notUnderstood");
  if (!bytes) throw new CannotClean("broken");
  const before = [...copying.made.values()].filter((one) => one.kind === kind).length;
  const path = kind.path.replace("#", String(before + 1));
  const part: Part = { from, kind, path, root: parseXml(bytes, spaces), leadsTo: [] };
  copying.made.set(from, part);
  for (const { id, kind: name, target } of relationsOf(from, copying.parts)) {
    if (unseen.has(name)) continue;
    const to = name === "image" ? await takeImage(target, copying) : await take(target, name, copying);
    part.leadsTo.push({ id: `rId${part.leadsTo.length + 1}`, was: id, kind: name, path: to });
  }
  return path;
}

async function takeImage(from: string, { type, parts, images }: Copying): Promise<string> {
  const known = images.get(from);
  if (known) return known.path;
  const bytes = parts.get(from);
  if (!bytes) throw new CannotClean("broken");
  const clean = await cleanImage(bytes);
  const folder = { docx: "word", xlsx: "xl", pptx: "ppt" }[type];
  const path = `${folder}/media/image${images.size + 1}.${clean.kind}`;
  images.set(from, { path, bytes: clean.bytes });
  return path;
}

/** What a part leads to inside the file; what lies outside of it is a path or an address of somebody's. */
function relationsOf(from: string, parts: ReadonlyMap<string, Buffer>): Relation[] {
  const folder = posix.dirname(`/${from}`);
  const bytes = parts.get(posix.join(folder, "_rels", `${posix.basename(from)}.rels`).slice(1));
  if (!bytes) return [];
  return elementsOf(parseXml(bytes, packageSpaces))
    .filter((one) => attributeOf(one, "TargetMode") !== "External")
    .map((one) => ({
      id: plain(attributeOf(one, "Id") ?? ""),
      kind: (attributeOf(one, "Type") ?? "").split("/").at(-1) ?? "",
      target: posix.resolve(folder, plain(attributeOf(one, "Target") ?? "")).slice(1),
    }));
}

function hidingIn(made: readonly Part[]): Set<string> {
  const styles = made.find(({ path }) => path === "word/styles.xml");
  return styles ? hidingStyles(styles.root) : new Set();
}

function cleanPart({ root, kind, leadsTo }: Part, hiding: ReadonlySet<string>): Element {
  const kept: Kept = new Map(leadsTo.map(({ was, id }) => [was, id]));
  const clean = cleanElement(root, kind.rules ?? wordRules(hiding), kept);
  if (!clean) throw new CannotClean("notUnderstood");
  return clean;
}

function withoutOrphans(parts: readonly Part[]): Part[] {
  const sheets = parts.filter(({ root }) => root.name === "x:worksheet").map(({ root }) => root);
  return parts.map((part) =>
    part.root.name === "x:sst" ? { ...part, root: onlyShown(part.root, sheets) } : part,
  );
}

type Packed = [name: string, bytes: Buffer];

function packed(parts: readonly Part[], images: readonly { path: string; bytes: Buffer }[]): Packed[] {
  const main = parts[0]?.path ?? "";
  return [
    ["[Content_Types].xml", contentTypes(parts)],
    ["_rels/.rels", relationships([{ id: "rId1", kind: "officeDocument", path: main }])],
    ...parts.map(({ path, root }): Packed => [path, writeXml(root)]),
    ...parts
      .filter(({ leadsTo }) => leadsTo.length > 0)
      .map(
        ({ path, leadsTo }): Packed => [
          posix.join(posix.dirname(path), "_rels", `${posix.basename(path)}.rels`),
          relationships(leadsTo),
        ],
      ),
    ...images.map(({ path, bytes }): Packed => [path, bytes]),
  ];
}

const HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const [typesSpace, relationsSpace] = Object.keys(packageSpaces).toReversed();

function contentTypes(parts: readonly Part[]): Buffer {
  const defaults = [
    ["rels", "application/vnd.openxmlformats-package.relationships+xml"],
    ...["jpeg", "png", "gif"].map((kind) => [kind, `image/${kind}`]),
  ].map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`);
  const own = parts.map(
    ({ path, kind }) => `<Override PartName="/${path}" ContentType="${kind.contentType}"/>`,
  );
  return Buffer.from(`${HEAD}<Types xmlns="${typesSpace}">${defaults.join("")}${own.join("")}</Types>`);
}

function relationships(list: readonly { id: string; kind: string; path: string }[]): Buffer {
  const lines = list.map(
    ({ id, kind, path }) => `<Relationship Id="${id}" Type="${relationshipType(kind)}" Target="/${path}"/>`,
  );
  return Buffer.from(`${HEAD}<Relationships xmlns="${relationsSpace}">${lines.join("")}</Relationships>`);
}
