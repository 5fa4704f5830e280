import { CannotClean } from "./cleaned.ts";
import type { Rules } from "./office-rules.ts";
import { attributeOf, type Element, elementsOf } from "./xml.ts";

const names = (list: string) => new Set(list.trim().split(/\s+/));

/** Who changed, commented or protected something, what was there before, and fields with their instructions. */
const dropped = names(`
  w:del w:moveFrom w:delText w:delInstrText w:instrText w:fldChar w:fldData w:proofErr w:permStart w:permEnd
  w:rPrChange w:pPrChange w:sectPrChange w:tblPrChange w:tblPrExChange w:trPrChange w:tcPrChange w:tblGridChange
  w:numberingChange w:cellIns w:cellDel w:cellMerge w:moveFromRangeStart w:moveFromRangeEnd w:moveToRangeStart
  w:moveToRangeEnd w:customXmlInsRangeStart w:customXmlInsRangeEnd w:customXmlDelRangeStart w:customXmlDelRangeEnd
  w:customXmlMoveFromRangeStart w:customXmlMoveFromRangeEnd w:customXmlMoveToRangeStart w:customXmlMoveToRangeEnd
  w:commentRangeStart w:commentRangeEnd w:commentReference w:annotationRef w:bookmarkStart w:bookmarkEnd
  w:sdtPr w:sdtEndPr w:customXmlPr w:smartTagPr w:rsid w:rsids w:nsid w:tmpl w:printerSettings w:lastRenderedPageBreak
  a:hlinkClick a:hlinkHover w:dataBinding w:docPartObj w:ffData w:webHidden w:tblCaption w:tblDescription`);

/** What only wraps what is seen. */
const wrapping = names(
  "w:moveTo w:sdt w:sdtContent w:customXml w:smartTag w:hyperlink w:fldSimple w:dir w:bdo",
);

/** What holds another file or leads to one, and pictures in the form before 2007. */
const embedded = names("w:object w:altChunk w:subDoc w:control w:movie");

const isOn = (element: Element) => !["0", "false", "off"].includes(attributeOf(element, "w:val") ?? "1");
const propertyOf = (element: Element, properties: string, name: string) =>
  elementsOf(element)
    .filter((one) => one.name === properties)
    .flatMap(elementsOf)
    .find((one) => one.name === name);

/**
 * A letter: as it reads with all changes accepted, without comments and fields. Refuses it where something
 * is written but not shown, be it by one of the styles that hide.
 */
export const wordRules =
  (hiding: ReadonlySet<string>): Rules =>
  (element) => {
    const { name } = element;
    if (embedded.has(name)) throw new CannotClean("embedded");
    if (name === "w:pict") throw new CannotClean("notUnderstood");
    if (dropped.has(name)) return "drop";
    // Around what was added; inside the properties of a paragraph or a row a mere mark.
    if (name === "w:ins") return element.children.length > 0 ? "unwrap" : "drop";
    if (name === "w:tr" && propertyOf(element, "w:trPr", "w:del")) return "drop";
    if (isHiding(element, hiding)) throw new CannotClean("hidden");
    return wrapping.has(name) ? "unwrap" : "keep";
  };

function isHiding(element: Element, hiding: ReadonlySet<string>): boolean {
  if (element.name === "w:vanish" || element.name === "w:specVanish") return isOn(element);
  const isStyled = element.name === "w:pStyle" || element.name === "w:rStyle";
  return isStyled && hiding.has(attributeOf(element, "w:val") ?? "");
}

/** The styles that hide what is written in them: most are built in, and nothing is. */
export function hidingStyles(styles: Element): Set<string> {
  const hiding = elementsOf(styles).filter((one) => propertyOf(one, "w:rPr", "w:vanish"));
  return new Set(hiding.map((one) => attributeOf(one, "w:styleId") ?? ""));
}

/** The styles but for those that hide. */
export const wordStyleRules: Rules = (element) =>
  propertyOf(element, "w:rPr", "w:vanish") ? "drop" : wordRules(new Set())(element);

const settings = names(
  "w:settings w:evenAndOddHeaders w:mirrorMargins w:defaultTabStop w:characterSpacingControl w:compat w:compatSetting w:themeFontLang w:clrSchemeMapping",
);

/** Of the settings only those that change how pages look. */
export const wordSettingRules: Rules = ({ name }) => (settings.has(name) ? "keep" : "drop");
