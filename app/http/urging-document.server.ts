import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type IParagraphOptions,
  LineRuleType,
  convertMillimetersToTwip as millimetres,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { dayOf } from "../domain/clock/day.ts";
import { formatUrging } from "../domain/urging/number.ts";
import type { UrgingLetter } from "../domain/urging/urging.server.ts";
import { urgingLetter as words } from "../i18n/zh-CN/urging-letter.ts";

// GB/T 9704-2012: A4 with a type area of 156 × 225 mm, title in second size, body in third size FangSong, 22 lines of
// 28 points (5.2); as a letter (10.1): the office in red 30 mm from the top over a double line, one like it 20 mm from
// the bottom, the number at the right below the first. The fonts are named and not embedded: every office has them.
const margin = {
  top: millimetres(37),
  left: millimetres(28),
  right: millimetres(26),
  bottom: millimetres(35),
  header: millimetres(30),
  footer: millimetres(20),
};
const size = { width: millimetres(210), height: millimetres(297) };
const LINE = 28 * 20;
const spacing = { line: LINE, lineRule: LineRuleType.EXACT };
/** A character of the body and of the notes below it, in twentieths of a point. */
const CHARACTER = 16 * 20;
const SMALL_CHARACTER = 14 * 20;
const RED = "C00000";

const run = (font: string, points: number, color?: string) => (text: string) =>
  new TextRun({ text, size: points * 2, color, font: { name: font, eastAsia: font } });
const office = run("方正小标宋简体", 26, RED);
const title = run("方正小标宋简体", 22);
const body = run("仿宋_GB2312", 16);
const note = run("仿宋_GB2312", 14);

const line = (child: TextRun | null, more: IParagraphOptions = {}) =>
  new Paragraph({ children: child ? [child] : [], spacing, ...more });
const empty = () => line(null);

/** The double lines are 170 mm long, 7 mm more than the type area at each side. */
const wide = { left: -millimetres(7), right: -millimetres(7) };
const double = (style: "thickThinSmallGap" | "thinThickSmallGap", space: number) => ({
  bottom: { style, size: 24, color: RED, space },
});

function head() {
  const above = { line: 36 * 20, lineRule: LineRuleType.EXACT };
  // 4 mm below the office's name.
  const border = double(BorderStyle.THICK_THIN_SMALL_GAP, 11);
  const children = [
    line(office(words.unit), { alignment: AlignmentType.CENTER, indent: wide, spacing: above, border }),
  ];
  return new Header({ children });
}

function content({ year, serial, to, code, dueOn, about, answerBy, createdAt }: UrgingLetter) {
  const text = [
    words.overdue(code, dueOn),
    ...words.about(about).split("\n"),
    words.demand(answerBy),
    words.end,
  ];
  const right = AlignmentType.RIGHT;
  return [
    // 7/8 of a character below the double line.
    line(body(formatUrging(year, serial)), { alignment: right, spacing: { ...spacing, before: 14 * 20 } }),
    empty(),
    empty(),
    line(title(words.title), { alignment: AlignmentType.CENTER }),
    empty(),
    line(body(words.to(to))),
    ...text.map((each) => line(body(each), { indent: { firstLine: 2 * CHARACTER } })),
    empty(),
    // For a seal: the date four characters from the edge, the office over its middle.
    line(body(words.unit), { alignment: right, keepNext: true }),
    line(body(words.day(dayOf(createdAt))), { alignment: right, indent: { right: 4 * CHARACTER } }),
    empty(),
    line(note(words.copies), { indent: { left: SMALL_CHARACTER, right: SMALL_CHARACTER } }),
  ];
}

const firstFoot = () =>
  new Footer({
    children: [line(null, { indent: wide, border: double(BorderStyle.THIN_THICK_SMALL_GAP, 1) })],
  });

/** From the second page on: its number between dashes, 7 mm below the type area, one character from the outer edge. */
function foot(alignment: "left" | "right") {
  const children = ["— ", PageNumber.CURRENT, " —"];
  const number = new TextRun({ children, size: 28, font: { name: "宋体", eastAsia: "宋体" } });
  const options = { indent: { [alignment]: SMALL_CHARACTER }, spacing: { after: millimetres(3) } };
  return new Footer({ children: [new Paragraph({ children: [number], alignment, ...options })] });
}

/** The letter as a Word document, for the office's own seal and files. */
export async function urgingDocument(
  letter: UrgingLetter,
  copyOf: { name: string; mark: string },
): Promise<Response> {
  const { year, serial } = letter;
  const document = new Document({
    ...{ title: formatUrging(year, serial), creator: words.unit },
    // On the sheet the letter stays as the office writes it.
    ...{ lastModifiedBy: copyOf.name, description: copyOf.mark },
    styles: { default: { document: { run: { language: { value: "en-US", eastAsia: "zh-CN" } } } } },
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: { size, margin }, titlePage: true },
        headers: { first: head() },
        footers: { first: firstFoot(), default: foot("right"), even: foot("left") },
        children: content(letter),
      },
    ],
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
