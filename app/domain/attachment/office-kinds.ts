import type { Rules } from "./office-rules.ts";
import { sheetDrawingRules, sheetRules, sheetStyleRules, workbookRules } from "./office-sheet.ts";
import { slideRules } from "./office-slide.ts";
import { wordRules, wordSettingRules, wordStyleRules } from "./office-word.ts";

/** A kind of part that is understood: where it lies in the copy ("#" its number), its type, what stays of it. */
export interface PartKind {
  path: string;
  contentType: string;
  /** Null where what stays depends on other parts. */
  rules: Rules | null;
}

/** The kinds of parts of one kind of file, by what leads to them. */
type Kinds = Readonly<Record<string, PartKind>>;

const office = "application/vnd.openxmlformats-officedocument";
const part = (path: string, contentType: string, rules: Rules | null): PartKind => ({
  path,
  contentType: `${office}.${contentType}+xml`,
  rules,
});
const keepAll: Rules = ({ name }) => (name.startsWith("a:hlink") ? "drop" : "keep");
const word = (name: string, type: string, rules: Rules | null = null) =>
  part(`word/${name}.xml`, `wordprocessingml.${type}`, rules);
const sheet = (name: string, type: string, rules: Rules) =>
  part(`xl/${name}.xml`, `spreadsheetml.${type}`, rules);
const slide = (name: string, type: string) => part(`ppt/${name}.xml`, `presentationml.${type}`, slideRules);

export const kindsOf: Readonly<Record<"docx" | "xlsx" | "pptx", Kinds>> = {
  docx: {
    officeDocument: word("document", "document.main"),
    header: word("header#", "header"),
    footer: word("footer#", "footer"),
    footnotes: word("footnotes", "footnotes"),
    endnotes: word("endnotes", "endnotes"),
    numbering: word("numbering", "numbering", wordRules(new Set())),
    styles: word("styles", "styles", wordStyleRules),
    settings: word("settings", "settings", wordSettingRules),
    theme: part("word/theme/theme#.xml", "theme", keepAll),
  },
  xlsx: {
    officeDocument: sheet("workbook", "sheet.main", workbookRules),
    worksheet: sheet("worksheets/sheet#", "worksheet", sheetRules),
    sharedStrings: sheet("sharedStrings", "sharedStrings", sheetRules),
    styles: sheet("styles", "styles", sheetStyleRules),
    theme: part("xl/theme/theme#.xml", "theme", keepAll),
    drawing: part("xl/drawings/drawing#.xml", "drawing", sheetDrawingRules),
  },
  pptx: {
    officeDocument: slide("presentation", "presentation.main"),
    slide: slide("slides/slide#", "slide"),
    slideLayout: slide("slideLayouts/slideLayout#", "slideLayout"),
    slideMaster: slide("slideMasters/slideMaster#", "slideMaster"),
    tableStyles: slide("tableStyles", "tableStyles"),
    theme: part("ppt/theme/theme#.xml", "theme", keepAll),
  },
};

const names = (list: string) => new Set(list.trim().split(/\s+/));

/** Parts that are not seen: who wrote, commented, printed, and what values were reckoned from. */
export const unseen = names(`
  comments commentsExtended commentsIds commentsExtensible people person persons threadedComment commentAuthors
  authors customXml customXmlProps customProperty webSettings fontTable font stylesWithEffects glossaryDocument
  keyMapCustomizations printerSettings hyperlink calcChain externalLink table pivotTable pivotCacheDefinition
  queryTable connections vmlDrawing sheetMetadata slicer slicerCache timeline timelineCache revisionHeaders
  usernames notesSlide notesMaster handoutMaster presProps viewProps tags changesInfo revisionInfo themeOverride
  attachedTemplate mailMergeSource recipientData documenttasks`);

/** Parts that are files of their own, or programs. */
export const embedded = names(`
  oleObject package vbaProject wordVbaData control activeXControlBinary ctrlProp aFChunk subDocument
  attachedToolbars video audio media xlMacrosheet xlIntlMacrosheet dialogsheet`);
