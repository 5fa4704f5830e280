/** What a spreadsheet takes for a formula when a cell begins with it; of full width too, which a Chinese one makes narrow. */
const FORMULA = /^[=+\-@＝＋－＠\t\r]/;

/** A text that no spreadsheet will run. */
export const neutral = (text: string) =>
  FORMULA.test(text.trimStart()) || FORMULA.test(text) ? `'${text}` : text;

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One line of a CSV file (RFC 4180), formulas made harmless. */
export const csvLine = (cells: readonly string[]) =>
  `${cells.map((cell) => quoted(neutral(cell))).join(",")}\r\n`;

/** Tells a spreadsheet that the file is UTF-8. */
export const BOM = "\uFEFF";
