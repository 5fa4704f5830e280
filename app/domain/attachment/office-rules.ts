import { CannotClean } from "./cleaned.ts";
import { attributeOf, type Element, elementsOf, plain } from "./xml.ts";

/** What becomes of an element: it stays, goes with all that is in it, or leaves what is in it behind. */
type Fate = "keep" | "drop" | "unwrap";

/** What becomes of the elements of one kind of file; throws `CannotClean` at what can't be made safe. */
export type Rules = (element: Element) => Fate;

/** Attributes that say who wrote something, when, or on which machine. */
const TELLING =
  /^(?:[a-z]+:)?(?:author|initials|date|userName|userId|lastEdited|rsid\w*|divId|codeName|cm|vm)$/i;
/** What a picture or shape is called and said to show: usually the name of the file that it came from. */
const CALLED = /:(?:docPr|cNvPr)$/;

/** The references of a part that stay, each with its new name. */
export type Kept = ReadonlyMap<string, string>;

/** The element after the rules of its kind of file, and those that hold for all kinds; null where it goes. */
export function cleanElement(root: Element, rules: Rules, kept: Kept): Element | null {
  const [clean] = cleaned(root, rules, kept);
  return typeof clean === "object" ? clean : null;
}

function cleaned(element: Element, rules: Rules, kept: Kept): (Element | string)[] {
  const { name } = element;
  if (name === "mc:AlternateContent") return choiceOf(element).flatMap((one) => cleaned(one, rules, kept));
  if (name.startsWith("?:") || name.endsWith(":extLst") || name.startsWith("mc:")) return [];
  if (CALLED.test(name)) refuseHidden(element, "hidden");
  const fate = rules(element);
  if (fate === "drop") return [];
  const children = element.children.flatMap((child) =>
    typeof child === "string" ? [child] : cleaned(child, rules, kept),
  );
  if (fate === "unwrap") return children;
  return [{ ...element, attributes: attributesOf(element, kept), children }];
}

/** Of several forms of one thing the first that is understood; a group's content stands in its place. */
function choiceOf(element: Element): Element[] {
  const [choice, ...others] = elementsOf(element).filter((one) => one.name === "mc:Choice");
  const fallback = elementsOf(element).find((one) => one.name === "mc:Fallback");
  const understood = [choice, ...others].find(
    (one) => one && elementsOf(one).every((child) => !child.name.startsWith("?:")),
  );
  return elementsOf(understood ?? fallback ?? { ...element, children: [] });
}

function attributesOf({ name, attributes }: Element, kept: Kept) {
  return attributes.flatMap((one) => {
    if (one.name.startsWith("?:") || one.name.startsWith("mc:") || TELLING.test(one.name)) return [];
    // A reference to a part that is left out would make the file unreadable.
    if (one.name.startsWith("r:"))
      return kept.has(one.value) ? [{ ...one, value: kept.get(one.value) ?? "" }] : [];
    if (CALLED.test(name) && /^(?:descr|title)$/.test(one.name)) return [];
    if (CALLED.test(name) && one.name === "name") return [{ ...one, value: "" }];
    return [one];
  });
}

/** Refuses what is in the file but not to be seen: a department would be shown it, or find it. */
export function refuseHidden(element: Element, hidden: string) {
  const value = attributeOf(element, hidden);
  if (value !== undefined && !["0", "false", "visible"].includes(value)) throw new CannotClean("hidden");
}

/** All that can be read in an element: its text by paragraph or cell, and the names that attributes give. */
export function textOf(element: Element): string {
  const ends = /^(?:w:(?:p|tab|br)|a:(?:p|br)|x:(?:c|si|row))$/.test(element.name) ? "\n" : "";
  const named = element.attributes
    .filter(
      (one) =>
        one.name !== "xmlns" && (/^(?:\w+:)?name$/.test(one.name) || /[^\0-\x7f]/.test(plain(one.value))),
    )
    .map((one) => `\n${plain(one.value)}\n`);
  const inside = element.children.map((child) => (typeof child === "string" ? plain(child) : textOf(child)));
  return [...named, ...inside, ends].join("");
}
