import { CannotClean } from "./cleaned.ts";
import { type Rules, refuseHidden } from "./office-rules.ts";
import { attributeOf, type Element, elementsOf, within } from "./xml.ts";

const names = (list: string) => new Set(list.trim().split(/\s+/));

const workbook = names("x:workbook x:workbookPr x:sheets x:sheet");

/** What is seen of a sheet: values, not what they were reckoned from. */
const sheet = names(`
  x:worksheet x:dimension x:sheetViews x:sheetView x:pane x:sheetFormatPr x:cols x:col x:sheetData x:row x:c x:v x:is
  x:t x:r x:rPr x:rFont x:b x:i x:u x:strike x:sz x:color x:family x:charset x:scheme x:vertAlign x:mergeCells
  x:mergeCell x:printOptions x:pageMargins x:pageSetup x:headerFooter x:oddHeader x:oddFooter x:evenHeader
  x:evenFooter x:firstHeader x:firstFooter x:drawing x:rowBreaks x:colBreaks x:brk x:sst x:si`);

const embedded = names("x:oleObjects x:controls x:oleObject x:control");

export const workbookRules: Rules = (element) => {
  if (element.name === "x:sheet") refuseHidden(element, "state");
  return workbook.has(element.name) ? "keep" : "drop";
};

export const sheetRules: Rules = (element) => {
  const { name } = element;
  if (embedded.has(name)) throw new CannotClean("embedded");
  if (name === "x:row" || name === "x:col") {
    refuseHidden(element, "hidden");
    const size = attributeOf(element, name === "x:row" ? "ht" : "width");
    if (size !== undefined && Number(size) === 0) throw new CannotClean("hidden");
  }
  if (name === "x:sheetFormatPr") refuseHidden(element, "zeroHeight");
  return sheet.has(name) ? "keep" : "drop";
};

/** Pictures beside the cells; diagrams keep a copy of their figures and can't be told from these. */
export const sheetDrawingRules: Rules = ({ name }) => {
  if (name === "xdr:graphicFrame") throw new CannotClean("notUnderstood");
  return name.startsWith("a:hlink") ? "drop" : "keep";
};

export const sheetStyleRules: Rules = ({ name }) => (name === "x:tableStyles" ? "drop" : "keep");

/** The shared texts, those that no cell shows left empty: programs keep what was deleted. */
export function onlyShown(shared: Element, sheets: readonly Element[]): Element {
  const shown = new Set<string>();
  for (const cell of sheets.flatMap((one) => [...within(one)].filter(({ name }) => name === "x:c"))) {
    if (attributeOf(cell, "t") !== "s") continue;
    const value = elementsOf(cell).find(({ name }) => name === "x:v");
    shown.add(String(value?.children[0] ?? "").trim());
  }
  const items = elementsOf(shared).filter(({ name }) => name === "x:si");
  const children = items.map((item, nth) => (shown.has(String(nth)) ? item : { ...item, children: [] }));
  const counts = ["count", "uniqueCount"];
  return { ...shared, children, attributes: shared.attributes.filter(({ name }) => !counts.includes(name)) };
}
