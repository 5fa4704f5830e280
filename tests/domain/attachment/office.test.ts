// Long, because every place where one of the three programs leaves a name stands here once.
import { describe, expect, it } from "vitest";
import { clean } from "../../../app/domain/attachment/clean.server.ts";
import { unzip } from "../../../app/domain/attachment/zip.server.ts";
import { bytesOf } from "../../../db/seed/files/paper.ts";
import {
  CANARY,
  canariesIn,
  cleanCopy,
  office,
  packageOf,
  photo,
  relations,
  whyWithheld,
} from "./canaries.ts";

const w = `xmlns:w="${office}/wordprocessingml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"`;
const drawing = `xmlns:a="${office}/drawingml/2006/main" xmlns:pic="${office}/drawingml/2006/picture" xmlns:wp="${office}/drawingml/2006/wordprocessingDrawing"`;
const new2010 = `xmlns:mc="${office}/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"`;
const by = `w:author="${CANARY}" w:date="2026-01-01T00:00:00Z" w:id="1"`;
const run = (text: string) => `<w:r w:rsidR="${CANARY}"><w:t xml:space="preserve">${text}</w:t></w:r>`;

const letterBody = [
  `<w:p w:rsidP="${CANARY}" w14:paraId="${CANARY}"><w:pPr><w:rPr><w:ins ${by}/></w:rPr><w:pPrChange ${by}><w:pPr/></w:pPrChange></w:pPr>${run("三次补正，")}<w:ins ${by}>${run("各不相同")}</w:ins><w:del ${by}><w:r><w:delText>${CANARY}</w:delText></w:r></w:del></w:p>`,
  `<w:p><w:commentRangeStart w:id="0"/><w:hyperlink r:id="rId4">${run("网上办事大厅")}</w:hyperlink><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
  `<w:p><w:sdt><w:sdtPr><w:alias w:val="${CANARY}"/><w:dataBinding w:xpath="${CANARY}"/></w:sdtPr><w:sdtContent>${run("表格内容")}</w:sdtContent></w:sdt></w:p>`,
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDEPICTURE "C:\\Users\\${CANARY}"</w:instrText></w:r><w:bookmarkStart w:id="1" w:name="${CANARY}"/></w:p>`,
  `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="${CANARY}.jpg" descr="C:\\Users\\${CANARY}"/><a:graphic><a:graphicData uri="u"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="${CANARY}" title="${CANARY}"><a:hlinkClick r:id="rId4"/></pic:cNvPr></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId3" r:link="rId4"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
  `<!-- ${CANARY} --><?app ${CANARY}?><mc:AlternateContent><mc:Choice Requires="w14"><w14:x>${CANARY}</w14:x></mc:Choice><mc:Fallback><w:p>${run("较早的写法")}</w:p></mc:Fallback></mc:AlternateContent>`,
  `<w:tbl><w:tr><w:trPr><w:del ${by}/></w:trPr><w:tc><w:p>${run(CANARY)}</w:p></w:tc></w:tr></w:tbl>`,
].join("");

async function letter(more: Record<string, string | Buffer> = {}, body = letterBody) {
  return packageOf({
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": relations(
      ["officeDocument", "word/document.xml"],
      ["core-properties", "docProps/core.xml"],
    ),
    "docProps/core.xml": `<x>${CANARY}</x>`,
    "docProps/thumbnail.jpeg": CANARY,
    "word/document.xml": `<w:document ${w} ${drawing} ${new2010}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    "word/_rels/document.xml.rels": relations(
      ["comments", "comments.xml"],
      ["people", "people.xml"],
      ["image", `media/${CANARY}.jpg`],
      ["hyperlink", `->file:///C:/Users/${CANARY}`],
      ["settings", "settings.xml"],
      ["styles", "styles.xml"],
      ["customXml", "../customXml/item1.xml"],
      ["header", "header1.xml"],
    ),
    "word/comments.xml": `<w:comments ${w}>${CANARY}</w:comments>`,
    "word/people.xml": `<x>${CANARY}</x>`,
    "customXml/item1.xml": `<x>${CANARY}</x>`,
    "word/settings.xml": `<w:settings ${w}><w:rsids><w:rsid w:val="${CANARY}"/></w:rsids><w:docVars><w:docVar w:name="a" w:val="${CANARY}"/></w:docVars><w:defaultTabStop w:val="420"/></w:settings>`,
    "word/styles.xml": `<w:styles ${w}><w:style w:styleId="z"><w:name w:val="HTML Top"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="a"><w:rsid w:val="${CANARY}"/></w:style></w:styles>`,
    "word/header1.xml": `<w:hdr ${w}><w:p>${run("页眉")}</w:p></w:hdr>`,
    [`word/media/${CANARY}.jpg`]: await photo(),
    "word/vbaProject.bin": CANARY,
    ...more,
  });
}

describe("a letter", () => {
  it("reads with all changes accepted, and says nothing of who wrote it", async () => {
    const copy = await cleanCopy(await letter(), "docx");
    expect(canariesIn(copy.bytes)).toBe(0);
    expect(copy.text).not.toContain(CANARY);
    for (const said of ["三次补正，各不相同", "网上办事大厅", "表格内容", "较早的写法", "页眉"])
      expect(copy.text).toContain(said);
    const parts = unzip(copy.bytes);
    expect([...parts.keys()].toSorted()).toEqual([
      "[Content_Types].xml",
      "_rels/.rels",
      "word/_rels/document.xml.rels",
      "word/document.xml",
      "word/header1.xml",
      "word/media/image1.jpeg",
      "word/settings.xml",
      "word/styles.xml",
    ]);
    // It is read again as it was written, and leads to nothing that is gone.
    const again = await cleanCopy(copy.bytes, "docx");
    expect(again.bytes).toEqual(copy.bytes);
    expect(parts.get("word/document.xml")?.toString()).toMatch(/r:embed="rId1"/);
  });

  it("of a program without any of that comes through whole", async () => {
    const copy = await cleanCopy(bytesOf({ name: "a.docx", lines: ["情况说明", "一 < 二 & 三"] }), "docx");
    expect(copy.text).toBe("情况说明\n一 < 二 & 三\n");
  });

  it.each([
    ["embedded", "", `<w:p><w:r><w:object/></w:r></w:p>`],
    ["embedded", "vbaProject", ""],
    ["embedded", "oleObject", ""],
    ["notUnderstood", "chart", ""],
    ["notUnderstood", "somethingNew", ""],
    ["hidden", "", `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>`],
    ["hidden", "", `<w:p><w:r><w:rPr><w:rStyle w:val="z"/></w:rPr><w:t>x</w:t></w:r></w:p>`],
    [
      "hidden",
      "",
      `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" hidden="1"/></wp:inline></w:drawing></w:r></w:p>`,
    ],
    ["notUnderstood", "", `<w:p><w:r><w:pict/></w:r></w:p>`],
    ["broken", "", "<w:p>"],
    ["broken", "", `<!DOCTYPE x [<!ENTITY a "b">]>`],
  ])("is withheld as %s: %s%s", async (why, kind, body) => {
    const leads = relations(["styles", "styles.xml"], ...(kind ? [[kind, "other.bin"] as const] : []));
    const written = await letter({ "word/_rels/document.xml.rels": leads, "word/other.bin": "x" }, body);
    expect(whyWithheld(await clean(written, "docx"))).toBe(why);
  });

  it("that is a bomb is withheld", { timeout: 30_000 }, async () => {
    const bomb = packageOf({ "word/document.xml": Buffer.alloc(66 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(whyWithheld(await clean(bomb, "docx"))).toBe("tooLarge");
    const many = await letter({}, "<w:p/>".repeat(2_000_001));
    expect(whyWithheld(await clean(many, "docx"))).toBe("tooLarge");
    const deep = await letter({}, "<w:p>".repeat(50_000) + "</w:p>".repeat(50_000));
    expect(whyWithheld(await clean(deep, "docx"))).toBe("broken");
  });
});

const x = `xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"`;

const table = (sheetState = "", row = "") =>
  packageOf({
    "_rels/.rels": relations(["officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": `<workbook ${x} ${new2010}><fileSharing userName="${CANARY}"/><mc:AlternateContent><mc:Choice Requires="w14"><w14:absPath url="C:\\${CANARY}"/></mc:Choice></mc:AlternateContent><workbookPr codeName="${CANARY}"/><sheets><sheet name="补正清单" sheetId="1" ${sheetState} r:id="rId1"/></sheets><definedNames><definedName name="n">${CANARY}</definedName></definedNames></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      ["worksheet", "worksheets/sheet1.xml"],
      ["sharedStrings", "sharedStrings.xml"],
      ["externalLink", "externalLinks/externalLink1.xml"],
      ["person", "persons/person.xml"],
    ),
    "xl/externalLinks/externalLink1.xml": `<x>${CANARY}</x>`,
    "xl/persons/person.xml": `<x>${CANARY}</x>`,
    "xl/worksheets/sheet1.xml": `<worksheet ${x}><sheetPr codeName="${CANARY}"/><sheetData><row r="1" ${row}><c r="A1" t="s"><v>1</v></c><c r="B1"><f>'C:\\[${CANARY}.xlsx]S'!A1</f><v>42</v></c></row></sheetData><headerFooter><oddHeader>第 1 次</oddHeader></headerFooter><hyperlinks><hyperlink ref="A1" r:id="rId1" tooltip="${CANARY}"/></hyperlinks><legacyDrawing r:id="rId2"/></worksheet>`,
    "xl/worksheets/_rels/sheet1.xml.rels": relations(
      ["hyperlink", `->https://${CANARY}`],
      ["vmlDrawing", "v.vml"],
      ["comments", "c.xml"],
    ),
    "xl/worksheets/v.vml": CANARY,
    "xl/worksheets/c.xml": CANARY,
    "xl/sharedStrings.xml": `<sst ${x} count="2" uniqueCount="2"><si><t>${CANARY}</t></si><si><t>补正意见</t></si></sst>`,
  });

describe("a table", () => {
  it("has its values, and neither what they come from nor what was deleted", async () => {
    const copy = await cleanCopy(table(), "xlsx");
    expect(canariesIn(copy.bytes)).toBe(0);
    for (const said of ["补正清单", "补正意见", "42", "第 1 次"]) expect(copy.text).toContain(said);
    expect((await cleanCopy(copy.bytes, "xlsx")).bytes).toEqual(copy.bytes);
  });

  it.each([
    ['state="hidden"', ""],
    ['state="veryHidden"', ""],
    ["", 'hidden="1"'],
    ["", 'ht="0"'],
  ])("is withheld where something is hidden: %s%s", async (state, row) => {
    expect(whyWithheld(await clean(table(state, row), "xlsx"))).toBe("hidden");
  });
});

const p = `xmlns:p="${office}/presentationml/2006/main" xmlns:a="${office}/drawingml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"`;
const shape = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="${CANARY}" descr="${CANARY}"/></p:nvSpPr><p:txBody><a:p><a:r><a:t>窗口告示</a:t></a:r></a:p></p:txBody></p:sp>`;

const slides = (attributes = "", frame = "") =>
  packageOf({
    "_rels/.rels": relations(["officeDocument", "ppt/presentation.xml"]),
    "ppt/presentation.xml": `<p:presentation ${p}><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:extLst><p:ext>${CANARY}</p:ext></p:extLst></p:presentation>`,
    "ppt/_rels/presentation.xml.rels": relations(
      ["slide", `slides/${CANARY}.xml`],
      ["notesMaster", "notes.xml"],
      ["commentAuthors", "authors.xml"],
      ["tags", "tags.xml"],
    ),
    "ppt/authors.xml": CANARY,
    "ppt/notes.xml": CANARY,
    "ppt/tags.xml": CANARY,
    [`ppt/slides/${CANARY}.xml`]: `<p:sld ${p} ${attributes}><p:cSld><p:spTree>${shape}${frame}</p:spTree></p:cSld><p:timing>${CANARY}</p:timing></p:sld>`,
    [`ppt/slides/_rels/${CANARY}.xml.rels`]: relations(
      ["notesSlide", "../notesSlides/n.xml"],
      ["comments", "../c.xml"],
    ),
    "ppt/notesSlides/n.xml": CANARY,
    "ppt/c.xml": CANARY,
  });

describe("a presentation", () => {
  it("has its slides, without notes, comments and their authors", async () => {
    const copy = await cleanCopy(slides(), "pptx");
    expect(canariesIn(copy.bytes)).toBe(0);
    expect(copy.text).toContain("窗口告示");
    expect((await cleanCopy(copy.bytes, "pptx")).bytes).toEqual(copy.bytes);
  });

  it("is withheld where a slide is hidden or a diagram carries its figures", async () => {
    expect(whyWithheld(await clean(slides('show="0"'), "pptx"))).toBe("hidden");
    const frame = `<p:graphicFrame><a:graphic><a:graphicData uri="${office}/drawingml/2006/chart"/></a:graphic></p:graphicFrame>`;
    expect(whyWithheld(await clean(slides("", frame), "pptx"))).toBe("notUnderstood");
  });
});
