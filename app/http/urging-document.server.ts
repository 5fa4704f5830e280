import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  LineRuleType,
  Packer,
  Paragraph,
  TextRun,
} from "docx";
import { dayOf } from "../domain/clock/day.ts";
import { formatUrging } from "../domain/urging/number.ts";
import type { UrgingLetter } from "../domain/urging/urging.server.ts";
import { urgingLetter as words } from "../i18n/zh-CN/urging-letter.ts";

// GB/T 9704-2012, 5 to 7: A4 with a type area of 156 × 225 mm; title in second size, body in third size
// FangSong, 22 lines of 28 points. The fonts are named and not embedded: every office computer has them.
const margin = {
  top: convertMillimetersToTwip(37),
  left: convertMillimetersToTwip(28),
  right: convertMillimetersToTwip(26),
  bottom: convertMillimetersToTwip(35),
};
const size = { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) };
const spacing = { line: 28 * 20, lineRule: LineRuleType.EXACT };
const ONE_CHARACTER = 16 * 20;

const body = (text: string) =>
  new TextRun({ text, size: 32, font: { name: "仿宋_GB2312", eastAsia: "仿宋_GB2312" } });
const title = (text: string) =>
  new TextRun({ text, size: 44, font: { name: "方正小标宋简体", eastAsia: "方正小标宋简体" } });

const indented = (text: string) =>
  new Paragraph({ children: [body(text)], spacing, indent: { firstLine: 2 * ONE_CHARACTER } });
const placed = (run: TextRun, alignment: (typeof AlignmentType)[keyof typeof AlignmentType], right = 0) =>
  new Paragraph({ children: [run], alignment, spacing, indent: { right: right * ONE_CHARACTER } });
const empty = () => new Paragraph({ children: [], spacing });

/** The letter as a Word document, for the office's own seal and files. */
export async function urgingDocument(
  letter: UrgingLetter,
  copyOf: { name: string; mark: string },
): Promise<Response> {
  const { year, serial, to, code, dueOn, about, answerBy, createdAt } = letter;
  const number = formatUrging(year, serial);
  const children = [
    placed(title(words.title), AlignmentType.CENTER),
    empty(),
    placed(body(number), AlignmentType.CENTER),
    empty(),
    placed(body(words.to(to)), AlignmentType.LEFT),
    ...[words.overdue(code, dueOn), ...words.about(about).split("\n"), words.demand(answerBy), words.end].map(
      indented,
    ),
    empty(),
    placed(body(words.unit), AlignmentType.RIGHT, 2),
    placed(body(words.day(dayOf(createdAt))), AlignmentType.RIGHT, 4),
    empty(),
    placed(body(words.copies), AlignmentType.LEFT),
  ];
  const properties = { page: { size, margin } };
  // On the sheet the letter stays as the office writes it.
  const said = { lastModifiedBy: copyOf.name, description: copyOf.mark };
  const document = new Document({
    ...{ title: number, creator: words.unit, ...said },
    sections: [{ properties, children }],
  });
  return new Response(new Uint8Array(await Packer.toBuffer(document)), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "Content-Disposition": `attachment; filename="cuiban-${year}-${serial}.docx"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
